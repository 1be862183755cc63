"""The library screen: every summary in one table, with shelves, search and filters. Values in, wishes out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QStackedWidget, QVBoxLayout, QWidget

from app.model.listing import Counts, Filter, Listing
from app.model.site import Targets
from app.model.summary import Category
from app.publish.since import Since
from app.translation import _
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.library.chosen import ChosenRows
from app.ui.library.empty import EmptyLibrary, NothingFound
from app.ui.library.foot import LibraryFoot
from app.ui.library.header import LibraryHeader
from app.ui.library.order_words import listed_words, nothing_words
from app.ui.library.side import LibrarySide
from app.ui.library.table import ListingsTable
from app.ui.library.top import LibraryTop
from app.ui.look import fonts, style
from app.ui.words.since import since_words
from app.ui.words.so_many import so_many
from app.ui.words.trash import shelf_words

NARROW = 760
"""Below this width in pixels the side folds into a menu beside the heading."""


class LibraryPanel(QWidget):
    """Shows listings, counts and categories; says what the writer wants. What is done with rows: `chosen`."""

    new_requested = Signal()
    start_requested = Signal(str)
    empty_trash_requested = Signal()
    categories_requested = Signal()
    filter_changed = Signal(object)
    import_requested = Signal(list)
    publish_requested = Signal()
    find_action_requested = Signal()
    new_library_requested = Signal()
    open_library_requested = Signal(str)
    site_settings_requested = Signal()
    glossary_requested = Signal()
    targets_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAcceptDrops(True)
        style.mark(self, surface="paper")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._filter = Filter()
        self._listings: Sequence[Listing] = ()
        self._counts = Counts()
        self._trash_days = 90
        self._categories: Sequence[Category] = ()
        self.header = LibraryHeader()
        self.side = LibrarySide()
        self.top = LibraryTop()
        self.table = ListingsTable()
        self.chosen = ChosenRows(self.table, self.top.bar, self)
        self.empty = EmptyLibrary()
        self.nothing = NothingFound()
        self.foot = LibraryFoot()
        self._middle = QStackedWidget()
        self._edge = _line("upright")
        self._build()
        self._connect_parts()
        self._show_filter()
        self.top.shelf_button.setMenu(self.side.menu())

    def show_listings(self, listings: Sequence[Listing]) -> None:
        """Show the rows that the last `filter_changed` asked for."""
        self._listings = listings
        self.table.show_listings(listings)
        self._show_outcome()

    def show_counts(self, counts: Counts) -> None:
        """Show how many summaries stand on each shelf."""
        self._counts = counts
        self.side.show_counts(counts)
        self._show_outcome()

    def show_categories(self, categories: Sequence[Category]) -> None:
        """Show the library's categories in their order."""
        self._categories = categories
        self.side.show_categories(categories)
        self.top.chips.show_categories(categories)
        self.top.bar.show_categories(categories)
        self._show_shelf()

    def show_targets(self, targets: Targets) -> None:
        """Take the target grade that bands show and that a filter asks for."""
        self.table.show_targets(targets)
        self.top.chips.show_targets(targets)

    def show_library(self, name: str, recent: Sequence[tuple[str, str]] = ()) -> None:
        """Show the open library's name, and (name, path) of others that were open lately."""
        self.side.show_library(name, recent)

    def show_safety(self, place: str, saved: str) -> None:
        """Show where the library is and how safe it is: `On this computer`, `Saved. Backed up 09:10`."""
        self.side.show_safety(place, saved)

    def show_since(self, since: Since | None) -> None:
        """Show how the library differs from its website; None: nothing was published yet."""
        words = since_words(since) if since else ""
        self.side.show_since(words)
        self.header.show_since(words)

    def show_filter(self, wanted: Filter) -> None:
        """Show a filter without announcing it: another library starts at all summaries."""
        self._filter = wanted
        self._show_filter()

    def filter(self) -> Filter:
        """What the panel wants listed."""
        return self._filter

    def focus_search(self) -> None:
        """Bring the keyboard to the search field."""
        self.header.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.header.search.selectAll()

    def focus_rows(self) -> None:
        """Bring the keyboard to the rows, or to the field of an empty library."""
        if self._middle.currentWidget() is self.empty:
            self.empty.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.table.go_to_rows()

    def show_trash_days(self, days: int) -> None:
        """After how many days the trash empties, 0 for never."""
        self._trash_days = days

    def empty_trash(self) -> None:
        """Ask once, then ask to delete for good what is in the trash."""
        count = self._counts.trashed
        if not count:
            return
        what = so_many(count, "summary")
        question = ConfirmDialog(
            _("Empty the trash?"),
            _("{what} will be deleted for good. This cannot be undone.").format(what=what),
            _("Delete {what}").format(what=what),
            self,
        )
        question.accepted.connect(self.empty_trash_requested)
        question.open()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere on the screen."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self.foot.show_drop(True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """The files went away again."""
        super().dragLeaveEvent(event)
        self.foot.show_drop(False)

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to bring the dropped files in."""
        self.foot.show_drop(False)
        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        self.import_requested.emit(paths)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what a small window has no room for."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size leaves other room."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "foot"):
            self._fit()

    def _fit(self) -> None:
        # Larger text makes a window as narrow as fewer pixels would.
        width = self.width() * 100 // fonts.px(100)
        self.side.setVisible(width >= NARROW)
        self._edge.setVisible(width >= NARROW)
        self.side.setFixedWidth(fonts.px(240 if width >= 1100 else 208))
        for part in (self.header, self.top, self.foot):
            part.show_width(width)
        height = self.height() * 100 // fonts.px(100)
        self.header.show_height(height)
        self.empty.show_height(height - 60)

    def minimumSizeHint(self) -> QSize:
        """Small: its parts shrink after the window does, so what they need now says little."""
        return QSize(480, 320)

    def _refine(self, wanted: Filter) -> None:
        if wanted != self._filter:
            self._filter = wanted
            self._show_filter()
            self.foot.say_next()
            self.filter_changed.emit(wanted)

    def _show_filter(self) -> None:
        self.header.show_search(self._filter.search)
        self._show_shelf()

    def _show_shelf(self) -> None:
        # Not the words to search for: they may just be typed, and asked for only in a moment.
        self.side.show_filter(self._filter)
        self.top.show_filter(self._filter, self.side.shelf_name(self._filter))
        self.table.show_order(self._filter)
        self.chosen.show_shelf(self._filter.is_trashed)
        self._on_chosen()

    def _show_outcome(self) -> None:
        """The table, or the reason why there is none."""
        count = len(self._listings)
        is_new = not self._counts.all and not self._counts.trashed and self._filter == Filter()
        if not count and not is_new:
            self.nothing.show_sentence(*nothing_words(self._filter, self.side.shelf_name(self._filter)))
        self._middle.setCurrentWidget(self.table if count else self.empty if is_new else self.nothing)
        self.top.setVisible(not is_new)
        self.foot.setVisible(not is_new)
        self.top.show_count(count)
        listed = listed_words(count, self._filter)
        if self._filter.is_trashed:
            listed = f"{listed} {shelf_words(self._trash_days)}"
        self.foot.show_words(listed, has_keys=bool(count) and not self._filter.is_trashed)
        self._on_chosen()

    def _on_chosen(self) -> None:
        self.top.show_chosen(self.table.chosen_listings(), self._filter.is_trashed)

    def _on_shelf(self, shelf: Filter) -> None:
        kept = replace(shelf, search=self._filter.search, order=self._filter.order)
        self._refine(replace(kept, is_descending=self._filter.is_descending))

    def _on_search(self, text: str) -> None:
        self._refine(replace(self._filter, search=text))

    def _on_order(self, order: str, is_descending: bool) -> None:
        self._refine(replace(self._filter, order=order, is_descending=is_descending))

    def _on_clear(self) -> None:
        has_more = self._filter.status or self._filter.category or self._filter.above_grade or self._filter.has_findings
        self._refine(Filter(search=self._filter.search if has_more else ""))

    def _connect_parts(self) -> None:
        self.header.searched.connect(self._on_search)
        self.header.rows_requested.connect(self.focus_rows)
        self.header.find_action_requested.connect(self.find_action_requested)
        self.header.publish_requested.connect(self.publish_requested)
        self.header.new_requested.connect(self.new_requested)
        self.side.chosen.connect(self._on_shelf)
        self.side.categories_requested.connect(self.categories_requested)
        self.side.new_library_requested.connect(self.new_library_requested)
        self.side.open_library_requested.connect(self.open_library_requested)
        self.side.site_settings_requested.connect(self.site_settings_requested)
        self.side.glossary_requested.connect(self.glossary_requested)
        self.side.targets_requested.connect(self.targets_requested)
        self.top.chips.chosen.connect(self._refine)
        self.top.empty_trash_requested.connect(self.empty_trash)
        self.table.chosen_changed.connect(self._on_chosen)
        self.table.order_requested.connect(self._on_order)
        self.empty.start_requested.connect(self.start_requested)
        self.empty.new_requested.connect(self.new_requested)
        self.empty.import_requested.connect(self.import_requested)
        self.nothing.clear_requested.connect(self._on_clear)

    def _build(self) -> None:
        for part in (self.table, self.empty, self.nothing):
            self._middle.addWidget(part)
        right = QVBoxLayout()
        right.setContentsMargins(20, 16, 12, 0)
        right.setSpacing(4)
        right.addWidget(self.top)
        right.addWidget(self._middle, 1)
        right.addWidget(self.foot)
        below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.side)
        below.addWidget(self._edge)
        below.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(_line("line"))
        whole.addLayout(below, 1)


def _line(kind: str) -> QFrame:
    line = QFrame()
    style.mark(line, kind=kind)
    return line
