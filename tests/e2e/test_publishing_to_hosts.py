"""Publish by the keyboard to git and to a server: passwords, a key that is met for the first time, a cut line, undo."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from git_server import GitServer
from publisher import Publisher, Steps, library
from sftp_server import SftpServer

from app.ui.window import LIBRARY, Window


@pytest.fixture(autouse=True)
def _nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser and no real keyring belong to a test."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


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
