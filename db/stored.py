"""Summaries as they are stored, for who has to read only a few of many: an export looks which have changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sqlite_utils import Database

from app.model.stored import StoredSummary
from app.model.summary import CategoryRef


def stored_summaries(db: Database, ids: Iterable[str]) -> Iterator[StoredSummary]:
    """The stored bodies of these summaries, with the categories they stand in today."""
    refs: dict[int, tuple[CategoryRef, ...]] = {}
    for number, slug, name in db.execute(
        "SELECT h.summary, c.slug, c.name FROM shelved h JOIN categories c ON c.slug = h.category "
        "ORDER BY h.summary, h.position"
    ):
        refs[number] = (*refs.get(number, ()), CategoryRef(slug, name))
    for summary_id in ids:
        row = db.execute(
            "SELECT s.number, s.slug, CAST(t.body AS BLOB) FROM summaries s JOIN texts t ON t.number = s.number "
            "WHERE s.id = ?",
            (summary_id,),
        ).fetchone()
        if row is not None:
            number, slug, body = row
            yield StoredSummary(slug, body, refs.get(number, ()))
