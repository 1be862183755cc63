"""The name of a version, asked for in one field."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import style
from app.ui.words import history as words


class NameVersionDialog(WordsDialog):
    """`number` says which version it is about, as HistoryPanel counts them. A name may be empty."""

    WIDTH = 440

    named = Signal(int, str)

    def __init__(self, number: int, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = number
        self.setWindowTitle(_("Name this version"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        heading, label = QLabel(_("Name this version")), QLabel(words.VERSION_NAME)
        meaning = QLabel(words.NAME_WANTED, wordWrap=True)
        style.mark(heading, kind="panel-heading")
        style.mark(meaning, kind="hint")
        self.name = QLineEdit(name)
        self.name.setAccessibleDescription(words.NAME_WANTED)
        self.name.selectAll()
        label.setBuddy(self.name)
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
        column.setSpacing(10)
        for part in (heading, label, self.name, meaning):
            column.addWidget(part)
        column.addLayout(buttons)
        self.name.setFocus()

    def _on_keep(self) -> None:
        self.named.emit(self._number, self.name.text())
        self.accept()
