"""The library's side: which library is open, its shelves by state and by category, and whether all is safe."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.model.listing import Counts, Filter
from app.model.summary import Category
from app.model.vocabulary import UNPUBLISHED
from app.translation import _
from app.ui.library.shelf_list import Shelf, ShelfList
from app.ui.library.states import STATES
from app.ui.look import fonts, icons, style
from app.ui.look.icon_label import IconLabel

ALL, TRASH = "all", "trash"
_CATEGORY = "category:"


class LibrarySide(QWidget):
    """Library menu, shelves, categories, foot. `chosen` hands out the Filter of the shelf that was chosen."""

    chosen = Signal(object)
    categories_requested = Signal()
    new_library_requested = Signal()
    open_library_requested = Signal(str)
    site_settings_requested = Signal()
    glossary_requested = Signal()
    targets_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.mark(self, surface="chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._counts = Counts()
        self._categories: Sequence[Category] = ()
        self._names: dict[str, str] = {}
        self.library_button = QPushButton(_("My library"))
        self._shelves = ShelfList(_("Summaries by state"))
        self._category_list = ShelfList(_("Categories"))
        self._place = QLabel(_("On this computer"))
        self._safety = QLabel("")
        self._safety_row = _fact("check", self._safety)
        self._safety_row.hide()
        self._since = QLabel("")
        self._since_row = _fact("globe", self._since)
        self._since_row.hide()
        self._shelf_menu = QMenu(self)
        self._shelf_menu.aboutToShow.connect(self._fill_menu)
        self._shelf_menu.triggered.connect(self._on_menu_shelf)
        self._build()
        self._shelves.chosen.connect(self._on_shelf)
        self._category_list.chosen.connect(self._on_shelf)

    def show_library(self, name: str, recent: Sequence[tuple[str, str]] = ()) -> None:
        """Show the open library's name, and (name, path) of others that were open lately."""
        self.library_button.setText(name)
        self.library_button.setAccessibleName(_("{name}, library").format(name=name))
        menu = self.library_button.menu()
        menu.clear()
        menu.addAction(_("New library…")).triggered.connect(self.new_library_requested)
        menu.addAction(_("Open a library…"), self._on_open_library)
        if recent:
            menu.addSection(_("Recent libraries"))
            for other, path in recent:
                menu.addAction(other).setData(path)
        menu.addSeparator()
        menu.addAction(_("Glossary…")).triggered.connect(self.glossary_requested)
        menu.addAction(_("Reading targets…")).triggered.connect(self.targets_requested)
        menu.addAction(_("Website settings…")).triggered.connect(self.site_settings_requested)

    def show_safety(self, place: str, saved: str) -> None:
        """Show where the library is and how safe it is: `On this computer`, `Saved. Backed up 09:10`."""
        self._place.setText(place)
        self._safety.setText(saved)
        self._safety_row.setVisible(bool(saved))

    def show_since(self, words: str) -> None:
        """Show how the library differs from its website; nothing where it does not, or where there is none."""
        self._since.setText(words)
        self._since_row.setVisible(bool(words))

    def show_counts(self, counts: Counts) -> None:
        """Show how many summaries stand on each shelf."""
        self._counts = counts
        self._show_shelves()

    def show_categories(self, categories: Sequence[Category]) -> None:
        """Show the library's categories in their order."""
        self._categories = categories
        self._show_shelves()

    def show_filter(self, wanted: Filter) -> None:
        """Mark the shelf that a filter is about."""
        is_category = bool(wanted.category)
        self._category_list.choose(_CATEGORY + wanted.category if is_category else None)
        self._shelves.choose(None if is_category else TRASH if wanted.is_trashed else wanted.status or ALL)

    def shelf_name(self, wanted: Filter) -> str:
        """The name of the shelf that a filter is about, as a heading."""
        if wanted.category:
            return self._names.get(_CATEGORY + wanted.category, _("Category"))
        return self._names.get(TRASH if wanted.is_trashed else wanted.status or ALL, _("All summaries"))

    def menu(self) -> QMenu:
        """The same shelves as a menu, for windows too narrow for the side. It fills itself as it opens."""
        return self._shelf_menu

    def _fill_menu(self) -> None:
        self._shelf_menu.clear()
        for key, name in self._names.items():
            self._shelf_menu.addAction(name).setData(key)
        self._shelf_menu.addSeparator()
        self._shelf_menu.addAction(_("Add or edit categories…")).triggered.connect(self.categories_requested)

    def _on_menu_shelf(self, action: QAction) -> None:
        if key := action.data():
            self._on_shelf(key)

    def _show_shelves(self) -> None:
        shelves = [Shelf(ALL, _("All summaries"), "file-text", self._counts.all)]
        for status, look in STATES.items():
            count = self._counts.statuses.get(status, 0)
            if count or status != UNPUBLISHED:  # few libraries ever take a page back
                shelves.append(Shelf(status, look.shelf, look.icon, count))
        shelves.append(Shelf(TRASH, _("Trash"), "trash-2", self._counts.trashed))
        categories = tuple(
            Shelf(_CATEGORY + category.slug, category.name, "", self._counts.categories.get(category.slug, 0))
            for category in self._categories
        )
        self._names = {shelf.key: shelf.name for shelf in (*shelves, *categories)}
        self._shelves.show_shelves(tuple(shelves))
        self._category_list.show_shelves(categories)

    def _on_shelf(self, key: str) -> None:
        if key.startswith(_CATEGORY):
            wanted = Filter(category=key.removeprefix(_CATEGORY))
        elif key == TRASH:
            wanted = Filter(is_trashed=True)
        else:
            wanted = Filter(status="" if key == ALL else key)
        self.show_filter(wanted)
        self.chosen.emit(wanted)

    def _on_open_library(self) -> None:
        self.open_library_requested.emit("")

    def _on_menu(self, action: QAction) -> None:
        if path := action.data():
            self.open_library_requested.emit(path)

    def _build(self) -> None:
        style.mark(self.library_button, kind="menu")
        self.library_button.setIcon(icons.icon("library", role="link"))
        self.library_button.setIconSize(QSize(fonts.px(24), fonts.px(18)))
        self.library_button.setToolTip(_("Open another library, or make a new one"))
        chevron = QHBoxLayout(self.library_button)
        chevron.setContentsMargins(0, 0, 8, 0)
        chevron.addWidget(IconLabel("chevron-down"), 0, Qt.AlignmentFlag.AlignRight)
        menu = QMenu(self.library_button)
        menu.triggered.connect(self._on_menu)
        self.library_button.setMenu(menu)
        self._shelves.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._category_list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 14)
        column.setSpacing(8)
        column.addWidget(self.library_button)
        column.addSpacing(6)
        column.addWidget(self._shelves)
        column.addSpacing(12)
        column.addLayout(self._heading())
        column.addWidget(self._category_list, 1)
        column.addSpacing(4)
        column.addWidget(self._since_row)
        column.addWidget(_fact("hard-drive", self._place))
        column.addWidget(self._safety_row)
        self.show_library(_("My library"))
        self._show_shelves()

    def _heading(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(12, 0, 4, 0)
        label = QLabel(_("Categories"))
        style.mark(label, kind="label")
        row.addWidget(label, 1)
        edit = QPushButton()
        style.mark(edit, kind="icon")
        edit.setIconSize(QSize(fonts.px(16), fonts.px(16)))
        edit.setIcon(icons.icon("plus", role="soft"))
        edit.setAccessibleName(_("Add or edit categories"))
        edit.setToolTip(_("Add or edit categories"))
        edit.clicked.connect(self.categories_requested)
        row.addWidget(edit)
        return row


def _fact(icon: str, label: QLabel) -> QWidget:
    whole = QWidget()
    row = QHBoxLayout(whole)
    row.setContentsMargins(12, 0, 4, 0)
    row.setSpacing(8)
    style.mark(label, kind="hint")
    label.setWordWrap(True)
    row.addWidget(IconLabel(icon))
    row.addWidget(label, 1)
    return whole
