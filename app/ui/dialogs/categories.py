"""The library's categories: name, describe, order, merge, delete. Every change is a wish said at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.summary import Category
from app.translation import _
from app.ui.dialogs.category_form import CategoryForm
from app.ui.library.shelf_list import Shelf, ShelfList
from app.ui.look import fonts, icons, labels, room, style
from app.ui.look.spoken_label import SpokenLabel


class CategoriesDialog(QDialog):
    """Window-modal. After each wish its owner hands the new list to `show_categories`, or a fault to `show_error`."""

    save_requested = Signal(object, object)
    """The Category as wanted and its old slug, None for a new one. An empty slug: make one of the name."""
    merge_requested = Signal(str, str)
    delete_requested = Signal(str)
    order_requested = Signal(tuple)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._categories: Sequence[Category] = ()
        self._counts: Mapping[str, int] = {}
        self._follow = ""
        self.list = ShelfList(_("Categories"))
        self.new_name = QLineEdit()
        self.add = QPushButton(_("Add"))
        self.up = _icon_button("arrow-up", _("Move up (Alt+Up)"))
        self.down = _icon_button("arrow-down", _("Move down (Alt+Down)"))
        self.form = CategoryForm()
        self.done_button = QPushButton(_("Done"))
        self._error = SpokenLabel()
        style.mark(self._error, kind="error")
        self._build()
        self._connect_parts()
        self._show_chosen()

    def show_categories(self, categories: Sequence[Category], counts: Mapping[str, int]) -> None:
        """Show the categories in their order, with how many summaries stand in each (by slug)."""
        chosen = self.list.chosen_key()
        self._categories, self._counts = categories, counts
        self._error.hide()
        self.list.show_shelves(tuple(Shelf(c.slug, c.name, "", counts.get(c.slug, 0)) for c in categories))
        followed = next((c.slug for c in categories if c.name == self._follow), None)
        self._follow = ""
        slugs = [category.slug for category in categories]
        self.list.choose(followed or (chosen if chosen in slugs else slugs[0] if slugs else None))
        self._show_chosen()

    def show_error(self, sentence: str) -> None:
        """Say why the last wish was refused; the fields keep what was typed."""
        self._error.setText(sentence)
        self._error.show()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt+Up and Alt+Down move the chosen category."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if watched is self.list and step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> Category | None:
        key = self.list.chosen_key()
        return next((category for category in self._categories if category.slug == key), None)

    def _show_chosen(self) -> None:
        category = self._chosen()
        others = [other for other in self._categories if other != category]
        self.form.show_category(category, others, self._counts.get(category.slug, 0) if category else 0)
        place = self._categories.index(category) if category else -1
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self._categories) - 1)

    def _on_save(self, category: Category, old_slug: str) -> None:
        self._follow = category.name
        self.save_requested.emit(category, old_slug)

    def _on_merge(self, slug: str, into: str) -> None:
        self._follow = next(category.name for category in self._categories if category.slug == into)
        self.merge_requested.emit(slug, into)

    def _on_add(self) -> None:
        if name := self.new_name.text().strip():
            self._follow = name
            self.new_name.clear()
            self.save_requested.emit(Category("", name), None)
        self.new_name.setFocus()

    def _move(self, step: int) -> None:
        category = self._chosen()
        if category is None:
            return
        slugs = [other.slug for other in self._categories]
        place = slugs.index(category.slug)
        if 0 <= place + step < len(slugs):
            slugs.insert(place + step, slugs.pop(place))
            self.order_requested.emit(tuple(slugs))

    def _on_up(self) -> None:
        self._move(-1)

    def _on_down(self) -> None:
        self._move(1)

    def _connect_parts(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.installEventFilter(self)
        self.form.save_requested.connect(self._on_save)
        self.form.merge_requested.connect(self._on_merge)
        self.form.delete_requested.connect(self.delete_requested)
        self.new_name.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.done_button.clicked.connect(self.accept)

    def _build(self) -> None:
        self.setWindowTitle(_("Categories"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self.new_name.setPlaceholderText(_("A new category"))
        self.new_name.setAccessibleName(_("Name of a new category"))
        style.mark(self.add, kind="secondary")
        style.mark(self.done_button, kind="primary")
        self._error.hide()
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(self._left(), 5)
        halves.addWidget(self.form, 6)
        foot = QHBoxLayout()
        foot.addWidget(self._error, 1)
        foot.addStretch()
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addWidget(labels.label(_("Categories"), "page-heading"))
        column.addLayout(halves, 1)
        column.addLayout(foot)
        for button in (self.add, self.done_button, self.up, self.down):
            button.setAutoDefault(False)
        self.resize(room.fitted(740, 560, self.parentWidget()))

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.list, 1)
        order = QHBoxLayout()
        order.setSpacing(4)
        order.addWidget(self.up)
        order.addWidget(self.down)
        order.addWidget(labels.label(_("Their order on the website"), "hint"), 1)
        column.addLayout(order)
        new = QHBoxLayout()
        new.setSpacing(8)
        new.addWidget(self.new_name, 1)
        new.addWidget(self.add)
        column.addLayout(new)
        return column


def _icon_button(icon: str, name: str) -> QPushButton:
    button = QPushButton()
    style.mark(button, kind="icon")
    button.setIcon(icons.icon(icon, role="soft"))
    button.setIconSize(QSize(fonts.px(18), fonts.px(18)))
    button.setAccessibleName(name.partition(" (")[0])
    button.setToolTip(name)
    return button
