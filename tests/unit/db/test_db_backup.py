"""Backups: made when something changed, whole, and thinned with age."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.errors import LibraryFault
from app.model.summary import Summary
from db.backup import back_up, backup_folder, backups, is_due, is_overdue, kept
from db.library import Library
from db.lock import WriterLock


def test_a_copy_is_a_whole_library(library: Library, tmp_path: Path) -> None:
    saved = library.save(replace(library.new_summary(), plain_title="Kept"))
    copy = library.back_up(tmp_path / "elsewhere" / "copy.plainspoken")
    with Library.open(copy) as opened:
        assert opened.load(saved.id) == saved
    assert list(copy.parent.iterdir()) == [copy]


def test_opening_makes_one_when_something_changed(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock:
        with Library.create(path, lock) as library:
            library.save(library.new_summary())
        Library.open(path, lock).close()
        made = len(backups(path))
        assert made == 1
        assert not is_due(path)
        Library.open(path, lock).close()
        assert len(backups(path)) == made


def test_an_empty_library_makes_no_empty_backup(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock:
        Library.create(path, lock).close()
        Library.open(path, lock).close()
    assert not backup_folder(path).exists()


def test_a_clock_set_back_hides_no_change_and_thins_no_new_backup(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save(replace(library.new_summary(), plain_title="A"))
        first = library.back_up()
        for ahead in range(40):  # backups from when the clock was years ahead
            moment = datetime(2090, 1, 1, tzinfo=UTC) + timedelta(days=40 * ahead)
            (backup_folder(path) / f"{moment:%Y-%m-%dT%H%M%SZ}.plainspoken").write_bytes(first.read_bytes())
        library.save(replace(library.new_summary(), plain_title="B"))
        os.utime(path, (0, 0))  # as if written in 1970
        assert is_due(path)
        made = library.back_up()
        assert made.exists()
        assert any(summary.plain_title == "B" for summary in _summaries(made))


def _summaries(path: Path) -> list[Summary]:
    with Library.open(path) as library:
        return list(library.load_many())


def test_a_copy_that_fails_leaves_nothing(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    path.write_bytes(b"no library at all, " * 500)
    with pytest.raises(LibraryFault):
        back_up(path)
    assert list(backup_folder(path).iterdir()) == []


def test_a_copy_that_could_not_be_opened_is_no_backup(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock:
        Library.create(path, lock).close()
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE extra (a)")
    db.close()
    with pytest.raises(LibraryFault, match="extra"):
        back_up(path)
    assert list(backup_folder(path).iterdir()) == []


def test_one_a_day_is_due_while_the_library_stays_open(library: Library) -> None:
    library.save(library.new_summary())
    now = datetime.now(UTC)
    assert is_overdue(library.path, now)
    library.back_up()
    assert not is_overdue(library.path, now + timedelta(days=2)), "nothing has changed since"
    library.save(library.new_summary())
    assert not is_overdue(library.path, now + timedelta(hours=23))
    assert is_overdue(library.path, now + timedelta(hours=25))
    assert is_overdue(library.path, now - timedelta(days=400)), "the clock was set back"


def test_old_ones_are_thinned() -> None:
    newest = datetime(2026, 11, 22, 12, tzinfo=UTC)
    moments = [newest - timedelta(hours=6 * number) for number in range(4 * 400)]
    keep = kept(moments)
    assert newest in keep
    assert len(keep) <= 3 + 12 + 10 + 9
    assert len({moment.date() for moment in keep if newest - moment < timedelta(days=12)}) == 12
    assert min(keep) < newest - timedelta(days=200)
