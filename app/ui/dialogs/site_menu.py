"""The website's menu as a list: which pages, in which order, and links of the writer's own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.site import MenuLink
from app.publish.links import web_href
from app.publish.page import MENU_PAGES
from app.translation import _
from app.ui.look import fonts, style
from app.ui.look.choice import Choice
from app.ui.look.plain_tip import plain_tip
from app.ui.look.spoken_label import SpokenLabel

_ADDRESS = Qt.ItemDataRole.UserRole
_OWN = "own"


class SiteMenu(QWidget):
    """`edited` says that the menu has changed. F2 renames a place; Alt+Up and Alt+Down move it."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.places = QListWidget()
        self.up, self.down, self.remove = QPushButton(_("Up")), QPushButton(_("Down")), QPushButton(_("Remove"))
        self.page = Choice()
        self.name, self.address = QLineEdit(), QLineEdit()
        self.add = QPushButton(_("Add"))
        self._fault = SpokenLabel()
        self._names: dict[str, str] = dict(MENU_PAGES)
        self._build()
        self._connect_parts()
        self._show_choice()

    def show_menu(self, menu: Sequence[MenuLink], pages: Mapping[str, str] = MENU_PAGES) -> None:
        """Show these places, and offer these pages, by address, to be added."""
        self._names = dict(pages)
        self.page.blockSignals(True)
        self.page.clear()
        for address, name in self._names.items():
            is_category = address not in MENU_PAGES
            self.page.addItem(_("Category: {name}").format(name=name) if is_category else name, address)
        self.page.addItem(_("A link elsewhere…"), _OWN)
        self.page.blockSignals(False)
        self._show_choice()
        self.places.blockSignals(True)
        self.places.clear()
        for place in menu:
            self._put(place)
        self.places.setCurrentRow(0)
        self.places.blockSignals(False)
        self._show_state()

    def menu(self) -> tuple[MenuLink, ...]:
        """The places as they stand."""
        rows = (self.places.item(row) for row in range(self.places.count()))
        return tuple(MenuLink(row.text().strip() or row.data(_ADDRESS), row.data(_ADDRESS)) for row in rows)

    def _put(self, place: MenuLink) -> None:
        row = QListWidgetItem(place.name)
        row.setData(_ADDRESS, place.address)
        where = place.address if web_href(place.address) else self._names.get(place.address, place.address)
        row.setToolTip(plain_tip(where))
        row.setFlags(row.flags() | Qt.ItemFlag.ItemIsEditable)
        self.places.addItem(row)

    def _move(self, by: int) -> None:
        row = self.places.currentRow()
        if 0 <= row + by < self.places.count():
            self.places.insertItem(row + by, self.places.takeItem(row))
            self.places.setCurrentRow(row + by)
            self._changed()

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _on_remove(self) -> None:
        if self.places.currentRow() >= 0:
            self.places.takeItem(self.places.currentRow())
            self._changed()

    def _on_add(self) -> None:
        address = str(self.page.currentData())
        name = self.name.text().strip()
        if address == _OWN:
            address = web_href(self.address.text())
            if not address or not name:
                self._fault.setText(_("A link needs its words and an address that begins with https://."))
                self._fault.show()
                return
        self._fault.hide()
        self._put(MenuLink(name or self._names.get(address, address), address))
        self.places.setCurrentRow(self.places.count() - 1)
        self.name.clear()
        self.address.clear()
        self._changed()

    def _changed(self) -> None:
        self._show_state()
        self.edited.emit()

    def _show_state(self) -> None:
        row, last = self.places.currentRow(), self.places.count() - 1
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < last)
        self.remove.setEnabled(row >= 0)

    def _show_choice(self) -> None:
        self.address.setVisible(self.page.currentData() == _OWN)

    def _connect_parts(self) -> None:
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.remove.clicked.connect(self._on_remove)
        self.add.clicked.connect(self._on_add)
        self.page.currentIndexChanged.connect(self._show_choice)
        self.places.currentRowChanged.connect(self._show_state)
        self.places.itemChanged.connect(self._changed)

    def _build(self) -> None:
        self.places.setAccessibleName(_("Places in the menu"))
        self.places.setAccessibleDescription(_("F2 changes the words of a place."))
        self.places.setFixedHeight(fonts.px(150))
        self.page.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.page.setMinimumContentsLength(12)
        self.page.setAccessibleName(_("Page to add to the menu"))
        self.name.setAccessibleName(_("Words in the menu"))
        self.name.setPlaceholderText(_("Words in the menu"))
        self.address.setAccessibleName(_("Address of the link"))
        self.address.setPlaceholderText("https://")
        for button, name in (
            (self.up, _("Up")),
            (self.down, _("Down")),
            (self.remove, _("Remove")),
            (self.add, _("Add")),
        ):
            style.mark(button, kind="secondary")
            button.setAutoDefault(False)
            button.setAccessibleName(_("{name}: place in the menu").format(name=name))
        for button, keys in ((self.up, "Alt+Up"), (self.down, "Alt+Down")):
            button.setShortcut(keys)
            button.setToolTip(keys)
        style.mark(self._fault, kind="error")
        self._fault.hide()
        moves = QVBoxLayout()
        for button in (self.up, self.down, self.remove):
            moves.addWidget(button)
        moves.addStretch(1)
        top = QHBoxLayout()
        top.addWidget(self.places, 1)
        top.addLayout(moves)
        bottom = QHBoxLayout()
        bottom.addWidget(self.page)
        bottom.addWidget(self.name, 1)
        bottom.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(top)
        column.addLayout(bottom)
        column.addWidget(self.address)
        column.addWidget(self._fault)
