"""The small buttons of a row: they leave the list's keys to the list, and the handle that moves a row has a menu."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from app.translation import _
from app.ui.fields import rows
from app.ui.look import icons, style


class RowButton(QToolButton):
    """WORKAROUND: Qt's buttons take the arrow keys for a way to the next control, with Alt held down too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Pass on what is for the list."""
        if rows.wish(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class Handle(RowButton):
    """Dragged with the mouse, moved with Alt+Up and Alt+Down, or pressed for a menu, as a switch or a voice does."""

    wished = Signal(str)
    """What was chosen in the menu: up, down or remove."""
    moved = Signal(int)
    """The height at which it is held, in the list's coordinates."""
    dropped = Signal(int)
    """The height at which it was let go."""

    def __init__(self, name: str, row: QWidget) -> None:
        super().__init__(row)
        self._row = row
        self._start: QPoint | None = None
        self.setIcon(icons.icon("grip-vertical", role="soft"))
        self.setFixedSize(26, 32)
        self.setAccessibleName(name)
        self.setToolTip(_("Drag to move, press for a menu, or use Alt+Up and Alt+Down"))
        self._can: tuple[str, ...] = ()
        self.clicked.connect(self._on_clicked)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        style.mark(self, kind="icon")

    def show_place(self, index: int, count: int) -> None:
        """Offer in the menu only where the row can go."""
        self._can = (*(("up",) if index else ()), *(("down",) if index < count - 1 else ()), "remove")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._start = event.globalPosition().toPoint()
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._start is not None:
            self.moved.emit(self._height(event))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        start, self._start = self._start, None
        super().mouseReleaseEvent(event)
        if start is not None:
            self.dropped.emit(self._height(event))

    def _height(self, event: QMouseEvent) -> int:
        return self._row.mapToParent(self._row.mapFromGlobal(event.globalPosition().toPoint())).y()

    def _on_clicked(self) -> None:
        menu = QMenu(self)
        menu.aboutToHide.connect(menu.deleteLater)
        for what, words in (("up", _("Move up")), ("down", _("Move down")), ("remove", _("Remove"))):
            action = menu.addAction(words)
            action.setEnabled(what in self._can)
            action.setData(what)
        menu.triggered.connect(self._on_chosen)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))

    def _on_chosen(self, action: QAction) -> None:
        self.wished.emit(action.data())
