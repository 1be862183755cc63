"""A sentence that comes into sight while the keyboard is elsewhere, such as why something was refused."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QWidget

from app.ui.fields.rows import announce


class SpokenLabel(QLabel):
    """Plain words that wrap, said to whoever listens when they come into sight or change there."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def setText(self, text: str) -> None:
        """Say another sentence."""
        has_changed = text != self.text()
        super().setText(text)
        if has_changed and self.isVisible():
            self._say()

    def showEvent(self, event: QShowEvent) -> None:
        """Say what comes into sight; a window that comes back from the taskbar has said it."""
        super().showEvent(event)
        if not event.spontaneous():
            self._say()

    def _say(self) -> None:
        if self.text():
            announce(self, self.text())
