"""The versions of a summary that went to another library or came from one: what both sides have had."""

from __future__ import annotations

import zlib

from sqlite_utils import Database

from app.errors import LibraryFault
from app.model.summary import Summary
from app.translation import _
from db.rows import body_of, sha256_of, summary_of, unpacked


def hashes(db: Database, summary_id: str) -> list[str]:
    """The SHA-256 of every exchanged version of a summary, newest first."""
    rows = db.execute(
        "SELECT e.sha256 FROM exchanged e JOIN summaries s ON s.number = e.summary WHERE s.id = ? "
        "ORDER BY e.number DESC",
        (summary_id,),
    )
    return [row[0] for row in rows]


def version(db: Database, summary_id: str, sha256: str) -> Summary | None:
    """The summary as it was in an exchanged version, None when there is none. Raises LibraryFault for a damaged one."""
    row = db.execute(
        "SELECT e.body FROM exchanged e JOIN summaries s ON s.number = e.summary WHERE s.id = ? AND e.sha256 = ?",
        (summary_id, sha256),
    ).fetchone()
    if row is None:
        return None
    try:
        text = unpacked(row[0]).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise LibraryFault(_("The version that both writers have had is damaged."), code="damaged") from error
    if sha256_of(text) != sha256:
        raise LibraryFault(_("The version that both writers have had is damaged."), code="damaged")
    return summary_of(text)


def note(db: Database, summary: Summary, now: str) -> None:
    """Keep a version as exchanged; one that is there already becomes the newest."""
    body = body_of(summary)
    number = db.execute("SELECT number FROM summaries WHERE id = ?", (summary.id,)).fetchone()
    if number is None:
        raise LibraryFault(_("This summary is not in the library."), code="missing")
    db.execute("DELETE FROM exchanged WHERE summary = ? AND sha256 = ?", (number[0], body.sha256))
    db.execute(
        "INSERT INTO exchanged (summary, sha256, moment, body) VALUES (?, ?, ?, ?)",
        (number[0], body.sha256, now, zlib.compress(body.text.encode())),
    )


def forget(db: Database, summary: Summary) -> None:
    """Let go of a version as exchanged: what came in was taken back, and may come in again."""
    db.execute(
        "DELETE FROM exchanged WHERE sha256 = ? AND summary = (SELECT number FROM summaries WHERE id = ?)",
        (body_of(summary).sha256, summary.id),
    )
