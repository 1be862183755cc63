"""The paper beside the form: its panel, what it has for the caret, attaching and taking from it, connected here."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog

from app.model.evidence import Suggestions
from app.model.finding import PassageSpan
from app.model.paper import Paper
from app.papers.citation_diff import FIELDS
from app.settings import Settings
from app.translation import _
from app.ui.dialogs.asking import Asking
from app.ui.dialogs.choose_paper import ChoosePaperDialog
from app.ui.dialogs.citation_diff import CitationDiffDialog
from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.dialogs.reading import ReadingDialog
from app.ui.editor.caret import CaretWatch
from app.ui.editor.sections import FactsSection
from app.ui.paper.panel import PaperPanel
from app.ui.window import Window
from app.ui.words.attached import counted, offers_words
from app.ui.words.importing import stopped_words
from app.work.attaching import Attaching
from app.work.beside import Beside, SentenceHere
from app.work.desk import Desk
from app.work.memory import Memory
from app.work.quoting import Quoting
from app.work.reading_files import ReadFile
from app.work.review import Review
from app.work.session import Session


class PaperSide(QObject):
    """Lives as long as the window. Knows the parts of this one task, and hands values between them."""

    def __init__(
        self,
        window: Window,
        panel: PaperPanel,
        desk: Desk,
        session: Session,
        beside: Beside,
        attaching: Attaching,
        memory: Memory,
        asking: Asking,
    ) -> None:
        super().__init__(window)
        self._window, self.panel, self._desk, self._session = window, panel, desk, session
        self.beside, self.attaching, self._memory, self._asking = beside, attaching, memory, asking
        self.quoting = Quoting(desk, session, beside, self)
        self.caret = CaretWatch(window.editor.form)
        facts = window.editor.form.sections["facts"]
        assert isinstance(facts, FactsSection)
        self._facts = {field.field.section: field for field in (facts.duration, facts.participants, facts.evidence)}
        self._is_shown = False
        self._reading = ReadingDialog(window)

    def connect_to(self, review: Review) -> None:
        """Every connection of this task."""
        self._connect_values(review)
        self._connect_wishes()
        self._connect_actions()

    def show_passage(self, passage: PassageSpan) -> None:
        """Bring the panel forward and show a passage in it: for findings of the checks."""
        self._window.editor_page.show_tab("paper")
        self.panel.show_passage(passage)

    def show_settings(self, settings: Settings) -> None:
        """Whether files are kept, and how large the words are."""
        self._window.table["keep_paper"].setChecked(settings.keeps_papers)
        self.panel.show_size(settings.paper_px)

    def _connect_values(self, review: Review) -> None:
        desk, session, beside, panel = self._desk, self._session, self.beside, self.panel
        desk.paper_changed.connect(panel.show_paper)
        desk.paper_changed.connect(beside.show_paper)
        desk.paper_changed.connect(partial(self._review_again, review))
        review.ready.connect(self._on_reviewed)
        desk.left.connect(beside.forget)
        session.changed.connect(beside.show_summary)
        session.changed.connect(panel.show_summary)
        self.caret.moved.connect(beside.show_place)
        self.caret.moved.connect(self._on_moved)
        beside.suggestions_changed.connect(panel.show_suggestions)
        beside.suggestions_changed.connect(self._on_suggestions)
        beside.sentence_changed.connect(panel.show_sentence)
        beside.sentence_changed.connect(self._on_sentence)
        panel.shown_changed.connect(self._on_shown)
        panel.size_changed.connect(self._on_size)
        self._memory.changed.connect(self.show_settings)
        self.show_settings(self._memory.settings)

    def _connect_wishes(self) -> None:
        panel, quoting, attaching, window = self.panel, self.quoting, self.attaching, self._window
        panel.attach_requested.connect(self._asking.ask_paper)
        panel.remove_requested.connect(attaching.remove)
        panel.cancel_requested.connect(attaching.cancel)
        panel.file_requested.connect(self._on_file_requested)
        panel.use_requested.connect(quoting.use)
        panel.level_requested.connect(quoting.choose_level)
        panel.confirmed.connect(quoting.confirm)
        panel.explanation_requested.connect(quoting.mark_explanation)
        panel.open_requested.connect(quoting.reopen)
        panel.next_open_requested.connect(quoting.next_open)
        quoting.placed.connect(self._on_placed)
        quoting.went.connect(window.editor.go_to)
        self._asking.paper_chosen.connect(attaching.take_files)
        attaching.progressed.connect(self._on_progress)
        attaching.ended.connect(panel.show_read)
        attaching.ended.connect(self._reading.end)
        attaching.stopped.connect(self._on_stopped)
        self._reading.cancel_requested.connect(attaching.cancel)
        attaching.came_in.connect(self._on_came_in)
        attaching.failed.connect(window.show_fault)
        attaching.choice_needed.connect(self._on_choice)
        attaching.related_found.connect(self._on_related)
        attaching.differs.connect(self._on_differs)
        for field in self._facts.values():
            field.offers_requested.connect(self._on_offers)

    def _connect_actions(self) -> None:
        table, panel, quoting = self._window.table, self.panel, self.quoting
        table["attach_paper"].triggered.connect(self._asking.ask_paper)
        table["paste_paper"].triggered.connect(self._on_paste)
        table["remove_paper"].triggered.connect(self.attaching.remove)
        table["keep_paper"].triggered.connect(self._on_keep)
        table["search_paper"].triggered.connect(self._on_search)
        table["use_words"].triggered.connect(self._on_use)
        table["link_sentence"].triggered.connect(panel.confirm_best)
        table["explain_sentence"].triggered.connect(quoting.mark_explanation)
        table["open_sentence"].triggered.connect(quoting.reopen)
        table["next_open"].triggered.connect(quoting.next_open)

    def _review_again(self, review: Review, paper: object) -> None:
        if self._session.current is not None:
            if paper is not None:
                self.beside.hold()
            review.note_change(self._session.current)

    def _on_reviewed(self, _reviewed: object) -> None:
        self.beside.release()

    def _on_moved(self, section: str, _offset: int) -> None:
        self.panel.show_field(section)

    def _on_suggestions(self, suggestions: Suggestions) -> None:
        for section, field in self._facts.items():
            field.show_offers(offers_words(suggestions, section))

    def _on_sentence(self, sentence: SentenceHere | None) -> None:
        is_washed = self._is_shown and sentence is not None and bool(sentence.held or sentence.supports)
        if is_washed and sentence is not None:
            self.caret.show_wash(sentence.section, (sentence.start, sentence.end))
        else:
            self.caret.show_wash("", None)

    def _on_shown(self, is_shown: bool) -> None:
        if is_shown != self._is_shown:
            self._is_shown = is_shown
            self._on_sentence(self.beside.sentence)

    def _on_size(self, size: int) -> None:
        self._memory.set(paper_px=size)

    def _on_offers(self, section: str) -> None:
        self._window.editor_page.show_tab("paper")
        self.panel.show_field(section)
        self.panel.focus_offers()

    def _on_file_requested(self) -> None:
        self.panel.show_file(self.attaching.kept_file())

    def _on_placed(self, section: str, start: int, end: int) -> None:
        self._window.editor_page.show_form()
        self._window.editor.go_to(section, start, end)

    def _on_paste(self) -> None:
        text = QApplication.clipboard().text()
        if text.strip():
            self.attaching.take_content(text.encode("utf-8", "replace"), _("the clipboard"))
        else:
            self._window.show_fault(_("There are no words on the clipboard. Copy the paper or the reference first."))

    def _on_keep(self, keeps: bool) -> None:
        self._memory.set(keeps_papers=keeps)

    def _on_search(self) -> None:
        self._window.editor_page.show_tab("paper")
        self.panel.focus_search()

    def _on_use(self) -> None:
        if self.panel.view.choice() is None:
            self._window.editor_page.show_tab("paper")
            self._window.show_note(_("Select words in the paper first, with the mouse or with Shift and the arrows."))
            self.panel.focus_text()
        else:
            self.panel.open_use_menu()

    def _on_progress(self, name: str, done: int, of: int) -> None:
        """Beside the open summary, whose writer may go on; in the library before it, for a summary is to come."""
        if self._session.current is None:
            self._reading.show_progress(name, done, of)
            return
        if of > 1 and done == 1:
            self._on_came_in()
        self.panel.show_progress(name, done, of)

    def _on_stopped(self, name: str) -> None:
        self._window.show_note(stopped_words(name))

    def _on_came_in(self) -> None:
        if self._window.editor_page.wants_side:
            self._window.side.show_tab("paper")

    def _on_choice(self, read: ReadFile) -> None:
        papers: list[Paper] = [record.paper for record in read.file.papers]
        dialog = ChoosePaperDialog(read.name, papers, self._window)
        dialog.chosen.connect(partial(self.attaching.choose, read))
        self._open(dialog)

    def _on_differs(self, read: Paper, source: str) -> None:
        if self._session.current is not None:
            fields = dict.fromkeys(FIELDS, source)
            dialog = CitationDiffDialog(self._session.current.paper, read, fields, self._window)
            dialog.taken.connect(self.attaching.take_citation)
            self._open(dialog)

    def _on_related(self, read: ReadFile) -> None:
        count = counted(len(read.file.papers), "related work")
        dialog = ConfirmDialog(
            _("A list of related works"),
            _("“{name}” lists {count}, not one paper. Shall they be added to this summary as related research?").format(
                name=read.name, count=count
            ),
            _("Add them"),
            self._window,
        )
        dialog.accepted.connect(partial(self.attaching.add_related, read))
        self._open(dialog)

    def _open(self, dialog: QDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
