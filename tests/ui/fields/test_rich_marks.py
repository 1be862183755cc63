"""Marks in the writing field: under their words, shifted by edits, explained by keys and pointer."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot
from rich_page import CTRL, Page, finding, press, type_

from app.model.finding import Finding
from app.ui.fields import marks


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
