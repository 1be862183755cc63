"""“Look a paper up” and the citation diff by key presses."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.model.dates import PartialDate
from app.model.paper import Author, Notice, Paper
from app.papers.identifiers import Identifier
from app.ui.dialogs.citation_diff import CitationDiffDialog
from app.ui.dialogs.lookup import LookupDialog

HAVE = Paper(title="Four cups", authors=(Author("Lovell", "A"),), doi="10.5555/tea", published=PartialDate(2023))
SAYS = Paper(
    title="Four cups of tea a day",
    authors=(Author("Lovell", "Ada"), Author(literal="The <b>Morning</b> Group")),
    journal="Journal of Invented Drinks",
    volume="12",
    doi="10.5555/TEA",
    published=PartialDate(2024, 3),
    notices=(Notice("retraction", "10.5555/r", "2025-06-01"), Notice("correction", "", "2024-09")),
)


def key(key: Qt.Key) -> None:
    QTest.keyClick(QApplication.focusWidget(), key)


def shown(qtbot: QtBot, dialog: LookupDialog | CitationDiffDialog) -> None:
    qtbot.addWidget(dialog)
    with qtbot.waitActive(dialog):
        dialog.show()
        dialog.activateWindow()


def words_of(dialog: CitationDiffDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisibleTo(dialog))


@pytest.fixture
def lookup(qtbot: QtBot) -> LookupDialog:
    dialog = LookupDialog(may_look_up=True)
    shown(qtbot, dialog)
    return dialog


def test_a_pasted_link_is_looked_up_by_enter(lookup: LookupDialog, qtbot: QtBot) -> None:
    assert lookup.field.hasFocus()
    qtbot.keyClicks(lookup.field, "https://pubmed.ncbi.nlm.nih.gov/39000001/")
    with qtbot.waitSignal(lookup.asked) as asked:
        key(Qt.Key.Key_Return)
    assert asked.args == [Identifier("pmid", "39000001")]
    assert lookup.is_asking and not lookup.field.isEnabled() and lookup.cancel.hasFocus()


def test_words_without_a_number_are_told_how_one_looks(lookup: LookupDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(lookup.asked):
        qtbot.keyClicks(lookup.field, "that paper about tea")
        key(Qt.Key.Key_Return)
    assert "A DOI looks like 10.1186/" in lookup.fault.words.text()
    assert lookup.field.hasFocus() and lookup.field.selectedText() == "that paper about tea"
    qtbot.keyClicks(lookup.field, "1")
    assert lookup.fault.isHidden()


def test_escape_gives_the_lookup_up_first_and_closes_then(lookup: LookupDialog, qtbot: QtBot) -> None:
    lookup.start("10.5555/tea")
    with qtbot.waitSignal(lookup.cancel_requested):
        key(Qt.Key.Key_Escape)
    assert lookup.isVisible() and lookup.field.hasFocus() and lookup.field.text() == "10.5555/tea"
    key(Qt.Key.Key_Escape)
    assert not lookup.isVisible()


def test_progress_names_the_service_and_a_fault_brings_the_field_back(lookup: LookupDialog, qtbot: QtBot) -> None:
    lookup.start("10.5555/tea")
    lookup.show_progress(2, 5)
    qtbot.waitUntil(lambda: lookup.asking.words.text() == "Asking Crossref")
    lookup.show_fault("Crossref cannot be reached. Check the internet connection, then try again.")
    assert lookup.asking.isHidden() and lookup.field.hasFocus()
    lookup.show_progress(3, 5)
    assert lookup.asking.isHidden()


def test_the_first_time_it_says_what_is_sent_where(qtbot: QtBot) -> None:
    dialog = LookupDialog(may_look_up=False)
    shown(qtbot, dialog)
    qtbot.keyClicks(dialog.field, "10.5555/tea")
    with qtbot.assertNotEmitted(dialog.asked):
        key(Qt.Key.Key_Return)
    said = "\n".join(label.text() for label in dialog.sent.findChildren(QLabel))
    for name in ("Crossref", "PubMed", "Europe PMC", "DataCite", "Nothing of what you write is sent"):
        assert name in said
    assert dialog.look_up.text() == "Go on" and dialog.look_up.hasFocus()
    qtbot.keyClicks(dialog.sent.mail, "ada@example.org")
    heard: list[object] = []
    dialog.agreed.connect(heard.append)
    dialog.asked.connect(heard.append)
    key(Qt.Key.Key_Return)
    assert heard == ["ada@example.org", Identifier("doi", "10.5555/tea")]


def test_who_does_not_agree_sends_nothing(qtbot: QtBot) -> None:
    dialog = LookupDialog(may_look_up=False)
    shown(qtbot, dialog)
    with qtbot.assertNotEmitted(dialog.asked), qtbot.assertNotEmitted(dialog.agreed):
        dialog.start("10.5555/tea")
        key(Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_what_is_sent_can_be_read_again(lookup: LookupDialog) -> None:
    lookup.what_is_sent.setFocus()
    key(Qt.Key.Key_Space)
    assert lookup.sent.isVisible()
    key(Qt.Key.Key_Escape)
    assert lookup.isVisible() and lookup.field.isVisible()


def test_the_same_paper_in_the_library_is_said(lookup: LookupDialog, qtbot: QtBot) -> None:
    lookup.start("10.5555/tea")
    lookup.show_other("7", "Does tea <b>wake</b> you?")
    assert lookup.other.isVisible()
    lookup.other.open.setFocus()
    with qtbot.waitSignals([lookup.cancel_requested, lookup.open_requested]):
        key(Qt.Key.Key_Space)
    assert not lookup.isVisible()


# The diff


@pytest.fixture
def diff(qtbot: QtBot) -> CitationDiffDialog:
    dialog = CitationDiffDialog(HAVE, SAYS, {"title": "Crossref", "published": "PubMed"})
    shown(qtbot, dialog)
    return dialog


def test_without_a_tick_only_empty_fields_are_filled(diff: CitationDiffDialog, qtbot: QtBot) -> None:
    assert set(diff.table.boxes) == {"title", "authors", "published"}
    with qtbot.waitSignal(diff.taken) as taken:
        key(Qt.Key.Key_Return)
    paper = taken.args[0]
    assert (paper.title, paper.authors, paper.published) == (HAVE.title, HAVE.authors, HAVE.published)
    assert (paper.journal, paper.volume, paper.doi) == ("Journal of Invented Drinks", "12", "10.5555/tea")
    assert paper.notices == SAYS.notices


def test_a_ticked_field_is_replaced(diff: CitationDiffDialog, qtbot: QtBot) -> None:
    diff.table.boxes["title"].setFocus()
    key(Qt.Key.Key_Space)
    assert diff.fill.text() == "Fill 3, replace 1"
    key(Qt.Key.Key_Tab)
    assert diff.table.boxes["authors"].hasFocus()
    with qtbot.waitSignal(diff.taken) as taken:
        key(Qt.Key.Key_Return)
    assert taken.args[0].title == SAYS.title and taken.args[0].authors == HAVE.authors


def test_all_can_be_ticked_and_unticked(diff: CitationDiffDialog) -> None:
    diff.all.setFocus()
    key(Qt.Key.Key_Space)
    assert diff.table.ticked() == {"title", "authors", "published"} and diff.all.text() == "Untick all"
    key(Qt.Key.Key_Space)
    assert not diff.table.ticked()


def test_escape_changes_nothing(diff: CitationDiffDialog, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(diff.taken):
        key(Qt.Key.Key_Escape)


def test_a_retraction_stands_first_and_both_sides_are_shown_as_plain_text(diff: CitationDiffDialog) -> None:
    said = words_of(diff)
    assert said.index("This paper was retracted on June 1, 2025.") < said.index("This paper was corrected in")
    assert said.index("This paper was corrected in September 2024.") < said.index("You have")
    assert "Four cups of tea a day" in said and "Crossref" in said and "2023" in said and "March 2024" in said
    assert "Ada Lovell; The <b>Morning</b> Group" in said
    group = next(label for label in diff.findChildren(QLabel) if "<b>Morning" in label.text())
    assert group.textFormat() == Qt.TextFormat.PlainText


def test_every_control_has_a_name(diff: CitationDiffDialog, lookup: LookupDialog) -> None:
    for dialog in (diff, lookup):
        for kind in (QCheckBox, QPushButton, QLineEdit):
            for control in dialog.findChildren(kind):
                name = control.accessibleName() or (control.text() if kind is not QLineEdit else "")
                assert name or control.isHidden(), control
    assert diff.table.boxes["title"].accessibleDescription() == (
        "You have: Four cups. The record says: Four cups of tea a day."
    )


def test_a_notice_that_is_known_is_not_lost_when_the_record_has_another(qtbot: QtBot) -> None:
    concern = Notice("concern", "10.5555/c")
    dialog = CitationDiffDialog(Paper(notices=(concern,)), SAYS, {})
    shown(qtbot, dialog)
    with qtbot.waitSignal(dialog.taken) as taken:
        key(Qt.Key.Key_Return)
    assert concern in taken.args[0].notices and len(taken.args[0].notices) == 3


def test_the_record_of_another_paper_fills_nothing_until_its_doi_is_wanted(qtbot: QtBot) -> None:
    dialog = CitationDiffDialog(Paper(title="Milk", doi="10.5555/milk"), SAYS, {})
    shown(qtbot, dialog)
    assert "This is the record of another paper: its DOI is 10.5555/TEA" in dialog.words.text()
    assert not dialog.fill.isEnabled()
    dialog.table.boxes["doi"].setFocus()
    key(Qt.Key.Key_Space)
    assert dialog.fill.isEnabled() and "5 empty fields are filled" in dialog.words.text()
    with qtbot.waitSignal(dialog.taken) as taken:
        key(Qt.Key.Key_Return)
    assert (taken.args[0].doi, taken.args[0].title, taken.args[0].volume) == ("10.5555/TEA", "Milk", "12")


def test_a_field_of_another_paper_can_be_taken_alone(qtbot: QtBot) -> None:
    have = Paper(title="Milk", doi="10.5555/milk")
    dialog = CitationDiffDialog(have, SAYS, {})
    shown(qtbot, dialog)
    dialog.offer_text("Put the open full text beside the form")
    dialog.table.boxes["title"].setChecked(True)
    with qtbot.assertNotEmitted(dialog.text_wanted), qtbot.waitSignal(dialog.taken) as taken:
        key(Qt.Key.Key_Return)
    assert taken.args[0] == Paper(title=SAYS.title, doi="10.5555/milk")


def test_a_record_that_says_the_same_leaves_nothing_to_do(qtbot: QtBot) -> None:
    dialog = CitationDiffDialog(SAYS, SAYS, {})
    shown(qtbot, dialog)
    assert "Your citation already says what the record says." in words_of(dialog)
    assert dialog.fill.isHidden() and dialog.cancel.text() == "Close"


def test_the_open_text_alone_can_be_taken(qtbot: QtBot) -> None:
    dialog = CitationDiffDialog(SAYS, SAYS, {})
    dialog.offer_text("Put the open full text beside the form (Europe PMC, 4,120 words)")
    shown(qtbot, dialog)
    assert dialog.fill.text() == "Attach the text"
    with qtbot.assertNotEmitted(dialog.taken), qtbot.waitSignal(dialog.text_wanted):
        key(Qt.Key.Key_Return)


def test_the_dialog_is_as_high_as_what_it_shows(qtbot: QtBot) -> None:
    heights = []
    for says in (Paper(doi="10.1000/b"), Paper(doi="10.1000/b", title="Rats " * 40, abstract="Cells " * 300)):
        dialog = CitationDiffDialog(Paper(doi="10.1000/a", title="Mice"), says, {})
        qtbot.addWidget(dialog)
        dialog.show()
        heights.append(dialog.height())
    assert heights[0] == 300 < heights[1] <= 680
