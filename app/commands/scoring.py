"""`score`: the readability of a plain text, with hints on what to change."""

from __future__ import annotations

import argparse
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.checks.hints import text_findings
from app.commands.parser import add_json_option, print_json
from app.errors import BadInput
from app.model.finding import Finding
from app.model.score import Score
from app.model.site import Targets
from app.text.readability import score
from app.ui import words

MOST_BYTES = 50_000_000


def add_parser(subparsers: Any) -> None:
    """Add `score`."""
    parser = subparsers.add_parser(
        "score",
        help="readability of plain text",
        description="Say how hard a plain text (UTF-8) reads, and what makes it hard.",
    )
    parser.add_argument("file", metavar="FILE", nargs="?", default="-", help="a text file, or - for standard input")
    add_json_option(parser)
    parser.set_defaults(run=_score)


def read_text(name: str) -> str:
    """The text of a file, or of standard input for "-". Raises BadInput when it cannot be read as UTF-8 text."""
    where = "The text on standard input" if name == "-" else name
    try:
        raw = sys.stdin.buffer.read(MOST_BYTES + 1) if name == "-" else Path(name).read_bytes()
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(f"{where} cannot be read ({reason}). Check the name.") from error
    if len(raw) > MOST_BYTES:
        raise BadInput(f"{where} is larger than 50 MB. Score a part of it.")
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise BadInput(f"{where} is UTF-16 text. Save it as UTF-8, then try again.")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadInput(
            f"{where} is not UTF-8 text (byte {error.start + 1}). Save it as plain text in UTF-8, then try again."
        ) from error


def _score(args: argparse.Namespace) -> int:
    text = read_text(args.file)
    # A byte-order mark is a code point of the input, so that offsets count it; it just is no part of any word.
    result = score(text)
    hints = text_findings(text, Targets()) if result.scores else ()
    if args.json:
        print_json(score_json(result, hints))
    else:
        for line in words.score_lines(result, hints):
            print(line)
    return 0


def score_json(result: Score, hints: tuple[Finding, ...]) -> dict[str, Any]:
    """The command's JSON object. Offsets count code points of the input."""
    value: dict[str, Any] = {
        "words": result.words,
        "sentences": result.sentences,
        "syllables": result.syllables,
        "scores": asdict(result.scores) if result.scores else None,
        "range": list(result.range) if result.range else None,
        "sentence_spans": [asdict(span) for span in result.sentence_spans],
        "hints": [_hint_json(hint) for hint in hints],
        "scorer": result.scorer,
    }
    if result.warning:
        value["warnings"] = [{"code": result.warning}]
    return value


def _hint_json(hint: Finding) -> dict[str, Any]:
    return {
        "code": hint.code,
        "severity": hint.severity,
        "start": hint.start,
        "end": hint.end,
        "text": hint.text,
        "suggestions": list(hint.suggestions),
        "facts": dict(hint.facts),
    }
