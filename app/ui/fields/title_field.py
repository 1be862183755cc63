"""A title: a few words in the serif, as many lines as it takes, never a line break."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.text.rich_text import PARAGRAPH, Block, Run
from app.ui.fields import rich_document
from app.ui.fields.rich_field import RichField
from app.ui.look import style


class TitleField(QWidget):
    """Plain text in and out."""

    edited = Signal(str)
    focused = Signal()

    def __init__(self, label: str, hint: str, placeholder: str) -> None:
        super().__init__()
        name, note = QLabel(label), QLabel(hint)
        style.mark(name, kind="label")
        style.mark(note, kind="hint")
        self._text = ""
        self.field = RichField("title", has_toolbar=False, placeholder=placeholder, name=label, writing="title")
        self.field.edit.is_one_line = True
        name.setBuddy(self.field.edit)
        row = QHBoxLayout()
        row.addWidget(name)
        row.addStretch()
        row.addWidget(note)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.field)
        self.field.edit.textChanged.connect(self._on_changed)
        self.field.focused.connect(self.focused)

    def show_text(self, text: str) -> None:
        """Show a title; one that is shown already is left alone."""
        if text != self._text:
            self._text = text
            rich_document.show_blocks(self.field.edit.document(), (Block(PARAGRAPH, (Run(text),)),))

    def _on_changed(self) -> None:
        text = " ".join(self.field.edit.toPlainText().split("\n"))
        if text != self._text:
            self._text = text
            self.edited.emit(text)
