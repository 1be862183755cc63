"""Files into a writer's folder: all of them or none, and never anybody else's, also when the program is killed."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from windows_files import refusing_open_files

from app.errors import Cancelled, ExportFault
from app.publish import staging
from app.publish.staging import staging_for
from app.publish.write import write_files

Tree = Callable[[Path], dict[str, bytes]]
FIRST = {"index.html": b"one", "a/index.html": b"a", "gone/index.html": b"gone", "same.txt": b"same"}
SECOND = {"index.html": b"two", "a/index.html": b"A", "new/b/index.html": b"b", "same.txt": b"same"}
CHILD = """
import os, sys
from pathlib import Path
from app.publish.write import write_files

steps = int(sys.argv[2])
def watch(event, arguments):
    global steps
    if event in ("os.rename", "os.link", "os.remove", "os.rmdir") and "plainspoken" not in str(arguments[-1]):
        steps -= 1
    elif event in ("os.rename", "os.link"):
        steps -= 1
    if steps < 0:
        os._exit(9)
sys.addaudithook(watch)
write_files(Path(sys.argv[1]), eval(sys.argv[3]).items())
"""


def test_a_second_export_writes_only_what_changed(tmp_path: Path, tree: Tree) -> None:
    target = tmp_path / "out" / "deep"
    report = write_files(target, FIRST.items())
    assert (report.written, report.unchanged, report.removed) == (4, 0, 0)
    before = (target / "same.txt").stat().st_mtime_ns
    report = write_files(target, SECOND.items())
    assert (report.written, report.unchanged, report.removed) == (3, 1, 1)
    assert (target / "same.txt").stat().st_mtime_ns == before
    assert without_manifest(tree(target)) == SECOND
    assert not (target / "gone").exists()
    report = write_files(target, SECOND.items())
    assert (report.written, report.unchanged, report.removed) == (0, 4, 0)
    assert [path.name for path in target.parent.iterdir()] == ["deep"]


def test_the_manifest_lists_exactly_our_files(tmp_path: Path) -> None:
    write_files(tmp_path, FIRST.items())
    manifest = json.loads((tmp_path / ".plainspoken.json").read_bytes())
    assert sorted(manifest["files"]) == sorted(FIRST)


def test_files_of_others_stay(tmp_path: Path, tree: Tree) -> None:
    (tmp_path / "gone").mkdir()
    (tmp_path / "gone" / "notes.txt").write_bytes(b"mine")
    (tmp_path / "CNAME").write_bytes(b"example.org")
    write_files(tmp_path, FIRST.items())
    write_files(tmp_path, SECOND.items())
    assert without_manifest(tree(tmp_path)) == SECOND | {"gone/notes.txt": b"mine", "CNAME": b"example.org"}


@pytest.mark.parametrize("place", ["index.html", "a", "a/index.html/x"])
def test_another_file_in_the_way_is_refused_before_anything_is_written(place: str, tmp_path: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    (target / place).parent.mkdir(parents=True)
    (target / place).write_bytes(b"mine")
    with pytest.raises(ExportFault, match="in the way"):
        write_files(target, FIRST.items())
    assert tree(target) == {place: b"mine"}
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path, tree: Tree) -> None:
    target, outside = tmp_path / "out", tmp_path / "outside"
    target.mkdir()
    outside.mkdir()
    (target / "a").symlink_to(outside)
    with pytest.raises(ExportFault, match="in the way"):
        write_files(target, FIRST.items())
    assert tree(outside) == {}


@pytest.mark.parametrize("path", ["../x", "/x", "a/../../x", "a\\b", "C:x", "a//b", ".", "a/./b", "", "a\x00b"])
def test_a_path_that_leaves_the_folder_is_refused(path: str, tmp_path: Path, tree: Tree) -> None:
    with pytest.raises(ExportFault):
        write_files(tmp_path / "out", [("index.html", b"x"), (path, b"x")])
    assert tree(tmp_path) == {}


def test_a_manifest_that_names_files_outside_is_not_believed(tmp_path: Path) -> None:
    (tmp_path / "precious").write_bytes(b"mine")
    target = tmp_path / "out"
    target.mkdir()
    entry = {"../precious": {"sha256": "0", "forms": ["site"]}}
    (target / ".plainspoken.json").write_text(json.dumps({"version": 1, "files": entry}))
    with pytest.raises(ExportFault):
        write_files(target, FIRST.items())
    assert (tmp_path / "precious").read_bytes() == b"mine"


def test_a_cancelled_export_leaves_the_folder_as_it_was(tmp_path: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    write_files(target, FIRST.items())
    before = tree(target)
    answers = iter([False, False, True])
    with pytest.raises(Cancelled):
        write_files(target, SECOND.items(), is_cancelled=lambda: next(answers))
    assert tree(target) == before
    with pytest.raises(Cancelled):
        write_files(tmp_path / "never" / "there", SECOND.items(), is_cancelled=lambda: True)
    assert [path.name for path in tmp_path.iterdir()] == ["out"]


def test_a_fault_on_the_way_leaves_the_folder_as_it_was(tmp_path: Path, tree: Tree) -> None:
    def failing() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"two"
        raise ExportFault("The theme is broken.")

    write_files(tmp_path / "out", FIRST.items())
    before = tree(tmp_path)
    with pytest.raises(ExportFault, match="theme"):
        write_files(tmp_path / "out", failing())
    assert tree(tmp_path) == before


def test_two_exports_never_write_to_one_folder_at_once(tmp_path: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    target.mkdir()
    with staging_for(target), pytest.raises(ExportFault, match="Another export"):
        write_files(target, FIRST.items())
    assert tree(target) == {}
    write_files(target, FIRST.items())
    assert without_manifest(tree(target)) == FIRST


def test_windows_keeps_what_is_open_and_no_folder_stays_beside_the_website(
    tmp_path: Path, tree: Tree, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(staging, "_REFUSES_OPEN_FILES", True)
    target = tmp_path / "out"
    with refusing_open_files() as refused:
        write_files(target, FIRST.items())
        assert [Path(path).name for path in refused] == ["lock"], "or this shows nothing"
        assert [file.name for file in tmp_path.iterdir()] == ["out"]
        write_files(target, SECOND.items())
        with pytest.raises(ExportFault):
            write_files(target, [("../x", b"")])
        with staging_for(target), pytest.raises(ExportFault, match="Another export"):
            write_files(target, FIRST.items())
    assert without_manifest(tree(target)) == SECOND
    assert [file.name for file in tmp_path.iterdir()] == ["out"]


def test_exports_of_different_forms_share_a_folder(tmp_path: Path, tree: Tree) -> None:
    write_files(tmp_path, {"a.json": b"{}", "style.css": b"s"}.items(), form="json")
    write_files(tmp_path, {"a.html": b"a", "style.css": b"s"}.items(), form="html")
    write_files(tmp_path, {}.items(), form="json")
    assert without_manifest(tree(tmp_path)) == {"a.html": b"a", "style.css": b"s"}


def test_a_partial_export_never_removes_other_summaries_by_surprise(tmp_path: Path, tree: Tree) -> None:
    write_files(tmp_path, {"a.json": b"a", "b.json": b"b"}.items(), form="json")
    before = tree(tmp_path)
    with pytest.raises(ExportFault, match="other summaries"):
        write_files(tmp_path, {"a.json": b"A"}.items(), form="json", only=["a"])
    assert tree(tmp_path) == before
    write_files(tmp_path, {"a.json": b"A"}.items(), form="json", only=["a"], may_replace=True)
    assert without_manifest(tree(tmp_path)) == {"a.json": b"A"}


def test_an_export_killed_at_any_step_is_finished_or_taken_back_by_the_next(tmp_path: Path, tree: Tree) -> None:
    kills = 0
    for steps in range(40):
        target = tmp_path / f"out{steps}"
        write_files(target, FIRST.items())
        (target / "mine.txt").write_bytes(b"mine")
        child = [sys.executable, "-c", CHILD, str(target), str(steps), repr(SECOND)]
        status = subprocess.run(child, check=False, cwd=Path(__file__).parents[3]).returncode
        kills += status == 9
        broken = tmp_path / f"broken{steps}"
        with pytest.raises(ExportFault):  # recovery comes first, then this export is refused
            write_files(target, [("../x", b"")])
        now = without_manifest(tree(target))
        assert now in (FIRST | {"mine.txt": b"mine"}, SECOND | {"mine.txt": b"mine"}), steps
        write_files(target, SECOND.items())
        assert without_manifest(tree(target)) == SECOND | {"mine.txt": b"mine"}
        assert not broken.exists()
        if status == 0:
            break
    assert kills > 8
    assert status == 0
    assert not [path for path in tmp_path.iterdir() if path.name.startswith(".")]


def test_a_killed_export_is_taken_back_when_a_stranger_took_the_place(tmp_path: Path, tree: Tree) -> None:
    target = tmp_path / "out"
    write_files(target, FIRST.items())
    child = [sys.executable, "-c", CHILD, str(target), "1", repr(SECOND)]
    assert subprocess.run(child, check=False, cwd=Path(__file__).parents[3]).returncode == 9
    (target / "new" / "b").mkdir(parents=True, exist_ok=True)
    (target / "new" / "b" / "index.html").write_bytes(b"mine")
    with pytest.raises(ExportFault, match="in the way"):
        write_files(target, SECOND.items())
    assert without_manifest(tree(target)) == FIRST | {"new/b/index.html": b"mine"}


def without_manifest(files: dict[str, bytes]) -> dict[str, bytes]:
    """A tree without the manifest."""
    return {path: data for path, data in files.items() if path != ".plainspoken.json"}
