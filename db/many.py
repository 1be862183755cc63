"""What is done to many summaries at once (trash, state, category), inside a transaction the Library has begun."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from app.errors import BadInput
from app.model.summary import Category, CategoryRef, Dates, Summary
from app.model.vocabulary import DRAFT, PUBLISHED, STATUSES
from app.translation import _
from db import shelf


def set_trashed(db: Database, ids: Iterable[str], is_trashed: bool, now: str) -> None:
    """Put summaries into the trash, or take them out."""
    moment = now if is_trashed else ""
    for summary_id in ids:
        db.execute(
            "UPDATE summaries SET is_trashed = ?1, trashed = ?3 WHERE id = ?2 AND is_trashed <> ?1",
            (is_trashed, summary_id, moment),
        )


def empty_trash(db: Database) -> int:
    """Remove what is in the trash, with its history, for good; returns how many."""
    db.execute("DELETE FROM texts WHERE number IN (SELECT number FROM summaries WHERE is_trashed)")
    return int(db.execute("DELETE FROM summaries WHERE is_trashed").rowcount)


def change(
    db: Database, ids: Iterable[str], to: shelf.Change, *, kind: str, session: str, now: str, writer: str = ""
) -> None:
    """Write what `to` makes of each summary as its new version. Ids that are not there are passed over."""
    for summary_id in ids:
        if found := shelf.stored(db, summary_id):
            shelf.put(db, to(found.summary), found, kind=kind, session=session, now=now, writer=writer)


def with_status(status: str) -> shelf.Change:
    """The change that gives a state. Raises BadInput for one that does not exist."""
    if status not in STATUSES:
        raise BadInput(
            _("“{status}” is not a state. The states are {statuses}.").format(
                status=status, statuses=", ".join(STATUSES)
            )
        )
    return lambda summary: replace(summary, status=status)


def kind_of(status: str) -> str:
    """The kind of version that a change to this state is kept as."""
    return "published" if status == PUBLISHED else "save"


def added_to(categories: Iterable[Category], slug: str) -> shelf.Change:
    """The change that puts a summary into a category, as its last one. Raises BadInput when there is none."""
    ref = next((CategoryRef(category.slug, category.name) for category in categories if category.slug == slug), None)
    if ref is None:
        raise BadInput(_("There is no category “{slug}”.").format(slug=slug), code="missing")

    def added(summary: Summary) -> Summary:
        return summary if ref in summary.categories else replace(summary, categories=(*summary.categories, ref))

    return added


def removed_from(slug: str) -> shelf.Change:
    """The change that takes a summary out of a category."""
    return lambda summary: replace(summary, categories=tuple(ref for ref in summary.categories if ref.slug != slug))


def copy_of(summary: Summary, now: str) -> Summary:
    """A draft with an id of its own and no address yet."""
    return replace(
        summary,
        id=str(uuid.uuid4()),
        slug="",
        slug_history=(),
        status=DRAFT,
        corrections=(),
        dates=Dates(created=now),
    )
