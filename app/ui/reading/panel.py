"""The reading panel: how hard the Simple Explanation reads, what makes it hard, and what is missing before it is ready.

Its rows are kept and filled afresh, so that the keyboard stays where it is while the text changes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.model.score import Reading, Score
from app.text.drivers import MOST_SENTENCES, MOST_WORDS
from app.translation import _
from app.ui.look import fonts, labels
from app.ui.look.band import Band
from app.ui.look.disclosure import Disclosure
from app.ui.look.elided_label import ElidedLabel
from app.ui.look.icon_label import IconLabel
from app.ui.look.style import mark
from app.ui.reading import sentences
from app.ui.reading.counting import Counting
from app.ui.reading.rows import MissingRow, SentenceRow, WordRow

SECTION = "simple_explanation"
"""The section that is scored."""
MOST_MISSING = 6
NARROW = 320
"""Pixels at 100 %: below this, figures stand under their words."""


class ReadingPanel(QWidget):
    """Shows a Reading; a row goes to its place in the text."""

    go_to_requested = Signal(str, int, int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._grade, self._verdict = labels.slim("", "grade"), labels.slim("", "hint")
        self._grade.setWordWrap(False)
        self._head = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._band = Band()
        self._certainty = labels.slim("", "hint")
        self._sentences = [SentenceRow(rank + 1) for rank in range(MOST_SENTENCES)]
        self._words = [WordRow() for _ in range(MOST_WORDS)]
        self._missing = [MissingRow() for _ in range(MOST_MISSING)]
        self._more = labels.slim("", "hint")
        self._sentence_part = _part(_("Sentences that cost most"), _("Grade if split"), self._sentences)
        self._word_part = _part(_("Words that cost most"), _("Gain"), self._words)
        self._missing_part = _part(_("Before it is ready"), "", [*self._missing, self._more])
        self._nothing_costs = labels.slim(_("No single sentence or word makes it much harder."), "hint")
        self._together = QLabel(wordWrap=True)
        self._box = _box(self._together)
        self._counting = Counting()
        self._others = ElidedLabel()
        self._how = Disclosure(_("How this is counted"))
        self._inside, self._area = _Page(), QScrollArea()
        self._lay_out()
        self._connect()
        self.show_reading(Reading(Score(0, 0, 0, warning="no-text"), (6.0, 8.0)))

    def show_reading(self, reading: Reading, missing: tuple[Finding, ...] = ()) -> None:
        """Show a reading, and the findings that keep the summary from being ready."""
        score = reading.score
        grade = score.scores.flesch_kincaid_grade if score.scores else None
        self._band.show_grade(grade, reading.target, score.range)
        self._show_head(reading)
        self._show_drivers(reading)
        self._show_missing(missing)
        self._counting.show_score(score)
        self._others.setText(sentences.others(score))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put below each other what does not fit beside each other."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size leaves more or less room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        is_narrow = self.width() < fonts.px(NARROW)
        way = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._head.setDirection(way)
        self._others.setVisible(not is_narrow)
        for row in self._sentences:
            row.set_narrow(is_narrow)

    def _show_head(self, reading: Reading) -> None:
        heading, advice = sentences.NOTHING_YET.get(reading.score.warning, ("", ""))
        self._grade.setText(heading or sentences.grade_words(reading))
        self._verdict.setText("" if heading else sentences.verdict(reading))
        self._certainty.setText(advice or sentences.certainty(reading.score))

    def _show_drivers(self, reading: Reading) -> None:
        for row, driver in zip(self._sentences, reading.sentences, strict=False):
            row.show_driver(driver)
        for index, (word_row, driver) in enumerate(zip(self._words, reading.words, strict=False)):
            word_row.show_driver(driver, is_first=index == 0)
        _show_first(self._sentences, len(reading.sentences))
        _show_first(self._words, len(reading.words))
        self._sentence_part.setVisible(bool(reading.sentences))
        self._word_part.setVisible(bool(reading.words))
        has_drivers = bool(reading.sentences or reading.words)
        self._nothing_costs.setVisible(reading.score.scores is not None and not has_drivers)
        self._box.setVisible(has_drivers and reading.grade_if_mended is not None)
        grade, then = sentences.together(reading)
        self._together.setText(
            _("All of these together: <span style='font-weight:600'>{grade}</span>. {then}").format(
                grade=grade, then=then
            )
        )

    def _show_missing(self, missing: tuple[Finding, ...]) -> None:
        for row, finding in zip(self._missing, missing, strict=False):
            row.show_finding(finding)
        _show_first(self._missing, len(missing))
        more = len(missing) - MOST_MISSING
        self._more.setText(_("And {more} more: see Checks.").format(more=more))
        self._more.setVisible(more > 0)
        self._missing_part.setVisible(bool(missing))

    def _on_row(self) -> None:
        row = self.sender()
        if isinstance(row, (SentenceRow, WordRow)) and row.driver:
            self.go_to_requested.emit(SECTION, row.driver.start, row.driver.end)
        elif isinstance(row, MissingRow) and row.finding:
            self.go_to_requested.emit(row.finding.section, row.finding.start or 0, row.finding.end or 0)

    def _on_how(self, is_open: bool) -> None:
        self._counting.setVisible(is_open)
        if is_open:
            QTimer.singleShot(0, self, self._show_counting)

    def _show_counting(self) -> None:
        self._area.verticalScrollBar().setValue(self._counting.y() - 12)

    def _connect(self) -> None:
        for row in (*self._sentences, *self._words, *self._missing):
            row.clicked.connect(self._on_row)
        self._how.opened.connect(self._on_how)

    def _lay_out(self) -> None:
        self._head.setSpacing(12)
        self._head.addWidget(self._grade)
        self._head.addWidget(self._verdict, 1)
        mark(self._inside, surface="paper")
        column = QVBoxLayout(self._inside)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(8)
        column.addLayout(self._head)
        parts = (self._band, self._certainty, _line(), self._sentence_part, self._word_part, self._nothing_costs)
        for part in (*parts, self._box, self._missing_part, self._counting):
            column.addWidget(part)
        column.addStretch(1)
        self._area.setWidget(self._inside)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        mark(self._others, kind="hint")
        mark(self._how, kind="quiet", size="small")
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 5, 12, 5)
        foot.addWidget(self._others, 1)
        foot.addStretch()
        foot.addWidget(self._how)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._area, 1)
        whole.addWidget(_line())
        whole.addLayout(foot)


class _Page(QWidget):
    """What scrolls: as high as its width asks for, where the layout alone would ask for the height of a sliver."""

    def minimumSizeHint(self) -> QSize:
        """Nothing: the scroll area asks for the height at its own width."""
        return QSize(0, 0)


def _show_first(rows: Sequence[QWidget], count: int) -> None:
    for index, row in enumerate(rows):
        row.setVisible(index < count)


def _part(heading: str, column_heading: str, rows: Sequence[QWidget]) -> QWidget:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 4, 0, 6)
    column.setSpacing(0)
    head = QHBoxLayout()
    head.addWidget(labels.slim(heading, "panel-heading"), 1)
    if column_heading:
        beside = QLabel(column_heading)
        mark(beside, kind="small")
        head.addWidget(beside, 0, Qt.AlignmentFlag.AlignBottom)
    column.addLayout(head)
    for row in rows:
        column.addWidget(row)
    return part


def _box(inside: QLabel) -> QFrame:
    box = QFrame()
    mark(box, kind="mist")
    row = QHBoxLayout(box)
    row.setContentsMargins(14, 10, 14, 10)
    row.setSpacing(12)
    row.addWidget(IconLabel("lightbulb", "link", 18))
    inside.setMinimumWidth(1)
    row.addWidget(inside, 1)
    return box


def _line() -> QFrame:
    line = QFrame()
    mark(line, kind="line")
    return line
