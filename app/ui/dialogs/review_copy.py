"""Which review copy to make: for Word or as a PDF, and what goes in beside the text."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPushButton, QRadioButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import style
from app.ui.words.review_copy import Wanted

WORD, PDF = "docx", "pdf"


class ReviewCopyDialog(WordsDialog):
    """Two forms, three parts, and Make."""

    chosen = Signal(str, object)
    """The form ("docx" or "pdf") and the Wanted parts."""

    def __init__(self, title: str, comments: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Make a review copy"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        self.word, self.pdf = QRadioButton(_("Word file")), QRadioButton(_("PDF"))
        self.word.setChecked(True)
        open_ones = _("Open comments ({count})").format(count=comments)
        self.comments, self.checks = QCheckBox(open_ones), QCheckBox(_("What the checks found"))
        self.sources = QCheckBox(_("Citation, sources and passages of the paper"))
        for box in (self.comments, self.checks, self.sources):
            box.setChecked(True)
        self.make, self.cancel = QPushButton(_("Make…")), QPushButton(_("Cancel"))
        self._lay_out(title)
        self.make.clicked.connect(self._on_make)
        self.cancel.clicked.connect(self.reject)

    def _lay_out(self, title: str) -> None:
        heading = QLabel(_("Review copy of “{title}”").format(title=title), wordWrap=True)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        style.mark(heading, kind="panel-heading")
        form, parts = QLabel(_("To be sent as")), QLabel(_("Beside the text, put in"))
        word = QLabel(
            _("Can be commented and changed. “Bring back comments…” reads what your reader says in it."), wordWrap=True
        )
        pdf = QLabel(_("To be read and printed. Comments stand as numbered notes."), wordWrap=True)
        for label, kind in ((form, "part"), (parts, "part"), (word, "hint"), (pdf, "hint")):
            style.mark(label, kind=kind)
        for label in (word, pdf):
            label.setContentsMargins(28, 0, 0, 0)
        style.mark(self.make, kind="primary")
        style.mark(self.cancel, kind="secondary")
        self.make.setDefault(True)
        self.cancel.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.make)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(6)
        for part in (heading, form, self.word, word, self.pdf, pdf, parts, self.comments, self.checks, self.sources):
            if part in (form, parts):
                column.addSpacing(10)
            column.addWidget(part)
        column.addSpacing(12)
        column.addLayout(buttons)
        self.word.setFocus()

    def _on_make(self) -> None:
        wanted = Wanted(self.comments.isChecked(), self.checks.isChecked(), self.sources.isChecked())
        form = WORD if self.word.isChecked() else PDF
        self.accept()
        self.chosen.emit(form, wanted)
