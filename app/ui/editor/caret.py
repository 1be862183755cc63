"""Follows the caret through the form: in which section's text it is, and where."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.ui.editor.form import Form
from app.ui.fields.rich_field import RichField


class CaretWatch(QObject):
    """Says where the caret went, and washes the sentence that a panel speaks of."""

    moved = Signal(str, int)
    """A section and a code point of its Markdown."""

    def __init__(self, form: Form) -> None:
        super().__init__(form)
        self._form = form
        self._washed: RichField | None = None
        for section in form.sections.values():
            section.field_made.connect(self._listen_to)
        for field in form.fields():
            self._listen_to(field)

    def show_wash(self, section: str, span: tuple[int, int] | None) -> None:
        """Wash a sentence of a section; None takes the wash away."""
        field = self._form.field(section) if span else None
        if self._washed is not None and self._washed is not field:
            self._washed.show_wash(None)
        self._washed = field
        if field is not None:
            field.show_wash(span)

    def _listen_to(self, field: object) -> None:
        if isinstance(field, RichField):
            field.caret_moved.connect(self._on_moved)
            field.focused.connect(self._on_focused)
            field.destroyed.connect(self._on_gone)

    def _on_gone(self) -> None:
        self._washed = None

    def _on_moved(self, offset: int) -> None:
        field = self.sender()
        if isinstance(field, RichField) and field.edit.hasFocus():
            self.moved.emit(field.section, offset)

    def _on_focused(self) -> None:
        field = self.sender()
        if isinstance(field, RichField):
            self.moved.emit(field.section, field.caret())
