"""The foot of a text: which marks are in it, each with its shape and number; a click hides or shows one kind."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.fields import marks, rows
from app.ui.fields.flow import Flow
from app.ui.look import style
from app.ui.look.mirror import after, first


class RichFoot(QWidget):
    """Hidden while there is nothing to name. Its accessible name is that of the field or section that it is about."""

    shapes_hidden = Signal(frozenset)

    def __init__(self, parent: QWidget | None = None, *, has_line: bool = True) -> None:
        super().__init__(parent)
        self._shapes: Counter[str] = Counter()
        self._hidden: frozenset[str] = frozenset()
        self._entries: dict[str, _Entry] = {}
        self._tab_place = rows.TabPlace(self)
        line = QFrame()
        style.mark(line, kind="line")
        self._legend = legend = QWidget()
        self._row = Flow(legend, spacing=2)
        self._row.setContentsMargins(10, 3, 10, 3)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        if has_line:
            layout.addWidget(line)
        layout.addWidget(legend)
        self.hide()

    def show_marks(self, shapes: tuple[str, ...]) -> None:
        """Name these shapes, one entry a kind."""
        counted = Counter(shapes)
        if counted == self._shapes:
            return
        self._shapes = counted
        if counted and not self._entries:
            self._make_entries()
        for shape, entry in self._entries.items():  # kept, so that the keyboard is not lost when a number changes
            entry.setText(marks.name_of(shape, counted[shape]))
            entry.tell_field(self.accessibleName())
            entry.setVisible(bool(counted[shape]))
        self._row.invalidate()
        self.setVisible(bool(counted))

    def _make_entries(self) -> None:
        for shape in (marks.DOUBLE, marks.BRACKET, marks.DOTS, marks.DASHES, marks.LINE, marks.WAVE):
            entry = self._entries[shape] = _Entry(shape)
            entry.setChecked(True)
            entry.toggled.connect(self._on_toggled)
            self._row.addWidget(entry)
        self._tab_place.put([self._legend])

    def _on_toggled(self) -> None:
        self._hidden = frozenset(shape for shape, entry in self._entries.items() if not entry.isChecked())
        self.shapes_hidden.emit(self._hidden)


class _Entry(QPushButton):
    """A shape and its name."""

    def __init__(self, shape: str) -> None:
        super().__init__()
        self.shape = shape
        self.setCheckable(True)
        self.setToolTip(_("Show or hide these marks"))
        style.mark(self, kind="legend")

    def tell_field(self, field: str) -> None:
        """Say whose marks these are: every text has such a foot."""
        self.setAccessibleName(_("{name} in {field}").format(name=self.text(), field=field) if field else self.text())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words as a button has them, the shape before them."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(1 if self.isChecked() else 0.35)
        place = first(after(self.rect(), 6), 20)
        marks.paint_shape(painter, self.shape, place.left(), place.right() + 1, self.height() / 2 + 3)

    def sizeHint(self) -> QSize:
        """Room for shape and words."""
        return QSize(self.fontMetrics().horizontalAdvance(self.text()) + 48, 28)
