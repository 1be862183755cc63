"""Publish by the keyboard into a place of every kind: what will change, how far it is, cancel, again, undo."""

from __future__ import annotations

import subprocess
import zipfile
from collections.abc import Generator, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from git_server import GitServer
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from sftp_server import SftpServer

from app import paths
from app.model.codec import summary_from_json
from app.ui.dialogs.publish import PublishDialog
from app.ui.window import EDITOR, LIBRARY, Window
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]
BASE = "https://example.org/health/"
NOW = "2026-11-22T12:00:00Z"


@pytest.fixture(autouse=True)
def _nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser and no real keyring belong to a test."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


def library(folder: Path, count: int, **changes: Any) -> str:
    """A library of so many published summaries, with an address for its website."""
    texts = sorted((paths.resources() / "sample").glob("*-20*.json"))
    one = summary_from_json(texts[0].read_bytes(), "")
    path = folder / "a.plainspoken"
    lock = WriterLock(path)
    assert lock.acquire()
    with Library.create(path, lock) as made:
        made.save_site(replace(made.site(), name="Help", base_url=BASE))
        for number in range(count):
            named = replace(one, id=f"{number:032x}", slug=f"page-{number}", plain_title=f"Page {number}", **changes)
            made.save(replace(named, status="published"), kind="import", now=NOW)
    lock.release()
    return str(path)


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


class Publisher:
    """A writer at the dialog, with no mouse."""

    def __init__(self, desktop: Any) -> None:
        self._desktop = desktop
        self.dialog: Any = None

    def open(self) -> Steps:
        self._desktop.ctrl(Qt.Key.Key_P, Qt.KeyboardModifier.ShiftModifier)
        yield lambda: isinstance(QApplication.activeModalWidget(), PublishDialog)
        self.dialog = QApplication.activeModalWidget()
        self.dialog.activateWindow()  # as a window manager does; there is none here
        yield self.dialog.isActiveWindow
        yield lambda: not self.dialog.words.text().startswith("Looking")

    def close(self, window: Window) -> Steps:
        self._desktop.key(Qt.Key.Key_Escape)
        yield lambda: QApplication.activeModalWidget() is None
        window.activateWindow()
        yield window.isActiveWindow

    def go(self, wanted: QWidget) -> Steps:
        """Press Tab until a control has the keyboard."""
        yield wanted.isVisible
        if QApplication.focusWidget() is None:  # no window manager here hands the keyboard on
            self.dialog.activateWindow()
            yield lambda: QApplication.focusWidget() is not None
        for _ in range(60):
            if wanted.hasFocus():
                return
            self._desktop.key(Qt.Key.Key_Tab)
            yield 5
        raise AssertionError(f"Tab never reaches {wanted.text()}; it stays at {QApplication.focusWidget()}")

    def choose(self, kind: str) -> Steps:
        box = self.dialog.where.kind
        yield from self.go(box)
        self._desktop.key(Qt.Key.Key_Home)
        for _ in range(box.findData(kind)):
            self._desktop.key(Qt.Key.Key_Down)
        assert box.currentData() == kind

    def write(self, field: QWidget, words: str) -> Steps:
        yield from self.go(field)
        self._desktop.ctrl(Qt.Key.Key_A)
        self._desktop.keys(words)

    def press(self, button: QWidget) -> Steps:
        yield lambda: button.isVisible() and button.isEnabled()
        yield from self.go(button)
        self._desktop.key(Qt.Key.Key_Space)

    def publish(self) -> Steps:
        """Publish, and wait for what comes of it."""
        yield from self.press(self.dialog.publish)
        yield lambda: not self.dialog.is_writing and self.dialog.outcome.isVisible()

    @property
    def outcome(self) -> str:
        return str(self.dialog.outcome.words.text())


def since_row(window: Window) -> str:
    side = window.library.side
    return side._since.text() if side._since_row.isVisibleTo(side) else ""


def test_a_folder_is_looked_at_cancelled_published_and_taken_back(desktop: Any, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    path, writer = library(tmp_path, 400), Publisher(desktop)

    def script(window: Window) -> Steps:
        yield lambda: window.page == LIBRARY
        assert since_row(window) == ""
        yield from writer.open()
        dialog = writer.dialog
        yield from writer.write(dialog.folder, str(out))
        yield from writer.press(dialog.publish)
        assert "400 new" in dialog.words.text()
        yield lambda: " of 400" in dialog.progress.count.text()
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: not dialog.is_writing
        assert writer.outcome.startswith("Cancelled") and tree(out) == {"mine.txt": b"mine"}
        yield from writer.publish()
        assert "written" in writer.outcome and (out / "research" / "page-399" / "index.html").exists()
        yield from writer.press(dialog.undo_button)
        yield lambda: writer.outcome.startswith("Taken back")
        assert tree(out) == {"mine.txt": b"mine"}
        yield from writer.publish()
        yield from writer.close(window)

    desktop.run(script, "--library", path)


def test_what_has_changed_since_is_told_in_the_library(desktop: Any, tmp_path: Path) -> None:
    out = tmp_path / "out"
    path, writer = library(tmp_path, 3), Publisher(desktop)

    def script(window: Window) -> Steps:
        yield lambda: window.page == LIBRARY
        yield from writer.open()
        yield from writer.write(writer.dialog.folder, str(out))
        yield from writer.publish()
        before = tree(out)
        yield from writer.close(window)
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == EDITOR
        yield 100
        desktop.keys("New ")
        window.table["back_to_library"].trigger()
        yield lambda: since_row(window) == "1 changed since you published"
        yield from writer.open()
        assert writer.dialog.words.text().startswith("1 changed.")
        yield from writer.publish()
        yield lambda: since_row(window) == ""
        yield from writer.close(window)
        yield from writer.open()  # another day: the last publish can still be undone
        assert writer.dialog.undo_button.text() == "Undo the last publish"
        yield from writer.press(writer.dialog.undo_button)
        yield lambda: writer.outcome.startswith("Taken back")
        assert tree(out) == before
        yield lambda: since_row(window) == "1 changed since you published"

    desktop.run(script, "--library", path)


def test_a_link_that_leads_nowhere_is_named_and_gone_to(desktop: Any, tmp_path: Path) -> None:
    path = library(tmp_path, 1, research_summary=f"So [these words]({BASE}gone/) say it.")
    writer = Publisher(desktop)

    def script(window: Window) -> Steps:
        yield lambda: window.page == LIBRARY
        yield from writer.open()
        yield from writer.write(writer.dialog.folder, str(tmp_path / "out"))
        box = writer.dialog.nowhere
        yield box.isVisible  # before anything is published
        assert box.title.text() == "1 link leads nowhere" and not (tmp_path / "out").exists()
        yield from writer.publish()
        assert box.isVisible() and box.title.text() == "1 link leads nowhere"
        assert "these words" in box.rows[0].accessibleDescription()
        assert (tmp_path / "out" / "research" / "page-0" / "index.html").exists()
        yield from writer.press(box.rows[0])
        yield lambda: window.page == EDITOR and QApplication.activeModalWidget() is None
        yield lambda: window.focusWidget().textCursor().selectedText() == "these words"

    desktop.run(script, "--library", path)


def test_a_zip_file(desktop: Any, tmp_path: Path) -> None:
    path, writer = library(tmp_path, 3), Publisher(desktop)

    def script(window: Window) -> Steps:
        yield lambda: window.page == LIBRARY
        yield from writer.open()
        yield from writer.choose("zip")
        yield from writer.write(writer.dialog.folder, str(tmp_path / "site.zip"))
        yield from writer.publish()
        yield from writer.press(writer.dialog.undo_button)
        yield lambda: writer.outcome.startswith("Taken back")
        assert not (tmp_path / "site.zip").exists()
        yield from writer.publish()

    desktop.run(script, "--library", path)
    with zipfile.ZipFile(tmp_path / "site.zip") as packed:
        assert "research/page-2/index.html" in packed.namelist()


def test_a_git_repository_and_back(desktop: Any, tmp_path: Path) -> None:
    bare = tmp_path / "site.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(bare)], check=True)
    path, writer = library(tmp_path, 3), Publisher(desktop)

    def names() -> str:
        shown = ["git", "-C", str(bare), "ls-tree", "-r", "--name-only", "main"]
        return subprocess.run(shown, check=True, capture_output=True, text=True).stdout

    def script(window: Window) -> Steps:
        yield lambda: window.page == LIBRARY
        yield from writer.open()
        dialog = writer.dialog
        yield from writer.choose("git")
        yield from writer.write(dialog.folder, str(bare))
        yield from writer.write(dialog.where.lines["branch"], "main")
        yield from writer.press(dialog.where.check)
        yield lambda: writer.outcome.startswith("The connection works")
        yield from writer.publish()
        assert "written" in writer.outcome and "research/page-2/index.html" in names()
        yield from writer.press(dialog.undo_button)
        yield lambda: writer.outcome.startswith("Taken back")
        assert names() == ""

    desktop.run(script, "--library", path)


def test_a_git_host_that_asks_for_a_password(desktop: Any, tmp_path: Path) -> None:
    bare = tmp_path / "site.git"
    subprocess.run(["git", "init", "-q", "--bare", "-b", "main", str(bare)], check=True)
    path, writer, host = library(tmp_path, 2), Publisher(desktop), GitServer(bare, password="x7Kq-9")

    def script(window: Window) -> Steps:
        yield lambda: window.page == LIBRARY
        yield from writer.open()
        lines = writer.dialog.where.lines
        yield from writer.choose("git")
        yield from writer.write(writer.dialog.folder, host.url)
        yield from writer.write(lines["branch"], "main")
        yield from writer.write(lines["user"], "ann")
        yield from writer.publish()
        assert "wants a user name and a password" in writer.outcome
        yield lines["password"].hasFocus
        assert not list((bare / "refs" / "heads").iterdir())
        desktop.keys("x7Kq-9")
        yield from writer.publish()
        assert "written" in writer.outcome
        yield from writer.press(writer.dialog.undo_button)
        yield lambda: writer.outcome.startswith("Taken back")

    try:
        desktop.run(script, "--library", path)
    finally:
        host.close()
    assert b"x7Kq-9" not in Path(path).read_bytes()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[SftpServer]:
    (tmp_path / "root" / "www").mkdir(parents=True)
    served = SftpServer(tmp_path / "root")
    yield served
    served.close()


def test_a_server_that_is_met_for_the_first_time_and_cut_off(desktop: Any, tmp_path: Path, server: SftpServer) -> None:
    path, writer = library(tmp_path, 3), Publisher(desktop)

    def script(window: Window) -> Steps:
        yield lambda: window.page == LIBRARY
        yield from writer.open()
        dialog = writer.dialog
        lines = dialog.where.lines
        yield from writer.choose("server")
        for field, words in (
            (dialog.folder, "127.0.0.1"), (lines["folder"], "www"), (lines["user"], "ann"),
            (lines["port"], str(server.port)), (lines["password"], "wrong"),
        ):  # fmt: skip
            yield from writer.write(field, words)
        yield from writer.press(dialog.where.check)
        yield dialog.trust_button.isVisible
        assert server.key.fingerprint in writer.outcome
        yield from writer.press(dialog.trust_button)
        yield lambda: "did not let ann in" in writer.outcome
        yield from writer.write(lines["password"], "secret")
        server.cut_after_bytes = 20_000  # the line breaks in the middle; it goes on by itself
        yield from writer.publish()
        assert "written" in writer.outcome
        assert (www / "research" / "page-2" / "index.html").exists()
        yield from writer.press(dialog.undo_button)
        yield lambda: "Taken back" in writer.outcome
        assert not list(www.iterdir())
        yield from writer.publish()

    www = tmp_path / "root" / "www"
    desktop.run(script, "--library", path)
    assert (www / "research" / "page-2" / "index.html").exists()
    assert not (tmp_path / "root" / "www" / ".plainspoken-upload").exists()
    assert b"secret" not in Path(path).read_bytes()
