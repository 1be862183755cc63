"""The editor by key presses: every section is written, moved, removed and found; carets stay where they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QKeySequence, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.model.dates import PartialDate
from app.model.finding import Finding
from app.model.paper import Author, Paper
from app.model.sections import CARDS
from app.model.summary import Category, CategoryRef, Contributor, Implication, Source, Summary
from app.ui.editor.panel import EditorPanel
from app.ui.editor.sections import FactsSection, ImplicationsSection, ListSection
from app.ui.editor.sources_section import SourcesSection
from app.ui.editor.title_section import TitleSection
from app.ui.fields.chips_field import CategoryPicker
from app.ui.fields.list_field import DropLine

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
KNOWN = (Category("pain", "Pain"), Category("skin-care", "Skin Care"), Category("walking", "Walking"))
SUMMARY = Summary(
    id="one",
    paper=Paper(
        title="Repeated infusion of cells in rats",
        authors=(Author("van der Berg", "Jan"), Author(literal="The ALS Group")),
        journal="Molecular Brain",
        published=PartialDate(2021, 4, 30),
        doi="10.1186/s13041-021-00787-6",
    ),
    categories=(CategoryRef("pain", "Pain"), CategoryRef("walking", "Walking")),
    simple_explanation="We gave rats new cells. The rats could walk for longer.",
    key_findings=("Rats lived longer.", "Rats walked better.", "Rats kept their weight."),
    research_summary="Six rats in each group had four infusions.",
    practical_implications=(Implication("Hope", "It may help."), Implication("Care", "It was in rats.")),
    study_limitations=("Only rats took part.",),
    sources=(Source("First study", "https://example.org/first"),),
)


class Desk:
    """The panel with what a session would do: every edit is taken and shown again."""

    def __init__(self, panel: EditorPanel) -> None:
        self.panel, self.summary = panel, SUMMARY
        self.steps: list[tuple[str, str]] = []
        panel.edited.connect(self._on_edited)

    def show(self, summary: Summary) -> None:
        """Show a summary as the session does after an undo."""
        self.summary = summary
        self.panel.show_summary(summary)

    def _on_edited(self, label: str, summary: Summary, key: str) -> None:
        self.steps.append((label, key))
        self.show(summary)

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is, once what was new has appeared."""
        QApplication.processEvents()
        QTest.keyClick(focus(), key, held)

    def type(self, text: str) -> None:
        """Type where the keyboard is."""
        QTest.keyClicks(focus(), text)


def focus() -> QWidget:
    """The widget that has the keyboard."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    panel = EditorPanel()
    qtbot.addWidget(panel)
    panel.resize(1000, 800)
    panel.show_categories(KNOWN)
    panel.show_summary(SUMMARY)
    desk = Desk(panel)
    panel.show()
    qtbot.waitExposed(panel)
    panel.activateWindow()
    qtbot.waitUntil(panel.isActiveWindow)
    yield desk
    panel.close()


def title(desk: Desk) -> TitleSection:
    section = desk.panel.form.sections["title"]
    assert isinstance(section, TitleSection)
    return section


def findings_list(desk: Desk) -> ListSection:
    section = desk.panel.form.sections["key_findings"]
    assert isinstance(section, ListSection)
    return section


def facts(desk: Desk) -> FactsSection:
    section = desk.panel.form.sections["facts"]
    assert isinstance(section, FactsSection)
    return section


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


@pytest.mark.parametrize("name", ["journal_short", "volume", "issue", "pages", "pmid", "url"])
def test_a_space_can_be_typed_in_every_part_of_the_citation(desk: Desk, name: str) -> None:
    field = title(desk).parts[name]
    title(desk).fold.button.click()
    field.edit.setFocus()
    desk.type("Mol Brain")
    assert field.text() == "Mol Brain"
    assert getattr(desk.summary.paper, name) == "Mol Brain"


def test_one_more_author_leaves_the_others_as_they_are(desk: Desk) -> None:
    title(desk).fold.button.click()
    title(desk).authors.edit.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.type("; Ryo Ukai")
    assert desk.summary.paper.authors == (*SUMMARY.paper.authors, Author("Ukai", "Ryo"))
    assert title(desk).authors.text() == "Jan van der Berg; The ALS Group; Ryo Ukai"


def test_a_date_is_taken_when_it_is_one_and_kept_in_sight_when_it_is_none(desk: Desk) -> None:
    published = title(desk).published
    published.edit.setFocus()
    published.edit.selectAll()
    desk.type("May 2022")
    assert desk.summary.paper.published == PartialDate(2022, 5)
    published.edit.selectAll()
    desk.type("soon")
    desk.panel.show_section("simple_explanation")
    desk.type("x")
    assert published.text() == "soon"
    assert "30 April 2021" in published.edit.accessibleDescription()
    assert desk.summary.paper.published == PartialDate(2022, 5)


def test_undoing_a_date_shows_the_old_one(desk: Desk) -> None:
    published = title(desk).published
    published.edit.setFocus()
    published.edit.selectAll()
    desk.type("2022")
    desk.show(SUMMARY)
    assert published.text() == "April 30, 2021"


def test_a_doi_link_becomes_the_bare_doi_and_half_a_doi_is_told(desk: Desk) -> None:
    doi = title(desk).doi
    doi.edit.setFocus()
    doi.edit.selectAll()
    desk.type("https://doi.org/10.1000/abc")
    assert desk.summary.paper.doi == "10.1000/abc"
    doi.edit.selectAll()
    desk.type("10.1186")
    desk.press(Qt.Key.Key_Tab)
    assert "10.1186/s13041-021-00787-6" in doi.edit.accessibleDescription()


def test_a_fact_that_the_paper_does_not_give_is_not_an_empty_one(desk: Desk) -> None:
    duration = facts(desk).duration
    duration.field.edit.setFocus()
    desk.type("Eight weeks")
    assert desk.summary.study_duration == "Eight weeks"
    duration.unspecified.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.summary.study_duration is None
    desk.press(Qt.Key.Key_Space)
    assert desk.summary.study_duration == "Eight weeks"
    assert desk.summary.participants == ""


def test_another_summary_does_not_inherit_a_fact(desk: Desk) -> None:
    duration = facts(desk).duration
    duration.field.edit.setFocus()
    desk.type("Eight weeks")
    desk.show(replace(SUMMARY, id="two", study_duration=None))
    duration.unspecified.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.summary.study_duration == ""


def test_the_evidence_level_is_chosen_by_key_and_not_by_a_passing_wheel(desk: Desk) -> None:
    level = facts(desk).level
    level.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.summary.evidence_level == "animal"
    desk.panel.show_section("simple_explanation")
    at = QPointF(level.rect().center())
    wheel = QWheelEvent(
        at, level.mapToGlobal(at), QPoint(0, -30), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(level, wheel)
    assert desk.summary.evidence_level == "animal"


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


def test_find_counts_every_section_and_steps_through_them(desk: Desk) -> None:
    desk.panel.show_find()
    desk.type("rats")
    everywhere = "title 1, explanation 2, findings 3, research 1, implications 1, limitations 1"
    assert desk.panel.find_bar.count() == "9 found", everywhere
    desk.press(Qt.Key.Key_Return)
    assert desk.panel.find_bar.count() == "1 of 9"
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert desk.panel.find_bar.count() == "9 of 9"
    desk.press(Qt.Key.Key_Escape)
    assert not desk.panel.find_bar.isVisible()
    assert desk.panel.form.sections["study_limitations"].isAncestorOf(focus())


def test_find_reaches_the_citation_and_follows_the_text(desk: Desk) -> None:
    desk.panel.show_find()
    desk.type("molecular")
    assert desk.panel.find_bar.count() == "1 found"
    desk.press(Qt.Key.Key_Return)
    assert title(desk).journal.edit.selectedText() == "Molecular"
    desk.show(replace(SUMMARY, paper=replace(SUMMARY.paper, journal="Cell")))
    assert desk.panel.find_bar.count() == "Not found"


def test_the_card_one_writes_in_wears_the_edge_and_the_outline_follows(desk: Desk) -> None:
    desk.panel.show_section("research_summary")
    active = [name for name, card in desk.panel.form.cards.items() if card.property("active") == "true"]
    assert active == ["research_summary"]
    assert [name for name, entry in desk.panel.outline.entries.items() if entry.isChecked()] == active


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


def test_a_list_that_is_written_says_how_much_it_holds(desk: Desk) -> None:
    assert desk.panel.outline.entries["key_findings"].accessibleDescription() == "3 findings"
    assert desk.panel.outline.entries["study_limitations"].accessibleDescription() == "1 limitation"


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
