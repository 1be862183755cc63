"""Opening: only our own files, never a new one where one was expected, and a foreign file is left as it is."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from sqlite_utils import Database

from app.errors import LibraryFault
from db.library import Library
from db.lock import WriterLock
from db.migrations import APPLICATION_ID, SCHEMA_VERSION, migrate, schema_of
from db.opening import address, journal_for

Bad = Callable[[Path], None]


def test_a_network_folder_is_no_authority(tmp_path: Path) -> None:
    assert address(PurePosixPath("/home/a b/L?.plainspoken")) == "file:///home/a%20b/L%3F.plainspoken?mode=rw"
    assert address(PureWindowsPath("C:\\L.plainspoken")) == "file:///C:/L.plainspoken?mode=rw"
    shared = address(PureWindowsPath(r"\\server\share\L.plainspoken"))
    assert shared == "file:////server/share/L.plainspoken?mode=rw"
    place = tmp_path / "L.plainspoken"
    sqlite3.connect(place).close()
    place.touch()
    as_shared = address(place).replace("file:///", "file:////")  # two slashes at the start of a path are one here
    connection = sqlite3.connect(as_shared, uri=True)  # or: invalid uri authority
    assert connection.execute("PRAGMA user_version").fetchone() == (0,)
    connection.close()


def _foreign(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE notes (text)")
    db.commit()
    db.close()


def _ours_with(path: Path, *statements: str) -> None:
    with WriterLock(path) as lock:
        Library.create(path, lock).close()
    db = sqlite3.connect(path)
    for statement in statements:
        db.execute(statement)
    db.commit()
    db.close()


BAD_FILES: dict[str, tuple[Bad, str]] = {
    "empty": (lambda path: path.write_bytes(b"") and None, "not-a-library"),
    "pdf": (lambda path: path.write_bytes(b"%PDF-1.7\n" + b"x" * 5000) and None, "not-a-library"),
    "short": (lambda path: path.write_bytes(b"SQLite format 3\0") and None, "not-a-library"),
    "foreign": (_foreign, "not-a-library"),
    "newer": (lambda path: _ours_with(path, f"PRAGMA user_version = {SCHEMA_VERSION + 1}"), "newer"),
    "trigger": (
        lambda path: _ours_with(path, "CREATE TRIGGER t AFTER INSERT ON settings BEGIN DELETE FROM texts; END"),
        "not-a-library",
    ),
    "table": (lambda path: _ours_with(path, "CREATE TABLE extra (a)"), "not-a-library"),
    "gap": (lambda path: _ours_with(path, "DROP TRIGGER texts_added"), "not-a-library"),
}


@pytest.mark.parametrize("name", BAD_FILES)
@pytest.mark.parametrize("is_writer", [True, False])
def test_a_bad_file_is_refused_and_left_as_it_is(tmp_path: Path, name: str, is_writer: bool) -> None:
    path = tmp_path / "L.plainspoken"
    make, code = BAD_FILES[name]
    make(path)
    for copy in (tmp_path / "L backups").glob("*"):
        copy.unlink()
    before = path.read_bytes()
    with WriterLock(path) as lock, pytest.raises(LibraryFault) as fault:
        Library.open(path, lock if is_writer else None)
    assert fault.value.code == code
    assert path.read_bytes() == before
    with WriterLock(path) as lock, pytest.raises(LibraryFault):
        Library.create(path, lock)
    assert path.read_bytes() == before
    assert list((tmp_path / "L backups").glob("*")) == []


def test_a_missing_file_or_a_folder_is_a_sentence(tmp_path: Path) -> None:
    for path, code in ((tmp_path / "gone.plainspoken", "missing"), (tmp_path, "not-a-library")):
        with pytest.raises(LibraryFault) as fault:
            Library.open(path)
        assert fault.value.code == code
    assert not (tmp_path / "gone.plainspoken").exists()


def test_a_torn_file_is_damage_not_a_crash(library: Library, tmp_path: Path) -> None:
    for number in range(50):
        library.save(replace(library.new_summary(), plain_title=str(number), simple_explanation="word " * 500))
    data = library.path.read_bytes()
    torn = tmp_path / "torn.plainspoken"
    torn.write_bytes(data[: len(data) // 3] + b"\xff" * 4096 + data[len(data) // 3 + 4096 :])
    (tmp_path / "cut.plainspoken").write_bytes(data[: len(data) // 2])
    for path in (torn, tmp_path / "cut.plainspoken"):
        try:
            with Library.open(path) as damaged:
                list(damaged.load_many())
        except LibraryFault:
            pass


def test_the_schema_is_marked_and_the_same_each_time(library: Library) -> None:
    assert library._db.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
    assert library._db.execute("PRAGMA user_version").fetchone()[0] == SCHEMA_VERSION
    before = schema_of(library._db)
    migrate(library._db)
    assert schema_of(library._db) == before


def test_two_programs_may_bring_a_file_up_at_once(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"

    def bring_up(_number: int) -> int:
        db = Database(sqlite3.connect(path, isolation_level=None, timeout=30))
        try:
            migrate(db)
            return len(schema_of(db))
        finally:
            db.close()

    with ThreadPoolExecutor(4) as threads:
        assert len(set(threads.map(bring_up, range(8)))) == 1


def test_safe_journal_on_every_sqlite() -> None:
    assert journal_for((3, 40, 1)) == ("DELETE", "EXTRA")
    assert journal_for((3, 51, 2)) == ("DELETE", "EXTRA")
    assert journal_for((3, 51, 3)) == journal_for((3, 50, 7)) == journal_for((3, 44, 6)) == ("WAL", "FULL")
    assert journal_for((3, 49, 0)) == ("DELETE", "EXTRA")


def test_the_settings_hold_on_the_open_library(library: Library) -> None:
    def setting(name: str) -> object:
        return library._db.execute(f"PRAGMA {name}").fetchone()[0]

    journal, _ = journal_for(sqlite3.sqlite_version_info)
    assert setting("journal_mode") == journal.lower()
    assert setting("synchronous") == (2 if journal == "WAL" else 3)
    assert setting("foreign_keys") == setting("cell_size_check") == setting("fullfsync") == 1


def test_another_process_holds_the_lock(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    program = (
        "import sys; from pathlib import Path; from db.lock import WriterLock; "
        "print(WriterLock(Path(sys.argv[1])).acquire(), flush=True); sys.stdin.read()"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", program, str(path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert child.stdout
    with child:
        assert child.stdout.readline() == "True\n"
        assert not WriterLock(path).acquire()
        child.kill()
    lock = WriterLock(path)
    assert lock.acquire()
    lock.release()
