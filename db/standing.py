"""How a summary stands in the library just now, so that a later moment can tell whether somebody worked on it."""

from __future__ import annotations

from dataclasses import dataclass

from sqlite_utils import Database


@dataclass(frozen=True, slots=True)
class Standing:
    """A summary's version, whether it is in the trash, and whether a paper or a named version was put beside it."""

    version: int
    is_trashed: bool
    has_more: bool


def standing(db: Database, summary_id: str) -> Standing | None:
    """How a summary stands; None when it is not in the library."""
    row = db.execute(
        "SELECT s.version, s.is_trashed, EXISTS (SELECT 1 FROM papers p WHERE p.summary = s.number) "
        "OR EXISTS (SELECT 1 FROM revisions r WHERE r.summary = s.number AND r.name <> '') "
        "FROM summaries s WHERE s.id = ?",
        (summary_id,),
    ).fetchone()
    return Standing(row[0], bool(row[1]), bool(row[2])) if row else None
