"""When the registries were last asked about each summary's paper, and the notices they gave."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from sqlite_utils import Database

from app.model.paper import Notice
from app.model.summary import Summary
from db.settings import keep, kept
from db.shelf import stored

_NAME = "looked"


def looked(db: Database) -> Mapping[str, str]:
    """The moment (ISO 8601 UTC) of the last answer by the id of the summary; those never asked about are left out."""
    value = kept(db, _NAME)
    return {str(key): str(moment) for key, moment in value.items()} if isinstance(value, dict) else {}


def numbered(db: Database) -> tuple[tuple[str, str], ...]:
    """Id and state of every summary outside the trash whose paper has a DOI or a PubMed id to ask by."""
    rows = db.execute(
        "SELECT s.id, s.status FROM summaries s JOIN texts t ON t.number = s.number WHERE NOT s.is_trashed "
        "AND (s.doi <> '' OR coalesce(json_extract(t.body, '$.paper.PMID'), '') <> '') ORDER BY s.number"
    )
    return tuple((row[0], row[1]) for row in rows.fetchall())


def note_looked(db: Database, ids: Iterable[str], now: str) -> None:
    """Keep the moment of an answer, and forget summaries that are gone for good."""
    here = {row[0] for row in db.execute("SELECT id FROM summaries").fetchall()}
    moments = dict(looked(db)) | dict.fromkeys(ids, now)
    keep(db, _NAME, {key: moment for key, moment in moments.items() if key in here})


def news(db: Database, notices: Mapping[str, tuple[Notice, ...]]) -> list[str]:
    """The ids of the summaries whose paper has other notices than these; unknown ids are no news."""
    found = ((summary_id, stored(db, summary_id)) for summary_id in notices)
    return [summary_id for summary_id, held in found if held and held.summary.paper.notices != notices[summary_id]]


def with_notices(summary: Summary, notices: Mapping[str, tuple[Notice, ...]]) -> Summary:
    """The summary with the notices that an answer gave for its paper."""
    return replace(summary, paper=replace(summary.paper, notices=notices[summary.id]))
