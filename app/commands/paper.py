"""`paper`: what can be read out of a paper or a reference file, without touching any library."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.commands.parser import add_json_option, print_json
from app.errors import BadInput
from app.evidence.facts import suggestions
from app.model.dates import PartialDate
from app.model.paper import Paper
from app.model.paper_text import PaperFile, PaperRecord
from app.papers.paper_file import read_paper
from app.ui.words.read_paper import paper_lines

MOST_BYTES = 300_000_000


def add_parser(subparsers: Any) -> None:
    """Add `paper`."""
    parser = subparsers.add_parser(
        "paper",
        help="show what can be read out of a paper",
        description="Read a paper (PDF, JATS, text) or a reference file (RIS, BibTeX, NBIB, CSL-JSON, PubMed XML, an"
        " answer of Crossref, DataCite or Europe PMC) and show what is in it.",
    )
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="a file, or - for standard input")
    add_json_option(parser)
    parser.set_defaults(run=_paper)


def read_bytes(name: str) -> bytes:
    """The bytes of a file, or of standard input for "-". Raises BadInput when it cannot be read or is too large."""
    where = "The text on standard input" if name == "-" else f"“{name}”"
    try:
        if name == "-":
            content = sys.stdin.buffer.read(MOST_BYTES + 1)
        else:
            with Path(name).open("rb") as file:
                content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{where} cannot be read ({reason}). Check the name.") from error
    if len(content) > MOST_BYTES:
        raise BadInput(f"{where} is larger than {MOST_BYTES // 1_000_000} MB. Bring in a part of it.")
    return content


def _paper(args: argparse.Namespace) -> int:
    name = "" if args.file == "-" else Path(args.file).name
    found = read_paper(read_bytes(args.file), name)
    if args.json:
        print_json(file_json(found))
    else:
        for line in paper_lines(found):
            print(line)
    return 0


def file_json(found: PaperFile) -> dict[str, Any]:
    """The command's JSON object. Offsets of suggestions count code points of the paper's text joined by empty lines."""
    return {
        "kind": found.kind,
        "papers": [_record_json(record) for record in found.papers],
        "warnings": [{"code": warning.code, "where": warning.where or None} for warning in found.warnings],
    }


def _record_json(record: PaperRecord) -> dict[str, Any]:
    offered = asdict(suggestions(record.paper, record.text))
    return {
        **_citation_json(record.paper),
        "text": [{"kind": block.kind, "text": block.text, "page": block.page} for block in record.text.blocks],
        "suggestions": {field: list(found) for field, found in offered.items()},
    }


def _citation_json(paper: Paper) -> dict[str, Any]:
    """What the file does not say is null, or an empty list."""
    texts = ("title", "journal", "journal_short", "volume", "issue", "pages", "doi", "pmid", "pmcid", "url", "license")
    return {
        **{name: getattr(paper, name) or None for name in texts},
        "type": paper.type or None,
        "authors": [{part: words or None for part, words in asdict(author).items()} for author in paper.authors],
        "published": _date_json(paper.published),
        "publication_types": list(paper.publication_types),
        "abstract": paper.abstract or None,
        "notices": [{part: words or None for part, words in asdict(notice).items()} for notice in paper.notices],
    }


def _date_json(date: PartialDate | None) -> dict[str, int | None] | None:
    return {"year": date.year, "month": date.month or None, "day": date.day or None} if date else None
