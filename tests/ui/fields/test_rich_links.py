"""Links in the writing field: made and mended by keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rich_page import CTRL, SHIFT, Page, press, type_

from app.ui.fields.link_editor import LinkEditor


def test_a_link_is_made_by_keys_and_its_address_is_mended(page: Page) -> None:
    type_(page, "see page")
    press(page, Qt.Key.Key_Left, CTRL | SHIFT)
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    box = QApplication.activePopupWidget()
    assert isinstance(box, LinkEditor)
    QTest.keyClicks(box.address, "example.org/a")
    QTest.keyClick(box.address, Qt.Key.Key_Return)
    assert page.field.text() == "see [page](https://example.org/a)"


def test_escape_leaves_a_link_as_it_was(page: Page, qtbot: QtBot) -> None:
    page.field.show_text("see [page](https://example.org/a)")
    press(page, Qt.Key.Key_End)
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    box = QApplication.activePopupWidget()
    assert isinstance(box, LinkEditor) and box.address.text() == "https://example.org/a"
    QTest.keyClick(box.address, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert not page.edits


def test_an_address_that_is_none_is_refused_in_words(page: Page) -> None:
    type_(page, "page")
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    box = QApplication.activePopupWidget()
    assert isinstance(box, LinkEditor)
    QTest.keyClicks(box.address, "javascript://x")
    QTest.keyClick(box.address, Qt.Key.Key_Return)
    assert box.isVisible() and box._error.isVisible()
    box.close()
    assert page.field.text() == "page"


def test_words_typed_after_a_link_are_no_link(page: Page) -> None:
    page.field.show_text("see [page](https://example.org/a)")
    press(page, Qt.Key.Key_End)
    type_(page, " now")
    assert page.field.text() == "see [page](https://example.org/a) now"


def test_the_box_stays_on_the_screen(page: Page) -> None:
    type_(page, "page")
    screen = page.screen().availableGeometry()
    page.move(screen.right() - 200, screen.bottom() - 60)
    press(page, Qt.Key.Key_K, CTRL | SHIFT)
    box = QApplication.activePopupWidget()
    assert isinstance(box, LinkEditor)
    assert screen.contains(box.geometry())
    box.close()
