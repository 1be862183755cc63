"""The history: every kept version of a summary as a compressed body with its SHA-256."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from sqlite_utils import Database

from app.errors import LibraryFault
from app.model.summary import Summary
from db.rows import Body, sha256_of, summary_of, unpacked

KINDS = ("autosave", "save", "published", "import")


@dataclass(frozen=True, slots=True)
class Revision:
    """A kept version: when (ISO 8601 UTC), why (one of KINDS), its title then, and the hash of its content."""

    number: int
    version: int
    kind: str
    saved: str
    title: str
    sha256: str


def keep(
    db: Database, summary: int, body: Body, *, version: int, kind: str, session: str, now: str, title: str
) -> None:
    """Keep a version. A newer autosave takes the place of the one before it in the same session."""
    if kind == "autosave":
        db.execute(
            "DELETE FROM revisions WHERE kind = 'autosave' AND session = ? AND number = "
            "(SELECT number FROM revisions WHERE summary = ? ORDER BY version DESC LIMIT 1)",
            (session, summary),
        )
    db.execute(
        "INSERT INTO revisions (summary, version, kind, session, saved, title, sha256, body) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        (summary, version, kind, session, now, title, body.sha256, zlib.compress(body.text.encode())),
    )


def promote(db: Database, summary: int, kind: str) -> None:
    """Make the newest version one that is kept for good, when nothing but its kind is new."""
    db.execute(
        "UPDATE revisions SET kind = ? WHERE kind = 'autosave' AND number = "
        "(SELECT number FROM revisions WHERE summary = ? ORDER BY version DESC LIMIT 1)",
        (kind, summary),
    )


def revisions(db: Database, summary_id: str) -> list[Revision]:
    """The kept versions of a summary, newest first."""
    rows = db.execute(
        "SELECT r.number, r.version, r.kind, r.saved, r.title, r.sha256 FROM revisions r "
        "JOIN summaries s ON s.number = r.summary WHERE s.id = ? ORDER BY r.version DESC",
        (summary_id,),
    )
    return [Revision(*row) for row in rows]


def revision(db: Database, number: int) -> Summary:
    """The summary as it was in a kept version. Raises LibraryFault when there is none or it is damaged."""
    row = db.execute("SELECT sha256, body FROM revisions WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise LibraryFault("This version is no longer in the library.", code="missing")
    try:
        text = unpacked(row[1]).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise LibraryFault("This version is damaged and cannot be shown.", code="damaged") from error
    if sha256_of(text) != row[0]:
        raise LibraryFault("This version is damaged and cannot be shown.", code="damaged")
    return summary_of(text)


def has_had(db: Database, summary_id: str, sha256: str) -> bool:
    """Whether a summary has ever had exactly this content."""
    found = db.execute(
        "SELECT 1 FROM revisions r JOIN summaries s ON s.number = r.summary WHERE s.id = ? AND r.sha256 = ? LIMIT 1",
        (summary_id, sha256),
    ).fetchone()
    return found is not None
