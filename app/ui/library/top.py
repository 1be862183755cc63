"""The line above the table: which shelf, how many, and the tools that fit the moment (filters, choice or trash)."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QStackedWidget, QWidget

from app.model.listing import Filter, Listing
from app.translation import _, number
from app.ui.library.bulk import SelectionBar
from app.ui.library.filters import FilterChips
from app.ui.look import style
from app.ui.look.elided_label import ElidedLabel
from app.ui.look.icon_label import IconLabel

_ROOM = "\u2003\u2002"
"""Room for the chevron behind the shelf's name on a button."""


class LibraryTop(QWidget):
    """Heading and count at the left; chips, or the bar of the chosen summaries, at the right."""

    empty_trash_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.chips = FilterChips()
        self.bar = SelectionBar()
        self.empty_trash = QPushButton(_("Empty trash…"))
        self.shelf_button = QPushButton(_("All summaries"))
        self._heading = ElidedLabel(_("All summaries"))
        self._count = QLabel()
        self._tools = QStackedWidget()
        self._is_trash = False
        self._build()

    def show_filter(self, wanted: Filter, shelf: str) -> None:
        """Show the shelf's name and which chips are on."""
        self._heading.setText(shelf)
        self.shelf_button.setText(shelf + _ROOM)
        self.chips.show_filter(wanted)
        self._is_trash = wanted.is_trashed

    def show_count(self, count: int) -> None:
        """Show how many summaries are listed."""
        self._count.setText(number(count, ","))
        self.empty_trash.setEnabled(bool(count))

    def show_chosen(self, listings: tuple[Listing, ...], is_trash: bool) -> None:
        """Show the bar when several summaries are chosen, or in the trash."""
        self.bar.show_chosen(listings, is_trash)
        self.empty_trash.setVisible(is_trash)
        self._tools.setCurrentWidget(self.bar if is_trash or len(listings) > 1 else self.chips)

    def show_width(self, width: int) -> None:
        """In a narrow window the heading becomes the menu of shelves."""
        self.chips.show_width(width)
        self.bar.show_width(width)
        is_narrow = width < 760
        self.shelf_button.setVisible(is_narrow)
        self._heading.setVisible(not is_narrow)
        self._count.setVisible(width >= 900 or is_narrow)

    def _build(self) -> None:
        style.mark(self._heading, kind="page-heading")
        style.mark(self._count, kind="count")
        style.mark(self.empty_trash, kind="secondary")
        style.mark(self.shelf_button, kind="menu")
        self.shelf_button.setAccessibleName(_("Shelf"))
        self.empty_trash.clicked.connect(self.empty_trash_requested)
        for part in (self.chips, self.bar):
            self._tools.addWidget(part)
        self._tools.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        chevron = QHBoxLayout(self.shelf_button)
        chevron.setContentsMargins(0, 0, 4, 0)
        chevron.addWidget(IconLabel("chevron-down"), 0, Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 8, 4)
        row.setSpacing(8)
        row.addWidget(self._heading)
        row.addWidget(self.shelf_button)
        row.addWidget(self._count)
        row.addStretch(1)
        row.addWidget(self._tools)
        row.addWidget(self.empty_trash)
