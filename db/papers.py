"""The paper attached to each summary: its text, where it came from, and the file itself where the writer keeps it."""

from __future__ import annotations

import json
import zlib

import msgspec
from sqlite_utils import Database

from app.errors import LibraryFault
from app.model.paper_text import AttachedPaper, Block, PaperText, ReadWarning
from db.rows import storable

_NUMBER = "(SELECT number FROM summaries WHERE id = :id)"


def paper_of(db: Database, summary_id: str) -> AttachedPaper | None:
    """The attached paper without its file. Raises LibraryFault when its text is damaged."""
    row = db.execute(
        "SELECT kind, text, origin, sha256, added, file IS NOT NULL, warnings FROM papers WHERE summary = " + _NUMBER,
        {"id": summary_id},
    ).fetchone()
    if row is None:
        return None
    kind, text, origin, sha256, added, has_file, warnings = row
    try:
        blocks = msgspec.convert(json.loads(zlib.decompress(text)), tuple[Block, ...])
        told = msgspec.convert(json.loads(warnings), tuple[ReadWarning, ...])
    except (zlib.error, ValueError, msgspec.ValidationError) as error:
        raise LibraryFault("The text of this paper is damaged. Attach the paper again.", code="damaged") from error
    return AttachedPaper(kind, PaperText(blocks), origin, sha256, added, bool(has_file), told)


def paper_file(db: Database, summary_id: str) -> bytes | None:
    """The bytes of the file, where it was kept."""
    row = db.execute("SELECT file FROM papers WHERE summary = " + _NUMBER, {"id": summary_id}).fetchone()
    return bytes(row[0]) if row and row[0] is not None else None


def attach(db: Database, summary_id: str, paper: AttachedPaper, file: bytes | None) -> None:
    """Write the paper of a summary. Raises LibraryFault when the library has no such summary."""
    row = db.execute("SELECT number FROM summaries WHERE id = ?", (summary_id,)).fetchone()
    if row is None:
        raise LibraryFault("Save the summary before you attach a paper to it.", code="missing")
    db.execute(
        "INSERT OR REPLACE INTO papers (summary, kind, origin, sha256, added, warnings, text, file) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (
            row[0],
            paper.kind,
            storable(paper.origin),
            paper.sha256,
            paper.added,
            _json(paper.warnings),
            zlib.compress(_json(paper.text.blocks).encode()),
            file,
        ),
    )
    db.execute("UPDATE summaries SET scorer = '' WHERE number = ?", (row[0],))  # checked without this paper


def detach(db: Database, summary_id: str) -> None:
    """Remove the paper of a summary."""
    db.execute("DELETE FROM papers WHERE summary = " + _NUMBER, {"id": summary_id})
    db.execute("UPDATE summaries SET scorer = '' WHERE id = ?", (summary_id,))


def _json(value: object) -> str:
    return storable(json.dumps(msgspec.to_builtins(value), ensure_ascii=False))
