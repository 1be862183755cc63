"""A small box that lies over the window beside what it speaks of, and goes when the writer looks away."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget

from app.ui.look import shadow, style

GAP = 8
_EDGE = 16


class Popover(QWidget):
    """Covers the window without hiding it: a click beside the box or Esc closes it, and the keyboard goes back.

    Put what it shows into `inside`, then call `open_beside`. It deletes itself once it is closed.
    """

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        self._beside = QRect()
        self._came_from = QApplication.focusWidget()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.frame = QFrame(self)
        style.mark(self.frame, kind="popover")
        self.inside = QVBoxLayout(self.frame)
        self.inside.setContentsMargins(18, 14, 18, 14)
        self.inside.setSpacing(8)
        self.hide()

    def open_beside(self, place: QRect, focus: QWidget) -> None:
        """Show the box beside a place of the anchor, so that the place stays readable. `focus` gets the keyboard."""
        self._beside = QRect(self._anchor.mapTo(self.window(), place.topLeft()), place.size())
        self.window().installEventFilter(self)
        self._follow()
        self.show()
        self.raise_()
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def close_and_return(self) -> None:
        """Close, and give the keyboard back to what had it."""
        came_from = self._came_from
        self.window().removeEventFilter(self)
        self.close()
        if came_from is not None and came_from is self._anchor:
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            self._follow()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep every key: the window's shortcuts would act behind the box."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_and_return()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the box closes it."""
        if not self.frame.geometry().contains(event.position().toPoint()):
            self.close_and_return()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Only the shadow: the window stays in sight."""
        shadow.paint(QPainter(self), QRectF(self.frame.geometry()), radius=12)

    def _follow(self) -> None:
        room = self.window().rect()
        self.setGeometry(room)
        self.frame.ensurePolished()
        size = self.frame.sizeHint().expandedTo(self.frame.minimumSize()).boundedTo(self.frame.maximumSize())
        size.setHeight(self.frame.heightForWidth(size.width()))
        self.frame.setGeometry(QRect(placed(self._beside, QRect(QPoint(0, 0), size), room), size))


def placed(beside: QRect, box: QRect, room: QRect) -> QPoint:
    """Where a box goes beside a place: below it, else above it, else wherever it is whole; never over an edge."""
    left = min(max(beside.left() - _EDGE, room.left() + _EDGE), room.right() - _EDGE - box.width())
    below, above = beside.bottom() + GAP, beside.top() - GAP - box.height()
    if below + box.height() <= room.bottom() - _EDGE:
        top = below
    elif above >= room.top() + _EDGE:
        top = above
    else:
        top = room.bottom() - _EDGE - box.height()
    return QPoint(max(left, room.left()), max(top, room.top()))
