"""An open library file: how it is made, opened, closed and written to. What is in it is the Library's business."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlite_utils import Database

from app.errors import LibraryFault, NotSaved
from app.translation import _
from db import backup, opening
from db.lock import WriterLock
from db.migrations import SCHEMA_VERSION, migrate


class OpenFile:
    """A library file that is open, for reading or under the writer's lock."""

    def __init__(self, path: Path, db: Database, *, is_read_only: bool) -> None:
        self.path = path
        self.is_read_only = is_read_only
        self._db = db
        self._identity = _identity(path)
        self._session = uuid.uuid4().hex
        self._seen: dict[str, tuple[int, str]] = {}

    @classmethod
    def create(cls, path: Path, lock: WriterLock) -> Self:
        """Make a new library and open it. Raises LibraryFault when something is already at `path`."""
        _check_lock(path, lock)
        opening.create_file(path)
        return cls.open(path, lock)

    @classmethod
    def open(cls, path: Path, lock: WriterLock | None = None) -> Self:
        """Open a library: for writing with its lock, else for reading. Never makes a file.

        Raises LibraryFault for a file that is missing, foreign, newer or damaged, and leaves it as it is.
        """
        path = Path(path)
        if lock is not None:
            _check_lock(path, lock)
        opening.check_is_library(path)
        with opening.faults_as_sentences(path):
            db = opening.connect(path, is_read_only=lock is None)
            try:
                version = opening.check_schema(db, path)
                if lock is not None:
                    _back_up(path, is_needed=version < SCHEMA_VERSION, is_empty=opening.is_empty(db))
                    opening.set_journal(db)
                if version < SCHEMA_VERSION:
                    if lock is None:
                        db = opening.copy_in_memory(db)  # a reader leaves an older file as it is
                    migrate(db)
            except BaseException:
                db.close()
                raise
        return cls(path, db, is_read_only=lock is None)

    @property
    def is_in_place(self) -> bool:
        """Whether the open file still stands at its path: a sync service may have put another one there."""
        return self._identity == _identity(self.path)

    def copy_of_open(self, to: Path) -> None:
        """Write what the open file holds, also when it no longer stands at its path. Raises LibraryFault."""
        backup.copy_connection(self._db.conn, to)

    def close(self) -> None:
        """Close the file. The lock stays with whoever took it."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def together(self) -> Iterator[None]:
        """Make the writes inside this block one transaction: all or none."""
        with self._writing():
            yield

    @contextmanager
    def _writing(self) -> Iterator[None]:
        if self.is_read_only:
            raise NotSaved(
                _(
                    "Not saved: this library is open for reading only. Another window is writing it, or its folder "
                    "cannot be written."
                )
            )
        if self._identity is not None and not self.is_in_place:
            raise NotSaved(_moved_words(self.path), code="replaced")
        if self._db.conn.in_transaction:
            with self._db.atomic():
                yield
        else:
            with opening.writing(self._db, self.path):
                yield


def _identity(path: Path) -> tuple[int, int] | None:
    """What tells this file from another one of the same name; None when there is none."""
    try:
        there = path.stat()
    except OSError:
        return None
    return there.st_dev, there.st_ino


def _moved_words(path: Path) -> str:
    if path.exists():
        return _("Another program, perhaps a sync service, has replaced {path}. Nothing was overwritten.").format(
            path=path
        )
    return _(
        "The library is no longer at {path}. Bring it back there (was a drive taken out?). Your text is still here."
    ).format(path=path)


def _check_lock(path: Path, lock: WriterLock) -> None:
    if not lock.is_held or lock.path.resolve() != Path(path).resolve():
        raise ValueError(f"{path} needs its own writer's lock, held")


def _back_up(path: Path, *, is_needed: bool, is_empty: bool) -> None:
    """Copy what changed since the last copy. Only a change of schema cannot go on without one."""
    try:
        if is_needed or (not is_empty and backup.is_due(path)):
            backup.back_up(path)
    except LibraryFault as fault:
        if is_needed:
            raise
        logging.getLogger(__name__).warning("%s", fault)
