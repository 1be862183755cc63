"""A numbered list of short texts: add, remove and move rows with mouse or keyboard."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.mac_keys import native
from app.translation import _, outset
from app.ui.fields import rows
from app.ui.fields.handle import Handle, RowButton
from app.ui.fields.rich_field import RichField
from app.ui.fields.shared_foot import SharedFoot
from app.ui.look import colours, fonts, icons, style


class ListField(QWidget):
    """Rows of texts. `changed` carries what was done (edit, add, remove, up, down), the row, and the new texts."""

    changed = Signal(str, int, tuple)
    row_made = Signal(object)
    """A new RichField, for whoever listens to fields."""

    def __init__(self, section: str, noun: str, *, placeholder: str = "") -> None:
        super().__init__()
        self._section, self._noun, self._placeholder = section, noun, placeholder
        self._texts: tuple[str, ...] = ()
        self._rows: list[Row] = []
        self._wished_row = -1
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._tab_place = rows.TabPlace(self)
        add = QPushButton(icons.icon("plus", role="link"), _(" Add a {noun}").format(noun=noun))
        add.setAccessibleName(_("Add a {noun}").format(noun=noun))
        add.clicked.connect(self._on_add_clicked)
        style.mark(add, kind="quiet")
        self.add_button = add
        self._drop_line = DropLine(self)
        self.legend = SharedFoot()
        foot = QHBoxLayout()
        foot.setContentsMargins(58, 0, 0, 0)
        foot.addWidget(add)
        foot.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(self._list)
        layout.addLayout(foot)
        legend = QHBoxLayout()
        legend.setContentsMargins(48, 0, 0, 0)
        legend.addWidget(self.legend)
        layout.addLayout(legend)

    @property
    def fields(self) -> list[RichField]:
        """The field of each row."""
        return [row.field for row in self._rows]

    def show_texts(self, texts: tuple[str, ...]) -> None:
        """Show these texts; rows that stay keep their carets."""
        self._texts = texts
        while len(self._rows) > len(texts):
            row = self._rows.pop()
            had_keyboard = row.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
            if had_keyboard:
                (self._rows[-1].field.edit if self._rows else self.add_button).setFocus()
        if len(self._rows) < len(texts):
            while len(self._rows) < len(texts):
                self._rows.append(self._made_row(len(self._rows)))
            self._tab_place.put(self._rows)
        for index, (row, text) in enumerate(zip(self._rows, texts, strict=True)):
            row.field.show_text(text)
            row.handle.show_place(index, len(texts))
        if 0 <= self._wished_row < len(self._rows):
            self._rows[self._wished_row].field.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wished_row = -1

    def focusNextPrevChild(self, is_forward: bool) -> bool:
        """On the way back Tab meets the same as on its way: Remove of the row above comes into sight for it."""
        if not is_forward:
            focus = QApplication.focusWidget()
            stops = (*(row.handle for row in self._rows), self.add_button)
            if focus in stops and (above := stops.index(focus)):
                self._rows[above - 1].show_keys()
        return super().focusNextPrevChild(is_forward)

    def do(self, what: str, index: int) -> None:
        """Add a row below, remove, or move one; what cannot be done is left."""
        texts = self._texts
        if what == "add":
            self._ask("add", index + 1, (*texts[: index + 1], "", *texts[index + 1 :]), index + 1)
        elif what == "remove" and texts:
            self._ask("remove", index, texts[:index] + texts[index + 1 :], min(index, len(texts) - 2))
        elif what in ("up", "down"):
            to = index + (-1 if what == "up" else 1)
            if 0 <= to < len(texts):
                self._ask(what, index, rows.moved(texts, index, to), to)
                rows.announce(
                    self,
                    rows.place_words(outset(self._noun), to, len(texts)),
                )

    def _ask(self, what: str, index: int, texts: tuple[object, ...], then: int) -> None:
        self._wished_row = then
        self.changed.emit(what, index, texts)

    def _made_row(self, index: int) -> Row:
        row = Row(f"{self._section}[{index}]", index, self._noun, self._placeholder)
        row.field.edited.connect(lambda text, i=index: self._on_edited(i, text))
        row.wished.connect(self.do)
        row.dragged_over.connect(self._on_dragged_over)
        row.dragged.connect(self._on_dragged)
        self._list.addWidget(row)
        self.legend.follow(row.field)
        self.row_made.emit(row.field)
        return row

    def _on_edited(self, index: int, text: str) -> None:
        self.changed.emit("edit", index, (*self._texts[:index], text, *self._texts[index + 1 :]))

    def _place_at(self, index: int, y: int) -> int:
        """Where a row goes that is let go at a height."""
        return sum(1 for row in self._rows if row is not self._rows[index] and row.geometry().center().y() < y)

    def _on_dragged_over(self, index: int, y: int) -> None:
        to = self._place_at(index, y)
        over = self._rows[to].geometry()
        self._drop_line.show_at(over.bottom() + 4 if to > index else over.top() - 8, self.width())
        self._drop_line.setVisible(to != index)

    def _on_dragged(self, index: int, y: int) -> None:
        self._drop_line.hide()
        to = self._place_at(index, y)
        if to != index:
            self._ask("up" if to < index else "down", index, rows.moved(self._texts, index, to), to)
            rows.announce(
                self,
                rows.place_words(outset(self._noun), to, len(self._texts)),
            )

    def _on_add_clicked(self) -> None:
        self.do("add", len(self._texts) - 1)


class Row(QWidget):
    """A handle, a number, a field, and while the writer is in it the keys and Remove."""

    wished = Signal(str, int)
    dragged_over = Signal(int, int)
    dragged = Signal(int, int)

    def __init__(self, section: str, index: int, noun: str, placeholder: str) -> None:
        super().__init__()
        self._index = index
        self.field = RichField(
            section, has_toolbar=False, placeholder=placeholder, name=f"{outset(noun)} {index + 1}", size=17
        )
        self.handle = Handle(_("Move {noun} {index}").format(noun=noun, index=index + 1), self)
        self.handle.moved.connect(self._on_moved)
        self.handle.dropped.connect(self._on_dropped)
        self.handle.wished.connect(self._on_handle)
        self._keys, keys_row = _keys_line(noun)
        remove = RowButton()
        remove.setIcon(icons.icon("trash-2", role="soft"))
        remove.setIconSize(QSize(fonts.px(17), fonts.px(17)))
        remove.setAccessibleName(_("Remove {noun} {index}").format(noun=noun, index=index + 1))
        remove.setToolTip(_("Remove this {noun} (Ctrl+Shift+Backspace)").format(noun=noun))
        remove.clicked.connect(self._on_remove)
        style.mark(remove, kind="icon")
        keys_row.addWidget(remove)
        self._keys.hide()
        right = QVBoxLayout()
        right.setSpacing(3)
        right.addWidget(self.field)
        right.addWidget(self._keys)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(3)
        row.addWidget(self.handle, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(Disc(index + 1), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(right, 1)
        self.field.focused.connect(self._keys.show)
        self.field.left.connect(self._on_left)
        remove.installEventFilter(self)

    def show_keys(self) -> None:
        """Show the keys and Remove until the keyboard is elsewhere."""
        self._keys.show()
        self._on_left()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the field passed on."""
        if what := rows.wish(event):
            self.wished.emit(what, self._index)
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Remove goes when the keyboard leaves it too."""
        if event.type() == QEvent.Type.FocusOut:
            self._on_left()
        return super().eventFilter(watched, event)

    def _on_left(self) -> None:
        QTimer.singleShot(0, self, self._settle)  # not before the keyboard is where it goes

    def _settle(self) -> None:
        """The keyboard may have gone on to Remove: then it stays in sight."""
        focus = QApplication.focusWidget()
        self._keys.setVisible(focus is not None and (focus is self.field.edit or self._keys.isAncestorOf(focus)))

    def _on_remove(self) -> None:
        self.wished.emit("remove", self._index)

    def _on_handle(self, what: str) -> None:
        self.wished.emit(what, self._index)

    def _on_moved(self, y: int) -> None:
        self.dragged_over.emit(self._index, y)

    def _on_dropped(self, y: int) -> None:
        self.dragged.emit(self._index, y)


class DropLine(QWidget):
    """Where a row that is being dragged would go."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def show_at(self, y: int, width: int) -> None:
        """Lie at a height of the list."""
        self.setGeometry(0, y, width, 4)
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        QPainter(self).fillRect(self.rect(), colours.colour("accent"))


class Disc(QWidget):
    """A number in a filled circle."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = str(number)
        self.setFixedSize(32, 32)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent"))
        painter.drawEllipse(3, 3, 26, 26)
        painter.setPen(colours.colour("on_accent"))
        painter.setFont(fonts.sans(14, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._number)


def _keys_line(noun: str) -> tuple[QWidget, QHBoxLayout]:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 2, 0, 0)
    row.setSpacing(4)
    for text, kind in (
        ("Alt", "key"), ("↑", "key"), ("↓", "key"), (_(" move"), "hint"),
        ("", ""), (native("Ctrl"), "key"), ("Enter", "key"), (_(" new {noun} below").format(noun=noun), "hint"),
    ):  # fmt: skip
        if not kind:
            row.addSpacing(12)
            continue
        label = QLabel(text)
        style.mark(label, kind=kind)
        row.addWidget(label)
    row.addStretch()
    return line, row
