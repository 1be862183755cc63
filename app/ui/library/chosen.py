"""What a writer wants done with the summaries chosen in the table: by its keys, the bar above it, the rows' menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.translation import _
from app.ui.library.bulk import SelectionBar
from app.ui.library.table import ListingsTable


class ChosenRows(QObject):
    """Says each wish with the ids that it is about. In the trash a summary can only be put back."""

    open_requested = Signal(str)
    duplicate_requested = Signal(tuple)
    trash_requested = Signal(tuple)
    untrash_requested = Signal(tuple)
    status_requested = Signal(tuple, str)
    category_add_requested = Signal(tuple, str)
    category_remove_requested = Signal(tuple, str)
    send_requested = Signal()

    def __init__(self, table: ListingsTable, bar: SelectionBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._table, self._bar = table, bar
        self.menu = QMenu(parent)
        self._is_trash = False
        bar.status_chosen.connect(self._on_status)
        bar.category_added.connect(self._on_category_added)
        bar.category_removed.connect(self._on_category_removed)
        bar.trash_requested.connect(self.trash)
        bar.untrash_requested.connect(self.untrash)
        bar.clear_requested.connect(table.choose_current)
        table.open_requested.connect(self._on_open)
        table.duplicate_requested.connect(self.duplicate)
        table.trash_requested.connect(self.trash)
        table.menu_requested.connect(self._on_menu)

    def show_shelf(self, is_trash: bool) -> None:
        """The rows are those of the trash, or of another shelf."""
        self._is_trash = is_trash

    def ids(self) -> tuple[str, ...]:
        """The summaries that actions are about."""
        return self._table.chosen_ids()

    def open(self) -> None:
        """Ask to open the summary at the keyboard's place; one in the trash has to be put back first."""
        if not self._is_trash:
            self._table.open_current()

    def duplicate(self) -> None:
        """Ask for a copy of every chosen summary."""
        if self.ids() and not self._is_trash:
            self.duplicate_requested.emit(self.ids())

    def trash(self) -> None:
        """Ask to move the chosen summaries to the trash."""
        if self.ids() and not self._is_trash:
            self.trash_requested.emit(self.ids())

    def untrash(self) -> None:
        """Ask to put the chosen summaries back."""
        if self.ids() and self._is_trash:
            self.untrash_requested.emit(self.ids())

    def _on_open(self, summary_id: str) -> None:
        if not self._is_trash:
            self.open_requested.emit(summary_id)

    def _on_status(self, status: str) -> None:
        self.status_requested.emit(self.ids(), status)

    def _on_category_added(self, slug: str) -> None:
        self.category_add_requested.emit(self.ids(), slug)

    def _on_category_removed(self, slug: str) -> None:
        self.category_remove_requested.emit(self.ids(), slug)

    def _on_menu(self, place: QPoint) -> None:
        self.menu.clear()
        if self._is_trash:
            self.menu.addAction(_("Put back"), self.untrash)
        else:
            self.menu.addAction(_("Open"), self.open)
            self.menu.addAction(_("Duplicate"), self.duplicate)
            self.menu.addAction(_("Send to another writer…"), self.send_requested.emit)
            self.menu.addSeparator()
            self._bar.add_menus(self.menu)
            self.menu.addSeparator()
            self.menu.addMenu(self._table.order_menu)
            self.menu.addAction(_("Move to trash"), self.trash)
        self.menu.popup(place)
