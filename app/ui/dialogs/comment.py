"""Saying something about the chosen words, and perhaps what to write instead."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from app.translation import _, quoted
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import style
from app.ui.look.spoken_label import SpokenLabel


class CommentDialog(WordsDialog):
    """`words` are what it is about (Markdown of the section); empty: about the section as a whole."""

    said = Signal(str, object)
    """The comment, and the other words for the stretch or None."""

    def __init__(self, words: str, place: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Comment"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        self.text, self.instead = _Lines(_("Comment"), 84), _Lines(_("Write instead"), 70)
        self.suggests = QCheckBox(_("Suggest other words"))
        self.suggests.setEnabled(bool(words))
        self.add, self.cancel = QPushButton(_("Add comment")), QPushButton(_("Cancel"))
        self._fault = SpokenLabel(_("Say something, or suggest other words."))
        self.instead.setPlainText(words)
        self.instead.hide()
        self._fault.hide()
        self._lay_out(words, place)
        self.suggests.toggled.connect(self._on_suggests)
        self.add.clicked.connect(self._on_add)
        self.cancel.clicked.connect(self.reject)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self._on_add)
        self._words = words

    def _lay_out(self, words: str, place: str) -> None:
        heading = QLabel(_("On {place}").format(place=place))
        style.mark(heading, kind="panel-heading")
        shown = QLabel(quoted(" ".join(words.split())[:240]) if words else _("About the whole section."), wordWrap=True)
        shown.setTextFormat(Qt.TextFormat.PlainText)
        style.mark(shown, kind="quote-small" if words else "hint")
        style.mark(self._fault, kind="error")
        style.mark(self.add, kind="primary")
        style.mark(self.cancel, kind="secondary")
        self.add.setToolTip(_("Add this comment (Ctrl+Enter)"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.add)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 18, 24, 18)
        column.setSpacing(10)
        for part in (heading, shown, self.text, self.suggests, self.instead, self._fault):
            column.addWidget(part)
        column.addLayout(buttons)
        self.text.setFocus()

    def _on_suggests(self, is_on: bool) -> None:
        self.instead.setVisible(is_on)
        if is_on:
            self.instead.setFocus()
        self.fit()

    def _on_add(self) -> None:
        instead = self.instead.toPlainText() if self.suggests.isChecked() else None
        instead = None if instead == self._words else instead
        if not self.text.toPlainText().strip() and instead is None:
            self._fault.show()
            self.fit()
            return
        self.said.emit(self.text.toPlainText(), instead)
        self.accept()


class _Lines(QPlainTextEdit):
    def __init__(self, name: str, height: int) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setTabChangesFocus(True)
        self.setFixedHeight(height)
