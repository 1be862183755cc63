"""Which old autosaves go: the longer ago, the fewer stay. Nothing that has a name, was saved or published ever goes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta

from sqlite_utils import Database

MOST_AT_ONCE = 500
"""Rows looked at in one opening: a large library is thinned over several."""
_STEPS = (
    (timedelta(days=2), timedelta(0)),
    (timedelta(days=30), timedelta(hours=1)),
    (timedelta(days=365), timedelta(days=1)),
)
"""Up to an age (first), one autosave is kept in each stretch (second); older ones one a week."""
_OLDEST = timedelta(days=7)


def superfluous(moments: Iterable[tuple[int, str]], now: str) -> Iterator[int]:
    """Of autosaves (number and moment in ISO 8601 UTC, newest first) of one summary, the numbers of those that may go.

    The newest of each stretch stays. A moment that cannot be read or lies ahead of `now` stays too.
    """
    today = _moment(now)
    taken: set[tuple[timedelta, int]] = set()
    for number, saved in moments:
        at = _moment(saved)
        if today is None or at is None or at > today:
            continue
        stretch = next((stretch for age, stretch in _STEPS if today - at <= age), _OLDEST)
        if not stretch:
            continue
        place = (stretch, int(at.timestamp() // stretch.total_seconds()))
        if place in taken:
            yield number
        taken.add(place)


def thin(db: Database, now: str) -> int:
    """Remove the superfluous autosaves of the summaries that have the most; returns how many went."""
    crowded = db.execute(
        "SELECT summary FROM revisions WHERE kind = 'autosave' AND name = '' AND saved < ? "
        "GROUP BY summary HAVING count(*) > 1 ORDER BY count(*) DESC LIMIT 50",
        (_text(now, _STEPS[0][0]),),
    ).fetchall()
    gone: list[int] = []
    looked_at = 0
    for (summary,) in crowded:
        rows = db.execute(
            "SELECT number, saved FROM revisions WHERE summary = ?1 AND kind = 'autosave' AND name = '' AND version < "
            "(SELECT max(version) FROM revisions WHERE summary = ?1) ORDER BY version DESC",
            (summary,),
        ).fetchall()
        gone += superfluous(rows, now)
        looked_at += len(rows)
        if looked_at >= MOST_AT_ONCE:
            break
    gone = gone[:MOST_AT_ONCE]
    if gone:
        db.execute(f"DELETE FROM revisions WHERE number IN ({','.join('?' * len(gone))})", gone)
    return len(gone)


def empty_old_trash(db: Database, now: str, days: int) -> int:
    """Delete for good what has been in the trash for more than `days`; returns how many. Nothing when `days` is 0."""
    if days <= 0:
        return 0
    oldest = _text(now, timedelta(days=days))
    if not oldest:
        return 0
    wanted = "SELECT number FROM summaries WHERE is_trashed AND trashed <> '' AND trashed < ? LIMIT 200"
    numbers = [row[0] for row in db.execute(wanted, (oldest,))]
    marks = ",".join("?" * len(numbers))
    if numbers:
        db.execute(f"DELETE FROM texts WHERE number IN ({marks})", numbers)
        db.execute(f"DELETE FROM summaries WHERE number IN ({marks})", numbers)
    return len(numbers)


def _moment(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def _text(now: str, before: timedelta) -> str:
    at = _moment(now)
    return (at - before).strftime("%Y-%m-%dT%H:%M:%SZ") if at else ""
