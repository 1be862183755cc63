"""Damage is found wherever it matters, nothing is touched by looking, and a restore can be taken back."""

from __future__ import annotations

import hashlib
import random
import shutil
import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from app.errors import LibraryFault
from app.model.paper_text import AttachedPaper, Block, PaperText
from db.backup import backup_folder, backups
from db.health import look_over
from db.library import Library
from db.lock import WriterLock
from db.restore import restore


@pytest.fixture
def closed(library: Library, tmp_path: Path) -> Path:
    for number in range(12):
        words = " ".join(f"word{number}{place}" for place in range(150))
        saved = library.save(
            replace(library.new_summary(), plain_title=f"Title {number}", research_summary=words), "save"
        )
        library.save(replace(saved, key_findings=("They walked.",)), "save")
        library.attach(saved.id, AttachedPaper("text", PaperText((Block("paragraph", words),))))
    library.close()
    place = tmp_path / "closed"
    place.mkdir()
    return Path(shutil.copyfile(library.path, place / library.path.name))


def contents(path: Path) -> list[object]:
    """Everything that a writer could read in a library, in the trash or out of it."""
    connection = sqlite3.connect(path)
    ids = [row[0] for row in connection.execute("SELECT id FROM summaries ORDER BY id")]
    connection.close()
    with Library.open(path) as library:
        return [
            (
                library.load(summary_id),
                sorted(repr(library.revision(kept.number)) for kept in library.revisions(summary_id)),
                library.paper_of(summary_id),
            )
            for summary_id in ids
        ]


def test_a_whole_library_is_whole_and_left_as_it_is(closed: Path) -> None:
    before = {file: file.read_bytes() for file in closed.parent.iterdir() if file.is_file()}
    health = look_over(closed)
    assert health.is_sound and health.backups == tuple(backups(closed))
    assert {file: file.read_bytes() for file in closed.parent.iterdir() if file.is_file()} == before


def test_a_flipped_bit_is_found_or_changes_nothing(closed: Path, tmp_path: Path) -> None:
    whole = contents(closed)
    original = closed.read_bytes()
    chance = random.Random(20261122)
    found = 0
    for number in range(120):
        place, bit = chance.randrange(100, len(original)), chance.randrange(8)
        flipped = bytearray(original)
        flipped[place] ^= 1 << bit
        path = tmp_path / f"flip{number}.plainspoken"
        path.write_bytes(flipped)
        try:
            is_sound = look_over(path).is_sound
        except LibraryFault:
            is_sound = False
        if is_sound:
            is_same = contents(path) == whole
            assert is_same, f"bit {bit} of byte {place} went unnoticed"
        found += not is_sound
        path.unlink()
    assert found > 30, "most of the file is words: most flips must show"


def test_a_zeroed_page_and_a_truncated_file_are_found(closed: Path) -> None:
    whole = closed.read_bytes()
    middle = (len(whole) // 8192) * 4096
    closed.write_bytes(whole[:middle] + bytes(4096) + whole[middle + 4096 :])
    assert not look_over(closed).is_sound
    closed.write_bytes(whole[: len(whole) // 2])
    assert not look_over(closed).is_sound


def test_what_is_no_library_is_a_sentence(tmp_path: Path) -> None:
    for content in (b"", b"%PDF-1.7" * 200):
        path = tmp_path / "no.plainspoken"
        path.write_bytes(content)
        with pytest.raises(LibraryFault):
            look_over(path)
    with pytest.raises(LibraryFault):
        look_over(tmp_path / "missing.plainspoken")


def test_a_journal_that_waits_is_not_rolled_back_by_looking(closed: Path) -> None:
    connection = sqlite3.connect(closed, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA cache_size = 1")
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("UPDATE revisions SET title = title || hex(randomblob(4000))")
    torn, journal = closed.read_bytes(), closed.with_name(f"{closed.name}-journal").read_bytes()
    connection.rollback()
    connection.close()
    closed.write_bytes(torn)
    closed.with_name(f"{closed.name}-journal").write_bytes(journal)
    assert look_over(closed).is_sound
    assert closed.read_bytes() == torn and closed.with_name(f"{closed.name}-journal").read_bytes() == journal


def test_restore_takes_the_newest_sound_backup_and_can_be_taken_back(closed: Path) -> None:
    folder = backup_folder(closed)
    folder.mkdir(exist_ok=True)
    good = folder / "2026-11-20T090000Z.plainspoken"
    shutil.copyfile(closed, good)
    spoiled = bytearray(closed.read_bytes())
    spoiled[len(spoiled) // 2 : len(spoiled) // 2 + 4096] = bytes(4096)
    (folder / "2099-11-21T090000Z.plainspoken").write_bytes(spoiled)
    wanted = contents(closed)
    closed.write_bytes(spoiled)
    closed.with_name(f"{closed.name}-wal").write_bytes(b"stale")
    with WriterLock(closed) as lock:
        done = restore(closed, lock, good)
        assert done.made is not None and done.made.day == 20
        assert contents(closed) == wanted
        assert done.kept is not None and done.kept.read_bytes() == bytes(spoiled)
        back = restore(closed, lock, _healthy(done.kept, good))
        assert back.kept is not None and contents(closed) == wanted


def _healthy(kept: Path, good: Path) -> Path:
    """The kept file is damaged, so it is refused as a source; the good one stands in for it."""
    with WriterLock(good) as lock, pytest.raises(LibraryFault, match="damaged itself"):
        restore(good, lock, kept)
    return good


def test_without_a_sound_backup_nothing_changes(closed: Path) -> None:
    shutil.rmtree(backup_folder(closed), ignore_errors=True)
    before = hashlib.sha256(closed.read_bytes()).hexdigest()
    with WriterLock(closed) as lock, pytest.raises(LibraryFault, match="no sound backup"):
        restore(closed, lock)
    assert hashlib.sha256(closed.read_bytes()).hexdigest() == before


def test_a_library_that_is_gone_comes_back(closed: Path) -> None:
    wanted = contents(closed)
    folder = backup_folder(closed)
    folder.mkdir(exist_ok=True)
    shutil.move(closed, folder / "2099-01-01T000000Z.plainspoken")
    with WriterLock(closed) as lock:
        done = restore(closed, lock)
    assert done.kept is None and contents(closed) == wanted
