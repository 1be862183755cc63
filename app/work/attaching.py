"""Attaching papers: from a file, a paste or a lookup to the text beside the open summary, or to a new summary.

Nothing that is written is overwritten: empty citation fields are filled, the others are offered. Undo brings back the
paper that was there before.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import Cancelled, LibraryFault, PlainspokenError
from app.model.paper import Paper
from app.model.paper_text import AttachedPaper, PaperFile, PaperRecord
from app.model.summary import Summary, title_of
from app.papers.citation_diff import differences, filled_by, taken
from app.papers.related_works import RELATED_WORKS
from app.translation import _
from app.work.desk import Desk
from app.work.jobs import Jobs, Progress, Token
from app.work.reading_files import ReadFile, attached, may_keep, read_content, read_file
from app.work.session import Session


def utc_now() -> str:
    """This moment in ISO 8601 UTC."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Attaching(QObject):
    """Reads one file after the other. Main thread only; the reading itself is a job."""

    progressed = Signal(str, int, int)
    """The name of the file, how many pages are done, of how many (0: not known)."""
    ended = Signal()
    """Nothing is being read any more."""
    stopped = Signal(str)
    """The writer stopped the reading of the file of this name."""
    came_in = Signal()
    """A paper with text stands beside the summary now."""
    choice_needed = Signal(object)
    """A ReadFile with several papers: answer with `choose`."""
    related_found = Signal(object)
    """A ReadFile with a list of related works: answer with `add_related`."""
    differs = Signal(object, str)
    """A citation that says other than what is written, and the name of its file: answer with `take_citation`."""
    failed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        session: Session,
        jobs: Jobs,
        keeps_files: Callable[[], bool] = lambda: True,
        now: Callable[[], str] = utc_now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._session, self._jobs = desk, session, jobs
        self._now, self._keeps_files = now, keeps_files
        self._waiting: deque[tuple[str, str, Callable[[Token, Progress], ReadFile]]] = deque()
        self._token: Token | None = None
        self._name = ""
        self._for = ""

    # What comes in

    def take_files(self, files: list[str]) -> None:
        """Read these files: the first for the open summary; without one, each makes a new summary."""
        paths = [Path(file) for file in files]
        if self._session.current is not None and len(paths) > 1:
            self.failed.emit(_("A summary has one paper, so only the first file was taken. Attach another one later."))
            paths = paths[:1]
        for path in paths:
            self._queue(path.name, lambda token, told, path=path: read_file(path, token, told))  # type: ignore[misc]

    def take_content(self, content: bytes, name: str) -> None:
        """Read what was pasted."""
        self._queue(name, lambda token, told: read_content(content, name, token, told))

    def take_paper_file(self, file: PaperFile, origin: str, content: bytes = b"") -> None:
        """Take what a service gave, with its bytes; nothing is left to be read."""
        self._arrived(ReadFile(origin, content, file, self._open_id()))

    def cancel(self) -> None:
        """Stop reading. What was there stays as it is."""
        self._waiting.clear()
        if self._token is not None:
            self._token.cancel()

    # Answers

    def choose(self, read: ReadFile, number: int) -> None:
        """The paper to take of several, from 0."""
        self._tell_faults(lambda: self._attach(read, read.file.papers[number]))

    def add_related(self, read: ReadFile) -> None:
        """Add a list of related works to the related research of the open summary, each once."""
        summary = self._session.current
        if summary is None:
            return
        known = {_name_of(paper) for paper in summary.related_research}
        new = {_name_of(record.paper): record.paper for record in read.file.papers}
        added = tuple(paper for name, paper in new.items() if name not in known)
        if added:
            changed = replace(summary, related_research=(*summary.related_research, *added))
            self._session.edit(_("Add related research"), changed)
        self._desk.tell_done("related_added", {"count": len(added)}, self._undo_of(self._session.current))

    def take_citation(self, paper: Paper) -> None:
        """Take the citation as the writer wants it: the difference was seen."""
        if (summary := self._session.current) is not None and paper != summary.paper:
            self._session.edit(_("Change the citation"), replace(summary, paper=paper))

    def remove(self) -> None:
        """Remove the paper of the open summary; the notice brings it back."""
        summary, before = self._session.current, self._desk.paper
        if summary is not None and before is not None:
            self._tell_faults(lambda: self._remove(summary.id, before))

    def kept_file(self) -> bytes | None:
        """The file that is kept with the open summary."""
        summary = self._session.current
        return self._desk.store.paper_file(summary.id) if summary is not None else None

    # Inside

    def _queue(self, name: str, work: Callable[[Token, Progress], ReadFile]) -> None:
        self._waiting.append((name, self._open_id(), work))
        if self._token is None:
            self._next()

    def _open_id(self) -> str:
        """The id of the open summary; empty in the library, where a paper starts a summary of its own."""
        return self._session.current.id if self._session.current else ""

    def _next(self) -> None:
        if not self._waiting:
            self._token = None
            self.ended.emit()
            return
        self._name, self._for, work = self._waiting.popleft()
        self.progressed.emit(self._name, 0, 0)
        self._token = self._jobs.start(work, done=self._on_read, failed=self._on_failed, progress=self._on_progress)

    def _on_progress(self, done: int, of: int) -> None:
        self.progressed.emit(self._name, done, of)

    def _on_read(self, read: ReadFile) -> None:
        if self._for and self._for != self._open_id():
            self.failed.emit(
                _("“{name}” was read, but its summary is closed now. Open it and attach the file again.").format(
                    name=read.name
                )
            )
        else:
            self._arrived(replace(read, summary_id=self._for))
        self._next()

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, PlainspokenError):
            if isinstance(error, Cancelled):
                self.stopped.emit(self._name)
            else:
                self.failed.emit(str(error))
            self._next()
        else:
            self._token = None
            self.ended.emit()
            raise error

    def _arrived(self, read: ReadFile) -> None:
        papers = read.file.papers
        if any(warning.code == RELATED_WORKS for warning in read.file.warnings):
            if not read.summary_id:
                self.failed.emit(
                    _("“{name}” is a list of related works, not a paper. Open a summary to add it there.").format(
                        name=read.name
                    )
                )
            else:
                self.related_found.emit(read)
        elif len(papers) > 1:
            self.choice_needed.emit(read)
        elif papers:
            self._tell_faults(lambda: self._attach(read, papers[0]))
        else:
            self.failed.emit(_("“{name}” names no paper. Choose another file.").format(name=read.name))

    def _attach(self, read: ReadFile, record: PaperRecord) -> None:
        if not read.summary_id:
            self._desk.new_summary(record.paper)
        before = self._stored()
        keeps = self._keeps_files() and may_keep(read)
        paper = attached(read, record, self._now(), has_file=keeps)
        earlier = (self._desk.paper, self._desk.store.paper_file(before.id) if self._desk.paper else None)
        self._put(before.id, paper, read.content if keeps else None)
        filled = self._fill(record.paper)
        self._tell_attached(record, filled, self._back(before.id, *earlier, self._session.current if filled else None))
        if any(not each.is_filled for each in differences(before.paper, record.paper)):
            self.differs.emit(record.paper, read.name)

    def _stored(self) -> Summary:
        """The open summary, which is in the library from here on. Raises LibraryFault when it cannot be."""
        summary = self._session.current
        if summary is None:
            raise LibraryFault(_("No summary is open. Open one, then attach the paper again."), code="missing")
        if self._session.is_read_only:
            raise LibraryFault(_("This library is open for reading only, so no paper can be attached here."))
        if not self._desk.flush():
            raise LibraryFault(_("The summary could not be saved, so the paper was not attached. Try again."))
        if not any(True for _ in self._desk.store.load_many([summary.id])):
            saved = self._desk.save(summary, "autosave", self._now())
            self._session.take_saved(summary, saved)
        return self._session.current or summary

    def _fill(self, paper: Paper) -> list[str]:
        """Fill the empty fields of the citation, as one step, unless it is another paper's. Which were filled."""
        summary = self._session.current
        if summary is None:
            return []
        filled = filled_by(summary.paper, paper)
        if filled:
            changed = taken(summary.paper, paper, filled)
            self._session.edit(_("Fill in the citation"), replace(summary, paper=changed))
        return filled

    def _put(self, summary_id: str, paper: AttachedPaper | None, file: bytes | None) -> None:
        if paper is None:
            self._desk.store.detach(summary_id)
        else:
            self._desk.store.attach(summary_id, paper, file)
        if self._session.current is not None and self._session.current.id == summary_id:
            self._desk.show_paper(paper)

    def _remove(self, summary_id: str, before: AttachedPaper) -> None:
        if self._session.is_read_only:
            raise LibraryFault(_("This library is open for reading only, so its papers stay."))
        file = self._desk.store.paper_file(summary_id)
        self._put(summary_id, None, None)
        self._desk.tell_done("paper_removed", {}, self._back(summary_id, before, file, None))

    def _back(
        self, summary_id: str, paper: AttachedPaper | None, file: bytes | None, filled: Summary | None
    ) -> Callable[[], None]:
        """Brings back the paper that was there before, and the citation where nothing was written since."""

        def undo() -> None:
            self._put(summary_id, paper, file)
            is_last = self._session.next_undo == _("Fill in the citation")
            if filled is not None and is_last and self._session.current == filled:
                self._session.undo()

        return undo

    def _undo_of(self, summary: Summary | None) -> Callable[[], None]:
        def undo() -> None:
            if self._session.current == summary:
                self._session.undo()

        return undo

    def _tell_attached(self, record: PaperRecord, filled: list[str], undo: Callable[[], None]) -> None:
        facts: dict[str, Any] = {"filled": filled, "has_text": bool(record.text.blocks)}
        facts["notices"] = [notice.kind for notice in record.paper.notices]
        doi, mine = record.paper.doi, self._session.current
        if doi and mine is not None:
            others = [found for found in self._desk.store.of_paper(doi) if found != mine.id]
            facts["also_in"] = [title_of(summary) for summary in self._desk.store.load_many(others[:1])]
        self._desk.tell_done("paper_attached", facts, undo)
        if record.text.blocks:
            self.came_in.emit()

    def _tell_faults(self, work: Callable[[], None]) -> None:
        try:
            work()
        except PlainspokenError as fault:
            self.failed.emit(str(fault))


def _name_of(paper: Paper) -> str:
    return paper.doi.lower() or paper.title.casefold() or repr((paper.authors, paper.published, paper.pages))
