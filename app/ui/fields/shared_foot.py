"""The foot of a list, of cards or of facts: the marks of all their texts, named once."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QTimer

from app.ui.fields.rich_field import RichField
from app.ui.fields.rich_foot import RichFoot


class SharedFoot(RichFoot):
    """Follows fields for as long as they live; a kind that is hidden is hidden in all of them."""

    def __init__(self) -> None:
        super().__init__(has_line=False)
        self._fields: list[RichField] = []
        self._hidden_now: frozenset[str] = frozenset()
        self._soon = QTimer(self, singleShot=True, interval=0)  # many fields change at once
        self._soon.timeout.connect(self._count)
        self.shapes_hidden.connect(self._hide)

    def follow(self, field: RichField) -> None:
        """Name this field's marks too."""
        self._fields.append(field)
        field.hide_shapes(self._hidden_now)
        field.shapes_changed.connect(self._on_changed)
        field.destroyed.connect(self._on_changed)

    def _on_changed(self) -> None:
        self._soon.start()

    def _count(self) -> None:
        self._fields = [field for field in self._fields if shiboken6.isValid(field)]
        self.show_marks(tuple(shape for field in self._fields for shape in field.shapes))

    def _hide(self, shapes: frozenset[str]) -> None:
        self._hidden_now = shapes
        for field in self._fields:
            if shiboken6.isValid(field):
                field.hide_shapes(shapes)
