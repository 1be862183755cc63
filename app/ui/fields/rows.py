"""The keys that lists of fields share: add, remove and move by keyboard, and what is said about it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

_CTRL, _ALT, _SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_BARE = ~Qt.KeyboardModifier.KeypadModifier


def wish(event: QKeyEvent) -> str:
    """What a key asks of a list: add, remove, up, down, or nothing."""
    held = event.modifiers() & _BARE
    key = event.key()
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and held == _CTRL:
        return "add"
    if key == Qt.Key.Key_Backspace and held == _CTRL | _SHIFT:
        return "remove"
    if key == Qt.Key.Key_Up and held == _ALT:
        return "up"
    if key == Qt.Key.Key_Down and held == _ALT:
        return "down"
    return ""


def announce(widget: QWidget, sentence: str) -> None:
    """Say a sentence to whoever listens instead of looking."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def moved(values: tuple[object, ...], index: int, to: int) -> tuple[object, ...]:
    """The values with one of them moved to another place."""
    rest = list(values)
    rest.insert(to, rest.pop(index))
    return tuple(rest)
