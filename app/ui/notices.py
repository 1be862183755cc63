"""The notices strip under the header: what was done, what to know, what did not work. One at a time, newest first."""

from __future__ import annotations

from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.translation import _
from app.ui.look import fonts, icons, style
from app.ui.look.icon_label import IconLabel

SHOWN_MS = 15_000
"""How long a notice that need not stay is shown, counted anew while the writer is away from the window or on it."""
_KINDS = {
    "done": ("check", "link", "mist"),
    "note": ("info", "link", "mist"),
    "look": ("triangle-alert", "amber", "sand"),
    "error": ("octagon-alert", "brick", "blush"),
}
_CLOSE_ROLES = {"mist": "link", "sand": "amber", "blush": "brick"}


@dataclass(frozen=True, slots=True)
class _Notice:
    text: str
    kind: str
    action_label: str
    is_lasting: bool
    is_brief: bool


class NoticeStrip(QWidget):
    """Hidden while there is nothing to say. Lasting notices wait behind a newer one until they are closed."""

    action_requested = Signal()
    """The writer pressed the notice's own button, such as Undo."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: _Notice | None = None
        self._waiting: list[_Notice] = []
        self._came_from: QWidget | None = None
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self._on_time)
        self._icon = IconLabel("check", "link", 20)
        self._text = QLabel(wordWrap=True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.action_button = QPushButton()
        style.mark(self.action_button, kind="quiet", size="small")
        self.action_button.clicked.connect(self._on_action)
        self.close_button = QPushButton()
        self.close_button.setIconSize(QSize(fonts.px(16), fonts.px(16)))
        self.close_button.setToolTip(_("Close this notice"))
        self.close_button.setAccessibleName(_("Close this notice"))
        style.mark(self.close_button, kind="icon")
        self.close_button.clicked.connect(self.close_notice)
        self._lay_out()
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus_changed)
        self.hide()

    def text(self) -> str:
        """The sentence that is shown; empty while the strip is closed."""
        return self._shown.text if self._shown else ""

    def show_notice(
        self, text: str, kind: str = "done", action_label: str = "", is_lasting: bool = False, is_brief: bool = True
    ) -> None:
        """Show a sentence. `kind` is done, note, look or error; an error is always lasting: it stays until closed.

        `is_brief`: it may go by itself. Not so where its button is the only way: whoever writes by switch wants time.
        """
        notice = _Notice(text, kind, action_label, is_lasting or kind == "error", is_brief)
        shown = self._shown
        if shown and shown.is_lasting and shown != notice:
            self._waiting.append(shown)
        self._waiting = [waiting for waiting in self._waiting if waiting != notice]
        self._put(notice)
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def close_notice(self) -> None:
        """Close the notice that is shown; a lasting one that waited comes back."""
        self._put(self._waiting.pop() if self._waiting else None)

    def close_offer(self) -> None:
        """Close the notice that is shown when it offers something that was done in another way, or cannot be now."""
        if self._shown and self._shown.action_label:
            self.close_notice()

    def clear(self) -> None:
        """Close every notice."""
        self._waiting = []
        self._put(None)

    def _put(self, notice: _Notice | None) -> None:
        self._shown = notice
        self._timer.stop()
        if notice is None:
            self._give_keyboard_back()
            self.hide()
            return
        self.show()
        icon, role, box = _KINDS[notice.kind]
        style.mark(self._box, kind=box)
        self._icon.show_icon(icon, role)
        self._text.setText(notice.text)
        self.action_button.setText(notice.action_label)
        self.action_button.setVisible(bool(notice.action_label))
        self.close_button.setIcon(icons.icon("x", role=_CLOSE_ROLES[box]))
        if notice.is_brief and not notice.is_lasting:
            self._timer.start()

    def _on_action(self) -> None:
        self.close_notice()
        self.action_requested.emit()

    def _on_time(self) -> None:
        is_read = self.isActiveWindow() and not self.underMouse() and not self._has_keyboard()
        if is_read:
            self.close_notice()
        else:
            self._timer.start()

    def _has_keyboard(self) -> bool:
        return self.action_button.hasFocus() or self.close_button.hasFocus()

    def _on_focus_changed(self, old: QWidget | None, _new: QWidget | None) -> None:
        """Remember what the keyboard came from."""
        if self._has_keyboard() and old not in (None, self.action_button, self.close_button):
            self._came_from = old

    def _give_keyboard_back(self) -> None:
        """Else Qt would give it to whatever comes next in the window."""
        came_from, self._came_from = self._came_from, None
        if self._has_keyboard() and came_from is not None and shiboken6.isValid(came_from) and came_from.isVisible():
            came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lay_out(self) -> None:
        self._box = QFrame()
        row = QHBoxLayout(self._box)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.action_button)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 8, 14, 8)
        column.addWidget(self._box)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
