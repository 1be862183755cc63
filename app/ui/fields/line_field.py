"""A field of one line: a label above, and below it a sentence when the value cannot be right."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.ui.fields import rows
from app.ui.fields.base import clean, is_undo_or_redo
from app.ui.look import style
from app.ui.look.spoken_label import SpokenLabel


class LineField(QWidget):
    """`fault` gives a sentence for a text that cannot be right, "" for one that can; asked when the writer leaves."""

    edited = Signal(str)
    focused = Signal()

    def __init__(self, label: str, *, placeholder: str = "", fault: Callable[[str], str] | None = None) -> None:
        super().__init__()
        self._fault = fault
        self._label = QLabel(label)
        self.edit = _Line()
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(label)
        self._label.setBuddy(self.edit)
        self._error = SpokenLabel()
        self._error.hide()
        style.mark(self._label, kind="label")
        style.mark(self._error, kind="error")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._label, self.edit, self._error):
            layout.addWidget(part)
        self.edit.textEdited.connect(self._on_edited)
        self.edit.editingFinished.connect(self.judge)
        self.edit.focused.connect(self.focused)

    def show_text(self, text: str) -> None:
        """Show a text; a field that shows it already is left alone."""
        if text != self.edit.text():
            caret = self.edit.cursorPosition()
            self.edit.setText(text)
            self.edit.setCursorPosition(caret if self.edit.hasFocus() else 0)
            self.judge()

    def text(self) -> str:
        """What stands in the field."""
        return self.edit.text()

    def found(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Where a pattern is found."""
        return [match.span() for match in pattern.finditer(self.text())]

    def show_matches(self, spans: Iterable[tuple[int, int]]) -> None:
        """A single line marks no matches; the one gone to is selected."""

    def place_caret(self, offset: int, end: int | None = None) -> None:
        """Put the caret at an offset, selecting up to `end` where one is given."""
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self.edit.setSelection(offset, (end or offset) - offset)

    def caret_rect(self) -> QRect:
        """The place to bring in sight: all of it."""
        return self.rect()

    def judge(self) -> None:
        """Say what is wrong with the text, or take the sentence away."""
        sentence = self._fault(self.text()) if self._fault else ""
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))
        style.mark(self.edit, wrong="true" if sentence else "false")
        self.edit.setAccessibleDescription(sentence)

    def _on_edited(self, text: str) -> None:
        if self._error.isVisible():
            self.judge()
        self.edited.emit(clean(text))


class _Line(QLineEdit):
    focused = Signal()

    def event(self, event: QEvent) -> bool:
        if is_undo_or_redo(event):
            event.ignore()
            return False
        return bool(super().event(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if rows.wish(event):
            event.ignore()  # the list around the field answers
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
