"""`import`: published pages, exported JSON, folders and zip archives of them into a library."""

from __future__ import annotations

import argparse
import sys
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Any

from app.commands.incoming import FoundFile, Refusal, found_files, summary_in
from app.commands.opened import library_for_writing, now
from app.commands.parser import add_json_option, add_library_option, print_json
from app.errors import BadInput, LibraryFault, NotSaved
from app.model.sections import sections
from app.model.summary import Summary
from app.model.vocabulary import PUBLISHED
from app.text.glossary import own_words
from app.text.markup import plain
from app.text.readability import score
from db.library import Library

ADDED, UPDATED, UNCHANGED = "added", "updated", "unchanged"
_BATCH = 100


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


class _AlreadyHere(BadInput):
    code = "already-here"

    def __init__(self, incoming: Summary, present: Summary) -> None:
        self.slugs = (incoming.slug or present.slug, present.slug)
        super().__init__(
            f"“{_title(incoming)}” is already in the library as “{present.slug}”, with other words. "
            "Nothing was overwritten."
        )


def import_paths(
    library: Library,
    paths: Iterable[Path],
    *,
    as_new: bool = False,
    at: str = "",
    progress: Callable[[int], None] | None = None,
) -> ImportReport:
    """Bring every summary under the paths into the library, one file after the other, and say what was done.

    A bad file never stops the others. Raises NotSaved when the library cannot be written.
    """
    work = _Import(library, as_new=as_new, at=at or now())
    files = enumerate(found_files(paths), 1)
    while batch := list(islice(files, _BATCH)):
        with library.together():  # a durable write for each of 10,000 files would take minutes
            for count, found in batch:
                work.take(found)
                if progress:
                    progress(count)
    return ImportReport(tuple(work.imported), tuple(work.refused))


class _Import:
    """One run: takes file after file and remembers what became of each."""

    def __init__(self, library: Library, *, as_new: bool, at: str) -> None:
        self.imported: list[Imported] = []
        self.refused: list[Refused] = []
        self._library, self._as_new, self._at = library, as_new, at
        self._glossary = library.style().glossary

    def take(self, found: FoundFile | Refusal) -> None:
        """Bring one file in, or note why not."""
        if isinstance(found, Refusal):
            self.refused.append(Refused(found.path, found.code, found.sentence))
            return
        try:
            names = [category.name for category in self._library.categories()]
            if summary := summary_in(found, names):
                summary = own_words(summary, self._glossary)  # what the library explained on the way out
                saved, action = _taken_in(self._library, summary, as_new=self._as_new, at=self._at)
                self.imported.append(Imported(found.path, saved.id, saved.slug, _title(saved), action))
        except _AlreadyHere as fault:
            self.refused.append(Refused(found.path, fault.code, str(fault), fault.slugs))
        except NotSaved:
            raise
        except (BadInput, LibraryFault) as fault:
            self.refused.append(Refused(found.path, fault.code, str(fault)))


def _taken_in(library: Library, incoming: Summary, *, as_new: bool, at: str) -> tuple[Summary, str]:
    present = _present(library, incoming)
    if present is None or as_new:
        added = _added(library, incoming, at)
        _note_grade(library, added)
        return added, ADDED
    if _has_had(library, incoming, present):
        library.untrash([present.id])
        return present, UNCHANGED
    if incoming.id and _is_newer(library, incoming, present):
        updated = library.save(incoming, "import", at)
        library.untrash([present.id])
        _note_grade(library, updated)
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
    """Whether the library's text is still as it was imported, and the incoming one is no older."""
    newest = library.revisions(present.id)[0]
    return newest.kind == "import" and incoming.dates.modified >= present.dates.modified


def _added(library: Library, incoming: Summary, at: str) -> Summary:
    if not incoming.id:  # a page: it is public already, though nobody knows since when
        incoming = replace(incoming, id=str(uuid.uuid4()), status=PUBLISHED)
    elif library.has(incoming.id):
        incoming = replace(incoming, id=str(uuid.uuid4()))
    return library.save(incoming, "import", at)


def _note_grade(library: Library, summary: Summary) -> None:
    """Keep the reading grade for the table. Without a scorer's name the window still counts its findings later."""
    scores = score(plain(summary.simple_explanation).text).scores
    library.set_grade(summary.id, scores.flesch_kincaid_grade if scores else None)


def _words(summary: Summary) -> tuple[str, ...]:
    """What a reader sees of a summary, whatever its Markdown, to tell whether a page says anything else."""
    texts = [summary.paper.doi.lower(), *(text for _, text in sections(summary))]
    return tuple(" ".join(plain(text).text.split()) for text in texts)


def _title(summary: Summary) -> str:
    return summary.paper.title or summary.plain_title or "Untitled"


# The command


def add_parser(subparsers: Any) -> None:
    """Add `import`."""
    parser = subparsers.add_parser(
        "import",
        help="bring in published pages and exported summaries",
        description="Bring published pages (copied text or HTML), exported JSON, or a folder or zip of them into a "
        "library. The library is made when it is not there.",
    )
    add_library_option(parser)
    parser.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a file, a folder or a zip archive")
    parser.add_argument("--as-new", action="store_true", help="bring a summary in beside one that is already there")
    add_json_option(parser)
    parser.set_defaults(run=_import)


def _import(args: argparse.Namespace) -> int:
    with library_for_writing(args, may_create=True) as library:
        report = import_paths(library, args.paths, as_new=args.as_new, progress=_progress())
    if sys.stderr.isatty():
        print(end="\r", file=sys.stderr)
    for refused in report.refused:
        way_on = " Use --as-new to bring it in beside." if refused.slugs else ""
        print(refused.sentence + way_on, file=sys.stderr)
    if args.json:
        print_json(_report_json(report))
    else:
        for imported in report.imported:
            print(f"{imported.action:<9}  {imported.slug}  {imported.title}")
    return 2 if report.refused else 0


def _report_json(report: ImportReport) -> dict[str, Any]:
    return {
        "imported": [
            {"path": done.path, "slug": done.slug, "title": done.title, "action": done.action}
            for done in report.imported
        ],
        "refused": [
            {"path": refused.path, "reason": refused.reason, "message": refused.sentence}
            | ({"slug": refused.slugs[0], "existing_slug": refused.slugs[1]} if refused.slugs else {})
            for refused in report.refused
        ],
    }


def _progress() -> Callable[[int], None] | None:
    if not sys.stderr.isatty():
        return None
    return lambda count: print(f"{count} files", end="\r", file=sys.stderr)
