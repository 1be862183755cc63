"""Two texts of one summary: take the one or the other, after a look at both. Esc decides nothing."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.text.changes import PartChange
from app.text.difference import ADDED, REMOVED, SAME
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import colours, fonts, labels, room, style
from app.ui.words import history
from app.ui.words import two_texts as words
from app.work.two_texts import TwoTexts

_LARGE = 150
"""From this text size in per cent on, the buttons stand one below the other."""


class TwoTextsDialog(WordsDialog):
    """Window-modal. `chosen` says whether the writer takes their own text (True) or the library's."""

    WIDTH = 600

    chosen = Signal(bool)

    def __init__(self, texts: TwoTexts, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._texts = texts
        self.setWindowTitle(words.HEADINGS[texts.why])
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self.sentence = labels.wrapped(
            words.sentence(texts.why, texts.title, texts.mine_at, is_alone=texts.theirs is None)
        )
        self.take, self.leave = QPushButton(words.TAKE[texts.why]), QPushButton(words.LEAVE[texts.why])
        self.look, self.later = QPushButton(words.LOOK), QPushButton(words.NOT_NOW)
        self.area = QScrollArea()
        self._build()
        self.take.clicked.connect(self._on_take)
        self.leave.clicked.connect(self._on_leave)
        self.look.clicked.connect(self._on_look)
        self.later.clicked.connect(self.reject)
        self.look.setFocus()

    def _on_take(self) -> None:
        self.accept()
        self.chosen.emit(True)

    def _on_leave(self) -> None:
        self.accept()
        self.chosen.emit(False)

    def _on_look(self) -> None:
        is_shown = self.area.isHidden()
        if is_shown and self.area.widget() is None:
            self.area.setWidget(self._both())
        self.area.setVisible(is_shown)
        self.look.setText(words.LOOK_LESS if is_shown else words.LOOK)
        if is_shown:
            self.resize(room.fitted(820, 560, self.parentWidget()).expandedTo(self.minimumSizeHint()))
        else:
            self.fit()

    def _both(self) -> QWidget:
        inside = QWidget()
        style.mark(inside, surface="paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 6, 0)
        column.setSpacing(10)
        for change in self._texts.changes:
            column.addWidget(self._part(change))
        if not self._texts.changes:
            column.addWidget(labels.wrapped(words.UNCHANGED, "hint"))
        column.addStretch(1)
        return inside

    def _part(self, change: PartChange) -> QFrame:
        card = QFrame()
        style.mark(card, kind="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 12)
        column.addWidget(labels.wrapped(history.part_name(change.part), "strong"))
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(18)
        mark = f"background:{colours.name('mist2')};color:{colours.name('link')};text-decoration:underline"
        sides = ((words.MINE[self._texts.why], (SAME, ADDED)), (words.THEIRS, (SAME, REMOVED)))
        for name, kinds in sides if self._texts.theirs is not None else sides[:1]:
            text = QLabel(f"<b>{name}</b><br>{history.marked(change.pieces, mark, mark, kinds) or '—'}", wordWrap=True)
            text.setTextFormat(Qt.TextFormat.RichText)
            text.setAlignment(Qt.AlignmentFlag.AlignTop)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            row.addWidget(text, 1)
        column.addLayout(row)
        return card

    def _build(self) -> None:
        self.leave.setVisible(self._texts.theirs is not None)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setAccessibleName(words.LOOK)
        self.area.hide()
        for button, kind in ((self.take, "primary"), (self.leave, "secondary"), (self.look, "secondary"),
                             (self.later, "quiet")):  # fmt: skip
            style.mark(button, kind=kind)
            button.setAutoDefault(True)
        buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        if fonts.px(100) >= _LARGE:
            buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        buttons.addWidget(self.later)
        buttons.addStretch(1)
        for button in (self.look, self.leave, self.take):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(labels.wrapped(words.HEADINGS[self._texts.why], "panel-heading"))
        column.addWidget(self.sentence)
        if self._texts.theirs is not None:
            column.addWidget(labels.wrapped(words.BOTH_STAY, "hint"))
        column.addWidget(self.area, 1)
        column.addSpacing(4)
        column.addLayout(buttons)
