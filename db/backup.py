"""Safe copies of the library: made through SQLite's backup, checked, then moved into place; old ones thinned."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from app.errors import LibraryFault
from app.in_place import sync, take_place
from app.translation import _
from db.opening import address, check_is_library, check_schema, connect, sync_folder

_STAMP = "%Y-%m-%dT%H%M%SZ"
_DAYS, _WEEKS, _MONTHS = 12, 10, 9
_DAY = timedelta(days=1)
_HEADER = 100
_COUNTERS = {18, 19, *range(24, 28), *range(40, 44), *range(92, 100)}
"""Bytes of a SQLite file's header that say how often and by what it was written, not what is in it."""


def backup_folder(path: Path) -> Path:
    """Where the backups of a library stand: beside it."""
    return path.with_name(f"{path.stem} backups")


def backups(path: Path) -> list[tuple[datetime, Path]]:
    """The backups of a library with the moment each was made, newest first."""
    found = []
    for file in backup_folder(path).glob(f"*{path.suffix}"):
        try:
            found.append((datetime.strptime(file.stem, _STAMP).replace(tzinfo=UTC), file))
        except ValueError:
            continue
    return sorted(found, reverse=True)


def is_due(path: Path) -> bool:
    """Whether the library has changed since its newest backup, or has none.

    A backup carries the time of the library it was made of, so a clock that was set back hides no change.
    """
    made = backups(path)
    return all(file.stat().st_mtime_ns != _changed_ns(path) for _, file in made[:3])


def is_overdue(path: Path, now: datetime) -> bool:
    """Whether a library that stays open has changed and was not backed up for a day, or the clock was set back."""
    newest = backups(path)[:1]
    return is_due(path) and not any(timedelta(0) <= now - moment < _DAY for moment, _file in newest)


def back_up(path: Path, to: Path | None = None) -> Path:
    """Copy a library safely, even while it is being written, and return the copy.

    Raises LibraryFault when the copy could not be made or does not read back whole; nothing is left half done.
    """
    stamp = datetime.now(UTC).strftime(_STAMP)
    target = to or backup_folder(path) / f"{stamp}{path.suffix}"
    unfinished = target.with_name(f"{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        unfinished.unlink(missing_ok=True)
        changed_ns = _changed_ns(path)
        _copy(path, unfinished)
        with unfinished.open("rb+") as file:
            sync(file.fileno())
        os.utime(unfinished, ns=(changed_ns, changed_ns))
        take_place(unfinished, target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error, LibraryFault) as error:
        unfinished.unlink(missing_ok=True)
        raise LibraryFault(
            _("No backup could be made at {target} ({error}).").format(
                target=target, error=getattr(error, "strerror", None) or error
            ),
            code="backup",
        ) from error
    if to is None:
        _thin(path, target)
    return target


def copy_connection(source: sqlite3.Connection, to: Path) -> None:
    """Copy an open library through its connection, wherever its file is by now. Raises LibraryFault."""
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
        copy = sqlite3.connect(to, isolation_level=None)
        try:
            source.backup(copy)
            copy.execute("PRAGMA journal_mode = DELETE")
        finally:
            copy.close()
    except (OSError, sqlite3.Error) as error:
        raise LibraryFault(
            _("No copy could be made at {to} ({error}).").format(to=to, error=error), code="backup"
        ) from error


def is_same_content(one: Path, other: Path) -> bool:
    """Whether two library files hold the same, whatever their names and times: but for SQLite's own counters."""
    try:
        if one.stat().st_size != other.stat().st_size:
            return False
        with one.open("rb") as left, other.open("rb") as right:
            first, second = left.read(_HEADER), right.read(_HEADER)
            if any(a != b and at not in _COUNTERS for at, (a, b) in enumerate(zip(first, second, strict=True))):
                return False
            while chunk := left.read(1 << 20):
                if chunk != right.read(1 << 20):
                    return False
    except (OSError, ValueError):
        return False
    return True


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Which backups to keep: the newest of each of 12 days, 10 weeks and 9 months."""
    newest_first = sorted(moments, reverse=True)
    keep = set(newest_first[:3])
    for most, period in ((_DAYS, "%Y-%j"), (_WEEKS, "%G-%V"), (_MONTHS, "%Y-%m")):
        newest: dict[str, datetime] = {}
        for moment in newest_first:
            newest.setdefault(moment.strftime(period), moment)
        keep.update(list(newest.values())[:most])
    return keep


def _copy(path: Path, unfinished: Path) -> None:
    source = sqlite3.connect(address(path.resolve()), uri=True, isolation_level=None)
    copy = sqlite3.connect(unfinished, isolation_level=None)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if (verdict := copy.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(_("the copy is damaged: {verdict}").format(verdict=verdict))
    finally:
        copy.close()
        source.close()
    _open_once(unfinished)


def _open_once(copy: Path) -> None:
    """Open the copy as after a loss: it is ours, nothing foreign is in it, and its texts are there."""
    check_is_library(copy)
    db = connect(copy, is_read_only=True)
    try:
        check_schema(db, copy)
        db.execute("SELECT count(*), sum(length(body)) FROM texts").fetchone()
    finally:
        db.close()


def _changed_ns(path: Path) -> int:
    files = [path, path.with_name(f"{path.name}-wal")]
    return max(file.stat().st_mtime_ns for file in files if file.exists())


def _thin(path: Path, newest: Path) -> None:
    """Drop what is no longer kept; never what was made just now, which a clock set back calls old."""
    made = backups(path)
    keep = kept(moment for moment, _ in made)
    for moment, file in made:
        if moment not in keep and file != newest:
            file.unlink(missing_ok=True)
