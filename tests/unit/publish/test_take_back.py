"""An export into a folder, undone: byte for byte what stood there before, or a sentence and nothing touched."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ExportFault
from app.publish.take_back import can_take_back, take_back_export
from app.publish.write import write_files

Tree = Callable[[Path], dict[str, bytes]]
FIRST = {"index.html": b"one", "a/index.html": b"a", "gone/index.html": b"gone", "same.txt": b"same"}
SECOND = {"index.html": b"two", "a/index.html": b"A", "new/b/index.html": b"b", "same.txt": b"same"}


@pytest.fixture
def kept(tmp_path: Path) -> Path:
    """Where the program keeps what an export replaced."""
    return tmp_path / "data" / "earlier"


def test_the_folder_is_what_it_was(tmp_path: Path, kept: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    target.mkdir()
    (target / "mine.txt").write_text("mine")
    assert write_files(target, FIRST.items(), earlier=kept).can_undo
    before = tree(target)
    assert write_files(target, SECOND.items(), earlier=kept).can_undo
    assert not write_files(target, SECOND.items(), earlier=kept).can_undo, "nothing was changed"
    take_back_export(target, kept)
    assert tree(target) == before and not can_take_back(kept)
    assert [file.name for file in tmp_path.iterdir() if file.name.startswith(".")] == []
    with pytest.raises(ExportFault, match="not kept any more"):
        take_back_export(target, kept)


def test_the_first_export_leaves_what_is_not_ours(tmp_path: Path, kept: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    (target / "a").mkdir(parents=True)
    (target / "a" / "mine.txt").write_text("mine")
    write_files(target, FIRST.items(), earlier=kept)
    take_back_export(target, kept)
    assert tree(target) == {"a/mine.txt": b"mine"}


@pytest.mark.parametrize("path", ["index.html", "gone/index.html", ".plainspoken.json", "new/b/index.html"])
def test_what_was_changed_since_is_left_alone(path: str, tmp_path: Path, kept: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    write_files(target, FIRST.items(), earlier=kept)
    write_files(target, SECOND.items(), earlier=kept)
    (target / path).parent.mkdir(exist_ok=True)
    (target / path).write_text("by hand")
    before = tree(target)
    with pytest.raises(ExportFault, match="was changed since"):
        take_back_export(target, kept)
    assert tree(target) == before


def test_a_later_export_of_others_is_not_mixed_up(tmp_path: Path, kept: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    write_files(target, FIRST.items(), earlier=kept)
    write_files(target, SECOND.items(), earlier=kept)
    write_files(target, FIRST.items())  # by the command line, which keeps nothing
    before = tree(target)
    with pytest.raises(ExportFault, match="was changed since"):
        take_back_export(target, kept)
    assert tree(target) == before


_SITES = st.dictionaries(st.sampled_from(["a", "b/c", "b/d/e", "f.html", "g/h"]), st.binary(max_size=4))


@settings(max_examples=40, deadline=None)
@given(first=_SITES, second=_SITES)
def test_any_two_exports(first: dict[str, bytes], second: dict[str, bytes]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        target, kept = Path(folder) / "out", Path(folder) / "kept"
        write_files(target, first.items())
        before = {file: file.read_bytes() for file in target.rglob("*") if file.is_file()}
        if write_files(target, second.items(), earlier=kept).can_undo:
            take_back_export(target, kept)
        assert {file: file.read_bytes() for file in target.rglob("*") if file.is_file()} == before
