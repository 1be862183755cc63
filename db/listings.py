"""The library table: rows filtered, searched, ordered and counted without opening a summary."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from sqlite_utils import Database

from app.model.listing import Address, Counts, Filter, Listing
from db.rows import LISTING_COLUMNS, listing_of
from db.search import match_query

_ORDERS = {
    "updated": "s.updated",
    "title": "s.title COLLATE NOCASE",
    "status": "s.status",
    "grade": "s.grade",
    "journal": "s.journal COLLATE NOCASE",
    "year": "s.year",
    "findings": "s.errors * 1000000 + s.warnings * 1000 + s.notices",
    "categories": "(SELECT c.name FROM shelved h JOIN categories c ON c.slug = h.category "
    "WHERE h.summary = s.number ORDER BY h.position LIMIT 1) COLLATE NOCASE",
}
_COMMON_SHARE = 3


def listings(db: Database, wanted: Filter, limit: int | None, offset: int) -> list[Listing]:
    """The rows that a filter asks for, in its order (`relevance`: best match first)."""
    where, values = _where(wanted)
    query = match_query(wanted.search)
    if wanted.search.strip() and not query:
        return []
    source, order = "summaries s", _order(wanted)
    values["query"] = query
    if query and wanted.order == "relevance" and not _is_common(db, query):
        # CROSS JOIN fixes the order: the matches first, then their rows.
        source = "found CROSS JOIN summaries s ON s.number = found.rowid"
        where += " AND found MATCH :query"
        order = "bm25(found, 8.0, 4.0, 1.0), s.updated DESC"
    elif query:
        where += " AND s.number IN (SELECT rowid FROM found WHERE found MATCH :query)"
    values |= {"limit": -1 if limit is None else limit, "offset": offset}
    sql = f"SELECT {LISTING_COLUMNS} FROM {source} WHERE {where} ORDER BY {order} LIMIT :limit OFFSET :offset"
    rows = db.execute(sql, values).fetchall()
    shelved = _shelved(db, [row[0] for row in rows])
    return [listing_of(row, shelved.get(row[0], [])) for row in rows]


def addresses(db: Database, *statuses: str) -> list[Address]:
    """The addresses of all summaries, or of those in some states, newest edited first."""
    where = f"status IN ({', '.join('?' * len(statuses))})" if statuses else "1"
    sql = f"SELECT id, slug, updated FROM summaries WHERE NOT is_trashed AND {where} ORDER BY updated DESC, number DESC"
    return [*map(Address._make, db.execute(sql, statuses))]


def counts(db: Database) -> Counts:
    """How many summaries there are, by state and category, and how many in the trash."""
    statuses = dict(db.execute("SELECT status, count(*) FROM summaries WHERE NOT is_trashed GROUP BY status"))
    by_slug = dict(
        db.execute(
            "SELECT h.category, count(*) FROM shelved h JOIN summaries s ON s.number = h.summary "
            "WHERE NOT s.is_trashed GROUP BY h.category"
        )
    )
    trashed = db.execute("SELECT count(*) FROM summaries WHERE is_trashed").fetchone()[0]
    return Counts(statuses, by_slug, trashed)


def ids(db: Database) -> list[str]:
    """The ids of all summaries outside the trash, newest edited first."""
    rows = db.execute("SELECT id FROM summaries WHERE NOT is_trashed ORDER BY updated DESC, number DESC")
    return [row[0] for row in rows.fetchall()]


def id_at(db: Database, slug: str) -> str | None:
    """The id of the summary at this address, now or formerly."""
    row = db.execute(
        "SELECT s.id FROM slugs a JOIN summaries s ON s.number = a.number WHERE a.slug = ?", (slug,)
    ).fetchone()
    return str(row[0]) if row else None


def ids_of_paper(db: Database, doi: str, title: str) -> tuple[str, ...]:
    """The ids of the summaries outside the trash of a paper, oldest first: by its DOI, else by its title."""
    column, value = ("doi", doi.lower()) if doi else ("paper_title", title)
    rows = db.execute(f"SELECT id FROM summaries WHERE {column} = ? AND NOT is_trashed ORDER BY number", (value,))
    return tuple(row[0] for row in rows) if value else ()


def ungraded(db: Database, scorer: str) -> tuple[str, ...]:
    """The ids of summaries whose grade is missing, out of date or of another scorer, newest edited first."""
    sql = "SELECT id FROM summaries WHERE scorer <> ? ORDER BY is_trashed, updated DESC"
    return tuple(row[0] for row in db.execute(sql, (scorer,)))


def set_grade(db: Database, summary_id: str, grade: float | None, scorer: str, counts: tuple[int, int, int]) -> None:
    """Keep a summary's reading grade and its numbers of errors, warnings and notices."""
    db.execute(
        "UPDATE summaries SET grade = ?, scorer = ?, errors = ?, warnings = ?, notices = ? WHERE id = ?",
        (grade, scorer, *counts, summary_id),
    )


def _where(wanted: Filter) -> tuple[str, dict[str, Any]]:
    parts = ["s.is_trashed = :is_trashed"]
    values: dict[str, Any] = {"is_trashed": int(wanted.is_trashed)}
    if wanted.status:
        parts.append("s.status = :status")
        values["status"] = wanted.status
    if wanted.category:
        parts.append("s.number IN (SELECT summary FROM shelved WHERE category = :category)")
        values["category"] = wanted.category
    if wanted.above_grade is not None:
        parts.append("s.grade > :above_grade")
        values["above_grade"] = wanted.above_grade
    if wanted.has_findings:
        parts.append("(s.errors > 0 OR s.warnings > 0)")
    return " AND ".join(parts), values


def _order(wanted: Filter) -> str:
    column = _ORDERS.get(wanted.order, _ORDERS["updated"])
    direction = "DESC" if wanted.is_descending else "ASC"
    return f"{column} {direction} NULLS LAST, s.number {direction}"


def _is_common(db: Database, query: str) -> bool:
    # Ranking costs in proportion to the matches and says little when nearly everything matches.
    total = db.execute("SELECT count(*) FROM summaries").fetchone()[0]
    most = max(200, total // _COMMON_SHARE)
    found = db.execute(
        "SELECT count(*) FROM (SELECT 1 FROM found WHERE found MATCH ? LIMIT ?)", (query, most + 1)
    ).fetchone()[0]
    return bool(found > most)


def _shelved(db: Database, numbers: list[int]) -> dict[int, list[tuple[str, str]]]:
    names = dict(db.execute("SELECT slug, name FROM categories"))
    sql = "SELECT summary, category FROM shelved"
    if len(numbers) <= 500:
        sql += f" WHERE summary IN ({','.join('?' * len(numbers))})"
        rows = db.execute(f"{sql} ORDER BY summary, position", numbers)
    else:
        rows = db.execute(f"{sql} ORDER BY summary, position")
    shelved = defaultdict(list)
    for number, slug in rows:
        shelved[number].append((slug, names.get(slug, slug)))
    return shelved
