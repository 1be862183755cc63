"""Reads a paper's file off the main thread: the bytes, then what is in them, page by page and to be stopped."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from app.errors import BadInput, Cancelled
from app.model.paper_text import AttachedPaper, PaperFile, PaperRecord, ReadWarning
from app.translation import _
from app.work.jobs import Progress, Token

MOST_BYTES = 300_000_000
LARGEST_KEPT = 20_000_000
"""Bytes of a PDF that is kept with its summary."""


@dataclass(frozen=True, slots=True)
class ReadFile:
    """A file with what was read out of it. `content` is empty where there was no file, such as after a lookup.

    `summary_id` is the summary for which it was read; empty when it shall start one of its own.
    """

    name: str
    content: bytes
    file: PaperFile
    summary_id: str = ""

    @property
    def sha256(self) -> str:
        """Of the file's bytes; empty where there was no file."""
        return hashlib.sha256(self.content).hexdigest() if self.content else ""


def read_file(path: Path, token: Token, progress: Progress) -> ReadFile:
    """Everything in the file at a path. Raises BadInput, and Cancelled when the token says so."""
    return read_content(file_bytes(path), path.name, token, progress)


def read_content(content: bytes, name: str, token: Token, progress: Progress) -> ReadFile:
    """Everything in these bytes. Raises BadInput, and Cancelled when the token says so."""
    # Loaded with the first file: the parsers of every format would slow each start down.
    from app.papers.paper_file import read_paper
    from app.papers.pdf import read_pdf

    if token.is_cancelled():
        raise Cancelled
    if b"%PDF-" in content[:1024]:
        return ReadFile(name, content, read_pdf(content, name, token.is_cancelled, progress))
    return ReadFile(name, content, read_paper(content, name))


def attached(read: ReadFile, record: PaperRecord, at: str, *, has_file: bool) -> AttachedPaper:
    """One paper of a file as it stands beside a summary. `at` is the moment, in ISO 8601 UTC."""
    warnings = read.file.warnings
    if len(read.file.papers) > 1:
        number = read.file.papers.index(record) + 1
        warnings = tuple(told for told in warnings if told.where == f"paper {number}")
    if not record.text.blocks:
        warnings = (ReadWarning("no-text"), *warnings)
    return AttachedPaper(read.file.kind, record.text, read.name, read.sha256, at, has_file, warnings)


def may_keep(read: ReadFile) -> bool:
    """Whether the file itself may stay with the summary: a PDF that does not swell the library."""
    return read.file.kind == "pdf" and 0 < len(read.content) <= LARGEST_KEPT


def file_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises BadInput when it cannot be read or is too large."""
    try:
        with path.open("rb") as file:
            content = file.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise BadInput(
            _("“{name}” cannot be read ({reason}). Check that it is still there.").format(name=path.name, reason=reason)
        ) from error
    if len(content) > MOST_BYTES:
        raise BadInput(
            _("“{name}” is larger than {most_bytes} MB. Bring in a part of it.").format(
                name=path.name, most_bytes=MOST_BYTES // 1000000
            )
        )
    return content
