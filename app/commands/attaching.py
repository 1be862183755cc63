"""`attach`: bring a paper to a summary. Empty citation fields are filled, written ones stay."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from app.commands.opened import library_for_reading, library_for_writing, now
from app.commands.parser import add_json_option, add_library_option, print_json
from app.errors import BadInput
from app.model.paper_text import AttachedPaper, PaperRecord
from app.model.summary import Summary, title_of
from app.papers.citation_diff import differences, filled_by, taken
from app.papers.related_works import RELATED_WORKS
from app.ui.words import attached as words
from app.work.jobs import Token
from app.work.reading_files import ReadFile, attached, may_keep, read_file
from db.library import Library


def add_parser(subparsers: Any) -> None:
    """Add `attach`."""
    parser = subparsers.add_parser(
        "attach",
        help="bring a paper to a summary",
        description="Attach a paper (PDF, JATS, PubMed XML, RIS, BibTeX, NBIB, CSL-JSON, text) to a summary. What is "
        "empty in its citation is filled in; nothing that is written changes.",
    )
    add_library_option(parser)
    parser.add_argument("slug", metavar="SLUG", help="the summary, by its slug")
    parser.add_argument("path", metavar="PATH", type=Path, help="the paper's file")
    parser.add_argument(
        "--record", metavar="N", type=int, default=None, help="which paper of a file with several, from 1"
    )
    parser.add_argument("--no-file", action="store_true", help="keep the text only, not the PDF itself")
    add_json_option(parser)
    parser.set_defaults(run=_attach)


def _attach(args: argparse.Namespace) -> int:
    with library_for_reading(args) as library:
        library.load_by_slug(args.slug)  # a wrong name is told before a long PDF is read
    read = read_file(args.path, Token(), _told)
    record = _record(read, args.record)
    keeps = may_keep(read) and not args.no_file
    paper = attached(read, record, now(), has_file=keeps)
    with library_for_writing(args) as library, library.together():
        summary, filled, kept = _filled(library, args.slug, record)
        library.attach(summary.id, paper, read.content if keeps else None)
    if args.json:
        print_json(_as_json(summary, paper, filled, kept))
    else:
        _print(summary, paper, filled, kept)
    return 0


def _record(read: ReadFile, number: int | None) -> PaperRecord:
    """The paper to take. Raises BadInput for a list of related works, and for several papers without a choice."""
    papers = read.file.papers
    if any(warning.code == RELATED_WORKS for warning in read.file.warnings):
        raise BadInput(
            f"“{read.name}” is a list of related works, not one paper. Drop it on the open summary in the window: "
            "there it becomes related research.",
            code="related-works",
        )
    if not papers:
        raise BadInput(f"“{read.name}” names no paper. Choose another file.", code="no-paper")
    if number is None and len(papers) > 1:
        raise BadInput(
            f"“{read.name}” holds {len(papers)} papers, and a summary is about one. Say which by --record 1 to "
            f"--record {len(papers)}; “paper {read.name}” lists them.",
            code="several-papers",
        )
    if not 1 <= (number or 1) <= len(papers):
        raise BadInput(f"“{read.name}” has no record {number}: it holds {len(papers)}.", code="no-such-record")
    return papers[(number or 1) - 1]


def _filled(library: Library, slug: str, record: PaperRecord) -> tuple[Summary, list[str], list[str]]:
    """The summary with its empty citation fields filled, which these are, and which differ and stay."""
    summary = library.load_by_slug(slug)
    kept = [each.field for each in differences(summary.paper, record.paper) if not each.is_filled]
    filled = filled_by(summary.paper, record.paper)
    if filled:
        summary = library.save(replace(summary, paper=taken(summary.paper, record.paper, filled)), "save", now())
    return summary, filled, kept


def _as_json(summary: Summary, paper: AttachedPaper, filled: list[str], kept: list[str]) -> dict[str, Any]:
    return {
        "slug": summary.slug,
        "kind": paper.kind,
        "title": summary.paper.title,
        "doi": summary.paper.doi,
        "blocks": len(paper.text.blocks),
        "filled": filled,
        "kept": kept,
        "warnings": [asdict(warning) for warning in paper.warnings],
        "has_file": paper.has_file,
    }


def _print(summary: Summary, paper: AttachedPaper, filled: list[str], kept: list[str]) -> None:
    print(f"Attached to “{title_of(summary)}” ({summary.slug}): {words.about(paper)}.")
    if filled:
        print(f"Filled in: {words.listed(filled)}.")
    if kept:
        print(f"Left as written, though the file says otherwise: {words.listed(kept)}.")
    if "doi" in kept:
        print("By its DOI the file is another paper, so nothing of the citation was filled in.")
    for sentence in words.warnings(paper.warnings):
        print(sentence)


def _told(page: int, of: int) -> None:
    if sys.stderr.isatty():
        print(f"\rPage {page} of {of}", end="\n" if page == of else "", file=sys.stderr)
