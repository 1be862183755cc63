"""The library’s glossary: search, add, edit in place, remove, a CSV file in and out. Every change is said at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.house_style import Term
from app.text.glossary import key_of
from app.text.glossary_csv import BadRow
from app.translation import _
from app.ui.dialogs.file_questions import file_to_open, file_to_save
from app.ui.dialogs.term_fields import TermFields
from app.ui.dialogs.term_list import TermList
from app.ui.look import fonts, icons, labels, style
from app.ui.look.spoken_label import SpokenLabel
from app.ui.notices import NoticeStrip
from app.ui.saying import done_sentence
from app.ui.words.glossary import bad_row_line
from app.ui.words.so_many import so_many

_FILES = _("CSV files (*.csv *.tsv *.txt);;All files (*)")
_MOST_BAD_ROWS = 4


class GlossaryDialog(QDialog):
    """Window-modal. Its owner answers each wish with `show_terms`, and tells by `show_done` and `show_fault`."""

    add_requested = Signal(str)
    """A new term, from the words in the search field."""
    save_requested = Signal(object, str)
    """The Term as it shall be, and the word it had."""
    remove_requested = Signal(str)
    read_requested = Signal(str)
    write_requested = Signal(str)
    undo_requested = Signal()
    uses_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._terms: Sequence[Term] = ()
        self._wanted = ""
        self.notices = NoticeStrip()
        self.search = QLineEdit()
        self.list = TermList()
        self.fields = TermFields()
        self.add = QPushButton(icons.icon("plus", role="link"), _(" Add a term…"))
        self.add.setAccessibleName(_("Add a term…"))
        self.remove = QPushButton(_("Remove"))
        self.read = QPushButton(_("Bring in a file…"))
        self.write = QPushButton(_("Write a file…"))
        self.done_button = QPushButton(_("Done"))
        self._uses, self._count = labels.label("", "hint"), labels.label("", "hint")
        self._bad_rows = SpokenLabel()
        style.mark(self._bad_rows, kind="error")
        self._build()
        self._connect_parts()

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Show the glossary; what was chosen stays chosen, and a term that was just changed is followed."""
        self._terms = terms
        self._show_found()

    def show_term(self, word: str) -> None:
        """Choose a term."""
        self._wanted = word
        if self.search.text() and key_of(self.search.text()) not in key_of(word):
            self.search.clear()
        self._show_found()

    def show_saved(self, term: Term, _old: str) -> None:
        """A term came in from the small dialog: choose it."""
        self.show_term(term.term)

    def show_uses(self, count: int) -> None:
        """Say in how many summaries the chosen word stands."""
        many = {0: _("It stands in no summary."), 1: _("It stands in 1 summary.")}
        self._uses.setText(many.get(count, _("It stands in {count:,} summaries.").format(count=count)))

    def show_done(self, code: str, facts: Mapping[str, Any]) -> None:
        """Say what was done, with Undo where there is one."""
        undo = _("Undo") if facts.get("can_undo") else ""
        self.notices.show_notice(done_sentence(code, facts), action_label=undo, is_brief=not undo)

    def show_fault(self, sentence: str) -> None:
        """Say what did not work."""
        self.notices.show_notice(sentence, kind="error")

    def show_bad_rows(self, bad_rows: Sequence[BadRow]) -> None:
        """Name the rows of a file that were left out."""
        lines = [bad_row_line(bad) for bad in bad_rows[:_MOST_BAD_ROWS]]
        if more := len(bad_rows) - len(lines):
            lines.append(_("And {more:,} more.").format(more=more))
        self._bad_rows.setText("\n".join(lines))
        self._bad_rows.setVisible(bool(lines))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down and Enter in the search field go on to the list; Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.term():
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                return True
        return super().eventFilter(watched, event)

    def _show_found(self) -> None:
        words = self.search.text().casefold().split()
        found = [term for term in self._terms if all(word in _said(term) for word in words)] if words else self._terms
        wanted, self._wanted = self._wanted, ""
        self.list.show_terms(found, wanted)
        count = so_many(len(self._terms), "term")
        self._count.setText(_("{found:,} of {count}").format(found=len(found), count=count) if words else count)
        self.write.setEnabled(bool(self._terms))

    def _on_chosen(self, term: Term | None) -> None:
        self.fields.show_term(term or Term(""))
        self.fields.setEnabled(term is not None)
        self.remove.setVisible(term is not None)
        self._uses.setText("" if self._terms else _("Add the hard words of your field, and say them in plain words."))
        if term is not None:
            self.uses_requested.emit(term.term)

    def _on_edited(self) -> None:
        old, new = self.list.term(), self.fields.term()
        if old is None or old == new:
            return
        if not key_of(new.term):
            self.fields.show_term(old)  # an emptied word means nothing: Remove is the button for that
            return
        self._wanted = new.term
        self.save_requested.emit(new, old.term)

    def _on_add(self) -> None:
        text = self.search.text().strip()
        self.add_requested.emit("" if self._terms and self.list.term() and text else text)

    def _on_remove(self) -> None:
        if term := self.list.term():
            self.remove_requested.emit(term.term)

    def _on_read(self) -> None:
        path = file_to_open(self, _("Bring in a glossary"), _FILES)
        if path:
            self.read_requested.emit(path)

    def _on_write(self) -> None:
        path = file_to_save(self, _("Write the glossary"), "glossary.csv", _FILES)
        if path:
            self.write_requested.emit(path)

    def _connect_parts(self) -> None:
        self.search.textChanged.connect(self._show_found)
        self.search.installEventFilter(self)
        self.list.chosen.connect(self._on_chosen)
        self.list.remove_requested.connect(self._on_remove)
        self.fields.edited.connect(self._on_edited)
        self.add.clicked.connect(self._on_add)
        self.remove.clicked.connect(self._on_remove)
        self.read.clicked.connect(self._on_read)
        self.write.clicked.connect(self._on_write)
        self.notices.action_requested.connect(self.undo_requested)
        self.done_button.clicked.connect(self.accept)

    def _build(self) -> None:
        self.setWindowTitle(_("Glossary"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self.search.setPlaceholderText(_("Search the glossary"))
        self.search.setAccessibleName(_("Search the glossary"))
        self.search.setClearButtonEnabled(True)
        self.remove.setToolTip(_("Remove this term (Delete in the list)"))
        self.read.setToolTip(_("A CSV file with the columns term, plain words, explanation, do not flag"))
        self.write.setToolTip(_("A CSV file that spreadsheets open"))
        self._bad_rows.hide()
        if strip := self.notices.layout():
            strip.setContentsMargins(0, 0, 0, 0)
        both = _Halves()
        halves = QHBoxLayout(both)
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(28)
        halves.addLayout(self._left(), 5)
        halves.addLayout(self._right(), 6)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 18, 28, 18)
        column.setSpacing(10)
        column.addLayout(self._head())
        column.addWidget(self.notices)
        column.addWidget(self._bad_rows)
        column.addWidget(both, 1)
        column.addLayout(self._foot())
        room = self.parentWidget()
        width, height = fonts.px(860), fonts.px(620)
        self.resize(
            min(width, room.width() - 32) if room else width, min(height, room.height() - 24) if room else height
        )
        self.search.setFocus()

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(labels.label(_("Glossary"), "page-heading"))
        row.addStretch(1)
        row.addWidget(self._count, 0, Qt.AlignmentFlag.AlignBottom)
        return row

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(10)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        style.mark(self.add, kind="secondary")
        column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(8)
        inside = QWidget()
        style.mark(inside, surface="paper")
        fields = QVBoxLayout(inside)
        fields.setContentsMargins(0, 0, 10, 0)
        fields.addWidget(self.fields)
        fields.addStretch(1)
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(inside)
        column.addWidget(area, 1)
        row = QHBoxLayout()
        style.mark(self.remove, kind="danger")
        row.addWidget(self.remove)
        row.addSpacing(6)
        row.addWidget(self._uses, 1)
        column.addLayout(row)
        return column

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button, kind in ((self.read, "quiet"), (self.write, "quiet"), (self.done_button, "primary")):
            style.mark(button, kind=kind)
        row.addWidget(self.read)
        row.addWidget(self.write)
        row.addStretch(1)
        row.addWidget(self.done_button)
        strip = (self.notices.action_button, self.notices.close_button)  # Enter in a field must not press Undo
        for button in (self.add, self.remove, self.read, self.write, self.done_button, *strip):
            button.setAutoDefault(False)
        return row


def _said(term: Term) -> str:
    return f"{term.term} {term.plain} {term.explanation}".casefold()


class _Halves(QWidget):
    """Both halves scroll: with words that wrap beside them Qt would take all that they hold for their least height."""

    def hasHeightForWidth(self) -> bool:
        return False
