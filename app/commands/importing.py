"""`import`: published pages, exported JSON, folders and zip archives of them into a library."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from app.commands.incoming import FoundFile, ReadIn, Refusal, found_files, read_in
from app.commands.opened import library_for_writing
from app.commands.parser import add_json_option, add_library_option, print_json
from app.commands.taking_in import ImportReport, TakingIn
from app.commands.taking_sent import is_sent_file, take_sent
from app.model.house_style import Term
from db.library import Library

_BATCH = 100


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
    work = TakingIn(library, as_new=as_new, at=at)
    glossary = library.style().glossary
    paths = list(paths)
    sent = [path for path in paths if is_sent_file(path)]
    for path in sent:
        imported, refused = take_sent(library, path, as_new=as_new, at=at)
        work.imported += imported
        work.refused += refused
    files = enumerate(found_files(path for path in paths if path not in sent), 1)
    while batch := list(islice(files, _BATCH)):
        work.take_all(_reads(batch, library, glossary, progress))
    return ImportReport(tuple(work.imported), tuple(work.refused))


def _reads(
    batch: list[tuple[int, FoundFile | Refusal]],
    library: Library,
    glossary: tuple[Term, ...],
    progress: Callable[[int], None] | None,
) -> Iterator[ReadIn | Refusal | None]:
    for count, found in batch:
        names = [category.name for category in library.categories()]  # the file before may have brought one
        yield read_in(found, names, glossary)
        if progress:
            progress(count)


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
    parser.add_argument(
        "paths",
        metavar="PATH",
        nargs="+",
        type=Path,
        help="a file, a folder, a zip archive, or a file that another writer sent",
    )
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
