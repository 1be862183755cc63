"""Spelling in the writing field: marked when the writer pauses, mended from the menu, silent about the word at hand."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from app.model.finding import Finding
from app.model.house_style import Term
from app.model.paper import Paper
from app.model.summary import Summary
from app.text import spelling
from app.ui.fields import marks
from app.ui.fields.rich_field import RichField
from app.ui.fields.spelling_marks import SpellingMarks


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[RichField]:
    field = RichField("simple_explanation")
    qtbot.addWidget(field)
    field.resize(600, 300)
    field.show()
    qtbot.waitExposed(field)
    field.edit.setFocus()
    yield field
    field.close()


@pytest.fixture(autouse=True)
def speller(field: RichField) -> SpellingMarks:
    speller = SpellingMarks(field)
    speller.watch(field)
    return speller


def marked(field: RichField) -> list[str]:
    return [field.text()[start:end] for start, end in field.misspelt]


def menu_at_caret(field: RichField) -> QMenu:
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(5, 5), field.mapToGlobal(QPoint(5, 5)))
    QApplication.sendEvent(field.edit.viewport(), event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_a_slip_is_marked_after_a_pause_and_not_before(field: RichField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.edit, "Rats recieve cells. ")
    assert marked(field) == []
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])
    assert [mark.shape for mark in field.edit.marks] == [marks.WAVE]


def test_the_word_that_is_being_written_is_left_alone(field: RichField, qtbot: QtBot) -> None:
    QTest.keyClicks(field.edit, "Teh rats recie")
    qtbot.waitUntil(lambda: marked(field) == ["Teh"])
    QTest.keyClicks(field.edit, "ve cells")
    QTest.keyClick(field.edit, Qt.Key.Key_Home)
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])


def test_a_mark_shifts_with_the_text_and_goes_with_its_word(field: RichField, qtbot: QtBot) -> None:
    field.show_text("Rats **recieve** cells.")
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])
    QTest.keyClick(field.edit, Qt.Key.Key_Home)
    QTest.keyClicks(field.edit, "All ")
    assert marked(field) == ["recieve"]
    field.place_caret(field.text().index("cieve"))
    QTest.keyClick(field.edit, Qt.Key.Key_Delete)
    assert marked(field) == []


def test_the_menu_mends_a_slip_as_the_writers_own_edit(field: RichField, qtbot: QtBot) -> None:
    field.show_text("Rats **recieve** cells.")
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])
    field.place_caret(field.text().index("cieve"))
    menu = menu_at_caret(field)
    meant = next(action for action in menu.actions() if action.text() == "receive")
    with qtbot.waitSignal(field.edited) as told:
        meant.trigger()
    menu.close()
    assert told.args == ["Rats **receive** cells."]


def test_a_word_can_be_left_as_it_is(field: RichField, qtbot: QtBot) -> None:
    field.show_text("Rats recieve cells and recieve more.")
    qtbot.waitUntil(lambda: marked(field) == ["recieve", "recieve"])
    field.place_caret(7)
    menu = menu_at_caret(field)
    next(action for action in menu.actions() if action.text() == "Leave “recieve” as it is").trigger()
    menu.close()
    qtbot.waitUntil(lambda: marked(field) == [])


def test_the_menu_of_a_right_word_has_no_suggestions_and_no_foreign_undo(field: RichField, qtbot: QtBot) -> None:
    field.show_text("Rats recieve cells.")
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])
    field.place_caret(0)
    menu = menu_at_caret(field)
    names = [action.text().replace("&", "") for action in menu.actions()]
    menu.close()
    assert not any("receive" in name or "Undo" in name or "Redo" in name for name in names)
    assert any("Paste" in name for name in names) and names[0]


def test_the_words_of_the_library_s_glossary_are_known(field: RichField, speller: SpellingMarks, qtbot: QtBot) -> None:
    speller.show_summary(Summary(id="one"))
    field.show_text("The zibrovax helped.")
    qtbot.waitUntil(lambda: marked(field) == ["zibrovax"])
    speller.show_glossary([Term("Zibrovax", "a vaccine")])
    qtbot.waitUntil(lambda: marked(field) == [])


def test_the_words_of_the_paper_are_known(field: RichField, speller: SpellingMarks, qtbot: QtBot) -> None:
    field.show_text("The zibrovax and the ploverine.")
    qtbot.waitUntil(lambda: marked(field) == ["zibrovax", "ploverine"])
    speller.show_summary(Summary(id="one", paper=Paper("The zibrovax trial")))
    qtbot.waitUntil(lambda: marked(field) == ["ploverine"])


def test_a_summary_in_another_language_is_not_doubted(field: RichField, speller: SpellingMarks, qtbot: QtBot) -> None:
    field.show_text("Rats recieve cells.")
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])
    speller.show_summary(Summary(id="one", language="de"))
    qtbot.waitUntil(lambda: marked(field) == [])


def test_a_slip_is_no_hard_word(field: RichField, qtbot: QtBot) -> None:
    field.show_text("Rats recieve cells.")
    field.show_findings([Finding("hard-word", "notice", "simple_explanation", 5, 12, "recieve")])
    qtbot.waitUntil(lambda: marked(field) == ["recieve"])
    assert [mark.shape for mark in field.edit.marks] == [marks.WAVE]


def test_a_field_that_is_gone_is_forgotten(field: RichField, speller: SpellingMarks, qtbot: QtBot) -> None:
    other = RichField("key_findings[0]")
    speller.watch(other)
    other.show_text("Rats recieve cells.")
    other.deleteLater()
    field.show_text("Teh rats.")
    qtbot.waitUntil(lambda: marked(field) == ["Teh"])
    assert spelling.is_ready()
