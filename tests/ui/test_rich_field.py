"""The writing field by key presses: what the writer sees, what the file gets, and that nothing moves the caret."""

from __future__ import annotations

from collections.abc import Iterator
from time import perf_counter

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from app.model.finding import Finding
from app.ui.fields import marks
from app.ui.fields.link_editor import LinkEditor
from app.ui.fields.paste import LONGEST_PASTE
from app.ui.fields.rich_field import RichField

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Page(QWidget):
    """A form of three fields, the rich one in the middle; it keeps what the field told and passed on."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.field, self.after = QLineEdit(), RichField("simple_explanation"), QLineEdit()
        self.edits: list[str] = []
        self.notices: list[str] = []
        self.passed_on: list[tuple[int, Qt.KeyboardModifier]] = []
        column = QVBoxLayout(self)
        for widget in (self.before, self.field, self.after):
            column.addWidget(widget)
        column.addStretch(1)
        self.field.edited.connect(self.edits.append)
        self.field.pasted.connect(self.notices.append)

    def keyPressEvent(self, event: object) -> None:
        self.passed_on.append((event.key(), event.modifiers()))

    @property
    def edit(self) -> QWidget:
        return self.field.edit


@pytest.fixture
def page(qtbot: QtBot) -> Iterator[Page]:
    page = Page()
    qtbot.addWidget(page)
    page.resize(700, 500)
    page.show()
    qtbot.waitExposed(page)
    page.field.edit.setFocus()
    yield page
    page.close()


def type_(page: Page, text: str) -> None:
    """Type, with Enter for each line end."""
    for number, line in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(page.edit, Qt.Key.Key_Return)
        QTest.keyClicks(page.edit, line)


def press(page: Page, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.edit, key, held)


def paste(page: Page, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    press(page, Qt.Key.Key_V, CTRL)


def caret(page: Page) -> int:
    return page.field.edit.textCursor().position()


def finding(markdown: str, text: str, code: str = "hard-word", **facts: object) -> Finding:
    start = markdown.index(text)
    return Finding(code, "warning", "simple_explanation", start, start + len(text), text, facts)


# ------------------------------------------------------------------ writing


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


# ------------------------------------------------------------------ links


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


# ------------------------------------------------------------------ paste


def test_a_page_is_pasted_with_its_structure_and_without_its_styling(page: Page) -> None:
    paste(
        page,
        "x",
        "<p style='color:red;font-size:40px'>One <b>two</b> <i>three</i>.</p><ul><li>a</li><li>b</li></ul>"
        "<p>See <a href='https://example.org/'>here</a>.</p>",
    )
    assert page.field.text() == "One **two** *three*.\n\n- a\n- b\n\nSee [here](https://example.org/)."
    assert page.notices == ["Pasted without the styling of the page it came from."]
    assert page.field.edit.textCursor().charFormat().font().pixelSize() < 30


def test_a_script_is_never_pasted(page: Page) -> None:
    paste(page, "x", "<p>One</p><script>alert(1)</script><a href='javascript:alert(1)'>two</a>")
    assert "alert" not in page.field.text() and "two" in page.field.text()


def test_pasting_inside_a_word_keeps_both_sides(page: Page) -> None:
    page.field.show_text("abcd")
    page.field.place_caret(2)
    paste(page, "x", "<b>X</b>")
    assert page.field.text() == "ab**X**cd"


def test_signs_that_nobody_sees_are_dropped(page: Page) -> None:
    paste(page, "a\x00b\u200bc\x07 d\r\ne")
    assert page.field.text() == "abc d\n\ne"


def test_a_megabyte_is_cut_and_said_and_the_field_lives(page: Page) -> None:
    started = perf_counter()
    paste(page, "word " * 200_000)
    type_(page, "x")
    assert perf_counter() - started < 10
    assert len(page.field.text()) <= LONGEST_PASTE + 1
    assert len(page.notices) == 1 and "letters were pasted" in page.notices[0]


def test_a_paste_is_one_edit(page: Page) -> None:
    type_(page, "x")
    paste(page, "one\n\ntwo\n\nthree")
    assert page.edits[1:] == ["xone\n\ntwo\n\nthree"]


# ------------------------------------------------------------------ keys that are not its own


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


# ------------------------------------------------------------------ showing


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


# ------------------------------------------------------------------ letters of two units, and marks


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


def test_marks_lie_under_their_words_and_shift_with_edits_before_them(page: Page) -> None:
    markdown = "😀 **One** infusion helped. Another infusion did not."
    page.field.show_text(markdown)
    page.field.show_findings([finding(markdown, "infusion")])
    assert _marked(page) == ["infusion"]
    press(page, Qt.Key.Key_Home, CTRL)
    type_(page, "Well, ")
    assert _marked(page) == ["infusion"]
    press(page, Qt.Key.Key_End, CTRL)
    type_(page, " End")
    assert _marked(page) == ["infusion"]


def test_a_word_that_is_changed_loses_its_mark(page: Page) -> None:
    markdown = "One infusion helped."
    page.field.show_text(markdown)
    page.field.show_findings([finding(markdown, "infusion")])
    page.field.place_caret(markdown.index("fusion"))
    type_(page, "x")
    assert _marked(page) == []


def test_a_long_sentence_keeps_its_bracket_while_it_is_written(page: Page) -> None:
    markdown = "One infusion helped."
    page.field.show_text(markdown)
    page.field.show_findings([finding(markdown, markdown, "long-sentence", words=24)])
    page.field.place_caret(4)
    type_(page, "new ")
    assert _marked(page) == ["One new infusion helped."]


def test_the_worst_mark_wins_under_one_word_and_the_foot_names_them(page: Page) -> None:
    markdown = "ALS is a fatal disease."
    page.field.show_text(markdown)
    hard = finding(markdown, "fatal")
    page.field.show_findings([hard, finding(markdown, "fatal", "rate-differs"), finding(markdown, "ALS", "x-y")])
    assert sorted(mark.shape for mark in page.field.edit.marks) == [marks.DOUBLE, marks.LINE]
    names = [button.text() for button in page.field.foot.findChildren(QPushButton)]
    assert any("must be mended" in name for name in names)


def test_the_finding_at_the_caret_is_explained_by_keys(page: Page, qtbot: QtBot) -> None:
    markdown = "One **infusion** helped."
    page.field.show_text(markdown)
    found = finding(markdown, "infusion")
    page.field.show_findings([found])
    page.field.place_caret(markdown.index("fusion"))
    with qtbot.waitSignal(page.field.explain_requested) as asked:
        press(page, Qt.Key.Key_Period, CTRL)
    assert asked.args == [found]


def test_other_words_are_an_edit_of_the_writers(page: Page) -> None:
    markdown = "One **infusion** helped."
    page.field.show_text(markdown)
    start = markdown.index("infusion")
    page.field.replace(start, start + len("infusion"), "drip")
    assert page.edits == ["One **drip** helped."]


def _marked(page: Page) -> list[str]:
    """The words that lie over a mark, as Qt selects them."""
    found = []
    for mark in page.field.edit.marks:
        cursor = page.field.edit.textCursor()
        cursor.setPosition(mark.start)
        cursor.setPosition(mark.end, cursor.MoveMode.KeepAnchor)
        found.append(cursor.selectedText())
    return found


def test_a_resting_pointer_asks_why_words_are_marked(page: Page, qtbot: QtBot) -> None:
    page.field.show_text("We utilise cells.")
    found = Finding("hard-word", "notice", "simple_explanation", 3, 10, "utilise", suggestions=("use",))
    page.field.show_findings((found,))
    with qtbot.waitSignal(page.field.hovered) as told:
        _point_at(page, 6)
    assert told.args == [found]
    with qtbot.waitSignal(page.field.hovered) as told:
        _point_at(page, 15)
    assert told.args == [None]


def test_what_is_about_the_whole_text_neither_marks_nor_answers_the_pointer(page: Page) -> None:
    page.field.show_text("We utilise cells.")
    page.field.show_findings((Finding("reading-level", "warning", "simple_explanation", 0, 17, "We utilise cells."),))
    assert page.field.edit.marks == () and page.field.finding_at_caret() is None


def test_brackets_come_and_go_without_wrapping_the_text_anew(page: Page) -> None:
    page.field.show_text("We gave rats new cells and the rats could walk for longer than the others. " * 3)
    before = page.edit.document().size(), page.edit.document().rootFrame().frameFormat().rightMargin()
    long = Finding("long-sentence", "warning", "simple_explanation", 0, 74, page.field.text()[:74], {"words": 15})
    page.field.show_findings((long,))
    assert page.edit.marks[0].shape == "bracket"
    assert before == (page.edit.document().size(), page.edit.document().rootFrame().frameFormat().rightMargin())
    assert before[1] > 0


def _point_at(page: Page, position: int) -> None:
    cursor = page.edit.textCursor()
    cursor.setPosition(position)
    viewport = page.edit.viewport()
    for shift in (0, 1):  # the first move only brings the pointer here
        QTest.mouseMove(viewport, page.edit.cursorRect(cursor).center() + QPoint(shift, 0))
        QTest.qWait(20)


def test_a_finding_that_tells_words_and_not_their_number_is_marked(page: Page) -> None:
    markdown = "The chance was 0.56 times as high."
    page.field.show_text(markdown)
    page.field.show_findings([finding(markdown, "0.56 times as high", "relative-without-absolute", words="0.56 times")])
    assert page.field.shapes
