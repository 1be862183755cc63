"""How long a summary stays in the trash before it is deleted for good, and what that means."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import style
from app.ui.look.choice import Choice
from app.ui.words.trash import MEANING, time_words

CHOICES = (30, 90, 180, 365, 0)
"""Days; 0 is never."""


class TrashTimeDialog(WordsDialog):
    """One choice, and Keep."""

    WIDTH = 440

    chosen = Signal(int)
    """Days, 0 for never."""

    def __init__(self, days: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("When the trash empties"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        self.days = Choice()
        self.days.setAccessibleName(_("Delete what is in the trash"))
        choices = CHOICES if days in CHOICES else (days, *CHOICES)
        for choice in choices:
            self.days.addItem(time_words(choice), choice)
        self.days.setCurrentIndex(choices.index(days))
        heading, meaning = QLabel(_("Delete what is in the trash")), QLabel(MEANING, wordWrap=True)
        style.mark(heading, kind="panel-heading")
        style.mark(meaning, kind="hint")
        self.keep, cancel = QPushButton(_("Keep")), QPushButton(_("Cancel"))
        style.mark(self.keep, kind="primary")
        style.mark(cancel, kind="secondary")
        self.keep.setDefault(True)
        cancel.setAutoDefault(False)
        self.keep.clicked.connect(self._on_keep)
        cancel.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.keep)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        for part in (heading, self.days, meaning):
            column.addWidget(part)
        column.addLayout(buttons)
        self.days.setFocus()

    def _on_keep(self) -> None:
        self.chosen.emit(self.days.currentData())
        self.accept()
