"""One summary in and out of its rows, inside a transaction that the Library has begun."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from sqlite_utils import Database

from app.model.summary import Summary
from app.model.vocabulary import PUBLISHED, UNPUBLISHED
from db import revisions
from db.categories import settled_refs, shelve, shelved_refs
from db.rows import Body, body_of, columns_of, search_columns_of, sha256_of, storable, summary_of
from db.slugs import free_slug, is_made_from, made_slug, slug_of

Change = Callable[[Summary], Summary]
_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


@dataclass(frozen=True, slots=True)
class Stored:
    """A summary as the library holds it, with its row number, its version and the SHA-256 of its body."""

    number: int
    version: int
    sha256: str
    summary: Summary

    @property
    def mark(self) -> tuple[int, str]:
        """What tells this text from any other: two computers may both have written a version 6."""
        return self.version, self.sha256


def stored(db: Database, summary_id: str) -> Stored | None:
    """The summary with this id, in or out of the trash."""
    row = db.execute(
        "SELECT s.number, s.version, t.body FROM summaries s JOIN texts t ON t.number = s.number WHERE s.id = ?",
        (summary_id,),
    ).fetchone()
    if row is None:
        return None
    number, version, body = row
    return Stored(number, version, sha256_of(body), summary_of(body, shelved_refs(db, number)))


def put(
    db: Database, summary: Summary, before: Stored | None, *, kind: str, session: str, now: str, writer: str = ""
) -> Stored:
    """Write a summary over the version before it and keep it in the history; returns what was written."""
    ready = _settled(db, summary, before, kind=kind, now=now)
    if before and _is_same(ready, before.summary):
        if kind != "autosave":
            revisions.promote(db, before.number, kind)
        return before
    if kind == "autosave" and ready.status == PUBLISHED and not (before and before.summary.status == PUBLISHED):
        kind = "published"  # chosen in the header while writing: kept for good all the same
    body = body_of(ready)
    if kind == "import" or "\ufffd" in body.text:
        ready = summary_of(body.text)
    version = before.version + 1 if before else 1
    number = _write(db, ready, body, before.number if before else None, version)
    _write_slugs(db, number, ready)
    shelve(db, number, ready.categories)
    title = columns_of(ready)["title"]
    revisions.keep(db, number, body, version=version, kind=kind, session=session, now=now, title=title, writer=writer)
    return Stored(number, version, body.sha256, ready)


def _is_same(summary: Summary, before: Summary) -> bool:
    return replace(summary, dates=replace(summary.dates, modified=before.dates.modified)) == before


def _settled(db: Database, summary: Summary, before: Stored | None, *, kind: str, now: str) -> Summary:
    known = before.summary if before else summary  # what an open text may not know yet: address and first dates
    dates = replace(
        summary.dates,
        created=summary.dates.created or known.dates.created or now,
        published=summary.dates.published or known.dates.published,
    )
    if kind != "import" or not dates.modified:
        dates = replace(dates, modified=now)
    if summary.status == PUBLISHED and not dates.published and kind != "import":
        dates = replace(dates, published=now)
    categories = settled_refs(db, summary.categories)
    slug = _settled_slug(db, summary, before)
    history = dict.fromkeys((*known.slug_history, *summary.slug_history))
    if before and before.summary.slug != slug and _was_public(before.summary):
        history[before.summary.slug] = None
    kept = tuple(old for old in history if old.lower() != slug and not _is_taken(db, old, before))
    return replace(summary, id=storable(summary.id), dates=dates, categories=categories, slug=slug, slug_history=kept)


def _settled_slug(db: Database, summary: Summary, before: Stored | None) -> str:
    slug = summary.slug or (before.summary.slug if before else "")
    follows_title = before is not None and slug == before.summary.slug and not _was_public(before.summary)
    if not slug or (before and follows_title and is_made_from(slug, before.summary)):
        slug = slug if slug and is_made_from(slug, summary) else made_slug(summary)
    elif not _SLUG.fullmatch(slug):
        slug = slug_of(slug) or made_slug(summary)
    return free_slug(slug, lambda wished: _is_taken(db, wished, before))


def _was_public(summary: Summary) -> bool:
    return bool(summary.dates.published) or summary.status in (PUBLISHED, UNPUBLISHED)


def _is_taken(db: Database, slug: str, before: Stored | None) -> bool:
    row = db.execute("SELECT number FROM slugs WHERE slug = ?", (slug,)).fetchone()
    return row is not None and (before is None or row[0] != before.number)


def _write(db: Database, summary: Summary, body: Body, number: int | None, version: int) -> int:
    columns = {**columns_of(summary), "version": version}
    texts = {**search_columns_of(summary), "body": body.text}
    if number is None:
        # An unsaved grade belongs to other words: scorer '' marks it as out of date.
        names = ", ".join(columns)
        values = ", ".join(f":{name}" for name in columns)
        number = int(db.execute(f"INSERT INTO summaries ({names}) VALUES ({values})", columns).lastrowid or 0)
        db.execute(
            "INSERT INTO texts (number, title, citation, words, body) "
            "VALUES (:number, :title, :citation, :words, :body)",
            {**texts, "number": number},
        )
        return number
    settings = ", ".join(f"{name} = :{name}" for name in columns)
    db.execute(f"UPDATE summaries SET {settings}, scorer = '' WHERE number = :number", {**columns, "number": number})
    db.execute(
        "UPDATE texts SET title = :title, citation = :citation, words = :words, body = :body WHERE number = :number",
        {**texts, "number": number},
    )
    return number


def _write_slugs(db: Database, number: int, summary: Summary) -> None:
    db.execute("DELETE FROM slugs WHERE number = ?", (number,))
    for slug in dict.fromkeys((summary.slug, *summary.slug_history)):
        db.execute("INSERT OR IGNORE INTO slugs (slug, number) VALUES (?, ?)", (slug, number))
