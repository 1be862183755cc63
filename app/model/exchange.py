"""The file in which a writer sends summaries to another writer's library: how it is written, and read with distrust.

It is JSON: `format`, `format_version`, who made it and when, and for each summary its whole content, the SHA-256 of
the versions that the sender's library has had (newest first) and the text of the attached paper.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import PurePath
from typing import Any

import msgspec

from app.errors import BadInput
from app.model.codec import json_bytes, json_object, summary_from_json, summary_to_json
from app.model.paper_text import BLOCK_KINDS, AttachedPaper, Block, PaperText, ReadWarning
from app.model.summary import Summary
from app.translation import _

SUFFIX = ".plainspoken-summary"
FORMAT, FORMAT_VERSION = "plainspoken-summaries", 1
LARGEST_BYTES = 50_000_000
MOST_SUMMARIES = 1000
MOST_HASHES = 500
_LONGEST_NAME = 200
_LONGEST_ID = 200
_MARK = re.compile(rb'"format"\s*:\s*"plainspoken-summaries"')
_SHA256 = re.compile(r"[0-9a-f]{64}")
_PAPER_KIND = re.compile(r"[a-z0-9-]{1,40}")


@dataclass(frozen=True, slots=True)
class Sent:
    """A summary on its way: its content, the hashes of versions its library has had (newest first), and its paper."""

    summary: Summary
    versions: tuple[str, ...] = ()
    paper: AttachedPaper | None = None


@dataclass(frozen=True, slots=True)
class ExchangeFile:
    """Summaries from one writer: the name (may be empty), the moment in ISO 8601 UTC, and each summary."""

    writer: str
    made: str
    summaries: tuple[Sent, ...]


def is_exchange(name: str, content: bytes) -> bool:
    """Whether a file holds sent summaries: by its ending, or (mail programs give others) by what it says."""
    ending = PurePath(name).suffix.lower()
    return ending == SUFFIX or (ending in (".json", ".txt", "") and _MARK.search(content[:400]) is not None)


def exchange_bytes(file: ExchangeFile) -> bytes:
    """The file's bytes. Raises BadInput when it would be larger than a library takes in."""
    whole = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "writer": file.writer,
        "made": file.made,
        "summaries": [_sent_json(sent) for sent in file.summaries],
    }
    content = json_bytes(whole)
    if len(content) > LARGEST_BYTES or len(file.summaries) > MOST_SUMMARIES:
        raise BadInput(
            _("These are too many summaries for one file: it may hold {most:,} of them and 50 MB. Send fewer at once.")
            .format(most=MOST_SUMMARIES)
        )  # fmt: skip
    return content


def exchange_in(content: bytes, name: str) -> ExchangeFile:
    """What a file says that came from outside. `name` is shown in sentences.

    Raises BadInput with one sentence (what, where, what to do) for a file that is no such file, too large, damaged or
    of a newer Plainspoken.
    """
    if len(content) > LARGEST_BYTES:
        raise BadInput(_("{name} is larger than 50 MB, so it was not read.").format(name=name), code="too-large")
    raw = json_object(content, name)
    version = raw.get("format_version")
    if raw.get("format") != FORMAT or not isinstance(version, int) or isinstance(version, bool) or version < 1:
        raise BadInput(_("{name} holds no summaries that Plainspoken sent.").format(name=name), code="not-sent")
    if version > FORMAT_VERSION:
        raise BadInput(
            _("{name} was written by a newer Plainspoken (format {version}). Update Plainspoken to read it.")
            .format(name=name, version=version),
            code="newer",
        )  # fmt: skip
    given = raw.get("summaries")
    if not isinstance(given, list) or not given or len(given) > MOST_SUMMARIES:
        raise BadInput(_("{name} holds no list of summaries, or too long a one.").format(name=name), code="damaged")
    summaries = tuple(
        _sent(one, _("{name}, summary {number}").format(name=name, number=number))
        for number, one in enumerate(given, 1)
    )
    if len({sent.summary.id for sent in summaries}) < len(summaries):
        raise BadInput(_("{name} holds the same summary twice. Ask for it again.").format(name=name), code="damaged")
    return ExchangeFile(_line(raw.get("writer")), _line(raw.get("made")), summaries)


def _sent_json(sent: Sent) -> dict[str, Any]:
    out: dict[str, Any] = {"versions": list(sent.versions[:MOST_HASHES]), "summary": summary_to_json(sent.summary)}
    if sent.paper is not None:
        paper = sent.paper
        out["paper"] = {"kind": paper.kind, "origin": paper.origin, "sha256": paper.sha256, "added": paper.added}
        out["paper"] |= {"warnings": msgspec.to_builtins(paper.warnings)}
        out["paper"] |= {"blocks": msgspec.to_builtins(paper.text.blocks)}
    return out


def _sent(given: Any, where: str) -> Sent:
    body = given.get("summary") if isinstance(given, dict) else None
    if not isinstance(body, dict):
        raise _damaged(where)
    summary = summary_from_json(body, where)
    if not 0 < len(summary.id) <= _LONGEST_ID or "\0" in summary.id or not summary.id.isprintable():
        raise _damaged(where)
    versions = given.get("versions")
    if not isinstance(versions, list):
        raise _damaged(where)
    hashes = [one for one in versions[:MOST_HASHES] if isinstance(one, str) and _SHA256.fullmatch(one)]
    paper = given.get("paper")
    return Sent(summary, tuple(hashes), _paper(paper, where) if paper is not None else None)


def _paper(given: Any, where: str) -> AttachedPaper:
    if not isinstance(given, Mapping):
        raise _damaged(where)
    try:
        blocks = msgspec.convert(given.get("blocks"), tuple[Block, ...])
        warnings = msgspec.convert(given.get("warnings", []), tuple[ReadWarning, ...])
    except (msgspec.ValidationError, UnicodeEncodeError) as error:
        raise _damaged(where) from error
    kind, sha256 = given.get("kind"), _line(given.get("sha256"))
    is_sound = isinstance(kind, str) and _PAPER_KIND.fullmatch(kind)
    if not is_sound or any(block.kind not in BLOCK_KINDS or not _is_page(block.page) for block in blocks):
        raise _damaged(where)
    origin, added = _line(given.get("origin")), _line(given.get("added"))
    return AttachedPaper(
        str(kind), PaperText(blocks), origin, sha256 if _SHA256.fullmatch(sha256) else "", added, False, warnings
    )


def _is_page(page: int | None) -> bool:
    return page is None or 0 < page < 1_000_000


def _line(value: Any) -> str:
    """A name or a moment from outside: one line of readable signs, and no longer than such a thing is."""
    if not isinstance(value, str):
        return ""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in value[: 4 * _LONGEST_NAME]).split())[
        :_LONGEST_NAME
    ]


def _damaged(where: str) -> BadInput:
    sentence = _("{where}: a part that belongs in it is missing or of another kind. Ask for the file again.")
    return BadInput(sentence.format(where=where), code="damaged")
