"""A library of one's own for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from db.library import Library
from db.lock import WriterLock


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    """A new, empty library, open for writing."""
    with WriterLock(tmp_path / "Test.plainspoken") as lock, Library.create(lock.path, lock) as library:
        yield library
