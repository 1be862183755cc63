"""The reading panel with real readings: what it says, where its rows go, and that nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.model.finding import Finding
from app.model.site import Targets
from app.text.drivers import reading
from app.ui.look import fonts, style
from app.ui.reading.panel import ReadingPanel
from app.ui.reading.rows import MissingRow, Row, SentenceRow, WordRow

HARD = (
    "Amyotrophic lateral sclerosis (ALS) is a fatal disease where motor neurons degenerate. The study investigates if"
    " repeated infusions of mesenchymal stem cells (MSCs) can improve outcomes in an ALS rat model, compared to a"
    " single infusion. The researchers found that repeated MSC infusions (four times weekly) extended the survival"
    " period, protected motor functions, and reduced deterioration of locomotor activity compared to a single"
    " infusion or vehicle infusion."
)
EASY = "The team gave cells to rats. The rats lived longer. They could walk for more days than the rest of them. " * 4
GERMAN = (
    "Der Hund ist heute mit dem Kind in den Wald gegangen und hat dort einen Baum gesehen, der sehr alt war und viele"
    " grüne Blätter hatte."
)
MISSING = tuple(
    Finding("section-missing", "error", section, None, None, None)
    for section in ("key_findings[0]", "study_limitations[0]")
)


@pytest.fixture
def panel(qtbot: QtBot, qapp: QApplication) -> Iterator[ReadingPanel]:
    fonts.load()
    style.apply(qapp, "light", 100)
    panel = ReadingPanel()
    qtbot.addWidget(panel)
    panel.resize(392, 900)
    panel.show()
    qtbot.waitExposed(panel)
    yield panel
    panel.close()
    style.apply(qapp, "light", 100)


def rows(panel: ReadingPanel, kind: type[Row]) -> list[Row]:
    return [row for row in panel.findChildren(kind) if row.isVisible()]


def said(panel: ReadingPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if label.isVisible())


def test_a_hard_text_says_how_hard_and_what_makes_it_so(panel: ReadingPanel) -> None:
    panel.show_reading(reading(HARD, Targets()))
    words = said(panel)
    assert "Grade 17" in words and "Far harder than your target." in words
    assert "Three sentences are few: the true grade lies between" in words
    assert "24 words. Split before “compared”." in words
    assert len(rows(panel, SentenceRow)) == 2 and len(rows(panel, WordRow)) >= 3
    assert "All of these together" in words and "SMOG" in words


def test_an_easy_text_has_nothing_to_mend(panel: ReadingPanel) -> None:
    panel.show_reading(reading(HARD, Targets()), MISSING)
    panel.show_reading(reading(EASY, Targets()))
    words = said(panel)
    assert "Easier than your target" in words
    assert not rows(panel, SentenceRow) and not rows(panel, MissingRow)
    assert "Before it is ready" not in words


@pytest.mark.parametrize(
    ("text", "heading", "advice"),
    [
        ("", "No grade yet", "Write two or three sentences in Simple Explanation"),
        (GERMAN, "Not scored", "Write Simple Explanation in English sentences"),
    ],
)
def test_without_a_score_it_says_what_to_do(panel: ReadingPanel, text: str, heading: str, advice: str) -> None:
    panel.show_reading(reading(HARD, Targets()))
    panel.show_reading(reading(text, Targets()))
    words = said(panel)
    assert heading in words and advice in words
    assert "Grade" not in words and "SMOG" not in words


def test_a_short_text_is_not_judged(panel: ReadingPanel) -> None:
    panel.show_reading(reading("Investigators administered intravenous infusions.", Targets()))
    assert "Too short to judge yet." in said(panel)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_key_on_a_sentence_goes_to_it(panel: ReadingPanel, qtbot: QtBot, key: Qt.Key) -> None:
    panel.show_reading(reading(HARD, Targets()))
    first = rows(panel, SentenceRow)[0]
    first.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.waitSignal(panel.go_to_requested) as asked:
        qtbot.keyClick(first, key)
    section, start, end = asked.args
    assert section == "simple_explanation"
    assert HARD[start:end].startswith("The ") and HARD[start:end].endswith(".")


def test_a_click_on_a_word_goes_to_it_in_marked_up_text(panel: ReadingPanel, qtbot: QtBot) -> None:
    text = "**Intro** and more. " + HARD.replace("investigates", "*investigates*")
    panel.show_reading(reading(text, Targets()))
    word = next(row for row in rows(panel, WordRow) if isinstance(row, WordRow) and row.driver.text == "investigates")
    with qtbot.waitSignal(panel.go_to_requested) as asked:
        qtbot.mouseClick(word, Qt.MouseButton.LeftButton)
    assert text[asked.args[1] : asked.args[2]] == "investigates"


def test_what_is_missing_is_a_row_that_goes_there(panel: ReadingPanel, qtbot: QtBot) -> None:
    panel.show_reading(reading(HARD, Targets()), MISSING * 4)
    assert len(rows(panel, MissingRow)) == 6 and "And 2 more: see Checks." in said(panel)
    with qtbot.waitSignal(panel.go_to_requested) as asked:
        qtbot.keyClick(rows(panel, MissingRow)[1], Qt.Key.Key_Return)
    assert asked.args == ["study_limitations[0]", 0, 0]


def test_the_keyboard_stays_on_its_row_while_the_text_changes(panel: ReadingPanel) -> None:
    panel.show_reading(reading(HARD, Targets()))
    second = rows(panel, SentenceRow)[1]
    second.setFocus(Qt.FocusReason.TabFocusReason)
    panel.show_reading(reading(HARD.replace("fatal", "deadly"), Targets()))
    assert QApplication.focusWidget() is second


def test_tab_walks_the_rows_from_top_to_bottom(panel: ReadingPanel, qtbot: QtBot) -> None:
    panel.show_reading(reading(HARD, Targets()), MISSING)
    wanted = [*rows(panel, SentenceRow), *rows(panel, WordRow), *rows(panel, MissingRow)]
    wanted[0].setFocus(Qt.FocusReason.TabFocusReason)
    for row in wanted:
        assert QApplication.focusWidget() is row
        qtbot.keyClick(row, Qt.Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QPushButton)


def test_how_it_is_counted_opens_in_place(panel: ReadingPanel, qtbot: QtBot) -> None:
    panel.show_reading(reading(HARD, Targets()))
    button = next(found for found in panel.findChildren(QPushButton) if found.text() == "How this is counted")
    assert "one syllable" not in said(panel)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Space)
    words = said(panel)
    assert "MRI or mRNA counts as one syllable" in words and "43 is three syllables" in words
    assert "Made for 30 sentences or more" in words and "Dale-Chall" in words
    qtbot.keyClick(button, Qt.Key.Key_Space)
    assert "one syllable" not in said(panel)


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_cut_in_the_narrowest_panel(panel: ReadingPanel, qapp: QApplication, percent: int) -> None:
    style.apply(qapp, "light", percent)
    panel.show_reading(reading(HARD, Targets()), MISSING)
    next(found for found in panel.findChildren(QPushButton)).click()
    qapp.processEvents()
    for widget in panel.findChildren(QWidget):
        if widget.isVisible() and widget.window() is panel:
            right = widget.mapTo(panel, widget.rect().topRight()).x()
            assert right < panel.width(), (widget, getattr(widget, "text", lambda: "")())
    for label in panel.findChildren(QLabel):
        if label.isVisible() and label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()), label.text()


def test_rows_speak_for_whoever_listens(panel: ReadingPanel) -> None:
    panel.show_reading(reading(HARD, Targets()))
    first = rows(panel, SentenceRow)[0]
    assert first.accessibleName().startswith("Sentence 1: The ")
    assert "Grade " in first.accessibleDescription()
    assert rows(panel, WordRow)[0].accessibleName().endswith("”")
