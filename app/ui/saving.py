"""How safe the open text is, always in words; when a save failed, what one can do about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.look import icons
from app.ui.look.style import mark
from app.work.saving import SaveState

_LOOKS = {
    "saved": ("check", "link"),
    "unsaved": ("circle-dot", "soft"),
    "saving": ("circle-dot", "soft"),
    "failed": ("octagon-alert", "brick"),
    "read-only": ("lock", "soft"),
}


class SavingStatus(QWidget):
    """“Saved 14:32”, “Saving…”, “Not saved: the disk is full” with Try again and Save a copy."""

    retry_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._words = QLabel()
        mark(self._words, kind="hint")
        self._retry = self._button("Try again")
        self._copy = self._button("Save a copy…")
        self._retry.clicked.connect(self.retry_requested)
        self._copy.clicked.connect(self.copy_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 4, 0)
        row.setSpacing(6)
        for part in (self._icon, self._words, self._retry, self._copy):
            row.addWidget(part)

    def show_state(self, state: SaveState) -> None:
        """Show how safe the text is."""
        self.setVisible(state.kind != "none")
        if state.kind == "none":
            return
        icon, role = _LOOKS[state.kind]
        self._icon.setPixmap(icons.icon(icon, role=role).pixmap(QSize(16, 16)))
        self._words.setText(words_for(state))
        self._words.setToolTip(state.reason)
        mark(self._words, kind="error" if state.kind == "failed" else "hint")
        for button in (self._retry, self._copy):
            button.setVisible(state.kind == "failed")

    def text(self) -> str:
        """What it says."""
        return self._words.text()

    def _button(self, text: str) -> QPushButton:
        button = QPushButton(text)
        mark(button, kind="quiet", size="small")
        button.hide()
        return button


def words_for(state: SaveState) -> str:
    """The state in a few words."""
    if state.kind == "saved":
        try:
            return f"Saved {datetime.fromisoformat(state.at).astimezone():%H:%M}"
        except ValueError:
            return "Nothing written yet"
    return {
        "unsaved": "Not saved yet",
        "saving": "Saving…",
        "failed": "Not saved",
        "read-only": "Only for reading",
        "none": "",
    }[state.kind]
