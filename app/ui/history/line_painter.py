"""Paints the lines of the History panel. Every version is three lines high, so that hundreds are as quick as ten."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.translation import _
from app.ui.history.lines import DAY, LINE, STATE, Line
from app.ui.look import colours, fonts, icons, wash
from app.ui.look.mirror import after, first, last, short_of

LEFT = 16
Index = QModelIndex | QPersistentModelIndex
_ONE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


class LinePainter(QStyledItemDelegate):
    """Time and badge, what changed, who."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """By the kind of line alone."""
        del option
        line: Line = index.data(LINE)
        high = {DAY: 40, STATE: 30}.get(line.kind, 76 if line.writer else 56)
        return QSize(self._view.viewport().width(), fonts.px(high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Paint one line."""
        line: Line = index.data(LINE)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = short_of(after(rect, LEFT), 10)
        if line.kind == DAY:
            _text(painter, after(room.adjusted(0, fonts.px(8), 0, 0), 6 - LEFT), line.title, fonts.serif(17), "ink")
        elif line.kind == STATE:
            self._state(painter, room, line)
        else:
            wash.paint_line(painter, rect, self._view, option, index)
            below = index.model().describe(line.number)  # type: ignore[union-attr, attr-defined]
            self._version(painter, room, line, below)
        painter.restore()

    def _state(self, painter: QPainter, room: QRect, line: Line) -> None:
        who = f" · {line.writer}" if line.writer else ""
        _text(painter, room, line.title + who, fonts.sans(14), "soft")

    def _version(self, painter: QPainter, room: QRect, line: Line, below: str) -> None:
        high = fonts.px(20)
        at = QRect(room.left(), room.top() + fonts.px(7), room.width(), high)
        _text(painter, at, line.title, fonts.sans(15, 600), "ink")
        used = QFontMetrics(fonts.sans(15, 600)).horizontalAdvance(line.title) + 12
        newest = _("Newest") if line.is_newest else ""
        right = QFontMetrics(fonts.sans(14)).horizontalAdvance(newest) + (12 if newest else 0)
        if line.badge:
            _badge(painter, short_of(after(at, used), right), line.badge)
        if newest:
            _text(painter, short_of(last(at, right), -8), newest, fonts.sans(14), "soft")
        _text(painter, at.translated(0, high + 2), below, fonts.sans(14), "ink")
        _text(painter, at.translated(0, 2 * high + 2), line.writer, fonts.sans(13), "soft")


def _badge(painter: QPainter, room: QRect, text: str) -> None:
    font = fonts.sans(13, 600)
    metrics, side = QFontMetrics(font), fonts.px(14)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room.width() - side - 26)
    box = QRectF(first(room, metrics.horizontalAdvance(shown) + side + 24).adjusted(0, -1, 0, 1))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("mist"))
    painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
    top = round(box.center().y() - side / 2)
    icons.paint(painter, "archive", QRect(first(after(room, 9), side).left(), top, side, side), "link")
    _text(painter, after(room, side + 14), shown, font, "link")


def _text(painter: QPainter, room: QRect, text: str, font: QFont, role: str) -> None:
    painter.setFont(font)
    painter.setPen(colours.colour(role))
    shown = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _ONE, shown)
