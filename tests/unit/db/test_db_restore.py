"""A library that another program holds while a backup wants its place: all is as it was, and that is what is said."""

from __future__ import annotations

from pathlib import Path

import pytest
from windows_files import refusing_open_files

from app.errors import LibraryFault
from db.library import Library
from db.lock import WriterLock
from db.restore import restore


@pytest.mark.parametrize("journal", [b"", b"half a transaction"])
def test_a_library_that_stays_open_is_left_as_it_was(
    tmp_path: Path, journal: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("db.restore.REFUSES_OPEN_FILES", True)
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock:
        with Library.create(path, lock) as library:
            library.save(library.new_summary())
            source = library.back_up()
        if journal:
            path.with_name(f"{path.name}-journal").write_bytes(journal)
        before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
        with refusing_open_files() as refused, path.open("rb") as elsewhere:
            with pytest.raises(LibraryFault, match="still there"):
                restore(path, lock, source, is_looked_over=True)
            assert refused
        assert elsewhere.closed
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before


@pytest.mark.parametrize("journal", [b"", b"half a transaction"])
def test_a_disk_that_lets_the_backup_not_in_keeps_the_library(
    tmp_path: Path, journal: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_source: Path, _target: Path) -> None:
        raise OSError(5, "Input/output error")

    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock:
        with Library.create(path, lock) as library:
            library.save(library.new_summary())
            source = library.back_up()
        if journal:
            path.with_name(f"{path.name}-journal").write_bytes(journal)
        before = {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()}
        monkeypatch.setattr("db.restore.take_place", refuse)
        with pytest.raises(LibraryFault, match="still there"):
            restore(path, lock, source, is_looked_over=True)
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir() if file.is_file()} == before
