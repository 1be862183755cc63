"""What this program is: its version and its licence."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app import __version__
from app.translation import _
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import labels, style


class AboutDialog(WordsDialog):
    """Window-modal; Enter and Esc close it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("About Plainspoken"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        close = QPushButton(_("Close"))
        style.mark(close, kind="secondary")
        close.setDefault(True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        column.addWidget(labels.wrapped(f"Plainspoken {__version__.removesuffix('.0')}", "panel-heading"))
        column.addWidget(labels.wrapped(_("An editor for plain-language summaries of medical research.")))
        column.addWidget(
            labels.wrapped(_("Free software under the MIT licence. THIRD-PARTY.md names what it is built on."), "hint")
        )
        column.addSpacing(4)
        column.addLayout(buttons)
        close.setFocus()
