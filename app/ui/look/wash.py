"""The wash under a row of a list, by where the choice, the pointer and the keyboard are."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyleOptionViewItem

from app.ui.look import colours


def paint(painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
    """Under a row that can be chosen beside others: washed when chosen, a ring when it has the keyboard."""
    is_chosen = bool(state & QStyle.StateFlag.State_Selected)
    if is_chosen or state & QStyle.StateFlag.State_MouseOver:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("mist2" if is_chosen else "hover"))
        painter.drawRoundedRect(rect, 8, 8)
    if state & QStyle.StateFlag.State_HasFocus:
        painter.setPen(QPen(colours.colour("accent"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(rect).adjusted(0.75, 0.75, -0.75, -0.75), 8, 8)


def paint_line(
    painter: QPainter,
    rect: QRect,
    view: QAbstractItemView,
    option: QStyleOptionViewItem,
    index: QModelIndex | QPersistentModelIndex,
) -> None:
    """Under a line of a panel, of which one is the current one: a ring when its list has the keyboard."""
    is_current = index.row() == view.currentIndex().row()
    if not is_current and not option.state & QStyle.StateFlag.State_MouseOver:  # type: ignore[attr-defined]
        return
    has_ring = is_current and view.hasFocus()
    painter.setPen(QPen(colours.colour("accent"), 2) if has_ring else Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("mist2" if is_current else "hover"))
    painter.drawRoundedRect(rect.adjusted(2, 1, -2, -1), 10, 10)
