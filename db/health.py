"""Looks a library over for damage without touching it: SQLite's own checks, every hash, every text read back."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlite_utils import Database

from app.errors import LibraryFault, PlainspokenError
from app.translation import _
from db import opening, papers
from db.backup import backups
from db.rows import columns_of, sha256_of, summary_of, unpacked

_MOST = 100
"""A file that is damaged all over has thousands of problems; nobody reads more than these."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong: a code and where (a slug, a version, a part of the file)."""

    code: str
    where: str


@dataclass(frozen=True, slots=True)
class Health:
    """What was found in a library, its schema number, and its backups with the moment each was made, newest first."""

    problems: tuple[Problem, ...]
    schema_version: int
    backups: tuple[tuple[datetime, Path], ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing was found."""
        return not self.problems


def look_over(path: Path) -> Health:
    """Read everything in a library. Works on a copy, so that not even a journal that waits is rolled back.

    Raises LibraryFault when the file is no library of ours, or cannot be read at all.
    """
    path = Path(path)
    version = opening.check_is_library(path)
    with tempfile.TemporaryDirectory(prefix="plainspoken-", ignore_cleanup_errors=True) as folder:
        copy = _copied(path, Path(folder))
        return Health(tuple(_problems_of(copy)), version, tuple(backups(path)))


def _copied(path: Path, folder: Path) -> Path:
    """The file with the journals beside it, under the same names."""
    try:
        for suffix in ("", "-journal", "-wal"):
            file = path.with_name(path.name + suffix)
            if file.exists():
                shutil.copyfile(file, folder / file.name)
    except OSError as error:
        raise LibraryFault(
            _("{path} cannot be read ({strerror}).").format(path=path, strerror=error.strerror or error),
            code="unreadable",
        ) from error
    return folder / path.name


def _problems_of(path: Path) -> Iterator[Problem]:
    found = 0
    try:
        db = opening.connect(path, is_read_only=False)
    except opening.DAMAGE:
        yield Problem("unreadable", "the file")
        return
    try:
        for problem in _looks(db, path):
            found += 1
            yield problem
            if found >= _MOST:
                return
    finally:
        db.close()


def _looks(db: Database, path: Path) -> Iterator[Problem]:
    """Every look in turn. One that the damage stops is itself a problem, and the next look goes on."""
    for code, look in (
        ("pages", _pages),
        ("foreign", lambda db: _foreign(db, path)),
        ("summary", _summaries),
        ("version", _versions),
        ("paper", _papers),
        ("references", _references),
        ("search", _search),
    ):
        try:
            yield from look(db)
        except opening.DAMAGE:
            yield Problem(code, "stopped by damage")


def _pages(db: Database) -> Iterator[Problem]:
    for (verdict,) in db.execute(f"PRAGMA quick_check({_MOST})").fetchall():
        if verdict != "ok":
            yield Problem("pages", str(verdict).replace("\n", " "))


def _foreign(db: Database, path: Path) -> Iterator[Problem]:
    try:
        opening.check_schema(db, path)
    except LibraryFault:
        yield Problem("foreign", "the schema")


def _summaries(db: Database) -> Iterator[Problem]:
    """Each text reads back, is the text whose hash its newest version keeps, and fits its row in the table."""
    rows = db.execute(
        "SELECT s.*, t.body, (SELECT r.sha256 FROM revisions r WHERE r.summary = s.number "
        "ORDER BY r.version DESC LIMIT 1) AS sha256 FROM summaries s LEFT JOIN texts t ON t.number = s.number"
    )
    names = [column[0] for column in rows.description]
    while (values := rows.fetchone()) is not None:
        row = dict(zip(names, values, strict=True))
        body, sha256 = row["body"], row["sha256"]
        if body is None or sha256 is None or sha256_of(body) != sha256 or not _fits(row, body):
            yield Problem("summary", str(row["slug"] or row["number"]))


def _fits(row: dict[str, object], body: str) -> bool:
    try:
        columns = columns_of(summary_of(body))
    except (PlainspokenError, *opening.DAMAGE):
        return False
    return all(row[name] == value for name, value in columns.items())


def _versions(db: Database) -> Iterator[Problem]:
    rows = db.execute("SELECT number, sha256, body FROM revisions")
    while (row := rows.fetchone()) is not None:
        number, sha256, body = row
        try:
            is_whole = sha256_of(unpacked(body).decode()) == sha256
        except (zlib.error, *opening.DAMAGE):
            is_whole = False
        if not is_whole:
            yield Problem("version", f"version {number}")


def _papers(db: Database) -> Iterator[Problem]:
    if not db["papers"].exists():
        return  # a library of before there were papers
    for (summary_id,) in db.execute("SELECT s.id FROM papers p JOIN summaries s ON s.number = p.summary").fetchall():
        try:
            papers.paper_of(db, summary_id)
            papers.paper_file(db, summary_id)
        except LibraryFault:
            yield Problem("paper", str(summary_id))


def _references(db: Database) -> Iterator[Problem]:
    for table, row, parent, _key in db.execute("PRAGMA foreign_key_check").fetchall():
        yield Problem("references", f"{table} {row} to {parent}")


def _search(db: Database) -> Iterator[Problem]:
    try:
        db.execute("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)")
    except sqlite3.DatabaseError:
        yield Problem("search", "the search index")
