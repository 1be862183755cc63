"""Categories as chips: the first is the page's home; one is added from a searchable list, or made new."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from app.model.summary import Category, CategoryRef
from app.translation import _
from app.ui.fields import rows
from app.ui.fields.flow import Flow
from app.ui.look import fonts, icons, style
from app.ui.look.plain_tip import plain_tip


class ChipsField(QWidget):
    """`changed` carries what was done (add, remove, first) and the categories that follow."""

    changed = Signal(str, tuple)

    def __init__(self) -> None:
        super().__init__()
        self._chosen: tuple[CategoryRef, ...] = ()
        self._known: tuple[Category, ...] = ()
        self._names: dict[CategoryRef, QToolButton] = {}
        self._flow = Flow(self)
        self._tab_place = rows.TabPlace(self)
        self.add_button = QPushButton(icons.icon("plus", role="soft"), _(" Add a category"))
        self.add_button.setAccessibleName(_("Add a category"))
        self.add_button.clicked.connect(self._on_add)
        style.mark(self.add_button, kind="dashed")
        self._flow.addWidget(self.add_button)

    def show_chosen(self, chosen: tuple[CategoryRef, ...]) -> None:
        """Show the categories of a summary."""
        if chosen == self._chosen:
            return
        self._chosen = chosen
        had_keyboard = next((ref for ref, name in self._names.items() if name.hasFocus()), None)
        self._names.clear()
        while self._flow.count():
            item = self._flow.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None and widget is not self.add_button:
                widget.hide()
                widget.deleteLater()
        chips = [self._chip(ref) for ref in chosen]
        for chip in chips:
            self._flow.addWidget(chip)
        self._tab_place.put(chips)
        self._flow.addWidget(self.add_button)
        if had_keyboard in self._names:
            self._names[had_keyboard].setFocus(Qt.FocusReason.OtherFocusReason)
        self.updateGeometry()

    def show_known(self, known: tuple[Category, ...]) -> None:
        """The library's categories, from which one may choose."""
        self._known = known

    def _chip(self, ref: CategoryRef) -> QFrame:
        chip = QFrame(self)
        style.mark(chip, kind="chip")
        name = self._names[ref] = QToolButton()
        name.setText(ref.name)
        is_first = bool(self._chosen) and self._chosen[0] == ref
        name.setToolTip(_("The page’s home") if is_first else _("Make this the page’s home"))
        name.setAccessibleName(_("{name}, category").format(name=ref.name))
        style.mark(name, kind="quiet", size="small")
        name.clicked.connect(lambda: self._make_first(ref))
        remove = QToolButton()
        remove.setIcon(icons.icon("x", role="link"))
        remove.setIconSize(QSize(fonts.px(14), fonts.px(14)))
        remove.setAccessibleName(_("Remove category {name}").format(name=ref.name))
        remove.setToolTip(plain_tip(_("Remove {name}").format(name=ref.name)))
        style.mark(remove, kind="icon")
        remove.clicked.connect(lambda: self._remove(ref))
        row = QHBoxLayout(chip)
        row.setContentsMargins(3, 0, 4, 0)
        row.setSpacing(0)
        for part in (name, remove):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)  # else the lower of them says how high a row is
        return chip

    def _make_first(self, ref: CategoryRef) -> None:
        if self._chosen and self._chosen[0] != ref:
            self.changed.emit("first", (ref, *(other for other in self._chosen if other != ref)))

    def _remove(self, ref: CategoryRef) -> None:
        self.add_button.setFocus()
        self.changed.emit("remove", tuple(other for other in self._chosen if other != ref))

    def _on_add(self) -> None:
        picker = CategoryPicker(self._known, self._chosen, self)
        picker.chosen.connect(self._on_chosen)
        picker.open_below(self.add_button)

    def _on_chosen(self, ref: CategoryRef) -> None:
        self.changed.emit("add", (*self._chosen, ref))


class CategoryPicker(QFrame):
    """A field and a list: type, choose with the arrows, Enter. A name that is not there can be made."""

    chosen = Signal(object)

    def __init__(self, known: tuple[Category, ...], taken: tuple[CategoryRef, ...], parent: QWidget) -> None:
        super().__init__(parent.window(), Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, kind="popover")
        slugs = {ref.slug for ref in taken}
        self._known = [category for category in known if category.slug not in slugs]
        self._taken = {ref.name.casefold() for ref in taken}
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Find or name a category"))
        self.search.setAccessibleName(_("Find or name a category"))
        self.list = QListWidget()
        self.list.setAccessibleName(_("Categories"))
        self.list.setFixedSize(280, 220)
        hint = QLabel(_("Enter takes the marked one"))
        style.mark(hint, kind="small")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 10)
        for part in (self.search, self.list, hint):
            layout.addWidget(part)
        self.search.textChanged.connect(self._fill)
        self.search.textEdited.connect(self._say_marked)
        self.search.returnPressed.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self._fill("")

    def open_below(self, button: QWidget) -> None:
        """Show the list under a button, with the keyboard in its field."""
        self.move(button.mapToGlobal(QPoint(0, button.height() + 4)))
        self.show()
        self.search.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list while the keyboard stays in the field; Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
            self._say_marked()
        else:
            super().keyPressEvent(event)

    def _fill(self, text: str) -> None:
        wanted = text.strip().casefold()
        self.list.clear()
        self._found = [category for category in self._known if wanted in category.name.casefold()]
        self.list.addItems([category.name for category in self._found])
        is_new = wanted and wanted not in self._taken
        if is_new and not any(category.name.casefold() == wanted for category in self._known):
            self.list.addItem(_("New category “{text}”").format(text=text.strip()))
        self.list.setCurrentRow(0)

    def _say_marked(self) -> None:
        """The keyboard stays in the field: what Enter takes is said."""
        if marked := self.list.currentItem():
            rows.announce(self.search, marked.text())

    def _take(self) -> None:
        row = self.list.currentRow()
        if row < 0:
            return
        if row < len(self._found):
            category = self._found[row]
            self.chosen.emit(CategoryRef(category.slug, category.name))
        else:
            self.chosen.emit(CategoryRef("", self.search.text().strip()))
        self.close()
