"""Enter presses the button that has the keyboard, in dialogs too."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QToolButton, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BARE = ~Qt.KeyboardModifier.KeypadModifier


class EnterPresses(QObject):
    """Qt gives Enter to a dialog's default button unless a button may become that itself. One that may not keeps Enter
    from fields, as it should; but whoever stands on Cancel and presses Enter does not mean Save.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._button: QWidget | None = None
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Press it, once for a key that is held."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress or event.key() not in _ENTER:
            return False
        if event.modifiers() & _BARE or not isinstance(watched, QPushButton | QToolButton):
            return False
        if not event.isAutoRepeat():
            watched.click()
        return True

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._button is not None and shiboken6.isValid(self._button):
            self._button.removeEventFilter(self)
        is_ours = isinstance(new, QPushButton | QToolButton) and isinstance(new.window(), QDialog)
        self._button = new if is_ours else None
        if self._button is not None:
            self._button.installEventFilter(self)
