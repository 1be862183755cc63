"""Safe copies of the library: made through SQLite's backup, checked, then moved into place; old ones thinned."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from app.errors import LibraryFault
from db.opening import sync_folder

_STAMP = "%Y-%m-%dT%H%M%SZ"
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


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
            os.fsync(file.fileno())
        os.utime(unfinished, ns=(changed_ns, changed_ns))
        unfinished.replace(target)
        sync_folder(target.parent)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise LibraryFault(f"No backup could be made at {target} ({error}).", code="backup") from error
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
        raise LibraryFault(f"No copy could be made at {to} ({error}).", code="backup") from error


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
    source = sqlite3.connect(f"{path.resolve().as_uri()}?mode=rw", uri=True, isolation_level=None)
    copy = sqlite3.connect(unfinished, isolation_level=None)
    try:
        source.backup(copy)
        copy.execute("PRAGMA journal_mode = DELETE")
        if (verdict := copy.execute("PRAGMA quick_check(1)").fetchone()[0]) != "ok":
            raise sqlite3.DatabaseError(f"the copy is damaged: {verdict}")
    finally:
        copy.close()
        source.close()


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
