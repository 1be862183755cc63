"""The dialogs about a library's style: its glossary, a word for it, its targets. Built and connected when asked for."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from app.model.house_style import Term
from app.text.alternatives import alternatives
from app.ui.dialogs.glossary import GlossaryDialog
from app.ui.dialogs.targets import TargetsDialog
from app.ui.dialogs.term import TermDialog
from app.ui.window import Window
from app.work.desk import Desk
from app.work.house import House


class StyleDialogues(QObject):
    """Opens them over the window. What was done is told in the dialog too, since it hides the window's notices."""

    def __init__(self, window: Window, desk: Desk, house: House) -> None:
        super().__init__(window)
        self._window, self._desk, self._house = window, desk, house
        self._glossary: GlossaryDialog | None = None

    def open_glossary(self) -> None:
        """The library's glossary."""
        dialog, house = GlossaryDialog(self._window), self._house
        self._glossary = dialog
        dialog.add_requested.connect(self._on_add)
        dialog.save_requested.connect(house.save_term)
        dialog.remove_requested.connect(house.remove_term)
        dialog.read_requested.connect(house.read_glossary)
        dialog.write_requested.connect(house.write_glossary)
        dialog.uses_requested.connect(self._on_uses)
        dialog.finished.connect(self._on_finished)
        house.glossary_changed.connect(dialog.show_terms)
        house.rows_left_out.connect(dialog.show_bad_rows)
        dialog.show_terms(house.glossary)
        self._open(dialog)

    def open_targets(self) -> None:
        """What the library asks of its texts."""
        dialog, house = TargetsDialog(self._house.targets, self._window), self._house
        dialog.edited.connect(house.save_targets)
        house.targets_changed.connect(dialog.show_targets)
        self._open(dialog)

    def ask_term(self, words: str) -> None:
        """Put words into the glossary, or change their entry."""
        self._open_term(words, self._window)

    def ask_term_here(self) -> None:
        """Put the words that are chosen in the form, or the word at the caret, into the glossary."""
        self.ask_term(self._window.editor.chosen_words())

    def _open_term(self, words: str, over: Window | GlossaryDialog) -> None:
        known = self._house.term_of(words) if words else None
        term = known or Term(words)
        dialog = TermDialog(term, alternatives(term.term), is_known=known is not None, parent=over)
        dialog.saved.connect(self._house.save_term)
        if isinstance(over, GlossaryDialog):
            dialog.saved.connect(over.show_saved)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _open(self, dialog: GlossaryDialog | TargetsDialog) -> None:
        dialog.undo_requested.connect(self._desk.take_back)
        self._desk.did.connect(dialog.show_done)
        self._desk.failed.connect(dialog.show_fault)
        opened: QDialog = dialog
        opened.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opened.open()

    def _on_add(self, words: str) -> None:
        if self._glossary is not None:
            self._open_term(words, self._glossary)

    def _on_uses(self, word: str) -> None:
        if self._glossary is not None:
            self._glossary.show_uses(self._house.uses(word))

    def _on_finished(self) -> None:
        self._glossary = None
