"""A short list of shelves, each with an icon, a name and a count: the rows of the library's side."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.translation import number
from app.ui.look import colours, fonts, icons, style, wash
from app.ui.look.mirror import after, first, middle_square

ROW_HEIGHT = 34
ICON = 18
_SHELF = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Shelf:
    """One row: its key, name, icon ("" for none) and how many summaries stand there."""

    key: str
    name: str
    icon: str = ""
    count: int = 0


class ShelfList(QListWidget):
    """Shelves to choose from with mouse or arrow keys. `chosen` says the key of a shelf that a person chose."""

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        style.mark(self, kind="rows")
        self.setItemDelegate(_ShelfPainter(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self._is_showing = False
        self.itemSelectionChanged.connect(self._on_selected)
        self.activated.connect(self.setCurrentIndex)

    def show_shelves(self, shelves: tuple[Shelf, ...]) -> None:
        """Show these rows; the chosen one stays chosen and nothing is announced."""
        chosen = self.chosen_key()
        self._is_showing = True
        for place, shelf in enumerate(shelves):
            row = self.item(place) or QListWidgetItem(self)
            row.setData(_SHELF, shelf)
            row.setText(shelf.name)
            row.setData(Qt.ItemDataRole.AccessibleTextRole, f"{shelf.name}, {number(shelf.count, ',')}")
        while self.count() > len(shelves):
            self.takeItem(self.count() - 1)
        self._is_showing = False
        self.choose(chosen)
        self.updateGeometry()

    def choose(self, key: str | None) -> None:
        """Mark the shelf with this key, or none, without announcing it."""
        self._is_showing = True
        self.clearSelection()
        for place in range(self.count()):
            if self.item(place).data(_SHELF).key == key:
                self.setCurrentRow(place)
        self._is_showing = False

    def chosen_key(self) -> str | None:
        """The key of the chosen shelf, or None."""
        rows = self.selectedItems()
        return rows[0].data(_SHELF).key if rows else None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where a shelf of another list is chosen, the arrows first choose the one that the keyboard is on."""
        is_arrow = event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home)
        if is_arrow and self.currentItem() is not None and not self.selectedItems():
            self.currentItem().setSelected(True)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where not all rows have room, the last one shown is a whole one."""
        super().resizeEvent(event)
        is_short = self.height() < self.count() * row_height()
        rest = self.height() % row_height() if is_short else 0
        if rest != self.viewportMargins().bottom():
            self.setViewportMargins(0, 0, 0, rest)

    def sizeHint(self) -> QSize:
        """As tall as its rows."""
        return QSize(180, self.count() * row_height())

    def minimumSizeHint(self) -> QSize:
        """Two rows and the rest scrolls."""
        return QSize(100, min(self.count(), 2) * row_height())

    def _on_selected(self) -> None:
        key = self.chosen_key()
        if not self._is_showing and key is not None:
            self.chosen.emit(key)


def row_height() -> int:
    """The height of a shelf's row in pixels, growing with the text."""
    return max(ROW_HEIGHT, QFontMetrics(fonts.sans(15)).height() + 12)


class _ShelfPainter(QStyledItemDelegate):
    """Paints the wash, the icon, the name and the count."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, row_height())

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        shelf: Shelf = index.data(_SHELF)
        state = option.state  # type: ignore[attr-defined]
        rect: QRect = option.rect.adjusted(0, 1, 0, -1)  # type: ignore[attr-defined]
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wash.paint(painter, rect, state)
        inside = rect.adjusted(12, 0, -13, 0)
        if shelf.icon:
            box = middle_square(first(inside, fonts.px(ICON))).translated(0, 1)
            icons.paint(painter, shelf.icon, box, "link" if is_chosen else "soft")
            inside = after(inside, fonts.px(ICON) + 8)
        self._paint_words(painter, inside, shelf, is_chosen)
        painter.restore()

    def _paint_words(self, painter: QPainter, rect: QRect, shelf: Shelf, is_chosen: bool) -> None:
        count = number(shelf.count, ",")
        painter.setFont(fonts.sans(14))
        painter.setPen(colours.colour("soft"))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        room = rect.width() - painter.fontMetrics().horizontalAdvance(count) - 8
        painter.setFont(fonts.sans(15, 600 if is_chosen else 400))
        painter.setPen(colours.colour("link" if is_chosen else "ink"))
        name = painter.fontMetrics().elidedText(shelf.name, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
