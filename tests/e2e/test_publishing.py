"""Publish by the keyboard into a folder and a zip file: what will change, how far it is, cancel, again, undo."""

from __future__ import annotations

import zipfile
from pathlib import Path
from typing import Any

import pytest
from publisher import BASE, Publisher, Steps, library, tree
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.window import EDITOR, LIBRARY, Window


@pytest.fixture(autouse=True)
def _nothing_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    """No browser and no real keyring belong to a test."""
    monkeypatch.setenv("PYTHON_KEYRING_BACKEND", "keyring.backends.null.Keyring")


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
