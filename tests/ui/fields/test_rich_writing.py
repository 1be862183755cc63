"""The writing field by key presses: letters, bold, lists, and the keys that it leaves to the program."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from rich_page import ALT, CTRL, SHIFT, Page, press, type_

from app.ui.fields.rich_field import RichField


def test_typing_tells_each_new_text_once(page: Page) -> None:
    type_(page, "Hi.")
    assert page.edits == ["H", "Hi", "Hi."]
    assert page.field.text() == "Hi."


def test_signs_of_markdown_stay_what_was_typed(page: Page) -> None:
    typed = "5 * 3 = 15, a_b, [x](y) and *stars* # no `code`"
    type_(page, typed)
    assert page.field.edit.toPlainText() == typed
    fresh = RichField("simple_explanation")
    fresh.show_text(page.field.text())
    assert fresh.edit.toPlainText() == typed and fresh.text() == page.field.text()


def test_control_b_makes_bold_what_is_typed_next(page: Page) -> None:
    type_(page, "one ")
    press(page, Qt.Key.Key_B, CTRL)
    type_(page, "two")
    press(page, Qt.Key.Key_B, CTRL)
    type_(page, " three")
    assert page.field.text() == "one **two** three"


def test_control_i_on_a_selection_and_off_again(page: Page) -> None:
    type_(page, "one two")
    for _ in range(3):
        press(page, Qt.Key.Key_Left, SHIFT)
    press(page, Qt.Key.Key_I, CTRL)
    assert page.edits[-1] == "one *two*"
    assert page.field.toolbar.italic.isChecked()
    press(page, Qt.Key.Key_I, CTRL)
    assert page.edits[-1] == "one two"
    assert not page.field.toolbar.italic.isChecked()


def test_bold_over_two_paragraphs(page: Page) -> None:
    page.field.show_text("One.\n\nTwo.")
    press(page, Qt.Key.Key_A, CTRL)
    press(page, Qt.Key.Key_B, CTRL)
    assert page.field.text() == "**One.**\n\n**Two.**"


def test_toggling_a_partly_bold_selection_makes_all_of_it_bold(page: Page) -> None:
    page.field.show_text("one **two**")
    press(page, Qt.Key.Key_A, CTRL)
    press(page, Qt.Key.Key_B, CTRL)
    assert page.field.text() == "**one two**"
    press(page, Qt.Key.Key_B, CTRL)
    assert page.field.text() == "one two"


@pytest.mark.parametrize(("sign", "wanted"), [("-", "- one\n- two"), ("*", "- one\n- two"), ("1.", "1. one\n2. two")])
def test_a_sign_and_a_space_begin_a_list_and_enter_twice_leaves_it(page: Page, sign: str, wanted: str) -> None:
    type_(page, f"{sign} one\ntwo\n\nAfter.")
    assert page.field.text() == f"{wanted}\n\nAfter."
    assert page.field.edit.toPlainText() == "one\ntwo\nAfter."


def test_backspace_at_the_start_of_a_list_line_leaves_the_list_and_keeps_the_words(page: Page) -> None:
    type_(page, "- one\ntwo")
    press(page, Qt.Key.Key_Home)
    press(page, Qt.Key.Key_Backspace)
    assert page.field.text() == "- one\n\ntwo"


def test_a_sign_inside_a_line_begins_no_list(page: Page) -> None:
    type_(page, "a - b")
    assert page.field.text() == "a - b"


def test_control_l_makes_a_list_and_a_paragraph_again(page: Page) -> None:
    type_(page, "one\ntwo")
    press(page, Qt.Key.Key_A, CTRL)
    press(page, Qt.Key.Key_L, CTRL)
    assert page.field.text() == "- one\n- two"
    assert page.field.toolbar.bullets.isChecked()
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    assert page.field.text() == "1. one\n2. two"
    press(page, Qt.Key.Key_N, CTRL | SHIFT)
    assert page.field.text() == "one\n\ntwo"


def test_the_toolbar_does_what_the_keys_do(page: Page, qtbot: QtBot) -> None:
    type_(page, "one")
    press(page, Qt.Key.Key_A, CTRL)
    bar = page.field.toolbar
    qtbot.mouseClick(bar.bold, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(bar.bullets, Qt.MouseButton.LeftButton)
    assert page.field.text() == "- **one**"
    assert bar.bold.isChecked() and bar.bullets.isChecked()
    assert QApplication.focusWidget() is page.edit


def test_enter_in_a_paragraph_begins_a_plain_one(page: Page) -> None:
    page.field.show_text("One.")
    press(page, Qt.Key.Key_End, CTRL)
    type_(page, "\nTwo.")
    assert page.field.text() == "One.\n\nTwo."


@pytest.mark.parametrize("keys", ["Ctrl+Z", "Ctrl+Shift+Z"])
def test_undo_and_redo_reach_the_program(page: Page, qtbot: QtBot, keys: str) -> None:
    action = QAction(page)
    action.setShortcut(QKeySequence(keys))
    page.addAction(action)
    type_(page, "one")
    sequence = QKeySequence(keys)[0]
    with qtbot.waitSignal(action.triggered):
        press(page, sequence.key(), sequence.keyboardModifiers())
    assert page.field.text() == "one"


@pytest.mark.parametrize(
    ("key", "held"),
    [
        (Qt.Key.Key_Return, CTRL),
        (Qt.Key.Key_Backspace, CTRL | SHIFT),
        (Qt.Key.Key_Up, ALT),
        (Qt.Key.Key_Down, ALT),
    ],
)
def test_the_keys_of_the_list_around_pass(page: Page, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    type_(page, "one two")
    page.edits.clear()
    press(page, key, held)
    assert (key, held) in page.passed_on and page.edits == []


def test_tab_leaves_the_field_both_ways(page: Page) -> None:
    press(page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.after
    page.field.edit.setFocus()
    press(page, Qt.Key.Key_Backtab, SHIFT)
    assert QApplication.focusWidget() is page.before
    assert page.field.text() == ""
