"""Paints the closed lines of the Checks panel: headings, and findings with icon, headline and place."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.checks.lines import ASIDE, HEADING, Line
from app.ui.checks.model import LINE
from app.ui.look import colours, fonts, icons, wash
from app.ui.look.mirror import after, first, last, short_of

LOOKS = {"error": ("octagon-alert", "brick"), "warning": ("triangle-alert", "amber"), "notice": ("info", "link")}
LEFT, RIGHT, ICON = 42, 34, 18
_WRAP = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
_MOST_KEPT = 4000
Index = QModelIndex | QPersistentModelIndex


class LinePainter(QStyledItemDelegate):
    """Measures each pair of words and width once."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, bool, int], int] = {}
        self.open_size: QSize | None = None
        self.open_row = -1

    def forget(self) -> None:
        """The text size has changed."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the words need at the width of the list."""
        del option
        width = self._view.viewport().width()
        if index.row() == self.open_row and self.open_size is not None:
            return self.open_size
        line: Line = index.data(LINE)
        if line.kind == HEADING:
            return QSize(width, fonts.px(38))
        room = width - LEFT - RIGHT
        high = self._high(line.title, True, room) + self._high(line.below, False, room)
        return QSize(width, max(high + 18, 44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line; the open one is a widget."""
        if index.row() == self.open_row:
            return
        line: Line = index.data(LINE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind == HEADING:
            _heading(painter, rect, line)
        else:
            wash.paint_line(painter, rect, self._view, option, index)
            self._words(painter, rect, line)
        painter.restore()

    def _words(self, painter: QPainter, rect: QRect, line: Line) -> None:
        finding = line.about
        icon, role = LOOKS[finding.severity] if finding is not None else LOOKS["notice"]
        if line.kind == ASIDE:
            icon, role = "archive", "soft"
        room = short_of(after(rect.translated(0, 8), LEFT), RIGHT)
        high = self._high(line.title, True, room.width())
        side = fonts.px(ICON)
        top = rect.top() + 10
        place = first(after(rect, min(14, LEFT - side - 6)), side)
        icons.paint(painter, icon, QRect(place.left(), top, side, side), role)
        icons.paint(painter, "chevron-right", QRect(last(short_of(rect, 11), 18).left(), top, 18, 18), "soft")
        painter.setFont(fonts.sans(15, 600))
        painter.setPen(colours.colour("soft" if line.kind == ASIDE else "ink"))
        painter.drawText(QRect(room.topLeft(), QSize(room.width(), high)), _WRAP, line.title)
        painter.setFont(fonts.sans(14))
        painter.setPen(colours.colour("soft"))
        painter.drawText(room.adjusted(0, high, 0, 0), _WRAP, line.below)

    def _high(self, text: str, is_title: bool, width: int) -> int:
        key = (text, is_title, width)
        if (known := self._heights.get(key)) is None:
            if len(self._heights) > _MOST_KEPT:
                self._heights.clear()
            metrics = QFontMetrics(_title_font() if is_title else fonts.sans(14))
            known = metrics.boundingRect(QRect(0, 0, max(width, 40), 10_000), _WRAP, text).height() if text else 0
            self._heights[key] = known
        return known


def _title_font() -> QFont:
    return fonts.sans(15, 600)


def _heading(painter: QPainter, rect: QRect, line: Line) -> None:
    painter.setFont(fonts.serif(16))
    painter.setPen(colours.colour("ink"))
    inner = rect.adjusted(6, 0, -8, -6)
    flags = int(Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft)
    title = painter.fontMetrics().elidedText(line.title, Qt.TextElideMode.ElideRight, inner.width() - 50)
    painter.drawText(inner, flags, title)
    left = painter.fontMetrics().horizontalAdvance(title) + 10
    painter.setFont(fonts.sans(14))
    painter.setPen(colours.colour("soft"))
    painter.drawText(after(inner, left), flags, str(line.count))
