"""The library's own list of categories, its order, and which summary stands in which.

A summary names categories by slug; their names live here, so a new name shows everywhere at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace

from sqlite_utils import Database

from app.errors import BadInput
from app.model.summary import Category, CategoryRef
from app.translation import _
from db.rows import summary_of
from db.slugs import free_slug, slug_of


def categories(db: Database) -> tuple[Category, ...]:
    """Every category in the writer's order."""
    rows = db.execute("SELECT slug, name, description, slug_history FROM categories ORDER BY position, name")
    return tuple(Category(slug, name, about, tuple(json.loads(history))) for slug, name, about, history in rows)


def save_category(db: Database, category: Category, old_slug: str | None) -> Category:
    """Add a category, or change the one at `old_slug`; a changed address keeps the old one as a redirect."""
    name = category.name.strip()
    if not name:
        raise BadInput(_("A category needs a name."), code="name-missing")
    known = {other.slug: other for other in categories(db)}
    before = known.pop(old_slug, None) if old_slug is not None else None
    if old_slug is not None and before is None:
        raise BadInput(_("There is no category “{old_slug}” any more.").format(old_slug=old_slug), code="missing")
    if any(other.name.casefold() == name.casefold() for other in known.values()):
        raise BadInput(
            _("There is already a category “{name}”. Merge the two instead.").format(name=name), code="exists"
        )
    taken = {slug for other in known.values() for slug in (other.slug, *other.slug_history)}
    slug = free_slug(slug_of(category.slug or name) or "category", taken.__contains__)
    history = dict.fromkeys((*(before.slug_history if before else ()), *category.slug_history))
    if before and before.slug != slug:
        history[before.slug] = None
    saved = replace(category, slug=slug, name=name, slug_history=tuple(old for old in history if old != slug))
    _write(db, saved, before)
    return saved


def merge_categories(db: Database, from_slug: str, into_slug: str) -> None:
    """Move every summary of one category into another and drop it; its addresses redirect to the other."""
    known = {category.slug: category for category in categories(db)}
    if from_slug not in known or into_slug not in known or from_slug == into_slug:
        raise BadInput(_("Choose two different categories to merge."), code="missing")
    gone, kept = known[from_slug], known[into_slug]
    db.execute(
        "DELETE FROM shelved WHERE category = ?1 AND summary IN (SELECT summary FROM shelved WHERE category = ?2)",
        (from_slug, into_slug),
    )
    db.execute("UPDATE shelved SET category = ? WHERE category = ?", (into_slug, from_slug))
    history = dict.fromkeys((*kept.slug_history, gone.slug, *gone.slug_history))
    db.execute("DELETE FROM categories WHERE slug = ?", (from_slug,))
    db.execute("UPDATE categories SET slug_history = ? WHERE slug = ?", (json.dumps(list(history)), into_slug))


def delete_category(db: Database, slug: str) -> None:
    """Drop a category; its summaries stay, without it."""
    db.execute("DELETE FROM shelved WHERE category = ?", (slug,))
    db.execute("DELETE FROM categories WHERE slug = ?", (slug,))


def drop_unused(db: Database, made: Iterable[Category], ids: Iterable[str]) -> tuple[Category, ...]:
    """Drop those categories that are as they were made and that only these summaries, if any, stand in."""
    known, leaving = set(categories(db)), set(ids)
    dropped = []
    for category in made:
        rows = db.execute(
            "SELECT s.id FROM shelved h JOIN summaries s ON s.number = h.summary WHERE h.category = ?", (category.slug,)
        )
        if category in known and all(row[0] in leaving for row in rows.fetchall()):
            delete_category(db, category.slug)
            dropped.append(category)
    return tuple(dropped)


def stand_again(db: Database, ids: Iterable[str]) -> None:
    """Let summaries stand in the categories that their text names; those that are gone are made again."""
    for summary_id in ids:
        row = db.execute(
            "SELECT s.number, t.body FROM summaries s JOIN texts t ON t.number = s.number WHERE s.id = ?", (summary_id,)
        ).fetchone()
        if row:
            shelve(db, row[0], settled_refs(db, summary_of(row[1]).categories))


def order_categories(db: Database, slugs: Iterable[str]) -> None:
    """Put the categories in this order; those not named come after, in the order they had."""
    wished = dict.fromkeys(slugs)
    for category in categories(db):
        wished.setdefault(category.slug)
    for position, slug in enumerate(wished):
        db.execute("UPDATE categories SET position = ? WHERE slug = ?", (position, slug))


def shelved_refs(db: Database, number: int) -> tuple[CategoryRef, ...]:
    """The categories of a summary as they are named today, in its own order."""
    rows = db.execute(
        "SELECT c.slug, c.name FROM shelved h JOIN categories c ON c.slug = h.category WHERE h.summary = ? "
        "ORDER BY h.position",
        (number,),
    )
    return tuple(CategoryRef(slug, name) for slug, name in rows)


def settled_refs(db: Database, refs: Iterable[CategoryRef]) -> tuple[CategoryRef, ...]:
    """The categories a summary names as the library names them: old addresses followed, unknown ones added."""
    refs = tuple(refs)
    if not refs:
        return ()
    known = {slug.casefold(): category for category in categories(db) for slug in category.slug_history}
    known |= {category.slug.casefold(): category for category in categories(db)}
    named = {category.name.casefold(): category for category in categories(db)}
    settled: dict[str, CategoryRef] = {}
    for ref in refs:
        category = known.get(ref.slug.casefold()) or (named.get(ref.name.strip().casefold()) if not ref.slug else None)
        if category is None:
            category = _added(db, ref, taken=known)
            known[category.slug.casefold()] = named[category.name.casefold()] = category
        settled.setdefault(category.slug, CategoryRef(category.slug, category.name))
    return tuple(settled.values())


def shelve(db: Database, number: int, refs: Iterable[CategoryRef]) -> None:
    """Let a summary stand in exactly these categories."""
    db.execute("DELETE FROM shelved WHERE summary = ?", (number,))
    for position, ref in enumerate(refs):
        db.execute("INSERT INTO shelved (summary, position, category) VALUES (?, ?, ?)", (number, position, ref.slug))


def _added(db: Database, ref: CategoryRef, taken: dict[str, Category]) -> Category:
    name = ref.name.strip() or ref.slug
    wished = slug_of(ref.slug) or slug_of(name) or "category"
    category = Category(free_slug(wished, lambda slug: slug.casefold() in taken), name)
    _write(db, category, None)
    return category


def _write(db: Database, category: Category, before: Category | None) -> None:
    history = json.dumps(list(category.slug_history))
    if before:
        db.execute(
            "UPDATE categories SET slug = ?, name = ?, description = ?, slug_history = ? WHERE slug = ?",
            (category.slug, category.name, category.description, history, before.slug),
        )
    else:
        db.execute(
            "INSERT INTO categories (slug, name, description, slug_history, position) "
            "VALUES (?, ?, ?, ?, (SELECT coalesce(max(position), 0) + 1 FROM categories))",
            (category.slug, category.name, category.description, history),
        )
