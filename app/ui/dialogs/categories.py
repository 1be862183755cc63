"""The library's categories: name, describe, order, merge, delete. Every change is a wish said at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.summary import Category
from app.translation import _
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.library.shelf_list import Shelf, ShelfList
from app.ui.look import fonts, icons, room, style
from app.ui.words.so_many import so_many


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
        self.name = QLineEdit()
        self.about = _Lines()
        self.into = QComboBox()
        self.merge = QPushButton(_("Merge"))
        self.delete = QPushButton(_("Delete…"))
        self.done_button = QPushButton(_("Done"))
        self._address = _label("", "hint")
        self._merge_words = _label("", "hint")
        self._error = _label("", "error")
        self._form = QWidget()
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
        """Alt+Up and Alt+Down move the chosen category; Esc in the name gives the old name back."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
            if watched is self.list and step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self._move(step)
                return True
            if watched is self.name and event.key() == Qt.Key.Key_Escape and self._is_renamed():
                self._show_chosen()
                return True
        return super().eventFilter(watched, event)

    def _chosen(self) -> Category | None:
        key = self.list.chosen_key()
        return next((category for category in self._categories if category.slug == key), None)

    def _is_renamed(self) -> bool:
        category = self._chosen()
        return category is not None and self.name.text().strip() not in ("", category.name)

    def _show_chosen(self) -> None:
        category = self._chosen()
        self._form.setEnabled(category is not None)
        self.name.setText(category.name if category else "")
        self.about.setPlainText(category.description if category else "")
        place = self._categories.index(category) if category else -1
        self.up.setEnabled(place > 0)
        self.down.setEnabled(0 <= place < len(self._categories) - 1)
        self.into.clear()
        self.into.addItem(_("Choose a category"), "")
        for other in self._categories:
            if other != category:
                self.into.addItem(other.name, other.slug)
        self._on_into()
        self._on_name()

    def _on_name(self) -> None:
        category = self._chosen()
        if category is None:
            self._address.setText("")
        elif self._is_renamed():
            self._address.setText(
                _("Its address follows the new name. categories/{slug}/ will lead there.").format(slug=category.slug)
            )
        else:
            self._address.setText(_("Its address on the website is categories/{slug}/").format(slug=category.slug))

    def _on_edited(self) -> None:
        category = self._chosen()
        if category is None:
            return
        name = self.name.text().strip() or category.name
        about = self.about.toPlainText().strip()
        if (name, about) != (category.name, category.description):
            self._follow = name
            slug = category.slug if name == category.name else ""
            self.save_requested.emit(replace(category, slug=slug, name=name, description=about), category.slug)

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

    def _on_into(self) -> None:
        category, into = self._chosen(), self.into.currentData()
        self.merge.setEnabled(bool(into))
        if category and into:
            self._merge_words.setText(
                _(
                    "{summaries} will move to “{currenttext}”. categories/{slug}/ will lead there. This "
                    "cannot be undone."
                ).format(
                    summaries=_summaries(self._counts.get(category.slug, 0)),
                    currenttext=self.into.currentText(),
                    slug=category.slug,
                )
            )
        else:
            self._merge_words.setText(_("Two categories that mean the same become one."))

    def _on_merge(self) -> None:
        category, into = self._chosen(), self.into.currentData()
        if category and into:
            self._follow = self.into.currentText()
            self.merge_requested.emit(category.slug, into)

    def _on_delete(self) -> None:
        category = self._chosen()
        if category is None:
            return
        stays = _("{summaries} will no longer stand in it. Their texts stay.").format(
            summaries=_summaries(self._counts.get(category.slug, 0))
        )
        question = ConfirmDialog(
            _("Delete “{name}”?").format(name=category.name),
            _("{stays} This cannot be undone.").format(stays=stays),
            _("Delete"),
            self,
        )
        question.accepted.connect(self._on_delete_confirmed)
        question.open()

    def _on_delete_confirmed(self) -> None:
        if category := self._chosen():
            self.delete_requested.emit(category.slug)

    def _connect_parts(self) -> None:
        self.list.chosen.connect(self._show_chosen)
        self.list.installEventFilter(self)
        self.name.installEventFilter(self)
        self.name.textChanged.connect(self._on_name)
        self.name.editingFinished.connect(self._on_edited)
        self.about.left.connect(self._on_edited)
        self.new_name.returnPressed.connect(self._on_add)
        self.add.clicked.connect(self._on_add)
        self.up.clicked.connect(self._on_up)
        self.down.clicked.connect(self._on_down)
        self.into.currentIndexChanged.connect(self._on_into)
        self.merge.clicked.connect(self._on_merge)
        self.delete.clicked.connect(self._on_delete)
        self.done_button.clicked.connect(self.accept)

    def _build(self) -> None:
        self.setWindowTitle(_("Categories"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self.new_name.setPlaceholderText(_("A new category"))
        self.new_name.setAccessibleName(_("Name of a new category"))
        self.name.setAccessibleName(_("Name"))
        self.about.setAccessibleName(_("Description"))
        self.about.setPlaceholderText(_("One sentence that the category’s page shows"))
        self.about.setTabChangesFocus(True)
        self.into.setAccessibleName(_("Merge into"))
        for button in (self.add, self.merge, self.delete):
            style.mark(button, kind="secondary")
        style.mark(self.done_button, kind="primary")
        self._error.hide()
        halves = QHBoxLayout()
        halves.setSpacing(24)
        halves.addLayout(self._left(), 5)
        self._fill_form()
        halves.addWidget(self._form, 6)
        foot = QHBoxLayout()
        foot.addWidget(self._error, 1)
        foot.addStretch()
        foot.addWidget(self.done_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 28, 22)
        column.setSpacing(14)
        column.addWidget(_label(_("Categories"), "page-heading"))
        column.addLayout(halves, 1)
        column.addLayout(foot)
        for button in (self.add, self.merge, self.delete, self.done_button, self.up, self.down):
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
        order.addWidget(_label(_("Their order on the website"), "hint"), 1)
        column.addLayout(order)
        new = QHBoxLayout()
        new.setSpacing(8)
        new.addWidget(self.new_name, 1)
        new.addWidget(self.add)
        column.addLayout(new)
        return column

    def _fill_form(self) -> None:
        column = QVBoxLayout(self._form)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for text, field, hint in ((_("Name"), self.name, self._address), (_("Description"), self.about, None)):
            label = _label(text, "label")
            label.setBuddy(field)
            column.addWidget(label)
            column.addWidget(field)
            if hint:
                column.addWidget(hint)
            column.addSpacing(8)
        self.about.setMaximumHeight(96)
        column.addWidget(_label(_("Merge into"), "label"))
        merge = QHBoxLayout()
        merge.setSpacing(8)
        merge.addWidget(self.into, 1)
        merge.addWidget(self.merge)
        column.addLayout(merge)
        column.addWidget(self._merge_words)
        column.addStretch(1)
        column.addWidget(self.delete, 0, Qt.AlignmentFlag.AlignLeft)


class _Lines(QPlainTextEdit):
    """A field of a few lines that says when the keyboard leaves it."""

    left = Signal()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()


def _summaries(count: int) -> str:
    return so_many(count, "summary") if count else _("No summaries")


def _label(text: str, kind: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(kind in ("hint", "error"))
    style.mark(label, kind=kind)
    return label


def _icon_button(icon: str, name: str) -> QPushButton:
    button = QPushButton()
    style.mark(button, kind="icon")
    button.setIcon(icons.icon(icon, role="soft"))
    button.setIconSize(QSize(fonts.px(18), fonts.px(18)))
    button.setAccessibleName(name.partition(" (")[0])
    button.setToolTip(name)
    return button
