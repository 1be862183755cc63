"""One question before something that cannot be undone. Everything else offers Undo instead of asking."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import style


class ConfirmDialog(WordsDialog):
    """A window-modal question. `accepted` is the yes; Cancel has the keyboard first and Esc is Cancel."""

    WIDTH = 420

    def __init__(self, heading: str, sentence: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(heading)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        title = QLabel(heading)
        style.mark(title, kind="panel-heading")
        text = QLabel(sentence)
        text.setWordWrap(True)
        for label in (title, text):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.cancel = QPushButton(_("Cancel"))
        self.action = QPushButton(action)
        style.mark(self.cancel, kind="secondary")
        style.mark(self.action, kind="danger")
        self.cancel.setDefault(True)
        self.action.setAutoDefault(False)
        self.cancel.clicked.connect(self.reject)
        self.action.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.action)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(4)
        column.addLayout(buttons)
        self.cancel.setFocus()
