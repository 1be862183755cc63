"""When the keyboard comes to a list, the row that it is on is told with it: Qt tells the list alone."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget


class SpokenRows(QObject):
    """Listens to where the keyboard goes, in the window and in every dialog."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        if isinstance(now, QAbstractItemView) and QAccessible.isActive():
            QTimer.singleShot(0, self, self._tell)  # Qt tells the list itself after this signal

    def _tell(self) -> None:
        now = QApplication.focusWidget()
        if isinstance(now, QAbstractItemView) and now.currentIndex().isValid():
            tell_row(now)


def tell_row(view: QAbstractItemView) -> None:
    """Tell who listens that the keyboard is on the current row of a list."""
    told = QAccessible.queryAccessibleInterface(view)
    row = told.focusChild()
    place = told.indexOfChild(row) if row is not None else -1
    if place >= 0:
        event = QAccessibleEvent(view, QAccessible.Event.Focus)
        event.setChild(place)
        QAccessible.updateAccessibility(event)
