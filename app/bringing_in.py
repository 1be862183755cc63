"""Brings files into the open library: read and scored off the main thread, written in small batches on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from typing import cast

from PySide6.QtCore import QObject, Signal

from app.commands.incoming import FoundFile, ReadIn, Refusal, count_files, found_files, read_in
from app.commands.taking_back import TakenBack, bring_again, take_back
from app.commands.taking_in import ADDED, UNCHANGED, UPDATED, Change, TakingIn
from app.errors import LibraryFault, NotSaved, PlainspokenError
from app.model.brought_in import BroughtIn
from app.model.house_style import Term
from app.model.summary import Category
from app.translation import _
from app.work.desk import Desk
from app.work.jobs import Jobs, Progress, Token
from app.work.session import Session
from app.work.store import Store
from db.backup import back_up, is_due
from db.library import Library

AT_ONCE = 20
"""Files of one batch: small enough that the window answers meanwhile, and few enough durable writes."""
Batch = list[ReadIn | Refusal | None]


class BringingIn(QObject):
    """One import at a time; files that come meanwhile wait. Each import ends with `ended`."""

    began = Signal()
    progressed = Signal(int, int)
    """Files looked at, of how many."""
    ended = Signal(object)
    """A BroughtIn."""
    failed = Signal(str)

    def __init__(self, desk: Desk, session: Session, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session, self._jobs = desk, session, jobs
        self._waiting: list[Path] = []
        self._work: TakingIn | None = None
        self._store: Store | None = None
        self._had: tuple[Category, ...] = ()
        self._found: Iterator[FoundFile | Refusal] = iter(())
        self._count = self._of = 0
        self._is_stopped = False

    @property
    def is_running(self) -> bool:
        """Whether files are being brought in."""
        return self._work is not None

    def begin(self, files: list[Path]) -> None:
        """Bring in the summaries in these files, folders and zip archives. The open summary is saved and left."""
        if self.is_running:
            self._waiting += files
            return
        self._desk.leave()
        try:
            self._store = self._desk.store
            self._had = self._store.categories()
            self._work = TakingIn(cast(Library, self._store))
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        self._count = self._of = 0
        self._is_stopped = False
        self._found = found_files(files)
        self.began.emit()
        path = self._store.path

        def count(_token: Token, _told: Progress) -> int:
            with suppress(LibraryFault, OSError):  # an import changes much at once; without room for a copy it goes on
                if is_due(path):
                    back_up(path)
            return count_files(files)

        self._jobs.start(count, done=self._on_counted, failed=self._on_failed)

    def cancel(self) -> None:
        """Stop after the batch that is on its way. What is in the library stays there."""
        self._is_stopped = True

    def _on_counted(self, of: int) -> None:
        self._of = of
        self.progressed.emit(0, of)
        self._read_on()

    def _read_on(self) -> None:
        """Read the next batch, by what the library knows now."""
        try:
            names = [category.name for category in self._desk.store.categories()]
        except PlainspokenError as fault:
            self._on_failed(fault)
            return
        found, glossary = self._found, self._desk.style.glossary

        def work(token: Token, _told: Progress) -> Batch:
            return list(_batch(found, names, glossary, token))

        self._jobs.start(work, done=self._on_read, failed=self._on_failed)

    def _on_read(self, batch: Batch) -> None:
        if not batch or self._work is None:
            self._end()
            return
        if not self._desk.has_library or self._desk.store is not self._store:
            self._end(_("Another library was opened meanwhile, so the rest was not brought in."))
            return
        try:
            self._work.take_all(batch)
        except PlainspokenError as fault:
            self._end(str(fault))
            return
        self._count += len(batch)
        self._of = max(self._of, self._count)
        self.progressed.emit(self._count, self._of)
        if self._is_stopped:
            self._end()
        else:
            self._read_on()

    def _on_failed(self, error: BaseException) -> None:
        is_known = isinstance(error, PlainspokenError)
        self._end(str(error) if is_known else _("Something in Plainspoken went wrong. The rest was not brought in."))
        if not is_known:
            raise error

    def _end(self, fault: str = "") -> None:
        work, self._work, self._store, self._found = self._work, None, None, iter(())
        if work is None:
            return
        actions = Counter(done.action for done in work.imported)
        refused = tuple((each.path, each.sentence) for each in work.refused)
        left = max(0, self._of - self._count)
        brought = BroughtIn(actions[ADDED], actions[UPDATED], actions[UNCHANGED], refused, left)
        if self._desk.has_library:
            self._desk.refresh()
            if brought.count == 1 and not (refused or left):
                self._desk.open_summary(work.imported[0].id)
        if not (brought.wants_list or fault) and refused:
            fault = refused[0][1]
        if fault:
            self.failed.emit(fault)
        self.ended.emit(brought)
        if brought.count:
            self._tell(work, {ADDED: brought.added, UPDATED: brought.updated, UNCHANGED: brought.unchanged})
        if self._waiting and self._desk.has_library:
            waiting, self._waiting = self._waiting, []
            self.begin(waiting)

    def _tell(self, work: TakingIn, facts: dict[str, int]) -> None:
        """Say what came in; Undo takes all of it back as one step."""
        undo = None
        if work.changes and self._desk.has_library:
            had = {category.slug for category in self._had}
            made = tuple(category for category in self._desk.store.categories() if category.slug not in had)
            undo = partial(self._take_back, tuple(work.changes), made)
        self._desk.tell_done("imported", facts, undo)

    def _take_back(self, changes: tuple[Change, ...], made: tuple[Category, ...]) -> None:
        library = cast(Library, self._desk.store)
        with self._left_open(changes):
            taken = take_back(library, changes, made)
        facts = {"put_away": len(taken.put_away), "restored": len(taken.restored), "stayed": taken.stayed}
        redo = partial(self._bring_again, taken) if taken.put_away or taken.restored else None
        self._desk.tell_done("import_taken_back", facts, redo)

    def _bring_again(self, taken: TakenBack) -> None:
        with self._left_open(taken.again):
            bring_again(cast(Library, self._desk.store), taken)
        self._desk.tell_done("import_brought_again", {"count": len(taken.put_away) + len(taken.restored)})

    @contextmanager
    def _left_open(self, changes: Iterable[Change]) -> Iterator[None]:
        """Save and leave the open summary when it is one of these, and open it again where it still is."""
        current = self._session.current
        is_meant = current is not None and any(change.id == current.id for change in changes)
        if is_meant:
            self._desk.leave()
            if self._session.current is not None:
                raise NotSaved(_("Nothing was taken back: the open summary could not be saved."))
        yield
        if is_meant and current is not None:
            stands = cast(Library, self._desk.store).standing(current.id)
            if stands is not None and not stands.is_trashed:
                self._desk.open_summary(current.id)


def _batch(
    found: Iterator[FoundFile | Refusal], names: list[str], glossary: tuple[Term, ...], token: Token
) -> Iterator[ReadIn | Refusal | None]:
    for each in islice(found, AT_ONCE):
        if token.is_cancelled():
            return
        yield read_in(each, names, glossary)
