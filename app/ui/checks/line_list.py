"""The list of the Checks panel: painted lines, of which one may be open as a widget. It never jumps by itself."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QListView, QWidget

from app.translation import _
from app.ui.checks.line_painter import LinePainter
from app.ui.checks.lines import HEADING, Key, Line
from app.ui.checks.model import LINE, LinesModel
from app.ui.checks.open_line import OpenLine
from app.ui.fields import rows
from app.ui.look import style

_AIR = 8


class LineList(QListView):
    """Arrows choose, Enter opens and then goes to the place, Esc closes, Tab goes into the open line."""

    asked = Signal(object, str, str)
    """A Line, what is asked (go, paper, take, term, take-up) and the words that go with it."""
    left = Signal(object, str, str)
    """A Line, the scope and the reason."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = LinesModel()
        self._painter = LinePainter(self)
        self._open: Key | None = None
        self.open_line: OpenLine | None = None
        self._tab_place = rows.TabPlace(self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._measure)
        self.setModel(self._lines)
        self.setItemDelegate(self._painter)
        self.setAccessibleName(_("Findings"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setAutoScroll(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        style.mark(self, kind="lines")
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus_changed)

    # What it shows

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show lines; the open one stays open, the chosen one chosen, and what is in sight where it is."""
        anchor = self._anchor()
        had_keyboard, row = self._has_keyboard_inside(), self.currentIndex().row()
        has_changed = self._lines.show_lines(lines)
        if self._open is not None and self._lines.row_of(self._open) < 0:
            self._close_line()
            if had_keyboard:
                self.setFocus(Qt.FocusReason.OtherFocusReason)
        elif self._open is not None:
            self._show_open(self.line_at(self._lines.row_of(self._open)))
        if has_changed:
            self._measure()
            self._restore(anchor)
            self._stay_at(row)
        else:
            self.viewport().update()

    def _stay_at(self, row: int) -> None:
        """When the chosen line is gone, choose the one in its place."""
        current, lines = self.current, self._lines.lines
        if row < 0 or not lines or (current is not None and current.kind != HEADING):
            return
        row = min(row, len(lines) - 1)
        near = next((at for at in range(row, len(lines)) if lines[at].kind != HEADING), row)
        self.setCurrentIndex(self._lines.index(near))

    def line_at(self, row: int) -> Line:
        """The line in a row."""
        return self._lines.lines[row]

    @property
    def current(self) -> Line | None:
        """The chosen line."""
        row = self.currentIndex().row()
        return self.line_at(row) if 0 <= row < len(self._lines.lines) else None

    def has_line(self, key: Key) -> bool:
        """Whether a line is in the list."""
        return self._lines.row_of(key) >= 0

    def choose(self, key: Key, *, is_brought_in_sight: bool = True) -> None:
        """Make a line the chosen one."""
        row = self._lines.row_of(key)
        if row >= 0:
            self.setCurrentIndex(self._lines.index(row))
            self.viewport().update()
            if is_brought_in_sight:
                self._bring_in_sight(row)

    def open(self, key: Key) -> None:
        """Open a line in its place; the one that was open closes."""
        if self._open == key or self._lines.row_of(key) < 0:
            return
        self._close_line()
        self._open = key
        self._show_open(self.line_at(self._lines.row_of(key)))
        self._measure()
        self.choose(key)
        if self.open_line is not None:
            rows.announce(self, self.open_line.spoken)

    def close_open(self) -> None:
        """Close the open line; the keyboard goes back to the list."""
        if self._open is not None:
            had_keyboard = self._has_keyboard_inside()
            self._close_line()
            self._measure()
            if had_keyboard:
                self.setFocus(Qt.FocusReason.OtherFocusReason)

    # Keys and clicks

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, then goes; Right opens, Left and Esc close; arrows bring their line in sight."""
        key, line = event.key(), self.current
        if line is None or line.kind == HEADING:
            super().keyPressEvent(event)
            self._bring_in_sight(self.currentIndex().row())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._open == line.key:
                self.asked.emit(line, "go", "")
            else:
                self.open(line.key)
        elif key in (Qt.Key.Key_Space, Qt.Key.Key_Right):
            self.open(line.key)
        elif key in (Qt.Key.Key_Left, Qt.Key.Key_Escape) and self._open is not None:
            self.close_open()
        else:
            super().keyPressEvent(event)
            self._bring_in_sight(self.currentIndex().row())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click opens."""
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            line: Line = index.data(LINE)
            if line.kind != HEADING:
                self.open(line.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first finding is chosen when none is."""
        super().focusInEvent(event)
        if self.current is None or self.current.kind == HEADING:
            row = next((row for row, line in enumerate(self._lines.lines) if line.kind != HEADING), -1)
            if row >= 0:
                self.setCurrentIndex(self._lines.index(row))
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines wrap anew; what is in sight stays there."""
        anchor = self._anchor()
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._measure()
            self._restore(anchor)

    def measure_anew(self) -> None:
        """The text size has changed."""
        self._painter.forget()
        self._measure()

    # Inside

    def _show_open(self, line: Line) -> None:
        if self.open_line is not None and (self.open_line.show_line(line) or self.open_line.leave_box is not None):
            return
        had_keyboard = self._has_keyboard_inside()
        self.open_line = made = OpenLine(line)
        made.asked.connect(self._on_asked)
        made.left.connect(self._on_left)
        made.resized.connect(self._on_resized)
        self.setIndexWidget(self._lines.index(self._lines.row_of(line.key)), made)
        self._tab_place.put([made])
        if had_keyboard:
            made.first().setFocus(Qt.FocusReason.OtherFocusReason)

    def _close_line(self) -> None:
        if self._open is not None and (row := self._lines.row_of(self._open)) >= 0:
            self.setIndexWidget(self._lines.index(row), None)  # type: ignore[arg-type]
        self._open = self.open_line = None

    def _measure(self) -> None:
        """Give the open line the height it needs, and lay out."""
        row = self._lines.row_of(self._open) if self._open is not None else -1
        self._painter.open_row = row
        if self.open_line is not None:
            width = self.viewport().width()
            self._painter.open_size = QSize(width, self.open_line.height_at(width) + 2)
        self.doItemsLayout()
        self.updateEditorGeometries()
        focus = QApplication.focusWidget()
        if focus is not None and self.open_line is not None and self.open_line.leave_box is not None:
            box = self.open_line.leave_box
            if box.isAncestorOf(focus):
                self._show_part(box)

    def _anchor(self) -> tuple[Key, int] | None:
        """A line in sight and its height there: the open one, else the first."""
        lines, height = self._lines.lines, self.viewport().height()
        if self._open is not None and (row := self._lines.row_of(self._open)) >= 0:
            top = self.visualRect(self._lines.index(row)).top()
            if 0 <= top < height:
                return self._open, top
        first = self.indexAt(self.viewport().rect().topLeft())
        if first.isValid() and first.row() < len(lines):
            return lines[first.row()].key, self.visualRect(first).top()
        return None

    def _restore(self, anchor: tuple[Key, int] | None) -> None:
        if anchor is not None and (row := self._lines.row_of(anchor[0])) >= 0:
            moved = self.visualRect(self._lines.index(row)).top() - anchor[1]
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + moved)

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self.open_line is not None and self.open_line.isAncestorOf(new):
            self._show_part(new)

    def _show_part(self, part: QWidget) -> None:
        """Bring a part of the open line in sight, with room for its focus ring."""
        corner = part.mapTo(self.viewport(), QPoint(0, 0))
        self._scroll_to(QRect(corner, part.size()).adjusted(0, -_AIR, 0, _AIR))

    def _bring_in_sight(self, row: int) -> None:
        if row >= 0:
            self._scroll_to(self.visualRect(self._lines.index(row)))

    def _scroll_to(self, rect: QRect) -> None:
        height, bar = self.viewport().height(), self.verticalScrollBar()
        if rect.top() < 0 or rect.height() > height:
            bar.setValue(bar.value() + rect.top())
        elif rect.bottom() > height:
            bar.setValue(bar.value() + rect.bottom() - height + 1)

    def _has_keyboard_inside(self) -> bool:
        focus: QWidget | None = QApplication.focusWidget()
        return self.open_line is not None and focus is not None and self.open_line.isAncestorOf(focus)

    def _on_resized(self) -> None:
        """Perhaps it asks for a reason now, in boxes that Tab is to meet in their place."""
        if self.open_line is not None:
            self._tab_place.put([self.open_line])
        self._soon.start()

    def _on_asked(self, what: str, value: str) -> None:
        if what == "close":
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.close_open()
        elif self.open_line is not None:
            self.asked.emit(self.open_line.line, what, value)

    def _on_left(self, scope: str, reason: str) -> None:
        if self.open_line is not None:
            line = self.open_line.line
            self.setFocus(Qt.FocusReason.OtherFocusReason)
            self.left.emit(line, scope, reason)
