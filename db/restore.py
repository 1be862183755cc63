"""Brings a library back from a backup. What stood in its place is kept beside it, so that this can be taken back."""

from __future__ import annotations

import shutil
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from app.errors import LibraryFault
from app.in_place import REFUSES_OPEN_FILES, sync, take_place
from app.translation import _
from db.backup import backups
from db.health import look_over
from db.lock import WriterLock
from db.opening import sync_folder

_JOURNALS = ("-journal", "-wal", "-shm")


@dataclass(frozen=True, slots=True)
class Restored:
    """The library, the backup it came from and when that was made (None when nobody knows), and where the file that
    stood there before is kept (None when there was none)."""

    path: Path
    source: Path
    made: datetime | None
    kept: Path | None


def restore(path: Path, lock: WriterLock, source: Path | None = None, *, is_looked_over: bool = False) -> Restored:
    """Put a sound backup in a library's place: `source`, else the newest that is sound. Nobody may have it open.
    `is_looked_over`: the caller has looked, off the main thread, or brings back what stood there before.

    Raises LibraryFault when there is no sound backup or the disk refuses; then everything is as it was.
    """
    path = Path(path)
    if not lock.is_held or lock.path.resolve() != path.resolve():
        raise ValueError(f"{path} needs its own writer's lock, held")
    source = source or _newest_sound(path)
    if not is_looked_over:
        _check(source)
    if source.resolve() == path.resolve():
        raise LibraryFault(
            _("{source} is the library itself. Choose a backup.").format(source=source), code="same-file"
        )
    unfinished = path.with_name(f"{path.name}.part")
    kept = None
    try:
        shutil.copyfile(source, unfinished)
        with unfinished.open("rb+") as file:
            sync(file.fileno())
        kept = _put_aside(path)
        take_place(unfinished, path)
        sync_folder(path.parent)
    except OSError as error:
        if unfinished.exists():  # else it stands there already, and only the folder was not synced
            _put_back(path, kept)
        unfinished.unlink(missing_ok=True)
        raise LibraryFault(
            _("{path} could not be restored ({strerror}). What was there is still there.").format(
                path=path, strerror=error.strerror or error
            ),
            code="restore",
        ) from error
    made = next((moment for moment, file in backups(path) if file.resolve() == source.resolve()), None)
    return Restored(path, source, made, kept)


def _newest_sound(path: Path) -> Path:
    for _made, file in backups(path):
        try:
            if look_over(file).is_sound:
                return file
        except LibraryFault:
            continue
    raise LibraryFault(
        _("There is no sound backup of {path}. Nothing was changed.").format(path=path), code="no-backup"
    )


def _check(source: Path) -> None:
    if not look_over(source).is_sound:
        raise LibraryFault(
            _("{source} is damaged itself, so it was not used. Choose another backup.").format(source=source),
            code="damaged",
        )


def _put_aside(path: Path) -> Path | None:
    """Give the file another name; what belongs to it too, as a journal left behind would spoil the file that follows.

    Without a journal the file keeps its place until the other takes it, so that there is a library at every moment.
    """
    if not path.exists():
        for suffix in _JOURNALS:
            path.with_name(path.name + suffix).unlink(missing_ok=True)
        return None
    stamp = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    kept = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while kept.exists():
        number += 1
        kept = path.with_name(f"{path.name}.damaged-{stamp}-{number}")
    has_journal = any(path.with_name(path.name + suffix).exists() for suffix in _JOURNALS)
    if not has_journal and not REFUSES_OPEN_FILES:  # there a second name could not be taken away again
        try:
            kept.hardlink_to(path)
            return kept
        except OSError:  # a disk without second names
            pass
    try:
        for suffix in (*_JOURNALS, ""):  # the library itself last: until then everything can be put together again
            file = path.with_name(path.name + suffix)
            if file.exists():
                file.rename(kept.with_name(kept.name + suffix))
    except OSError:
        _put_back(path, kept)
        raise
    return kept


def _put_back(path: Path, kept: Path | None) -> None:
    """Undo `_put_aside`: another program (on Windows any that has the file open) did not let the backup in."""
    if kept is None:
        return
    for suffix in ("", *_JOURNALS):
        aside, place = kept.with_name(kept.name + suffix), path.with_name(path.name + suffix)
        with suppress(OSError):
            if not place.exists():
                aside.rename(place)
            elif place.samefile(aside):  # a second name only
                aside.unlink()
