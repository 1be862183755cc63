"""What the window says first and in between: the ways in, the notices strip, the saving status."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.ui.notices import NoticeStrip
from app.ui.saving import SavingStatus, saving_words
from app.ui.welcome import WelcomePanel
from app.work.saving import SaveState

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)


@pytest.fixture
def welcome(qtbot: QtBot) -> WelcomePanel:
    panel = WelcomePanel()
    qtbot.addWidget(panel)
    panel.resize(1280, 720)
    with qtbot.waitExposed(panel):
        panel.show()
    panel.activateWindow()
    return panel


def test_enter_opens_the_sample(qtbot: QtBot, welcome: WelcomePanel) -> None:
    qtbot.waitUntil(welcome.sample_button.hasFocus)
    with qtbot.waitSignal(welcome.sample_requested):
        QTest.keyClick(welcome.sample_button, Qt.Key.Key_Return)


def test_tab_reaches_the_other_ways(qtbot: QtBot, welcome: WelcomePanel) -> None:
    qtbot.waitUntil(welcome.sample_button.hasFocus)
    QTest.keyClick(welcome.sample_button, Qt.Key.Key_Tab)
    assert welcome.new_button.hasFocus()
    with qtbot.waitSignal(welcome.new_library_requested):
        QTest.keyClick(welcome.new_button, Qt.Key.Key_Space)
    QTest.keyClick(welcome.new_button, Qt.Key.Key_Tab)
    with qtbot.waitSignal(welcome.open_library_requested):
        QTest.keyClick(welcome.open_button, Qt.Key.Key_Enter)


def test_every_way_fits_a_small_window(welcome: WelcomePanel) -> None:
    welcome.resize(QSize(640, 370))
    QTest.qWait(20)
    for way in (welcome.sample_button, welcome.new_button, welcome.open_button):
        corner = way.mapTo(welcome, way.rect().bottomRight())
        assert welcome.rect().contains(corner)
        assert way.toolTip() == way.accessibleDescription()


@pytest.fixture
def strip(qtbot: QtBot) -> NoticeStrip:
    strip = NoticeStrip()
    qtbot.addWidget(strip)
    return strip


def test_undo_asks_and_closes(qtbot: QtBot, strip: NoticeStrip) -> None:
    strip.show_notice("Moved “A study” to the trash.", action_label="Undo")
    assert strip.isVisible() and strip.text() == "Moved “A study” to the trash."
    with qtbot.waitSignal(strip.action_requested):
        QTest.mouseClick(strip.action_button, Qt.MouseButton.LeftButton)
    assert strip.isHidden() and strip.text() == ""


def test_a_notice_whose_button_is_the_only_way_does_not_go_by_itself(strip: NoticeStrip) -> None:
    strip.show_notice("Moved to the trash.", action_label="Undo")
    assert strip._timer.isActive()
    strip.show_notice("Term removed.", action_label="Undo", is_brief=False)
    assert strip.isVisible() and not strip._timer.isActive()


def test_an_error_waits_behind_newer_notices_until_it_is_closed(strip: NoticeStrip) -> None:
    strip.show_notice("The disk is full.", kind="error")
    strip.show_notice("The disk is full.", kind="error")
    strip.show_notice("Copied “A study”.")
    assert strip.text() == "Copied “A study”."
    QTest.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.text() == "The disk is full."
    QTest.mouseClick(strip.close_button, Qt.MouseButton.LeftButton)
    assert strip.isHidden()


def test_clear_forgets_what_waited(strip: NoticeStrip) -> None:
    strip.show_notice("The disk is full.", kind="error", is_lasting=True)
    strip.show_notice("Copied “A study”.")
    strip.clear()
    assert strip.isHidden()
    strip.show_notice("Copied “B”.")
    strip.close_notice()
    assert strip.isHidden()


@pytest.mark.parametrize(
    ("state", "words"),
    [
        (SaveState("saved", "2026-11-22T09:32:05Z"), "Saved 09:32"),
        (SaveState("saved", "2026-11-21T09:32:05Z"), "Saved yesterday"),
        (SaveState("saved", "2026-11-18T09:32:05Z"), "Saved 18 Nov"),
        (SaveState("saved"), "Nothing written yet"),
        (SaveState("saving"), "Saving"),
        (
            SaveState("failed", "", "Not saved: the disk is full. (/home/a/my.plainspoken)"),
            "Not saved: the disk is full",
        ),
        (SaveState("failed"), "Not saved"),
        (SaveState("read-only"), "Read only: open in another window"),
        (SaveState(), ""),
    ],
)
def test_saving_is_always_said_in_words(state: SaveState, words: str) -> None:
    assert saving_words(state, NOON) == words


def test_a_failed_save_offers_two_ways_out(qtbot: QtBot) -> None:
    status = SavingStatus()
    qtbot.addWidget(status)
    status.show_state(SaveState("saved", "2026-11-22T09:32:05Z"))
    assert status.retry_button.isHidden() and status.copy_button.isHidden()
    status.show_state(SaveState("failed", "", "Not saved: the disk is full. (/home/a/my.plainspoken)"))
    with qtbot.waitSignal(status.retry_requested):
        QTest.mouseClick(status.retry_button, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(status.copy_requested):
        QTest.mouseClick(status.copy_button, Qt.MouseButton.LeftButton)
    assert status.accessibleName() == "Not saved: the disk is full"


def test_a_narrow_window_says_less_and_still_offers_to_try_again(qtbot: QtBot) -> None:
    status = SavingStatus()
    qtbot.addWidget(status)
    status.show_state(SaveState("failed", "", "Not saved: the disk is full. (/home/a/my.plainspoken)"))
    status.show_room(640)
    assert status.text() == "Not saved" and status.copy_button.isHidden() and not status.retry_button.isHidden()
    assert status.retry_button.accessibleName() == "Try again"
    status.show_room(1280)
    assert status.text() == "Not saved: the disk is full" and not status.copy_button.isHidden()
