"""The editor as a whole: what it shows and tells, the way through it by Tab, what stays where it is."""

from __future__ import annotations

from dataclasses import replace

from editor_desk import CTRL, SUMMARY, Desk, findings_list, focus, title
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTextEdit
from pytestqt.qtbot import QtBot

from app.model.finding import Finding
from app.model.sections import CARDS
from app.model.site import Targets


def test_showing_a_summary_edits_nothing(desk: Desk) -> None:
    desk.panel.show_summary(replace(SUMMARY, id="two", simple_explanation="Another text."))
    desk.panel.show_summary(SUMMARY)
    assert desk.steps == []


def test_typing_in_a_text_names_its_section(desk: Desk) -> None:
    desk.panel.show_section("simple_explanation")
    desk.press(Qt.Key.Key_End, CTRL)
    desk.type(" Good.")
    assert desk.summary.simple_explanation.endswith("for longer. Good.")
    assert set(desk.steps) == {("Edit Simple Explanation", "simple_explanation")}


def test_tab_goes_in_reading_order(desk: Desk) -> None:
    title(desk).title.field.edit.setFocus()
    entered = []
    desk.panel.section_entered.connect(entered.append)
    stops = []
    while focus().accessibleName() != "Add a source":
        desk.press(Qt.Key.Key_Tab)
        stops.append(focus().accessibleName())
        assert len(stops) < 120
    assert entered == list(CARDS[1:])
    in_order = (
        "Plain title", "DOI", "Pain, category", "Remove category Walking", "Add a category", "Simple Explanation",
        "Study Duration", "Level of evidence", "Evidence Level", "Finding 1", "Remove finding 1", "Finding 2",
        "Finding 3", "Add a finding", "Research Summary", "Heading of card 1", "Text of card 1", "Heading of card 2",
        "Limitation 1", "Source 1",
    )  # fmt: skip
    assert [stop for stop in stops if stop in in_order] == list(in_order)


def test_a_text_that_is_shown_already_keeps_its_caret(desk: Desk) -> None:
    desk.panel.go_to("simple_explanation", 3, 7)
    edit = focus()
    assert isinstance(edit, QTextEdit)
    before = edit.textCursor().position()
    desk.show(replace(SUMMARY, research_summary="Changed elsewhere."))
    assert edit.textCursor().position() == before
    assert edit.textCursor().selectedText() == "gave"


def test_the_card_one_writes_in_wears_the_edge_and_the_outline_follows(desk: Desk) -> None:
    desk.panel.show_section("research_summary")
    active = [name for name, card in desk.panel.form.cards.items() if card.property("active") == "true"]
    assert active == ["research_summary"]
    assert [name for name, entry in desk.panel.outline.entries.items() if entry.is_active] == active


def test_a_click_in_a_tall_text_does_not_scroll_it(desk: Desk, qtbot: QtBot) -> None:
    desk.show(replace(SUMMARY, simple_explanation="\n\n".join(f"Paragraph {n} of many." for n in range(40))))
    bar, field = desk.panel.form.verticalScrollBar(), desk.panel.form.field("simple_explanation")
    assert field is not None
    qtbot.wait(50)
    bar.setValue(field.mapTo(desk.panel.form.widget(), QPoint(0, 0)).y() + 600)
    before = bar.value()
    view = field.edit.viewport()
    middle = view.mapFromGlobal(desk.panel.form.viewport().mapToGlobal(QPoint(200, 400)))
    QTest.mouseClick(view, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(100, middle.y()))
    assert field.edit.hasFocus()
    assert bar.value() == before


def test_findings_are_said_in_the_outline_and_on_the_card(desk: Desk) -> None:
    found = Finding("hard-word", "warning", "key_findings[1]", 0, 4, "Rats")
    desk.panel.show_findings((found, replace(found, severity="error", section="key_findings[0]")))
    assert desk.panel.outline.entries["key_findings"].accessibleDescription() == "1 to mend, 1 to look at"


def test_undo_keys_are_left_to_the_program(desk: Desk) -> None:
    undone = []
    action = QAction("Undo", desk.panel)
    action.setShortcut(QKeySequence(QKeySequence.StandardKey.Undo))
    action.triggered.connect(lambda: undone.append(focus().accessibleName()))
    desk.panel.addAction(action)
    fields = [title(desk).title.field.edit, title(desk).journal.edit, findings_list(desk).list.fields[0].edit]
    for field in fields:
        field.setFocus()
        desk.type("x")
        desk.press(Qt.Key.Key_Z, CTRL)
    assert len(undone) == len(fields)


def test_a_section_that_is_chosen_comes_to_the_top_and_stays_there(desk: Desk, qtbot: QtBot) -> None:
    long = "\n\n".join(f"Paragraph {n} of many." for n in range(40))
    desk.show(replace(SUMMARY, simple_explanation=long, research_summary=long))
    desk.panel.show_section("research_summary")
    card, form = desk.panel.form.cards["research_summary"], desk.panel.form
    qtbot.waitUntil(lambda: card.mapTo(form.viewport(), QPoint(0, 0)).y() == 20)
    qtbot.wait(50)
    assert card.mapTo(form.viewport(), QPoint(0, 0)).y() == 20
    assert card.isAncestorOf(focus())


def test_nothing_in_a_card_moves_when_the_writer_enters(desk: Desk, qtbot: QtBot) -> None:
    field = desk.panel.form.fields()[0]
    places = []
    for section in ("research_summary", "simple_explanation"):
        desk.panel.show_section(section)
        qtbot.wait(20)
        places.append((field.x(), field.width()))
    assert places[0] == places[1]


def test_little_room_puts_a_list_in_the_place_of_the_outline(desk: Desk, qtbot: QtBot) -> None:
    for width in (1000, 864, 682):
        desk.panel.resize(width, 700)
        assert desk.panel.outline.isVisible()
        qtbot.waitUntil(lambda: desk.panel.form.horizontalScrollBar().maximum() == 0)
    desk.panel.resize(560, 700)
    assert not desk.panel.outline.isVisible()
    assert desk.panel.chooser.isVisible()
    desk.panel.focus_outline()
    assert desk.panel.chooser.isAncestorOf(focus())
    desk.panel.show_section("facts")
    assert desk.panel.form.horizontalScrollBar().maximum() == 0


def test_a_long_text_is_begun_until_it_has_the_words_that_are_asked_for(desk: Desk) -> None:
    status = desk.panel.form.cards["simple_explanation"]._status
    desk.show(replace(SUMMARY, simple_explanation="- **Rats** " + "ran " * 9))
    desk.panel.show_targets(replace(Targets(), simple_explanation_words=(11, 20)))
    assert status.text() == "Begun"
    desk.panel.show_targets(replace(Targets(), simple_explanation_words=(10, 20)))
    assert status.text() == "Complete"
