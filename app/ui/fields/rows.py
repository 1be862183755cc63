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


class TabPlace(QWidget):
    """Unseen, it keeps the place of rows in the round of Tab: Qt puts what is built later at the window's end.

    Build it before what Tab reaches after the rows. It is there so that nothing need ask Qt what comes before: PySide
    6.11 takes the answer to `previousInFocusChain` for a child of the widget that was asked, and when that one goes it
    gives up all that we hold of the answer, menus and documents of the whole window if need be. To use one of them then
    ends the program.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.hide()

    def put(self, rows: Iterable[QWidget]) -> None:
        """Let Tab go through these rows here, in their order."""
        before: QWidget = self
        window = self.window()
        for row in rows:
            for stop in row.findChildren(QWidget):
                takes_tab = bool(stop.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
                if takes_tab and stop.window() is window:  # what a box drops down is a window of its own
                    QWidget.setTabOrder(before, stop)
                    before = stop


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
