"""Findings, cards, sources, related papers and categories: added, moved and removed by keys."""

from __future__ import annotations

from editor_desk import ALT, CTRL, SHIFT, SUMMARY, Desk, findings_list, focus, title
from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.model.summary import Contributor, Implication, Source
from app.ui.editor.sections import ImplicationsSection
from app.ui.editor.sources_section import SourcesSection
from app.ui.fields.chips_field import CategoryPicker
from app.ui.fields.list_field import DropLine


def test_a_finding_is_added_moved_and_removed_by_keys(desk: Desk) -> None:
    rows = findings_list(desk).list
    rows.fields[1].edit.setFocus()
    desk.press(Qt.Key.Key_Up, ALT)
    assert desk.summary.key_findings == ("Rats walked better.", "Rats lived longer.", "Rats kept their weight.")
    assert rows.fields[0].edit.hasFocus()
    desk.press(Qt.Key.Key_Up, ALT)
    desk.press(Qt.Key.Key_Down, ALT)
    assert desk.summary.key_findings == SUMMARY.key_findings
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.type("New.")
    assert desk.summary.key_findings[2] == "New."
    desk.press(Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert desk.summary.key_findings == SUMMARY.key_findings
    assert list(dict.fromkeys(desk.steps)) == [
        ("Move finding 2 up", ""),
        ("Move finding 1 down", ""),
        ("Add a finding", ""),
        ("Edit finding 3", "key_findings[2]"),
        ("Remove finding 3", ""),
    ]


def test_a_finding_is_dragged_by_its_handle(desk: Desk) -> None:
    desk.panel.show_section("key_findings")
    rows = findings_list(desk).list
    handles = [b for b in rows.findChildren(QToolButton) if b.accessibleName().startswith("Move finding")]
    QTest.mousePress(handles[0], Qt.MouseButton.LeftButton)
    under = handles[0].mapFromGlobal(handles[2].mapToGlobal(QPoint(5, 40)))
    QTest.mouseMove(handles[0], under)
    line = rows.findChild(DropLine)
    assert line is not None
    assert line.isVisible()
    QTest.mouseRelease(handles[0], Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, under)
    assert not line.isVisible()
    assert desk.summary.key_findings == ("Rats walked better.", "Rats kept their weight.", "Rats lived longer.")


def test_a_card_is_written_moved_and_removed_by_keys(desk: Desk) -> None:
    section = desk.panel.form.sections["practical_implications"]
    assert isinstance(section, ImplicationsSection)
    section.cards.fields[0].edit.setFocus()
    desk.press(Qt.Key.Key_Down, ALT)
    assert [card.heading for card in desk.summary.practical_implications] == ["Care", "Hope"]
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.type("Ask")
    desk.press(Qt.Key.Key_Tab)
    desk.type("Ask your clinic.")
    assert desk.summary.practical_implications[2] == Implication("Ask", "Ask your clinic.")
    desk.press(Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert len(desk.summary.practical_implications) == 2
    assert section.isAncestorOf(focus())


def test_sources_are_added_moved_and_removed_by_keys(desk: Desk) -> None:
    section = desk.panel.form.sections["sources"]
    assert isinstance(section, SourcesSection)
    section.sources.add_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.type("Second study")
    assert desk.summary.sources == (*SUMMARY.sources, Source("Second study"))
    desk.press(Qt.Key.Key_Up, ALT)
    assert desk.summary.sources[0] == Source("Second study")
    desk.press(Qt.Key.Key_Backspace, CTRL | SHIFT)
    assert desk.summary.sources == SUMMARY.sources
    assert section.isAncestorOf(focus())


def test_related_papers_and_the_writer_are_written(desk: Desk) -> None:
    section = desk.panel.form.sections["sources"]
    assert isinstance(section, SourcesSection)
    section.related.add_button.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.type("A first study in people")
    desk.press(Qt.Key.Key_Tab)
    desk.type("Ada van Berg; The Group")
    desk.press(Qt.Key.Key_Tab)
    desk.type("2019")
    paper = desk.summary.related_research[-1]
    assert (paper.title, [author.full() for author in paper.authors]) == (
        "A first study in people",
        ["Ada van Berg", "The Group"],
    )
    assert paper.published is not None and paper.published.year == 2019
    section.writer.edit.setFocus()
    desk.type("Sam Writer")
    assert Contributor("writer", "Sam Writer") in desk.summary.contributors


def test_a_category_is_found_added_made_and_removed(desk: Desk, qtbot: QtBot) -> None:
    chips = title(desk).categories
    for words, slug in (("skin", "skin-care"), ("Sleep", "sleep")):
        QTest.keyClick(chips.add_button, Qt.Key.Key_Space)
        picker = desk.panel.findChild(CategoryPicker)
        assert picker is not None
        QTest.keyClicks(picker.search, words)
        QTest.keyClick(picker.search, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda: desk.panel.findChild(CategoryPicker) is None)
        assert desk.summary.categories[-1].slug == slug
    remove = next(b for b in chips.findChildren(QToolButton) if b.accessibleName() == "Remove category Pain")
    QTest.keyClick(remove, Qt.Key.Key_Space)
    assert [ref.slug for ref in desk.summary.categories] == ["walking", "skin-care", "sleep"]
    assert [label for label, _ in desk.steps] == ["Add category", "Add category", "Remove category"]


def test_a_list_that_is_written_says_how_much_it_holds(desk: Desk) -> None:
    assert desk.panel.outline.entries["key_findings"].accessibleDescription() == "3 findings"
    assert desk.panel.outline.entries["study_limitations"].accessibleDescription() == "1 limitation"


def test_the_links_of_a_pasted_page_are_offered_as_sources(desk: Desk) -> None:
    section = desk.panel.form.sections["sources"]
    assert isinstance(section, SourcesSection)
    field = desk.panel.form.field("research_summary")
    assert field is not None
    boilerplate = "Join our mailing list today!\n\n"
    page = "The study was small.\n\nSource: The paper https://example.org/paper\n\n" + 3 * boilerplate
    paste = QMimeData()
    paste.setText(page)
    field.place_caret(len(field.text()))
    field.edit.insertFromMimeData(paste)
    assert "The study was small." in desk.summary.research_summary
    assert "mailing list" not in desk.summary.research_summary
    section.take_button.click()
    assert desk.summary.sources[-1].url == "https://example.org/paper"
