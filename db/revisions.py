"""The history: every kept version of a summary as a compressed body with its SHA-256."""

from __future__ import annotations

import zlib
from dataclasses import dataclass

from sqlite_utils import Database

from app.errors import LibraryFault
from app.model.summary import Summary
from app.translation import _
from db.rows import Body, sha256_of, summary_of, unpacked

KINDS = ("autosave", "save", "published", "import")


@dataclass(frozen=True, slots=True)
class Revision:
    """A kept version: when (ISO 8601 UTC), why (one of KINDS), its title then, the hash of its content, and who.

    `name` is what the writer called it, empty when it has no name.
    """

    number: int
    version: int
    kind: str
    saved: str
    title: str
    sha256: str
    writer: str = ""
    name: str = ""


@dataclass(frozen=True, slots=True)
class StateChange:
    """A state that a summary was given: when (ISO 8601 UTC) and by whom."""

    status: str
    moment: str
    writer: str


def keep(
    db: Database, summary: int, body: Body, *, version: int, kind: str, session: str, now: str, title: str, writer: str
) -> None:
    """Keep a version, and its state when that is another one than before.

    A newer autosave takes the place of the one before it in the same session.
    """
    if kind == "autosave":
        db.execute(
            "DELETE FROM revisions WHERE kind = 'autosave' AND name = '' AND session = ? AND number = "
            "(SELECT number FROM revisions WHERE summary = ? ORDER BY version DESC LIMIT 1)",
            (session, summary),
        )
    db.execute(
        "INSERT INTO revisions (summary, version, kind, session, saved, title, sha256, body, writer) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (summary, version, kind, session, now, title, body.sha256, zlib.compress(body.text.encode()), writer),
    )
    db.execute(
        "INSERT INTO states (summary, status, moment, writer) SELECT s.number, s.status, ?, ? FROM summaries s "
        "WHERE s.number = ? AND s.status IS NOT "
        "(SELECT status FROM states WHERE summary = s.number ORDER BY number DESC LIMIT 1)",
        (now, writer, summary),
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
        "SELECT r.number, r.version, r.kind, r.saved, r.title, r.sha256, r.writer, r.name FROM revisions r "
        "JOIN summaries s ON s.number = r.summary WHERE s.id = ? ORDER BY r.version DESC",
        (summary_id,),
    )
    return [Revision(*row) for row in rows]


def revision(db: Database, number: int) -> Summary:
    """The summary as it was in a kept version. Raises LibraryFault when there is none or it is damaged."""
    row = db.execute("SELECT sha256, body FROM revisions WHERE number = ?", (number,)).fetchone()
    if row is None:
        raise LibraryFault(_("This version is no longer in the library."), code="missing")
    try:
        text = unpacked(row[1]).decode()
    except (zlib.error, UnicodeDecodeError) as error:
        raise LibraryFault(_("This version is damaged and cannot be shown."), code="damaged") from error
    if sha256_of(text) != row[0]:
        raise LibraryFault(_("This version is damaged and cannot be shown."), code="damaged")
    return summary_of(text)


def has_had(db: Database, summary_id: str, sha256: str) -> bool:
    """Whether a summary has ever had exactly this content."""
    found = db.execute(
        "SELECT 1 FROM revisions r JOIN summaries s ON s.number = r.summary WHERE s.id = ? AND r.sha256 = ? LIMIT 1",
        (summary_id, sha256),
    ).fetchone()
    return found is not None


def name_newest(db: Database, summary_id: str, name: str) -> None:
    """Give the newest version of a summary a name; it is kept for good from then on."""
    db.execute(
        "UPDATE revisions SET name = ?, kind = CASE kind WHEN 'autosave' THEN 'save' ELSE kind END WHERE number = "
        "(SELECT r.number FROM revisions r JOIN summaries s ON s.number = r.summary WHERE s.id = ? "
        "ORDER BY r.version DESC LIMIT 1)",
        (name, summary_id),
    )


def rename(db: Database, number: int, name: str) -> None:
    """Give a kept version a name, or take it away with an empty one; a named version is kept for good."""
    db.execute(
        "UPDATE revisions SET name = ?, kind = CASE kind WHEN 'autosave' THEN 'save' ELSE kind END WHERE number = ?",
        (name, number),
    )


def states(db: Database, summary_id: str) -> list[StateChange]:
    """The states a summary was given, newest first."""
    rows = db.execute(
        "SELECT t.status, t.moment, t.writer FROM states t JOIN summaries s ON s.number = t.summary "
        "WHERE s.id = ? ORDER BY t.number DESC",
        (summary_id,),
    )
    return [StateChange(*row) for row in rows]
