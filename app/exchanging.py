"""Sends summaries to another writer as a file, and takes such a file in: clashes are asked before a write."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject

from app.commands.taking_sent import read_sent
from app.errors import BadInput, PlainspokenError
from app.model.exchange import SUFFIX, ExchangeFile, exchange_bytes
from app.translation import _
from app.ui.dialogs.asking import Asking
from app.ui.dialogs.clash import ClashDialog
from app.ui.window import EDITOR, Window
from app.whole_file import write_whole
from app.work.desk import Desk
from app.work.exchange import UNCHANGED, Meeting, Outcome, meet, note_sent, take, take_back, to_send
from app.work.jobs import Jobs, Progress, Token
from app.work.session import Session


class Exchanging(QObject):
    """One file at a time; those that come meanwhile wait."""

    def __init__(self, window: Window, desk: Desk, session: Session, jobs: Jobs, asking: Asking) -> None:
        super().__init__(window)
        self._window, self._desk, self._session, self._jobs, self._asking = window, desk, session, jobs, asking
        self._waiting: list[Path] = []
        self._sending: tuple[str, ...] = ()
        self._file: ExchangeFile | None = None
        self._meetings: list[Meeting] = []
        self._choices: dict[str, dict[str, str]] = {}
        self._was_open = ""
        asking.exchange_chosen.connect(self._on_place)

    # Out

    def ask_where(self) -> None:
        """Send the open summary, else those that are chosen in the table: ask for the file's place."""
        current = self._session.current
        ids = self._window.library.chosen.ids()
        if self._window.page == EDITOR and current is not None:
            ids = (current.id,)
        if not ids or self._window.library.filter().is_trashed:
            self._window.show_note(_("Choose one or more summaries to send."))
            return
        if not self._desk.flush():
            return
        self._sending = ids
        try:
            slugs = [summary.slug for summary in self._desk.store.load_many(ids[:1])]
        except PlainspokenError as fault:
            self._window.show_fault(str(fault))
            return
        name = slugs[0] if len(ids) == 1 and slugs and slugs[0] else "summaries"
        self._asking.ask_exchange(f"{name}{SUFFIX}")

    def _on_place(self, place: str) -> None:
        path = Path(place if place.lower().endswith(SUFFIX) else place + SUFFIX)
        try:
            now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
            file = to_send(self._desk.store, self._sending, self._desk.writer(), now)
            write_whole(path, exchange_bytes(file))
            note_sent(self._desk.store, file)
        except PlainspokenError as fault:
            self._window.show_fault(str(fault))
            return
        titles = [sent.summary.plain_title or sent.summary.paper.title for sent in file.summaries]
        self._desk.tell_done("sent", {"titles": titles, "path": str(path)})

    # In

    def begin(self, files: Sequence[str]) -> None:
        """Take in the files that another writer sent, one after the other. The open summary is saved and left."""
        self._waiting += [Path(file) for file in files]
        self._next()

    def _next(self) -> None:
        if self._file is not None or not self._waiting or not self._desk.has_library:
            return
        path = self._waiting.pop(0)

        def work(_token: Token, _told: Progress) -> ExchangeFile:
            return read_sent(path)

        self._file = ExchangeFile("", "", ())
        self._jobs.start(work, done=self._on_read, failed=self._on_failed)

    def _on_read(self, file: ExchangeFile) -> None:
        if not self._desk.has_library:
            self._end()
            return
        was_open = self._session.current
        self._desk.leave()
        if self._session.current is not None:  # it could not be saved, which has been said
            self._end()
            return
        self._was_open = was_open.id if was_open is not None else ""
        try:
            if self._desk.store.is_read_only:
                raise BadInput(_("This library is open for reading only, so nothing can be brought in here."))
            self._file, self._choices = file, {}
            self._meetings = [meet(self._desk.store, sent) for sent in file.summaries]
        except PlainspokenError as fault:
            self._on_failed(fault)
            return
        self._ask_on()

    def _ask_on(self) -> None:
        """Ask about the next summary that clashes; when all is decided, take everything in."""
        asked = (meeting for meeting in self._meetings if meeting.clashes and meeting.id not in self._choices)
        meeting = next(asked, None)
        if meeting is None or self._file is None:
            self._take()
            return
        dialog = ClashDialog(meeting, self._file.writer, self._window)
        dialog.settled.connect(partial(self._on_settled, meeting.id))
        dialog.rejected.connect(self._on_cancelled)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_settled(self, summary_id: str, choices: dict[str, str]) -> None:
        self._choices[summary_id] = choices
        self._ask_on()

    def _on_cancelled(self) -> None:
        self._end()
        if self._was_open and self._session.current is None:  # back to where the writer was
            self._desk.open_summary(self._was_open)
        self._window.show_note(_("Nothing was brought in. Your summaries are as they were."))

    def _take(self) -> None:
        file, store = self._file, self._desk.store
        if file is None:
            return
        try:
            outcomes = take(store, self._meetings, self._choices, file.writer)
        except PlainspokenError as fault:
            self._on_failed(fault)
            return
        facts = {"outcomes": outcomes, "writer": file.writer}
        if all(done.action == UNCHANGED for done in outcomes):
            self._desk.refresh()
            self._desk.tell_done("exchanged", facts)
        else:
            undo = partial(self._take_back, outcomes)
            self._desk.offer_undo("exchanged", undo, facts, about=outcomes[0].id if len(outcomes) == 1 else "")
        if len(outcomes) == 1:
            self._desk.open_summary(outcomes[0].id)
        self._end()

    def _take_back(self, outcomes: list[Outcome]) -> None:
        current = self._session.current
        if current is not None:
            self._desk.leave()
            if self._session.current is not None:
                return
        take_back(self._desk.store, outcomes)
        if current is not None and any(done.id == current.id and done.before is not None for done in outcomes):
            self._desk.open_summary(current.id)

    def _on_failed(self, fault: BaseException) -> None:
        if not isinstance(fault, PlainspokenError):
            self._end()
            raise fault
        self._window.show_fault(str(fault))
        self._end()

    def _end(self) -> None:
        self._file, self._meetings, self._choices = None, [], {}
        self._next()
