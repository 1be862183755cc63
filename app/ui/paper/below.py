"""What stands under the paper: the sentence at the caret, and what the paper says for a field."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.model.paper_text import PaperText
from app.ui.look import fonts
from app.ui.look.style import mark
from app.ui.paper.rows import line
from app.ui.paper.says_part import SaysPart
from app.ui.paper.sentence_part import SentencePart
from app.work.beside import SentenceHere

SHARE, LOW_SHARE = 0.46, 0.4
"""The most of the panel's height that it may take, and of a low panel's."""
LOW = 560
"""Pixels at 100 %: in a lower panel what the paper says folds to one line."""


class Below(QScrollArea):
    """As high as its rows ask for, up to its share of the panel."""

    def __init__(self) -> None:
        super().__init__()
        self.sentence_part, self.says = SentencePart(), SaysPart()
        self._room = 0
        self._line = line()
        self._line.hide()
        inside = _Page()
        mark(inside, surface="paper")
        inside.installEventFilter(self)
        self._rows = column = QVBoxLayout(inside)
        column.setContentsMargins(20, 9, 12, 8)
        column.setSpacing(7)
        for part in (self.sentence_part, self._line, self.says):
            column.addWidget(part)
        column.addStretch(1)
        self.setWidget(inside)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def show_text(self, text: PaperText) -> None:
        """The paper's text, for places."""
        self.sentence_part.show_text(text)
        self.says.show_text(text)

    def show_sentence(self, sentence: SentenceHere | None) -> None:
        """What the paper has for the sentence at the caret."""
        self.sentence_part.show_sentence(sentence)
        self._line.setVisible(sentence is not None)
        self.fit(self._room)

    def show_field(self, section: str) -> None:
        """The writer is in another field."""
        self.says.show_field(section)
        self.fit(self._room)

    def focus_offers(self) -> None:
        """Put the keyboard on the first thing that the paper offers."""
        self.says.title.open()
        self.fit(self._room)
        self.says.focus_first()
        self.ensureWidgetVisible(self.says, 0, 0)

    def fit(self, room: int) -> None:
        """Take what is needed of the panel's height."""
        if room != self._room:
            self._room = room
            self.says.show_folded(room < fonts.px(LOW))
        rows = self._rows
        width = self.viewport().width()
        wanted = rows.totalHeightForWidth(width) if rows.hasHeightForWidth() else rows.totalSizeHint().height()
        share = LOW_SHARE if room < fonts.px(LOW) else SHARE
        self.setFixedHeight(max(0, min(wanted, round(room * share))))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Rows came or went: another height."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit(self._room)
        return False


class _Page(QWidget):
    """What scrolls: as wide as the panel, where its rows alone might ask for more."""

    def minimumSizeHint(self) -> QSize:
        """No width of its own."""
        return QSize(0, 0)
