"""The paper attached to each summary: its text, where it came from, and the file itself where the writer keeps it."""

from __future__ import annotations

import hashlib
import json
import zlib

import msgspec
from sqlite_utils import Database

from app.errors import LibraryFault
from app.model.paper_text import AttachedPaper, Block, PaperText, ReadWarning
from app.translation import _
from db.rows import storable, unpacked

_NUMBER = "(SELECT number FROM summaries WHERE id = :id)"


def paper_of(db: Database, summary_id: str) -> AttachedPaper | None:
    """The attached paper without its file. Raises LibraryFault when its text is damaged."""
    row = db.execute(
        "SELECT kind, text, origin, sha256, added, file IS NOT NULL, warnings, digest FROM papers WHERE summary = "
        + _NUMBER,
        {"id": summary_id},
    ).fetchone()
    if row is None:
        return None
    kind, text, origin, sha256, added, has_file, warnings, digest = row
    try:
        if _digest(kind, origin, sha256, added, warnings, text) != digest:
            raise ValueError("another digest")
        blocks = msgspec.convert(json.loads(unpacked(text)), tuple[Block, ...])
        told = msgspec.convert(json.loads(warnings), tuple[ReadWarning, ...])
    except (zlib.error, ValueError, TypeError, msgspec.ValidationError) as error:
        raise LibraryFault(_("The text of this paper is damaged. Attach the paper again."), code="damaged") from error
    return AttachedPaper(kind, PaperText(blocks), origin, sha256, added, bool(has_file), told)


def paper_file(db: Database, summary_id: str) -> bytes | None:
    """The bytes of the file, where it was kept. Raises LibraryFault when they are not those that were kept."""
    row = db.execute("SELECT file, sha256 FROM papers WHERE summary = " + _NUMBER, {"id": summary_id}).fetchone()
    if not row or row[0] is None:
        return None
    file, sha256 = bytes(row[0]), row[1]
    if hashlib.sha256(file).hexdigest() != sha256:
        raise LibraryFault(_("The file of this paper is damaged. Attach the paper again."), code="damaged")
    return file


def attach(db: Database, summary_id: str, paper: AttachedPaper, file: bytes | None) -> None:
    """Write the paper of a summary. Raises LibraryFault when the library has no such summary."""
    row = db.execute("SELECT number FROM summaries WHERE id = ?", (summary_id,)).fetchone()
    if row is None:
        raise LibraryFault(_("Save the summary before you attach a paper to it."), code="missing")
    text = zlib.compress(_json(paper.text.blocks).encode())
    columns = (paper.kind, storable(paper.origin), paper.sha256, paper.added, _json(paper.warnings), text)
    db.execute(
        "INSERT OR REPLACE INTO papers (summary, kind, origin, sha256, added, warnings, text, file, digest) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (row[0], *columns, file, _digest(*columns)),
    )
    db.execute("UPDATE summaries SET scorer = '' WHERE number = ?", (row[0],))  # checked without this paper


def detach(db: Database, summary_id: str) -> None:
    """Remove the paper of a summary."""
    db.execute("DELETE FROM papers WHERE summary = " + _NUMBER, {"id": summary_id})
    db.execute("UPDATE summaries SET scorer = '' WHERE id = ?", (summary_id,))


def _digest(kind: str, origin: str, sha256: str, added: str, warnings: str, text: bytes) -> str:
    """The SHA-256 of everything but the file, which has its own."""
    said = json.dumps([kind, origin, sha256, added, warnings], ensure_ascii=False).encode()
    return hashlib.sha256(said + b"\0" + text).hexdigest()


def _json(value: object) -> str:
    return storable(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))
