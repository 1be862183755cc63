"""Files that take each other's places where another program has them open for a moment, or for good."""

from __future__ import annotations

import errno
import threading
from pathlib import Path

import pytest
from windows_files import refusing_open_files

from app import in_place
from app.errors import ExportFault
from app.hosting import zip_file
from app.in_place import take_place
from app.publish import refusal, write


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on Windows."""
    monkeypatch.setattr(in_place, "_PAUSES_S", (0.01,) * 200)


@pytest.mark.usefixtures("patient")
def test_a_file_that_is_held_for_a_moment_is_waited_for(tmp_path: Path) -> None:
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    scanner = old.open()
    letting_go = threading.Timer(0.1, scanner.close)
    with refusing_open_files() as refused:
        letting_go.start()
        take_place(new, old)
    letting_go.join()
    assert refused, "or nothing was waited for"
    assert (old.read_text(), new.exists()) == ("new", False)


def test_a_file_that_stays_open_is_told_and_both_are_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(in_place, "_PAUSES_S", (0.0, 0.0))
    new, old = tmp_path / "new", tmp_path / "old"
    new.write_text("new")
    old.write_text("old")
    with refusing_open_files() as refused, old.open(), pytest.raises(PermissionError):
        take_place(new, old)
    assert len(refused) == 3
    assert (old.read_text(), new.read_text()) == ("old", "new")


def test_where_open_files_stay_the_writer_is_told_to_close_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (refusal, zip_file):
        monkeypatch.setattr(module, "REFUSES_OPEN_FILES", True)
    page = tmp_path / "index.html"
    said = refusal.refusal(PermissionError(errno.EACCES, "Access is denied", "staged", None, str(page)), tmp_path)
    assert str(page) in said and "Close it there" in said
    deep = tmp_path.joinpath(*["a folder with a long name"] * 10)
    said = refusal.refusal(FileNotFoundError(errno.ENOENT, "The system cannot find the path", str(deep)), tmp_path)
    assert "longer than Windows takes" in said
    assert "Close it there" in zip_file._sentence(PermissionError(errno.EACCES, "Access is denied"), page)


def test_a_page_that_is_open_elsewhere_stops_the_whole_export(tmp_path: Path) -> None:
    write.write_files(tmp_path / "out", {"a/index.html": b"1", "b/index.html": b"1"}.items())
    with (
        refusing_open_files(),
        (tmp_path / "out" / "b" / "index.html").open(),
        pytest.raises(ExportFault, match=r"index\.html"),
    ):
        write.write_files(tmp_path / "out", {"a/index.html": b"2", "b/index.html": b"2"}.items())
    assert [(tmp_path / "out" / name / "index.html").read_bytes() for name in "ab"] == [b"1", b"1"]


@pytest.mark.parametrize("has_drive", [True, False])
def test_on_macos_a_file_goes_to_the_disk_and_not_only_to_the_drive(
    has_drive: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []

    def control(_descriptor: int, what: int) -> None:
        asked.append(what)
        if not has_drive:
            raise OSError(errno.ENOTSUP, "Operation not supported")

    monkeypatch.setattr("sys.platform", "darwin")
    monkeypatch.setattr("fcntl.F_FULLFSYNC", 51, raising=False)
    monkeypatch.setattr("fcntl.fcntl", control)
    monkeypatch.setattr("os.fsync", lambda _descriptor: asked.append("fsync"))
    with (tmp_path / "file").open("wb") as file:
        in_place.sync(file.fileno())
    assert asked == ([51] if has_drive else [51, "fsync"])
