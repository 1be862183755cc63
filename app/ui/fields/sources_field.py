"""Further sources: a title and an address each."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.model.summary import Source
from app.ui.fields import rows
from app.ui.fields.line_field import LineField
from app.ui.look import icons, style


def address_fault(text: str) -> str:
    """A sentence when a text is no address that a page may link to."""
    if not text or text.startswith(("https://", "http://", "mailto:")):
        return ""
    return "An address begins with https://."


class SourcesField(QWidget):
    """`changed` carries what was done, the row and the new sources."""

    changed = Signal(str, int, tuple)
    row_made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[Source, ...] = ()
        self._rows: list[SourceRow] = []
        self._wished = -1
        self._list = QVBoxLayout()
        self._list.setSpacing(10)
        self.add_button = QPushButton(icons.icon("plus", role="link"), " Add a source")
        self.add_button.setAccessibleName("Add a source")
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
        """Title and address of each source, in reading order."""
        return [field for row in self._rows for field in (row.title, row.address)]

    def show_sources(self, values: tuple[Source, ...]) -> None:
        """Show these sources."""
        self._values = values
        while len(self._rows) > len(values):
            row = self._rows.pop()
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        while len(self._rows) < len(values):
            row = SourceRow(len(self._rows))
            row.edited.connect(self._on_edited)
            row.wished.connect(self.do)
            self._rows.append(row)
            self._list.addWidget(row)
            for field in (row.title, row.address):
                self.row_made.emit(field)
        rows.tab_before(self.add_button, self._rows)
        for row, value in zip(self._rows, values, strict=True):
            row.title.show_text(value.title)
            row.address.show_text(value.url)
        if 0 <= self._wished < len(self._rows):
            self._rows[self._wished].title.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wished = -1

    def do(self, what: str, index: int) -> None:
        """Add a source after this one, remove or move it."""
        values = self._values
        if what == "add":
            self._wished = index + 1
            self.changed.emit("add", index + 1, (*values[: index + 1], Source(), *values[index + 1 :]))
        elif what == "remove":
            self._wished = min(index, len(values) - 2)
            if self._wished < 0:
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.changed.emit("remove", index, values[:index] + values[index + 1 :])
        elif what in ("up", "down") and 0 <= (to := index + (-1 if what == "up" else 1)) < len(values):
            self._wished = to
            self.changed.emit(what, index, rows.moved(values, index, to))
            rows.announce(self, f"Source {to + 1} of {len(values)}")

    def _on_edited(self, index: int, part: str, text: str) -> None:
        value = replace(self._values[index], **{part: text})
        self.changed.emit("edit", index, (*self._values[:index], value, *self._values[index + 1 :]))

    def _on_add(self) -> None:
        self.do("add", len(self._values) - 1)


class SourceRow(QWidget):
    """Title, address, Remove."""

    edited = Signal(int, str, str)
    wished = Signal(str, int)

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        self.title = LineField(f"Source {index + 1}", placeholder="What it is")
        self.address = LineField(f"Address of source {index + 1}", placeholder="https://…", fault=address_fault)
        remove = QToolButton()
        remove.setIcon(icons.icon("trash-2", role="soft"))
        remove.setIconSize(QSize(17, 17))
        remove.setAccessibleName(f"Remove source {index + 1}")
        remove.setToolTip("Remove this source (Ctrl+Shift+Backspace)")
        style.mark(remove, kind="icon")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(10)
        row.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.address, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(remove, 0, Qt.AlignmentFlag.AlignBottom)
        self.title.edited.connect(lambda text: self.edited.emit(self._index, "title", text))
        self.address.edited.connect(lambda text: self.edited.emit(self._index, "url", text))
        remove.clicked.connect(lambda: self.wished.emit("remove", self._index))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Add, remove and move by key."""
        if what := rows.wish(event):
            self.wished.emit(what, self._index)
        else:
            super().keyPressEvent(event)
