"""Takes summaries that were read from files into a library, and remembers what became of each."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.commands.incoming import ReadIn, Refusal
from app.commands.opened import now
from app.errors import BadInput, LibraryFault, NotSaved
from app.model.sections import sections
from app.model.summary import Summary
from app.model.vocabulary import PUBLISHED
from app.text.markup import plain
from db.library import Library
from db.standing import Standing

ADDED, UPDATED, UNCHANGED = "added", "updated", "unchanged"


@dataclass(frozen=True, slots=True)
class Imported:
    """A file that is in the library now, and what that took: added, updated or unchanged."""

    path: str
    id: str
    slug: str
    title: str
    action: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not brought in. `slugs` are its own and the one in its way, for `already-here`."""

    path: str
    reason: str
    sentence: str
    slugs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did, file by file."""

    imported: tuple[Imported, ...] = ()
    refused: tuple[Refused, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What an import did to a summary: `before` is what it said then (None: it is new), `version` the one since.

    `was_trashed`: it came back out of the trash.
    """

    id: str
    before: Summary | None
    was_trashed: bool
    version: int


class _AlreadyHere(BadInput):
    code = "already-here"

    def __init__(self, incoming: Summary, present: Summary) -> None:
        self.slugs = (incoming.slug or present.slug, present.slug)
        super().__init__(
            f"“{_title(incoming)}” is already in the library as “{present.slug}”, with other words. "
            "Nothing was overwritten."
        )


class TakingIn:
    """One run: takes what was read, one after the other, and remembers what became of each. The library's thread."""

    def __init__(self, library: Library, *, as_new: bool = False, at: str = "") -> None:
        self.imported: list[Imported] = []
        self.changes: list[Change] = []
        self.refused: list[Refused] = []
        self._library, self._as_new, self._at = library, as_new, at or now()

    def take(self, read: ReadIn | Refusal | None) -> None:
        """Bring a summary in, or note why not. Raises NotSaved when the library cannot be written."""
        if read is None:
            return
        if isinstance(read, Refusal):
            self.refused.append(Refused(read.path, read.code, read.sentence))
            return
        try:
            present = None if self._as_new else _present(self._library, read.summary)
            stood = self._library.standing(present.id) if present else None
            saved, action = _taken_in(self._library, read, present, at=self._at)
            self.imported.append(Imported(read.path, saved.id, saved.slug, _title(saved), action))
            self._note_change(saved.id, present, stood)
        except _AlreadyHere as fault:
            self.refused.append(Refused(read.path, fault.code, str(fault), fault.slugs))
        except NotSaved:
            raise
        except (BadInput, LibraryFault) as fault:
            self.refused.append(Refused(read.path, fault.code, str(fault)))

    def take_all(self, reads: Iterable[ReadIn | Refusal | None]) -> None:
        """Bring many in as one write: all of them, or with NotSaved none, and then none is noted either."""
        before = len(self.imported), len(self.refused), len(self.changes)
        try:
            with self._library.together():  # a durable write for each of 10,000 files would take minutes
                for read in reads:
                    self.take(read)
        except NotSaved:
            del self.imported[before[0] :], self.refused[before[1] :], self.changes[before[2] :]
            raise

    def _note_change(self, summary_id: str, before: Summary | None, stood: Standing | None) -> None:
        stands = self._library.standing(summary_id)
        if stands and stood != stands:
            self.changes.append(Change(summary_id, before, bool(stood and stood.is_trashed), stands.version))


def _taken_in(library: Library, read: ReadIn, present: Summary | None, *, at: str) -> tuple[Summary, str]:
    incoming = read.summary
    if present is None:
        added = _added(library, incoming, at)
        library.set_grade(added.id, read.grade)
        return added, ADDED
    if _has_had(library, incoming, present):
        library.untrash([present.id])
        return present, UNCHANGED
    if incoming.id and _is_newer(library, incoming, present):
        updated = library.save(incoming, "import", at)
        library.untrash([present.id])
        library.set_grade(updated.id, read.grade)
        return updated, UNCHANGED if updated == present else UPDATED
    raise _AlreadyHere(incoming, present)


def _present(library: Library, incoming: Summary) -> Summary | None:
    """The summary in the library that this one would be: the same id, else (for a page) of the same paper."""
    if incoming.id:
        return library.load(incoming.id) if library.has(incoming.id) else None
    same = library.of_paper(incoming.paper.doi, incoming.paper.title)
    return library.load(same[0]) if same else None


def _has_had(library: Library, incoming: Summary, present: Summary) -> bool:
    if incoming.id:
        return library.has_had(incoming)
    words = _words(incoming)
    if words == _words(present):
        return True
    return any(words == _words(library.revision(kept.number)) for kept in library.revisions(present.id))


def _is_newer(library: Library, incoming: Summary, present: Summary) -> bool:
    """Whether the library's text is still as it was imported, and the incoming one is no older.

    One that was exchanged with another writer may hold the words of both, so it is never still as it was.
    """
    is_untouched = library.revisions(present.id)[0].kind == "import" and not library.exchanged(present.id)
    return is_untouched and incoming.dates.modified >= present.dates.modified


def _added(library: Library, incoming: Summary, at: str) -> Summary:
    if not incoming.id:  # a page: it is public already, though nobody knows since when
        incoming = replace(incoming, id=str(uuid.uuid4()), status=PUBLISHED)
    elif library.has(incoming.id):
        incoming = replace(incoming, id=str(uuid.uuid4()))
    return library.save(incoming, "import", at)


def _words(summary: Summary) -> tuple[str, ...]:
    """What a reader sees of a summary, whatever its Markdown, to tell whether a page says anything else."""
    texts = [summary.paper.doi.lower(), *(text for _, text in sections(summary))]
    return tuple(" ".join(plain(text).text.split()) for text in texts)


def _title(summary: Summary) -> str:
    return summary.paper.title or summary.plain_title or "Untitled"
