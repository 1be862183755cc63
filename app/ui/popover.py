"""A small box that lies over the window beside what it speaks of, and goes when the writer looks away."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QEnterEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.look import shadow, style

GAP = 8
GRACE_MS = 500
"""How long a box without the keyboard stays after the pointer has left: time for the way into it."""
_EDGE, _RIM = 16, 4
_LEAST = 130
"""Pixels: a box that had to be lower than this rather covers what it speaks of."""


class Popover(QWidget):
    """Opened by a key it covers the window without hiding it: a click beside the box or Esc closes it, and the keyboard
    goes back. Opened by the pointer it is no larger than its box and leaves the keyboard where it is.

    Put what it shows into `inside`, give the frame a fixed width, then call `open_beside` or `hover_beside`. It deletes
    itself once it is closed.
    """

    closed = Signal()

    def __init__(self, anchor: QWidget) -> None:
        super().__init__(anchor.window())
        self._anchor = anchor
        self._beside = QRect()
        self._came_from = QApplication.focusWidget()
        self._shade: _Shade | None = None
        self._going = QTimer(self, singleShot=True, interval=GRACE_MS)
        self._going.timeout.connect(self._on_gone)
        self._settling = QTimer(self, singleShot=True, interval=0)
        self._settling.timeout.connect(self._show_focus)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.frame = QFrame(self)
        style.mark(self.frame, kind="popover")
        holder = QWidget()
        self._scroll = QScrollArea(widgetResizable=True)  # for a window that is lower than the box
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(holder)
        around = QVBoxLayout(self.frame)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._scroll)
        self.inside = QVBoxLayout(holder)
        self.inside.setContentsMargins(18, 14, 18, 14)
        self.inside.setSpacing(8)
        self.hide()

    @property
    def is_hovering(self) -> bool:
        """Whether the pointer opened it."""
        return self._shade is not None

    def open_beside(self, place: QRect, focus: QWidget) -> None:
        """Show the box beside a place of the anchor, so that the place stays readable. `focus` gets the keyboard.

        Tab goes round in the box: nobody is to work behind it unawares.
        """
        self.setWindowFlags(Qt.WindowType.SubWindow)  # so Qt keeps Tab inside
        self._open(place)
        focus.setFocus(Qt.FocusReason.PopupFocusReason)

    def hover_beside(self, place: QRect) -> None:
        """Show the box beside a place of the anchor; the keyboard stays where it is. Esc and leaving close it."""
        self._shade = _Shade(self.window())
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.activated.connect(self.close_and_return)
        self._open(place)

    def leave_soon(self) -> None:
        """The pointer has left what the box speaks of: close, unless it comes into the box."""
        if self.is_hovering:
            self._going.start()

    def stay(self) -> None:
        """The pointer is back."""
        self._going.stop()

    def close_and_return(self) -> None:
        """Close, and give the keyboard back to what had it."""
        came_from, had_keyboard = self._came_from, self._has_keyboard()
        self.close()
        if came_from is not None and shiboken6.isValid(came_from) and (had_keyboard or not self.is_hovering):
            came_from.setFocus(Qt.FocusReason.PopupFocusReason)

    def fit(self) -> None:
        """What is inside has changed: find the right size and place again."""
        self.inside.invalidate()
        self.inside.activate()
        self._follow()
        self._settling.start()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Leave nothing behind."""
        self.window().removeEventFilter(self)
        self._going.stop()
        if self._shade is not None and shiboken6.isValid(self._shade):
            self._shade.hide()
            self._shade.deleteLater()
        super().closeEvent(event)
        self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window; what the pointer opened goes when the window changes."""
        if watched is self.window() and event.type() == QEvent.Type.Resize:
            if self.is_hovering:
                self.close()
            else:
                self._follow()
        return False

    def event(self, event: QEvent) -> bool:
        """Keep every key: the window's shortcuts would act behind the box."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """The pointer came in: stay."""
        self.stay()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer went out: go, where the pointer opened it."""
        self.leave_soon()
        super().leaveEvent(event)

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
        if not self.is_hovering:
            shadow.paint(QPainter(self), QRectF(self.frame.geometry()), radius=12)

    def _open(self, place: QRect) -> None:
        self._beside = QRect(self._anchor.mapTo(self.window(), place.topLeft()), place.size())
        self.window().installEventFilter(self)
        self._follow()
        if self._shade is not None:
            self._shade.show()
            self._shade.raise_()
        self.show()
        self.raise_()

    def _on_gone(self) -> None:
        if not self._has_keyboard():
            self.close()

    def _show_focus(self) -> None:
        focus = QApplication.focusWidget()
        if focus is not None and self._has_keyboard():
            self._scroll.ensureWidgetVisible(focus, 0, 40)

    def _has_keyboard(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def _follow(self) -> None:
        room = self.window().rect()
        if not self.is_hovering:
            self.setGeometry(room)
        self.frame.ensurePolished()
        width = self.frame.minimumWidth() or self.inside.sizeHint().width() + _RIM
        height = max(self.inside.totalHeightForWidth(width - _RIM), self.inside.totalMinimumSize().height()) + _RIM
        size = fitting(self._beside, QSize(width, height), room)
        rect = QRect(placed(self._beside, QRect(QPoint(0, 0), size), room), size)
        if self._shade is None:
            self.frame.setGeometry(rect)
            self.update()
        else:
            self.setGeometry(rect)
            self.frame.setGeometry(QRect(QPoint(0, 0), size))
            self._shade.lie_under(rect)


class _Shade(QWidget):
    """The shadow of a box that is no larger than itself. No click meets it."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def lie_under(self, box: QRect) -> None:
        """Lie around a box of the window."""
        room = shadow.SPREAD + 6
        self.setGeometry(box.adjusted(-room, -room, room, room))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The shadow."""
        room = shadow.SPREAD + 6
        shadow.paint(QPainter(self), QRectF(self.rect()).adjusted(room, room, -room, -room), radius=12)


def fitting(beside: QRect, size: QSize, room: QRect) -> QSize:
    """The size of a box beside a place: lower than it would be, and scrolling, where it would cover the place."""
    below, above = room.bottom() - _EDGE - beside.bottom() - GAP, beside.top() - GAP - room.top() - _EDGE
    has_side = max(room.right() - beside.right(), beside.left() - room.left()) >= size.width() + GAP + _EDGE
    height = min(size.height(), room.height() - 2 * _EDGE)
    most = max(below, above)
    return QSize(size.width(), most if height > most >= _LEAST and not has_side else height)


def placed(beside: QRect, box: QRect, room: QRect) -> QPoint:
    """Where a box goes beside a place: below it, else above it, else at its side, else wherever it is whole."""
    left = min(max(beside.left() - _EDGE, room.left() + _EDGE), room.right() - _EDGE - box.width())
    below, above = beside.bottom() + GAP, beside.top() - GAP - box.height()
    if below + box.height() <= room.bottom() - _EDGE:
        top = below
    elif above >= room.top() + _EDGE:
        top = above
    else:
        top = min(max(beside.top() - _EDGE, room.top() + _EDGE), room.bottom() - _EDGE - box.height())
        if beside.right() + GAP + box.width() <= room.right() - _EDGE:
            left = beside.right() + GAP
        elif beside.left() - GAP - box.width() >= room.left() + _EDGE:
            left = beside.left() - GAP - box.width()
        else:
            top = room.bottom() - _EDGE - box.height()
    return QPoint(max(left, room.left()), max(top, room.top()))
