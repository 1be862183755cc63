"""The table of summaries: choosing, opening, ordering, by mouse and by keys."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import cast

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, QItemSelectionRange, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from app.model.listing import Filter, Listing
from app.model.site import Targets
from app.model.vocabulary import PUBLISHED
from app.translation import _
from app.ui.library.order_menu import OrderMenu
from app.ui.library.row_painter import ICON, PAD, RowPainter
from app.ui.library.states import STATES, StateLook
from app.ui.library.table_model import HEADINGS, ORDERS, Column, ListingsModel
from app.ui.look import colours, fonts, style
from app.work.review import Grade

WIDTHS = {
    Column.CATEGORIES: 166,
    Column.STATE: 114,
    Column.GRADE: 150,
    Column.JOURNAL: 106,
    Column.FINDINGS: 112,
    Column.EDITED: 112,
}
"""Column widths in pixels at 100 % text; the title takes the rest."""
DROPPED = (Column.CATEGORIES, Column.JOURNAL, Column.FINDINGS, Column.EDITED, Column.GRADE)
"""What a narrow table leaves out, first to last."""
TITLE_LEAST = 270
PAPER_LEAST = 1090
"""Table width in pixels (a window of 1360) from which the paper's title has its line."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListingsTable(QTableView):
    """Rows of listings. It asks for an order; somebody else fetches."""

    open_requested = Signal(str)
    chosen_changed = Signal()
    order_requested = Signal(str, bool)
    duplicate_requested = Signal()
    trash_requested = Signal()
    menu_requested = Signal(QPoint)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Summaries"))
        self._listings = ListingsModel(self)
        self._painter = RowPainter(self)
        self._text_width = 1.0
        style.mark(self, kind="rows")
        self.setModel(self._listings)
        self.setItemDelegate(self._painter)
        self._build()
        self.order_menu = OrderMenu(self)
        self.order_menu.chosen.connect(self.order_requested)
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        self.doubleClicked.connect(self.open_current)
        self.entered.connect(self._on_entered)
        self.horizontalHeader().sectionClicked.connect(self._on_heading)

    def show_listings(self, listings: Sequence[Listing]) -> None:
        """Show these rows; what was chosen stays chosen and the table stays where it is scrolled."""
        chosen = set(self.chosen_ids())
        current, row = self.current_id(), self.currentIndex().row()
        place = self.verticalScrollBar().value()
        self._listings.show_listings(listings)
        if self.currentIndex().isValid() or not listings:
            return
        at = self._listings.row_of(current)
        self._choose(chosen, min(max(row, 0), len(listings) - 1) if at is None else at)
        self.verticalScrollBar().setValue(place)

    def show_grades(self, grades: Mapping[str, Grade]) -> None:
        """Show new grades in the rows that have them."""
        self._listings.show_grades(grades)

    def show_order(self, wanted: Filter) -> None:
        """Show by which column the rows are ordered."""
        self.order_menu.show_order(wanted)
        for column, order in ORDERS.items():
            if order == wanted.order:
                falling = Qt.SortOrder.DescendingOrder if wanted.is_descending else Qt.SortOrder.AscendingOrder
                self.horizontalHeader().setSortIndicator(column, falling)

    def show_targets(self, targets: Targets) -> None:
        """Take the target grade that the bands show."""
        self._painter.targets = targets
        self.viewport().update()

    def chosen_ids(self) -> tuple[str, ...]:
        """The ids of the chosen summaries, in row order."""
        return tuple(listing.id for listing in self.chosen_listings())

    def chosen_listings(self) -> tuple[Listing, ...]:
        """The chosen rows, in their order."""
        # By ranges: asking for 10,000 chosen rows one by one takes half a second.
        ranges = cast(Iterable[QItemSelectionRange], self.selectionModel().selection())
        rows = sorted({row for part in ranges for row in range(part.top(), part.bottom() + 1)})
        return tuple(self._listings.listing(row) for row in rows)

    def current_id(self) -> str:
        """The summary at the keyboard's place, or an empty text."""
        index = self.currentIndex()
        return self._listings.listing(index.row()).id if index.isValid() else ""

    def go_to_rows(self) -> None:
        """Bring the keyboard to the rows, on the first when none is current."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if not self.currentIndex().isValid() and self._listings.rowCount():
            self.selectRow(0)

    def ask_order(self) -> None:
        """Offer the orders under the headings."""
        self.order_menu.popup(self.viewport().mapToGlobal(QPoint(PAD, 0)))

    def choose_current(self) -> None:
        """Choose the row at the keyboard's place and no other."""
        if self.currentIndex().isValid():
            self.selectRow(self.currentIndex().row())

    def open_current(self) -> None:
        """Ask to open the summary at the keyboard's place."""
        if summary_id := self.current_id():
            self.open_requested.emit(summary_id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Ctrl+D duplicates, Del moves to the trash, Esc chooses none."""
        if event.key() in _ENTER:
            self.open_current()
        elif event.key() == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.duplicate_requested.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.trash_requested.emit()
        elif event.key() == Qt.Key.Key_Escape and len(self.chosen_ids()) > 1:
            self.choose_current()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of the chosen rows: at the mouse, or at the current row for the Menu key."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard and self.currentIndex().isValid():
            row = self.visualRect(self.currentIndex())
            self.menu_requested.emit(self.viewport().mapToGlobal(QPoint(PAD, row.bottom())))
        elif self.indexAt(self.viewport().mapFromGlobal(event.globalPos())).isValid():
            self.menu_requested.emit(event.globalPos())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Forget the row under the mouse when there is none."""
        super().mouseMoveEvent(event)
        if not self.indexAt(event.position().toPoint()).isValid():
            self._hover(-1)

    def leaveEvent(self, event: QEvent) -> None:
        """The mouse has left: no row is under it."""
        super().leaveEvent(event)
        self._hover(-1)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The paper first, then the rows."""
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colours.colour("paper"))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the columns to the new width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size needs other heights and widths."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange):
            self._measure()

    def _fit(self) -> None:
        """Leave columns out, least needed first, until the title has room."""
        width = self.viewport().width()
        widths = {
            column: max(round(least * self._text_width), self._words_px(column)) for column, least in WIDTHS.items()
        }
        room = width - sum(widths.values())
        hidden = set()
        for column in DROPPED:
            if room < TITLE_LEAST * self._text_width:
                hidden.add(column)
                room += widths[column]
        more = max(map(_state_px, STATES.values())) - widths[Column.STATE]
        if 0 < more <= room - TITLE_LEAST * self._text_width:  # rarer states are whole where no column goes for them
            widths[Column.STATE] += more
            room -= more
        for column, least in widths.items():
            self.setColumnHidden(column, column in hidden)
            self.setColumnWidth(column, least)
        self.setColumnWidth(Column.TITLE, max(room, 120))
        self._painter.shows_paper = width >= PAPER_LEAST * self._text_width

    def _words_px(self, column: Column) -> int:
        """What the heading and the commonest state ask for: other languages have longer words."""
        heading = QFontMetrics(fonts.sans(14, 600)).horizontalAdvance(HEADINGS[column]) + PAD + 6
        if column != Column.STATE:
            return heading
        return max(heading, _state_px(STATES[PUBLISHED]))

    def _measure(self) -> None:
        self._painter.measure()
        lines = QFontMetrics(fonts.sans(16, 600)).height() + QFontMetrics(fonts.sans(14)).height()
        self.verticalHeader().setDefaultSectionSize(max(68, lines + 24))
        self._text_width = fonts.px(100) / 100
        self.horizontalHeader().setFixedHeight(fonts.px(36))
        self._fit()

    def _choose(self, ids: set[str], current_row: int) -> None:
        model, rows = self.selectionModel(), QItemSelection()
        for summary_id in ids:
            if (row := self._listings.row_of(summary_id)) is not None:
                rows.select(self._listings.index(row, 0), self._listings.index(row, len(Column) - 1))
        flags = QItemSelectionModel.SelectionFlag
        here = self._listings.index(current_row, 0)
        model.setCurrentIndex(here, flags.NoUpdate)
        if rows.isEmpty():  # not by selectRow, which asks what keys are held down
            rows.select(here, self._listings.index(current_row, len(Column) - 1))
        model.select(rows, flags.ClearAndSelect)

    def _on_heading(self, column: int) -> None:
        order = ORDERS.get(Column(column))
        if order:
            falling = self.horizontalHeader().sortIndicatorOrder() == Qt.SortOrder.DescendingOrder
            self.order_requested.emit(order, falling)

    def _on_entered(self, index: object) -> None:
        self._hover(index.row())  # type: ignore[attr-defined]

    def _hover(self, row: int) -> None:
        if row != self._painter.hovered_row:
            self._painter.hovered_row = row
            self.viewport().update()

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        # We paint the paper ourselves: scrolling then moves the pixels and paints only the new rows.
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSortIndicatorShown(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        self._measure()


def _state_px(look: StateLook) -> int:
    """What a state asks for: its icon, its word and the room around them."""
    return QFontMetrics(fonts.sans(15, 600)).horizontalAdvance(look.word) + PAD + fonts.px(ICON) + 10
