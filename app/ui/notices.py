"""One strip for everything the program has to say: what was done (with Undo), what to look at, what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from app.ui.look import icons
from app.ui.look.style import mark

STAYS_MS = 12_000
"""How long a notice stays that is not lasting; it also stays while the pointer or the keyboard is on it."""
_LOOKS = {
    "done": ("check", "link", "mist"),
    "note": ("info", "link", "mist"),
    "look": ("triangle-alert", "amber", "sand"),
    "error": ("octagon-alert", "brick", "blush"),
}


class NoticeStrip(QFrame):
    """Shows one notice at a time. Errors stay until they are closed."""

    action_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = QLabel()
        self._words = QLabel()
        self._words.setWordWrap(True)
        self._action = QPushButton()
        mark(self._action, kind="quiet", size="small")
        self._close = QPushButton(icons.icon("x", role="soft"), "")
        self._close.setToolTip("Close this notice")
        self._close.setAccessibleName("Close this notice")
        mark(self._close, kind="icon")
        self._stay = QTimer(self, singleShot=True, interval=STAYS_MS)
        self._stay.timeout.connect(self._on_time)
        self._action.clicked.connect(self._on_action)
        self._close.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 6, 10, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self.hide()

    def show_notice(self, text: str, kind: str = "done", action_label: str = "", is_lasting: bool = False) -> None:
        """Say something. `kind` is "done", "note", "look" or "error"; an error is lasting."""
        icon, role, box = _LOOKS[kind]
        self._icon.setPixmap(icons.icon(icon, role=role).pixmap(QSize(18, 18)))
        self._words.setText(text)
        self._action.setText(action_label)
        self._action.setVisible(bool(action_label))
        mark(self, kind=box)
        self.show()
        self._stay.stop()
        if not is_lasting and kind != "error":
            self._stay.start()
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def text(self) -> str:
        """What the strip says; empty when it is closed."""
        return "" if self.isHidden() else self._words.text()

    def clear(self) -> None:
        """Close the strip."""
        self._stay.stop()
        self.hide()

    def _on_action(self) -> None:
        self.clear()
        self.action_requested.emit()

    def _on_time(self) -> None:
        if self.underMouse() or self.isAncestorOf(self.window().focusWidget() or self.window()):
            self._stay.start()
        else:
            self.hide()
