"""Opening the file: is it ours, which journal is safe on this SQLite, and faults turned into sentences."""

from __future__ import annotations

import json
import os
import sqlite3
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath

from sqlite_utils import Database

from app.errors import LibraryFault, NotSaved, PlainspokenError
from app.in_place import sync, take_place
from app.translation import _
from db.migrations import APPLICATION_ID, SCHEMA_VERSION, expected_schema, migrate, schema_of

_HEADER_BYTES = 100
_LONGEST_VALUE = 200_000_000
"""Bytes. No text or paper of ours comes near; a value in a file from elsewhere may claim to."""
_MAGIC = b"SQLite format 3\x00"
# SQLite reports damage by these, and Python adds its own when text or a record cannot be decoded.
DAMAGE = (sqlite3.DatabaseError, UnicodeDecodeError, json.JSONDecodeError, TypeError, OverflowError)


def check_is_library(path: Path) -> int:
    """The schema number of a library file, read without opening it as a database.

    Raises LibraryFault for a file that is missing, empty, a folder, foreign or newer than this program.
    """
    if not path.exists():
        raise LibraryFault(
            _("There is no library at {path}. Was it moved or renamed?").format(path=path), code="missing"
        )
    if not path.is_file():
        raise LibraryFault(_("{path} is a folder, not a library.").format(path=path), code="not-a-library")
    try:
        with path.open("rb") as file:
            header = file.read(_HEADER_BYTES)
    except OSError as error:
        raise LibraryFault(
            _("{path} cannot be read ({strerror}).").format(path=path, strerror=error.strerror or error),
            code="unreadable",
        ) from error
    if len(header) < _HEADER_BYTES or not header.startswith(_MAGIC):
        raise LibraryFault(
            _("{path} is not a Plainspoken library. It was left as it is.").format(path=path), code="not-a-library"
        )
    version, application = struct.unpack_from(">i", header, 60)[0], struct.unpack_from(">I", header, 68)[0]
    if application != APPLICATION_ID:
        raise LibraryFault(
            _("{path} belongs to another program. It was left as it is.").format(path=path), code="not-a-library"
        )
    _refuse_newer(path, version)
    return int(version)


def connect(path: Path, *, is_read_only: bool) -> Database:
    """A connection to an existing library with its safety settings, but for the journal. Makes no file.

    A reader may roll back what a killed writer left half done, hence no `mode=ro`; it can write nothing itself.
    """
    connection = sqlite3.connect(address(path.resolve()), uri=True, isolation_level=None, timeout=5)
    db = Database(connection)
    try:
        for setting in ("foreign_keys = ON", "fullfsync = ON", "checkpoint_fullfsync = ON", "cell_size_check = ON"):
            connection.execute(f"PRAGMA {setting}")
        if is_read_only:
            connection.execute("PRAGMA query_only = ON")
        connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
        if set_config := getattr(connection, "setconfig", None):  # from Python 3.12 on
            set_config(sqlite3.SQLITE_DBCONFIG_DEFENSIVE, True)  # type: ignore[attr-defined, unused-ignore]
    except BaseException:
        db.close()
        raise
    return db


def address(path: PurePath) -> str:
    """An absolute path as SQLite's URI of an existing file.

    The server of a network folder (on Windows also one behind a drive letter, once resolved) stays in the path:
    SQLite takes no authority but localhost.
    """
    uri = path.as_uri()
    return f"{uri if uri.startswith('file:///') else uri.replace('file://', 'file:////', 1)}?mode=rw"


def copy_in_memory(db: Database) -> Database:
    """The library as a copy in memory, for a reader of an older file to change. The file's connection is closed."""
    copy = Database(sqlite3.connect(":memory:", isolation_level=None))
    db.conn.backup(copy.conn)
    db.close()
    copy.conn.execute("PRAGMA foreign_keys = ON")
    return copy


def check_schema(db: Database, path: Path) -> int:
    """The schema number, when everything in the file is ours. Raises LibraryFault for a part that is not."""
    version = int(db.execute("PRAGMA user_version").fetchone()[0])
    _refuse_newer(path, version)
    if foreign := schema_of(db) ^ expected_schema(version):
        names = ", ".join(sorted({name for _, name, _ in foreign})[:3])
        raise LibraryFault(
            _("{path} holds parts that Plainspoken did not make ({names}), so it was not opened.").format(
                path=path, names=names
            ),
            code="not-a-library",
        )
    return version


def is_empty(db: Database) -> bool:
    """Whether there is nothing in the library yet that a backup could save."""
    tables = ("summaries", "categories", "settings")
    return not any(db.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() for table in tables)


def set_journal(db: Database) -> None:
    """Make writes survive a power cut. This may change the file, so it comes after every look at whose it is."""
    journal, synchronous = journal_for(sqlite3.sqlite_version_info)
    db.conn.execute(f"PRAGMA journal_mode = {journal}")
    db.conn.execute(f"PRAGMA synchronous = {synchronous}")


def create_file(path: Path) -> None:
    """Make an empty library beside its place and move it there whole. Raises LibraryFault when one is in the way."""
    if path.exists():
        raise LibraryFault(
            _("{path} is already there. Open it, or choose another name.").format(path=path), code="exists"
        )
    unfinished = path.with_name(f"{path.name}.part")
    try:
        _remove(unfinished)
        db = Database(sqlite3.connect(unfinished, isolation_level=None))
        try:
            migrate(db)
        finally:
            db.close()
        _sync(unfinished)
        take_place(unfinished, path)
        sync_folder(path.parent)
    except (OSError, sqlite3.Error) as error:
        _remove(unfinished)
        raise LibraryFault(
            _("No library could be made at {path} ({reason}).").format(path=path, reason=_reason(error)),
            code="not-made",
        ) from error


@contextmanager
def faults_as_sentences(path: Path) -> Iterator[None]:
    """Turn damage and trouble with the disk into LibraryFault."""
    try:
        yield
    except PlainspokenError:
        raise
    except DAMAGE as error:
        raise LibraryFault(
            _("{path} cannot be read whole ({reason}). A backup may help.").format(path=path, reason=_reason(error)),
            code="damaged",
        ) from error


@contextmanager
def writing(db: Database, path: Path) -> Iterator[None]:
    """One transaction that nobody else can join: all of it happens, or nothing and NotSaved is raised."""
    try:
        db.execute("BEGIN IMMEDIATE")
        try:
            yield
            db.execute("COMMIT")
        except BaseException:
            db.rollback()
            raise
    except sqlite3.Error as error:
        raise NotSaved(_("Not saved: {reason}. ({path})").format(reason=_reason(error), path=path)) from error


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder survive a power cut, where the system can."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def journal_for(version: tuple[int, ...]) -> tuple[str, str]:
    """Journal mode and `synchronous` that lose nothing on an SQLite version.

    SQLite 3.7.0 to 3.51.2 can corrupt a WAL file with two connections (mended in 3.51.3, 3.50.7 and 3.44.6).
    """
    is_mended = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return ("WAL", "FULL") if is_mended else ("DELETE", "EXTRA")


def _refuse_newer(path: Path, version: int) -> None:
    if version > SCHEMA_VERSION:
        raise LibraryFault(
            _("{path} was written by a newer Plainspoken. Update Plainspoken to open it.").format(path=path),
            code="newer",
        )


def _sync(path: Path) -> None:
    with path.open("rb+") as file:
        sync(file.fileno())


def _remove(path: Path) -> None:
    for suffix in ("", "-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)


def _reason(error: Exception) -> str:
    text = str(error) or type(error).__name__
    return {
        "database or disk is full": "the disk is full",
        "database is locked": "another program is using the library",
        "attempt to write a readonly database": "the library is open for reading only",
        "disk I/O error": "the disk did not answer",
    }.get(text, text.splitlines()[0])
