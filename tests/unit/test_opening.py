"""A library that is open already, by the same or another name, and one that another window is writing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.opening import Opener
from db.lock import WriterLock


@pytest.fixture
def opener() -> Iterator[Opener]:
    opener = Opener()
    yield opener
    opener.release()


def test_one_file_by_another_name_is_still_ours_to_write(tmp_path: Path, opener: Opener) -> None:
    path = tmp_path / "L.plainspoken"
    opener.create(path).close()
    other = tmp_path / "l.plainspoken"  # what a disk of a Mac finds under L too
    other.symlink_to(path)
    with opener.open(other) as library:
        assert not library.is_read_only and library.path == path
    with opener.open(path) as library:
        assert not library.is_read_only


def test_one_that_another_window_writes_is_opened_again_and_again_to_read(tmp_path: Path, opener: Opener) -> None:
    path = tmp_path / "L.plainspoken"
    opener.create(path).close()
    opener.release()
    with WriterLock(path):
        for _time in range(2):
            with opener.open(path) as library:
                assert library.is_read_only
    with opener.open(path) as library:
        assert not library.is_read_only, "the other window is closed"
