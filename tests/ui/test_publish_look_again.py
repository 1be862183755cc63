"""The quiet line of the publish dialog: when the papers were last looked at, and what has come since."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.dialogs.publish import PublishDialog
from app.work.look_again import LastLook, News


def key(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def shown(qtbot: QtBot, dialog: PublishDialog) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()


def days_ago(days: int) -> str:
    return (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")


@pytest.fixture
def publish(qtbot: QtBot) -> PublishDialog:
    dialog = PublishDialog()
    shown(qtbot, dialog)
    return dialog


@pytest.mark.parametrize(
    ("last", "words"),
    [
        (LastLook("", 3, 3), "Retractions were never looked for."),
        (LastLook(days_ago(12), 0, 3), "Retractions last looked for 12 days ago."),
        (LastLook(days_ago(0), 1, 3), "Retractions last looked for today (for 1 paper never)."),
        (LastLook(days_ago(1), 2, 3), "Retractions last looked for yesterday (for 2 papers never)."),
    ],
)
def test_it_says_when_was_last_looked(publish: PublishDialog, last: LastLook, words: str) -> None:
    publish.looked.show_last_look(last)
    assert publish.looked.isVisible() and publish.looked.words.text() == words


def test_without_papers_to_ask_about_there_is_no_line(publish: PublishDialog) -> None:
    publish.looked.show_last_look(LastLook("", 0, 0))
    assert publish.looked.isHidden()


def test_the_first_look_says_what_is_sent_before_it_goes_on(publish: PublishDialog, qtbot: QtBot) -> None:
    box = publish.looked
    box.show_consent(False)
    box.show_last_look(LastLook("", 3, 3))
    box.button.setFocus()
    with qtbot.assertNotEmitted(box.look_requested):
        key(Qt.Key.Key_Space)
    assert "DOIs and PubMed ids of these 3 papers to Crossref and PubMed" in box.words.text()
    with qtbot.waitSignals([box.agreed, box.look_requested]):
        key(Qt.Key.Key_Space)
    box.show_progress(1, 3)
    assert box.words.text() == "Asking PubMed and Crossref: 1 of 3"
    with qtbot.waitSignal(box.cancel_requested):
        key(Qt.Key.Key_Space)
    box.show_cancelled()
    assert "Cancelled" in box.words.text()


def test_news_are_named_and_the_plan_is_asked_again(publish: PublishDialog, qtbot: QtBot) -> None:
    publish.looked.show_last_look(LastLook("", 3, 3))
    publish.looked.button.click()
    with qtbot.waitSignal(publish.plan_requested):
        publish.show_news(News((("Tea", "retraction"),), 1, "PubMed cannot be reached."))
    assert publish.looked.words.text() == (
        "“Tea”: its paper was retracted. 1 paper could not be asked about. PubMed cannot be reached."
    )
