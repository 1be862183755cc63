"""What can be done with the chosen summaries: one menu for the rows, one bar above them when several are chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from app.model.listing import Listing
from app.model.summary import Category
from app.translation import _
from app.ui.library.states import STATES
from app.ui.look import fonts, icons, style

_TRASH = _("Move to trash")


class SelectionBar(QWidget):
    """State, category and trash for all chosen summaries. It names the wish; the panel knows which are chosen."""

    status_chosen = Signal(str)
    category_added = Signal(str)
    category_removed = Signal(str)
    trash_requested = Signal()
    untrash_requested = Signal()
    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._categories: Sequence[Category] = ()
        self._listings: Sequence[Listing] = ()
        self._count = QLabel()
        style.mark(self._count, kind="label")
        self.status = _button(_("State"), "circle-check")
        self.category = _button(_("Category"), "tag")
        self.trash = _button(_TRASH, "trash-2")
        self.untrash = _button(_("Put back"), "undo-2")
        self.clear = _button("", "x")
        self.clear.setAccessibleName(_("Choose none"))
        self.clear.setToolTip(_("Choose none (Esc)"))
        self.status_menu = QMenu(self.status)
        self.category_menu = QMenu(self.category)
        self._build()

    def show_categories(self, categories: Sequence[Category]) -> None:
        """Offer these categories."""
        self._categories = categories

    def show_chosen(self, listings: Sequence[Listing], is_trash: bool) -> None:
        """Show how many are chosen and what can be done with them."""
        self._count.setText(_("{count:,} chosen").format(count=len(listings)))
        for button in (self.status, self.category, self.trash):
            button.setVisible(not is_trash)
        self.untrash.setVisible(is_trash)
        self.untrash.setEnabled(bool(listings))
        self.clear.setVisible(not is_trash)
        self._listings = listings

    def add_menus(self, menu: QMenu) -> None:
        """Put the same choices of state and category into the rows' own menu."""
        for title, part in ((_("State"), self.status_menu), (_("Category"), self.category_menu)):
            part.setTitle(title)
            menu.addMenu(part)

    def show_width(self, width: int) -> None:
        """Leave out the words beside the icons where there is no room."""
        self.trash.setText(_TRASH if width >= 960 else _("Trash"))

    def _fill_status(self) -> None:
        self.status_menu.clear()
        now = {listing.status for listing in self._listings}
        for status, look in STATES.items():
            action = self.status_menu.addAction(icons.icon(look.icon, role="soft"), look.word)
            action.setData(status)
            action.setEnabled(now != {status})

    def _fill_category(self) -> None:
        """A tick for a category that all have; choosing it takes it away, any other is added."""
        self.category_menu.clear()
        for category in self._categories:
            action = self.category_menu.addAction(category.name)
            action.setData(category.slug)
            action.setCheckable(True)
            action.setChecked(all(category.slug in row.category_slugs for row in self._listings))
        if not self._categories:
            self.category_menu.addAction(_("No categories yet")).setEnabled(False)

    def _on_status(self, action: QAction) -> None:
        self.status_chosen.emit(action.data())

    def _on_category(self, action: QAction) -> None:
        (self.category_added if action.isChecked() else self.category_removed).emit(action.data())

    def _build(self) -> None:
        self.status.setMenu(self.status_menu)
        self.category.setMenu(self.category_menu)
        self.status_menu.aboutToShow.connect(self._fill_status)
        self.category_menu.aboutToShow.connect(self._fill_category)
        self.status_menu.triggered.connect(self._on_status)
        self.category_menu.triggered.connect(self._on_category)
        self.trash.clicked.connect(self.trash_requested)
        self.untrash.clicked.connect(self.untrash_requested)
        self.clear.clicked.connect(self.clear_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for part in (self._count, self.status, self.category, self.trash, self.untrash, self.clear):
            row.addWidget(part)


def _button(text: str, icon: str) -> QPushButton:
    button = QPushButton(text)
    style.mark(button, kind="quiet" if text else "icon")
    button.setIcon(icons.icon(icon, role="link"))
    button.setIconSize(QSize(fonts.px(20 if text else 16), fonts.px(16)))
    return button
