"""Opening the library that a command names: read-only, or for writing under the writer's lock."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from app import paths, settings
from app.errors import LibraryFault
from db.library import Library
from db.lock import WriterLock


def library_path(args: argparse.Namespace) -> Path:
    """The library named by `--library`, else the one that the window opens."""
    if named := getattr(args, "library", None):
        return Path(named)
    remembered, _ = settings.load(paths.settings_file())
    return Path(remembered.last_library) if remembered.last_library else paths.default_library()


@contextmanager
def library_for_reading(args: argparse.Namespace) -> Iterator[Library]:
    """The library, read-only. Raises LibraryFault when there is none; never makes one."""
    with Library.open(library_path(args)) as library:
        yield library


@contextmanager
def library_for_writing(args: argparse.Namespace, *, may_create: bool = False) -> Iterator[Library]:
    """The library under the writer's lock. Raises LibraryFault when it is not there or open in another window."""
    path = library_path(args)
    if may_create and not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
    elif not path.exists():
        raise LibraryFault(f"There is no library at {path}. Check the name, or make one with “import”.", code="missing")
    lock = WriterLock(path)
    if not lock.acquire():
        raise LibraryFault(
            f"{path} is open in another Plainspoken. Close it there first, then try again.", code="in-use"
        )
    try:
        is_new = may_create and not path.exists()
        with Library.create(path, lock) if is_new else Library.open(path, lock) as library:
            yield library
    finally:
        lock.release()


def now() -> str:
    """This moment in ISO 8601 UTC, as summaries keep it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
