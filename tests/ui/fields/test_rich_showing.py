"""What the writing field shows: texts from elsewhere never move the caret more than they must."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from rich_page import CTRL, Page, caret, paste, press, type_


@pytest.mark.parametrize(
    "markdown",
    ["", "One.\n\n- two\n- **three**", "# Head\n\n| a | b |\n|---|---|", "__bold__ and _it_", "* star\n* star"],
)
def test_showing_a_text_is_no_edit(page: Page, markdown: str) -> None:
    page.field.show_text(markdown)
    assert page.edits == []


def test_showing_what_was_just_typed_leaves_the_caret(page: Page) -> None:
    type_(page, "one three")
    page.field.place_caret(4)
    type_(page, "two ")
    page.field.show_text(page.edits[-1])
    assert caret(page) == 8 and page.field.text() == "one two three"


def test_a_text_from_elsewhere_moves_the_caret_only_by_what_changed_before_it(page: Page) -> None:
    page.field.show_text("One.\n\nTwo.\n\nThree.")
    page.after.setFocus()
    cursor = page.field.edit.textCursor()
    cursor.setPosition(len("One.\nTwo.\nThr"))
    page.field.edit.setTextCursor(cursor)
    page.field.show_text("One and more.\n\nTwo.\n\nThree.")
    assert page.field.edit.toPlainText()[: caret(page)].endswith("Thr")


def test_undo_puts_the_caret_where_it_changed_the_text(page: Page) -> None:
    type_(page, "one old three")
    press(page, Qt.Key.Key_Home)
    page.field.show_text("one three")
    assert caret(page) == len("one ") and page.edits[-1] == "one old three"


def test_bold_survives_a_change_elsewhere(page: Page) -> None:
    page.field.show_text("A **bold** word.\n\n1. one\n2. two")
    page.field.show_text("A **bold** word!\n\n1. one\n2. two")
    assert page.field.text() == "A **bold** word!\n\n1. one\n2. two"
    press(page, Qt.Key.Key_End, CTRL)
    type_(page, ".")
    assert page.field.text() == "A **bold** word!\n\n1. one\n2. two."


def test_the_field_grows_with_its_text(page: Page, qtbot: QtBot) -> None:
    before = page.field.height()
    type_(page, "\n".join("line" for _ in range(6)))
    qtbot.waitUntil(lambda: page.field.height() > before + 60)
    assert page.field.edit.verticalScrollBar().maximum() == 0


def test_words_are_counted_against_the_limits(page: Page) -> None:
    page.field.show_limits((150, 300))
    type_(page, "one two")
    assert page.field.toolbar._count.text() == "<b>2 words</b>&nbsp; of 150 to 300"


def test_carets_count_letters_not_units(page: Page) -> None:
    markdown = "A 😀 **😀 bold** word."
    page.field.show_text(markdown)
    page.field.place_caret(markdown.index("word"), markdown.index("word") + 4)
    assert page.field.edit.textCursor().selectedText() == "word"
    press(page, Qt.Key.Key_Left)
    assert page.field.caret() == markdown.index("word")
    type_(page, "new ")
    assert page.field.text() == "A 😀 **😀 bold** new word."


def test_a_pasted_letter_of_two_units_is_deleted_whole(page: Page) -> None:
    paste(page, "a😀b")
    press(page, Qt.Key.Key_Left)
    press(page, Qt.Key.Key_Backspace)
    assert page.field.text() == "ab"
