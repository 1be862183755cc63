"""Libraries and folders as the kills find them."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

from db.library import Library
from db.lock import WriterLock


def fresh(folder: Path, name: str) -> Path:
    """An empty folder of this name."""
    place = folder / name
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    return place


def filled(folder: Path, words: str) -> Path:
    """A new library of five summaries whose titles begin with these words."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library, library.together():
        for number in range(5):
            library.save(replace(library.new_summary(), plain_title=f"{words} {number}"), "save")
    return path


def content(path: Path) -> tuple[str, ...]:
    """What a library holds, to be compared."""
    with Library.open(path) as library:
        return tuple(sorted(f"{s.id} {s.plain_title} {s.simple_explanation}" for s in library.load_many()))


def check_pages(library: Library) -> None:
    """Raise AssertionError when SQLite finds the file damaged."""
    assert library._db.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok", "the file is damaged"
