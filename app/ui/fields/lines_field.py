"""Rows of short lines about one thing each (a source, a related paper): add, remove and move by mouse or keyboard."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.translation import _, outset
from app.ui.fields import rows
from app.ui.fields.handle import RowButton
from app.ui.fields.line_field import LineField
from app.ui.look import fonts, icons, style


@dataclass(frozen=True, slots=True)
class Part:
    """One line of a row: how it is read from the row's value, and the value with another text in it."""

    label: str
    placeholder: str
    read: Callable[[Any], str]
    write: Callable[[Any, str], Any]
    fault: Callable[[str], str] | None = None
    share: int = 1


class LinesField(QWidget):
    """`changed` carries what was done, the row and the new values; `empty` is the value of a new row."""

    changed = Signal(str, int, tuple)
    row_made = Signal(object)

    def __init__(self, noun: str, parts: tuple[Part, ...], empty: object) -> None:
        super().__init__()
        self._noun, self._parts, self._empty = noun, parts, empty
        self._values: tuple[Any, ...] = ()
        self._rows: list[LinesRow] = []
        self._wished = -1
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self._tab_place = rows.TabPlace(self)
        self.add_button = QPushButton(icons.icon("plus", role="link"), _(" Add a {noun}").format(noun=noun))
        self.add_button.setAccessibleName(_("Add a {noun}").format(noun=noun))
        style.mark(self.add_button, kind="quiet")
        self.add_button.clicked.connect(self._on_add)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._list)
        layout.addLayout(foot)

    @property
    def fields(self) -> list[LineField]:
        """Every line of every row, in reading order."""
        return [field for row in self._rows for field in row.fields]

    def show_values(self, values: tuple[Any, ...]) -> None:
        """Show these values; a line that shows its text already is left alone."""
        self._values = values
        while len(self._rows) > len(values):
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        has_grown = len(self._rows) < len(values)
        while len(self._rows) < len(values):
            row = LinesRow(len(self._rows), self._noun, self._parts)
            row.edited.connect(self._on_edited)
            row.wished.connect(self.do)
            self._rows.append(row)
            self._list.addWidget(row)
            for field in row.fields:
                self.row_made.emit(field)
        if has_grown:
            self._tab_place.put(self._rows)
        for row, value in zip(self._rows, values, strict=True):
            for part, field in zip(self._parts, row.fields, strict=True):
                if part.write(value, field.text()) != value:
                    field.show_text(part.read(value))
        if 0 <= self._wished < len(self._rows):
            self._rows[self._wished].fields[0].edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wished = -1

    def do(self, what: str, index: int) -> None:
        """Add a row after this one, remove or move it."""
        values = self._values
        if what == "add":
            self._wished = index + 1
            self.changed.emit("add", index + 1, (*values[: index + 1], self._empty, *values[index + 1 :]))
        elif what == "remove":
            self._wished = min(index, len(values) - 2)
            if self._wished < 0:
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit("remove", index, values[:index] + values[index + 1 :])
        elif what in ("up", "down") and 0 <= (to := index + (-1 if what == "up" else 1)) < len(values):
            self._wished = to
            self.changed.emit(what, index, rows.moved(values, index, to))
            rows.announce(self, rows.place_words(outset(self._noun), to, len(values)))

    def _on_edited(self, index: int, part: int, text: str) -> None:
        value = self._parts[part].write(self._values[index], text)
        self.changed.emit("edit", index, (*self._values[:index], value, *self._values[index + 1 :]))

    def _on_add(self) -> None:
        self.do("add", len(self._values) - 1)


class LinesRow(QWidget):
    """The lines of one value, and Remove."""

    edited = Signal(int, int, str)
    wished = Signal(str, int)

    def __init__(self, index: int, noun: str, parts: tuple[Part, ...]) -> None:
        super().__init__()
        self._index = index
        number = index + 1
        self.fields = [
            LineField(part.label.format(number), placeholder=part.placeholder, fault=part.fault) for part in parts
        ]
        remove = RowButton()
        remove.setIcon(icons.icon("trash-2", role="soft"))
        remove.setIconSize(QSize(fonts.px(17), fonts.px(17)))
        remove.setAccessibleName(_("Remove {noun} {number}").format(noun=noun, number=number))
        remove.setToolTip(_("Remove this {noun} (Ctrl+Shift+Backspace)").format(noun=noun))
        style.mark(remove, kind="icon")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        for place, (part, field) in enumerate(zip(parts, self.fields, strict=True)):
            row.addWidget(field, part.share, Qt.AlignmentFlag.AlignTop)
            field.edited.connect(lambda text, place=place: self.edited.emit(self._index, place, text))
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        remove.clicked.connect(lambda: self.wished.emit("remove", self._index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove and move by key."""
        if what := rows.wish(event):
            self.wished.emit(what, self._index)
        else:
            super().keyPressEvent(event)
