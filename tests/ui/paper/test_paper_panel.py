"""The Paper panel with a real text: searching, choosing, showing passages, offers and links, by keys and by clicks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.model.claims import linked
from app.model.finding import PassageSpan
from app.model.paper import Paper
from app.model.paper_text import AttachedPaper, Block, PaperText, ReadWarning
from app.model.summary import Passage, Summary
from app.ui.look import fonts, style
from app.ui.paper.panel import PaperPanel
from app.ui.paper.rows import NumberRow
from app.work.beside import answered

TEXT = PaperText(
    (
        Block("heading", "Repeated infusions in rats", 1),
        Block("heading", "Methods", 1),
        Block("paragraph", "Forty-three rats were enrolled. 𝛼-Synuclein rats were infused once a week, four times.", 1),
        Block("heading", "Results", 2),
        Block("paragraph", "Treated rats lived 77 days after the first infusion,\nand the others 51 days.", 2),
        Block("caption", "Fig. 1 Days until death. The dose was \ufffd5 mg.", 2),
        Block("heading", "Limitations", 3),
        Block("paragraph", "A limitation of this study is that only male rats were used.", 3),
    )
)
PAPER = AttachedPaper("text", TEXT, "rats.txt", warnings=(ReadWarning("unreadable-signs", "page 2"),))
SUMMARY = Summary("s", simple_explanation="Some rats lived for 77 days. Others lived for 60 days.")


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[PaperPanel]:
    fonts.load()
    style.apply(qapp, "light", 100)
    panel = PaperPanel()
    qtbot.addWidget(panel)
    panel.resize(480, 760)
    panel.show()
    qtbot.waitExposed(panel)
    panel.show_paper(PAPER)
    panel.show_summary(SUMMARY)
    yield panel
    panel.close()
    style.apply(qapp, "light", 100)


def ask(panel: PaperPanel, summary: Summary, section: str, offset: int) -> None:
    answer = answered(TEXT, summary, section, offset)
    panel.show_suggestions(answer.suggestions)
    panel.show_sentence(answer.sentence)


def said(panel: PaperPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_the_text_stands_there_code_point_for_code_point(panel: PaperPanel) -> None:
    whole, shown = TEXT.whole(), panel.view.whole()
    assert len(shown) == len(whole)
    for words in ("Forty-three", "once a week", "\ufffd5 mg", "only male"):
        start = whole.index(words)
        panel.view.choose(start, start + len(words))
        choice = panel.view.choice()
        assert choice == PassageSpan(start, start + len(words), words)
        assert panel.view.textCursor().selectedText() == words
    assert "rats.txt" in said(panel) and "could not be read (page 2)" in said(panel)


def test_search_counts_and_goes_round_by_keys(panel: PaperPanel) -> None:
    panel.focus_search()
    QTest.keyClicks(panel.search.field, "rats")
    assert panel.search.field.count.text() == "1 of 5"
    QTest.keyClick(panel.search.field, Qt.Key.Key_Return)
    assert panel.search.field.count.text() == "2 of 5"
    for _ in range(2):
        QTest.keyClick(panel.search.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert panel.search.field.count.text() == "5 of 5"
    panel.search.field.setText("infusion, and the")  # over a line end of the paper
    assert panel.search.field.count.text() == "1 of 1"
    panel.search.field.setText("zebra")
    assert panel.search.field.count.text() == "Not found"
    QTest.keyClick(panel.search.field, Qt.Key.Key_Escape)
    assert panel.search.field.text() == "" and panel.search.field.count.text() == ""


def test_a_heading_is_reached_by_keys(panel: PaperPanel) -> None:
    QTest.mouseClick(panel.search.headings, Qt.MouseButton.LeftButton)
    assert panel.headings.hasFocus()
    assert [panel.headings.item(row).text() for row in range(panel.headings.count())][1:] == [
        "Methods",
        "Results",
        "Limitations",
    ]
    panel.headings.setCurrentRow(2)
    QTest.keyClick(panel.headings, Qt.Key.Key_Return)
    assert panel.view.isVisible() and panel.view.textCursor().block().text() == "Results"


def test_selected_words_are_used_by_keys(panel: PaperPanel, qtbot: QtBot) -> None:
    start = TEXT.whole().index("only male rats")
    panel.view.choose(start, start + len("only male rats"))
    qtbot.waitUntil(panel.use_button.isVisible)
    panel.open_use_menu()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    with qtbot.waitSignal(panel.use_requested) as used:
        QTest.keyClick(menu, Qt.Key.Key_L)
    assert used.args == ["study_limitations", PassageSpan(start, start + 14, "only male rats")]


def test_numbers_say_how_the_paper_answers(panel: PaperPanel) -> None:
    ask(panel, SUMMARY, "simple_explanation", 3)
    rows = [row for row in panel.findChildren(NumberRow) if row.isVisible()]
    assert [row.accessibleName() for row in rows] == ["77 days: found"]
    QTest.mouseClick(rows[0], Qt.MouseButton.LeftButton)
    assert panel.view.passage is not None and "77 days" in panel.view.passage.text
    ask(panel, SUMMARY, "simple_explanation", 40)
    rows = [row for row in panel.findChildren(NumberRow) if row.isVisible()]
    assert len(rows) == 1 and not rows[0].accessibleName().endswith(": found")


def test_a_rate_that_differs_says_what_the_paper_says_and_underlines_it(panel: PaperPanel) -> None:
    wrong = replace(SUMMARY, simple_explanation="The rats were infused four times a week in 93 cages.")
    ask(panel, wrong, "simple_explanation", 3)
    rows = {row.accessibleName(): row for row in panel.findChildren(NumberRow) if row.isVisible()}
    [differs] = [name for name in rows if "the paper: “once a week, four times”" in name]
    QTest.mouseClick(rows[differs], Qt.MouseButton.LeftButton)
    assert len(panel.view.extraSelections()) == 2
    [gone] = [name for name in rows if name.endswith("not in the paper")]
    before = panel.view.passage
    QTest.mouseClick(rows[gone], Qt.MouseButton.LeftButton)  # there is nothing to show
    assert panel.view.passage == before


def test_a_sentence_is_linked_called_explanation_and_opened(panel: PaperPanel, qtbot: QtBot) -> None:
    ask(panel, SUMMARY, "simple_explanation", 3)
    part = panel.sentence_part
    assert "Where sentence 1 comes from" in said(panel) and "2 of 2 sentences open" in said(panel)
    with qtbot.waitSignal(panel.confirmed) as confirmed:
        panel.confirm_best()
    assert "77 days" in confirmed.args[0].text
    with qtbot.waitSignal(panel.explanation_requested):
        QTest.mouseClick(part.explanation, Qt.MouseButton.LeftButton)
    span = confirmed.args[0]
    summary = linked(SUMMARY, "simple_explanation", 0, 28, Passage(" ".join(span.text.split()), "page 2"))
    ask(panel, summary, "simple_explanation", 3)
    assert "Linked: page 2" in said(panel) and "1 of 2 sentences open" in said(panel)
    assert part.passage.show_button.isVisible() and not part.passage.take_button.isVisible()
    with qtbot.waitSignal(panel.open_requested):
        QTest.mouseClick(part.unlink, Qt.MouseButton.LeftButton)
    panel.confirm_best()  # what is linked is not linked again


def test_what_the_paper_says_follows_the_first_empty_fact_then_the_field(panel: PaperPanel, qtbot: QtBot) -> None:
    ask(panel, SUMMARY, "title", 0)
    assert panel.says.field == "participants"
    with qtbot.waitSignal(panel.use_requested) as used:
        panel.below.focus_offers()
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert used.args[0] == "participants" and "Forty-three rats" in used.args[1].text
    panel.show_field("study_limitations[0]")
    assert panel.says.field == "study_limitations"
    panel.show_field("research_summary")  # nothing is offered for it: the last field stays
    assert panel.says.field == "study_limitations"


def test_a_passage_is_shown_without_leaving_the_form(panel: PaperPanel) -> None:
    start = TEXT.whole().index("A limitation")
    before = QApplication.focusWidget()
    panel.show_passage(PassageSpan(start, start + 12, "A limitation"))
    assert panel.view.passage == PassageSpan(start, start + 12, "A limitation")
    assert len(panel.view.extraSelections()) == 1
    assert QApplication.focusWidget() is before


def test_without_a_paper_the_ways_to_bring_one_in_are_offered(panel: PaperPanel, qtbot: QtBot) -> None:
    panel.show_paper(None)
    with qtbot.waitSignal(panel.attach_requested):
        QTest.mouseClick(panel.empty.attach, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize(("width", "height"), [(392, 420), (480, 760), (640, 900)])
def test_nothing_is_cut_sideways(panel: PaperPanel, width: int, height: int, qtbot: QtBot) -> None:
    ask(panel, SUMMARY, "simple_explanation", 3)
    panel.resize(width, height)
    qtbot.waitUntil(lambda: panel.width() == width)
    QApplication.processEvents()
    inside = panel.below.widget()
    assert inside.width() <= panel.below.viewport().width()
    right = panel.mapToGlobal(panel.rect().topRight()).x()
    for button in (panel.search.headings, panel.head.more, panel.says.next, panel.sentence_part.next_open):
        if button.isVisible():
            assert button.mapToGlobal(button.rect().topRight()).x() <= right
    assert panel.view.height() > height * 0.3


def test_a_book_of_500_pages_is_shown_and_searched(panel: PaperPanel) -> None:
    blocks = tuple(
        Block("paragraph", f"On page {page} the rats were given cells. " * 12, page)
        for page in range(500)
        for _ in range(6)
    )
    panel.show_paper(AttachedPaper("pdf", PaperText(blocks), "book.pdf"))
    QApplication.processEvents()
    panel.search.field.setText("page 499")
    assert panel.search.field.count.text() == "1 of 72"


def test_another_paper_is_shown_from_its_beginning(panel: PaperPanel, qapp: QApplication) -> None:
    long = PaperText(tuple(Block("paragraph", f"Paragraph {number} of many. " * 12) for number in range(60)))
    panel.hide()  # as behind another tab
    panel.show_paper(AttachedPaper("text", long, "long.txt"))
    panel.show()
    qapp.processEvents()
    assert panel.view.verticalScrollBar().value() == 0 and panel.view.first_in_sight() < 12
    panel.view.scroll_to(len(long.whole()) // 2)
    there = panel.view.first_in_sight()
    panel.show_size(20)
    assert abs(panel.view.first_in_sight() - there) < 600, "another size keeps the place"


def test_the_papers_own_title_is_not_asked_where_it_comes_from() -> None:
    summary = Summary("s", paper=Paper(title="Rats were infused once a week"))
    assert answered(TEXT, summary, "title", 3).sentence is None
    assert answered(TEXT, replace(summary, plain_title="Rats lived 77 days"), "title", 3).sentence is not None
