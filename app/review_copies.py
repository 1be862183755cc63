"""Review of the open summary: copies to send out, what readers said in them, and the checklist."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QFont

from app.errors import BadInput, PlainspokenError
from app.model.comment import OPEN
from app.model.summary import Summary, title_of
from app.review_copy.bring_back import brought_back
from app.review_copy.html_page import html_page
from app.review_copy.returned import Returned
from app.review_copy.sheet import summary_mark
from app.review_copy.word_package import MOST_FILE
from app.text.clear_communication import questions
from app.translation import _
from app.ui.dialogs.checklist import ChecklistDialog
from app.ui.dialogs.file_questions import file_to_save, files_to_open
from app.ui.dialogs.review_copy import PDF, ReviewCopyDialog
from app.ui.look import fonts
from app.ui.printed import pdf_file
from app.ui.window import Window
from app.ui.words.review_copy import Wanted, brought_words, review_sheet
from app.whole_file import write_whole
from app.work.autosave import now
from app.work.checklisting import Checklisting
from app.work.commenting import READ_ONLY
from app.work.desk import Desk
from app.work.jobs import Jobs, Progress, Token
from app.work.session import Session

_KINDS = {"docx": _("Word files (*.docx)"), "pdf": _("PDF files (*.pdf)")}


class ReviewCopies(QObject):
    """Main thread only. Files that come together are read one after the other."""

    def __init__(self, window: Window, desk: Desk, session: Session, jobs: Jobs, checklisting: Checklisting) -> None:
        super().__init__(window)
        self._checklisting = checklisting
        self._window, self._desk, self._session, self._jobs = window, desk, session, jobs
        self._waiting: list[Path] = []
        self._is_reading = False

    def open_checklist(self) -> None:
        """The questions on how clear the open summary is."""
        from app.checks.checklist_hints import hint_for
        from app.checks.review import checked

        summary = self._session.current
        if summary is None:
            return
        paper = self._desk.paper.text if self._desk.paper else None
        found = checked(summary, self._desk.style, paper).open
        hints = {one.id: hint for one in questions() if (hint := hint_for(one, summary, found))}
        dialog = ChecklistDialog(hints, self._window)
        dialog.answered.connect(self._checklisting.answer)
        show = partial(_show_answers, dialog)
        self._session.changed.connect(show)
        dialog.finished.connect(partial(self._session.changed.disconnect, show))
        dialog.show_answers(summary.checklist)
        dialog.open()

    # Out

    def open(self) -> None:
        """Ask which review copy of the open summary to make."""
        summary = self._session.current
        if summary is None:
            return
        count = sum(comment.state == OPEN for comment in summary.comments)
        dialog = ReviewCopyDialog(title_of(summary), count, self._window)
        dialog.chosen.connect(self._ask_place)
        dialog.open()

    def _ask_place(self, form: str, wanted: Wanted) -> None:
        summary = self._session.current
        if summary is None:
            return
        name = f"{summary.slug or _('summary')}-{_('review')}.{form}"
        path = file_to_save(self._window, _("Review copy"), name, _KINDS[form])
        if path:
            self.make(path if path.lower().endswith(f".{form}") else f"{path}.{form}", wanted)

    def make(self, path: str, wanted: Wanted) -> None:
        """Write a review copy of the open summary, whole or not at all; the ending of the path says which."""
        summary = self._session.current
        if summary is None:
            return
        style, paper, writer, moment = self._desk.style, self._desk.paper, self._desk.writer(), now()
        font, place = QFont(fonts.SANS), Path(path)

        def work(_token: Token, _progress: Progress) -> Path:
            from app.checks.review import checked
            from app.review_copy.word_file import word_file

            found = checked(summary, style, paper.text if paper else None).open if wanted.checks else ()
            sheet = review_sheet(summary, found, wanted, writer, moment)
            is_pdf = place.suffix.lower() == f".{PDF}"
            write_whole(place, pdf_file(html_page(sheet), sheet.title, font) if is_pdf else word_file(sheet))
            return place

        self._window.show_note(_("Making the review copy."))
        self._jobs.start(work, done=self._on_made, failed=self._on_failed)

    def _on_made(self, place: Path) -> None:
        self._desk.tell_done("review_copy_made", {"path": str(place)})

    # Back

    def ask_files(self) -> None:
        """Which Word files came back?"""
        paths = files_to_open(self._window, _("Bring back comments"), _KINDS["docx"])
        if paths:
            self.bring_back(paths)

    def bring_back(self, files: Sequence[str]) -> None:
        """Bring back the comments and changes in Word files that were sent out as review copies."""
        self._waiting += [Path(file) for file in files]
        self._next()

    def _next(self) -> None:
        if self._is_reading or not self._waiting:
            return
        place = self._waiting.pop(0)
        self._is_reading = True

        def work(_token: Token, _progress: Progress) -> tuple[str, Returned]:
            from app.review_copy.opened_word import opened_word

            return place.name, opened_word(content_of(place), place.name)

        self._jobs.start(work, done=self._on_read, failed=self._on_not_read)

    def _on_read(self, read: tuple[str, Returned]) -> None:
        self._is_reading = False
        try:
            self._take(*read)
        except PlainspokenError as fault:
            self._window.show_fault(str(fault))
        self._next()

    def _take(self, name: str, returned: Returned) -> None:
        summary = self._summary_of(returned)
        if summary is None:
            raise BadInput(
                _(
                    "{name} is a review copy of a summary that is not in this library. Open the library that it was "
                    "sent from, and look in the trash."
                ).format(name=name)
            )
        if self._session.is_read_only:
            raise BadInput(READ_ONLY)
        brought = brought_back(summary, returned, now())
        if brought.is_anything:
            self._session.edit(_("Bring back comments"), brought.summary)
        self._window.show_note(brought_words(brought, name))
        self._window.table["show_comments"].trigger()

    def _summary_of(self, returned: Returned) -> Summary | None:
        """The summary that a file is a copy of, opened."""
        current = self._session.current
        if current is not None and summary_mark(current.id) == returned.summary_mark:
            return current
        ids = (listing.id for listing in self._desk.store.listings() if not listing.is_trashed)
        found = next((one for one in ids if summary_mark(one) == returned.summary_mark), None)
        if found is None:
            return None
        self._desk.open_summary(found)
        current = self._session.current
        return current if current is not None and current.id == found else None

    def _on_not_read(self, error: BaseException) -> None:
        self._is_reading = False
        self._on_failed(error)
        self._next()

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, PlainspokenError):
            raise error
        self._window.show_fault(str(error))


def _show_answers(dialog: ChecklistDialog, summary: Summary) -> None:
    dialog.show_answers(summary.checklist)


def content_of(place: Path) -> bytes:
    """The bytes of a file, not many more than a review copy may have. Raises BadInput when it cannot be read."""
    try:
        with place.open("rb") as opened:
            return opened.read(MOST_FILE + 1)
    except OSError as error:
        raise BadInput(
            _("{path} cannot be read: {reason}.").format(path=place, reason=error.strerror or error)
        ) from error
