"""How the scores are counted, opened in place: the seven scores, the rules of counting, and what a score cannot see."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from app.model.score import Score
from app.translation import _
from app.ui.look import labels
from app.ui.look.style import mark
from app.ui.reading import sentences

_SCORES = 7


class Counting(QWidget):
    """Hidden until it is asked for."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = [(labels.slim("", "strong"), _value(), labels.slim("", "hint")) for _ in range(_SCORES)]
        table = QGridLayout()
        table.setHorizontalSpacing(10)
        table.setVerticalSpacing(1)
        table.setColumnStretch(0, 1)
        for number, (name, value, meaning) in enumerate(self._lines):
            table.addWidget(name, 2 * number, 0)
            table.addWidget(value, 2 * number, 1, Qt.AlignmentFlag.AlignRight)
            table.addWidget(meaning, 2 * number + 1, 0, 1, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 4)
        column.setSpacing(8)
        column.addWidget(labels.slim(_("How this is counted"), "panel-heading"))
        for sentence in sentences.COUNTED:
            column.addWidget(labels.slim(sentence, "hint"))
        column.addLayout(table)
        self.hide()

    def show_score(self, score: Score) -> None:
        """Show the seven scores, or none."""
        told = sentences.every_score(score)
        for index, line in enumerate(self._lines):
            texts = told[index] if told else ("", "", "")
            for made, text in zip(line, texts, strict=True):
                made.setText(text)
                made.setVisible(bool(text))


def _value() -> QLabel:
    made = QLabel()
    mark(made, kind="good")
    return made
