"""Looking a paper up, from the question to the filled citation: dialogs, job and library, connected here."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog

from app.errors import PlainspokenError
from app.model.paper import Paper
from app.model.paper_text import PaperFile
from app.papers.identifiers import Identifier, identifier_in
from app.papers.services import CROSSREF, PUBMED, SERVICES
from app.ui.dialogs.citation_diff import CitationDiffDialog
from app.ui.dialogs.lookup import LookupDialog
from app.ui.window import Window
from app.ui.words.citation import FILLED, found_behind, found_too_late, full_text_words
from app.work.attaching import Attaching
from app.work.citation import Citation
from app.work.desk import Desk
from app.work.jobs import Jobs
from app.work.look_again import LookAgain
from app.work.lookup import Lookup
from app.work.memory import Memory
from app.work.online import Online
from app.work.session import Session

if TYPE_CHECKING:
    from app.papers.lookup import LookupAnswer

_TITLES = {service.name: service.title for service in SERVICES.all()}


class LookingUp(QObject):
    """Lives as long as the window. One lookup at a time; its answer waits when the writer went on writing."""

    def __init__(self, window: Window, desk: Desk, session: Session, memory: Memory, attaching: Attaching) -> None:
        super().__init__(window)
        self._window, self._desk, self._memory, self._attaching = window, desk, memory, attaching
        self._online = Online(Jobs(self), memory)
        self.citation = Citation(desk, session, self)
        self.lookup = Lookup(self._online, self)
        self.look_again = LookAgain(self._online, desk, self.citation, self)
        self._dialog: LookupDialog | None = None
        self._waiting: LookupAnswer | None = None
        self._for = self._words = ""
        self.lookup.found.connect(self._on_found)
        self.lookup.failed.connect(self._on_failed)
        self.lookup.progressed.connect(self._on_progressed)

    def close(self) -> None:
        """Give up what is still asked."""
        self._online.jobs.close()

    def open(self) -> None:
        """Ask for a number or link, or show what was found while the writer went on writing."""
        answer, self._waiting = self._waiting, None
        if answer is not None and self._for == self.citation.summary_id():
            self._show_answer(answer)
            return
        dialog = self._made()
        if self.lookup.is_running:
            dialog.show_asking(self._words)
        else:
            paper = self.citation.paper()
            dialog.field.setText(paper.doi or paper.pmid or paper.pmcid)
            dialog.field.selectAll()
        self._open(dialog)

    def start(self, words: str) -> None:
        """Begin a new summary with a number, a link or a title; what can be looked up is looked up for it."""
        identifier = identifier_in(words)
        if identifier is None or self._other_of(identifier) is None:
            self._desk.start_summary(words)
        if identifier is not None and not self._desk.store.is_read_only:
            dialog = self._made()
            self._open(dialog)
            dialog.start(words)

    def _made(self) -> LookupDialog:
        settings = self._memory.settings
        dialog = LookupDialog(may_look_up=settings.may_look_up, mail=settings.mail, parent=self._window)
        dialog.asked.connect(self._on_asked)
        dialog.agreed.connect(self._on_agreed)
        dialog.cancel_requested.connect(self.lookup.cancel)
        dialog.open_requested.connect(self._desk.open_summary)
        dialog.finished.connect(self._on_closed)
        self._dialog = dialog
        return dialog

    def _on_closed(self) -> None:
        self._dialog = None

    def _on_agreed(self, mail: str) -> None:
        self._memory.set(may_look_up=True, mail=mail)

    def _on_asked(self, identifier: Identifier) -> None:
        self._for, self._words, self._waiting = self.citation.summary_id(), identifier.value, None
        if self._dialog is not None:
            self._dialog.show_other(*(self._other_of(identifier) or ("", "")))
        self.lookup.look_up(identifier)

    def _on_progressed(self, done: int, of: int) -> None:
        if self._dialog is not None:
            self._dialog.show_progress(done, of)

    def _on_failed(self, sentence: str) -> None:
        if self._dialog is not None:
            self._dialog.show_fault(sentence)
        else:
            self._window.show_fault(sentence)

    def _on_found(self, answer: LookupAnswer) -> None:
        name = answer.paper.title or answer.identifier.value
        if self.citation.summary_id() != self._for:
            self._window.show_note(found_too_late(name))
        elif self._dialog is not None:
            self._dialog.accept()
            self._show_answer(answer)
        else:
            self._waiting = answer
            self._window.show_note(found_behind(name))

    def _show_answer(self, answer: LookupAnswer) -> None:
        sources = {field: _TITLES.get(service, "") for field, service in answer.gave}
        dialog = CitationDiffDialog(self.citation.paper(), answer.paper, sources, self._window)
        dialog.show_faults(part.sentence for part in answer.parts if part.sentence)
        if other := self.citation.other_with(answer.paper.doi):
            dialog.show_other(*other)
        if answer.full_text is not None:
            words = sum(len(record.text.whole().split()) for record in answer.full_text.file.papers)
            has_one = self._desk.paper is not None and bool(self.citation.summary_id())
            dialog.offer_text(full_text_words(words, has_one=has_one), is_ticked=not has_one)
        dialog.taken.connect(partial(self._fill, answer))
        dialog.text_wanted.connect(partial(self._attach, answer))
        dialog.open_requested.connect(self._desk.open_summary)
        self._open(dialog)

    def _fill(self, answer: LookupAnswer, paper: Paper) -> None:
        is_looked = _is_looked(answer) and paper.doi.lower() == answer.paper.doi.lower()
        try:
            self.citation.fill(paper, is_looked=is_looked)
            self._window.show_note(FILLED)
        except PlainspokenError as fault:
            self._window.show_fault(str(fault))

    def _attach(self, answer: LookupAnswer) -> None:
        if answer.full_text is not None and (self.citation.summary_id() or not self._desk.store.is_read_only):
            text, file, paper = answer.full_text, answer.full_text.file, self.citation.paper()
            # The citation is settled: the record of the text has no say in it any more.
            records = tuple(replace(record, paper=paper) for record in file.papers[:1])
            settled = PaperFile(file.kind, records, file.warnings)
            self._attaching.take_paper_file(settled, text.origin, text.content)

    def _other_of(self, identifier: Identifier) -> tuple[str, str] | None:
        return self.citation.other_with(identifier.value) if identifier.kind == "doi" else None

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()


def _is_looked(answer: LookupAnswer) -> bool:
    """Whether Crossref and PubMed said all they know of retractions."""
    return not any(part.sentence for part in answer.parts if part.step in (CROSSREF, PUBMED))
