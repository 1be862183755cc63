"""The keys that lists of fields share: add, remove and move by keyboard, and what is said about it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.translation import _

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


def tab_before(last: QWidget, rows: Iterable[QWidget]) -> None:
    """Let Tab go through the rows in their order and then to `last`: Qt puts what comes later at the window's end."""
    stops = [stop for row in rows for stop in row.findChildren(QWidget) if _is_stop(stop)]
    before = last.previousInFocusChain()
    while before is not None and (before in stops or not _is_stop(before)):
        before = before.previousInFocusChain()
    for stop in stops:
        if before is not None:
            QWidget.setTabOrder(before, stop)
        before = stop


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)


def announce(widget: QWidget, sentence: str) -> None:
    """Say a sentence to whoever listens instead of looking."""
    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, sentence))


def moved(values: tuple[object, ...], index: int, to: int) -> tuple[object, ...]:
    """The values with one of them moved to another place."""
    rest = list(values)
    rest.insert(to, rest.pop(index))
    return tuple(rest)


def place_words(name: str, index: int, count: int) -> str:
    """“Finding 2 of 4”."""
    return _("{name} {number} of {count}").format(name=name, number=index + 1, count=count)
