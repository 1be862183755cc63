"""The help window: every heading by key, pictures that are there, links that lead on."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QTextDocument
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget, QTextBrowser, QWidget
from pytestqt.qtbot import QtBot

from app import paths
from app.ui.dialogs.help import PAGES, HelpDialog


@pytest.fixture
def dialog(qtbot: QtBot) -> HelpDialog:
    dialog = HelpDialog(paths.guide())
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def test_the_arrow_key_goes_through_every_heading_of_every_page(dialog: HelpDialog) -> None:
    contents, text = dialog.findChild(QListWidget), dialog.findChild(QTextBrowser)
    wanted = []
    for title, file in PAGES:
        wanted += [title, *re.findall(r"^## (.+)$", (paths.guide() / file).read_text("utf-8"), re.MULTILINE)]
    contents.setFocus()
    seen = []
    for _ in range(contents.count()):
        seen.append(contents.currentItem().text().strip())
        here = text.textCursor().block().text()
        assert here == seen[-1] or text.textCursor().position() == 0
        QTest.keyClick(contents, Qt.Key.Key_Down)
    assert seen == wanted


def test_its_pictures_are_there(dialog: HelpDialog) -> None:
    text = dialog.findChild(QTextBrowser)
    for _title, file in PAGES:
        for name in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", Path(paths.guide() / file).read_text("utf-8")):
            picture = text.loadResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name))
            assert not picture.isNull() and picture.width() <= text.viewport().width() * text.devicePixelRatioF()


def test_a_link_to_another_page_opens_it_here(dialog: HelpDialog) -> None:
    dialog.findChild(QTextBrowser).anchorClicked.emit(QUrl("how-texts-are-scored.md"))
    assert dialog.findChild(QListWidget).currentItem().text() == "How texts are scored"
    dialog.show_place("guide.md", "Publish")
    assert dialog.findChild(QListWidget).currentItem().text().strip() == "Publish"


def test_the_search_leaves_the_headings_that_fit_and_opens_the_first(dialog: HelpDialog) -> None:
    contents = dialog.findChild(QListWidget)
    QTest.keyClicks(dialog.search, "mirror crossref")
    shown = [contents.item(row).text().strip() for row in range(contents.count()) if not contents.isRowHidden(row)]
    assert "Look a paper up" in shown and "Publish" not in shown
    assert contents.currentItem().text().strip() == "Look a paper up"
    dialog.search.clear()
    assert not any(contents.isRowHidden(row) for row in range(contents.count()))


@pytest.mark.parametrize("heading", ["The library", "Publish", "The trash"])
def test_it_opens_with_the_heading_at_the_top_and_no_name_is_cut(qtbot: QtBot, heading: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1440, 900)
    dialog = HelpDialog(paths.guide(), window)
    dialog.show_place("guide.md", heading)
    dialog.show()
    qtbot.waitExposed(dialog)
    contents, text = dialog.findChild(QListWidget), dialog.findChild(QTextBrowser)
    qtbot.waitUntil(lambda: 0 <= text.cursorRect().top() < 60)
    assert text.textCursor().block().text() == heading
    assert contents.sizeHintForColumn(0) <= contents.viewport().width()
    dialog.close()
