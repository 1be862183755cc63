"""The focus ring: one click-through overlay that follows the keyboard, drawn outside the control it rings."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QPoint, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractItemView, QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.ui.look import colours

_OUTSIDE = 6
_OWN_EDGE = (QLineEdit, QTextEdit, QPlainTextEdit, QAbstractItemView)
_MOVES = (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Hide, QEvent.Type.Show, QEvent.Type.LayoutRequest)


class FocusRing(QWidget):
    """Rings the control that has the keyboard, once the keyboard is what the writer uses. One per window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._is_keyboard = True
        self._watched: list[QObject] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self.show_focus)
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Know keys from clicks, and follow the control when it moves."""
        kind = event.type()
        if kind == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._set_keyboard(True)
        elif kind == QEvent.Type.MouseButtonPress:
            self._set_keyboard(False)
        elif self._target is not None and kind in _MOVES and watched is not self:
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """A dark line inside, the yellow ring outside it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("focus"), 3))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 11, 11)
        painter.setPen(QPen(QColor("#12313A"), 1.5))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(3.75, 3.75, -3.75, -3.75), 9, 9)

    def show_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        """The keyboard went from one control to another."""
        is_ours = new is not None and new.window() is self.window()
        has_own_edge = isinstance(new, _OWN_EDGE) or (new is not None and new.property("ownFocus"))
        self._target = new if is_ours and not has_own_edge else None
        self._watch()
        self._follow()

    def _watch(self) -> None:
        """Hear of the control, of what it stands in, and of the window's keys and clicks.

        WORKAROUND: not a filter on the whole application: PySide 6.11 crashes when such a filter is written in Python
        and the browser engine makes its own objects. Can go when that is mended.
        """
        for watched in self._watched:
            if shiboken6.isValid(watched):
                watched.removeEventFilter(self)
        self._watched = []
        place: QWidget | None = self._target
        while place is not None and place is not self.window():
            self._watched.append(place)
            place = place.parentWidget()
        handle = self.window().windowHandle()
        if handle is not None and shiboken6.isValid(handle):
            self._watched.append(handle)
        for watched in self._watched:
            watched.installEventFilter(self)

    def _set_keyboard(self, is_keyboard: bool) -> None:
        if is_keyboard != self._is_keyboard:
            self._is_keyboard = is_keyboard
            self._follow()

    def _follow(self) -> None:
        target = self._target
        if target is None or not self._is_keyboard or not target.isVisible():
            self.hide()
            return
        corner = target.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(target.rect().translated(corner).adjusted(-_OUTSIDE, -_OUTSIDE, _OUTSIDE, _OUTSIDE))
        self.show()
        self.raise_()


class RingsInDialogs(QObject):
    """Gives every dialog a ring of its own when the keyboard first comes into it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, new: QWidget | None) -> None:
        dialog = new.window() if new is not None else None
        if isinstance(dialog, QDialog) and dialog.findChild(FocusRing) is None:
            FocusRing(dialog).show_focus(old, new)
