"""A backup brought back from the menu in one step, and taken back by Undo."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication

from app.ui.dialogs.backups import BackupsDialog
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]


def titles(path: Path) -> set[str]:
    with Library.open(path) as library:
        return {summary.plain_title for summary in library.load_many()}


def dialog() -> Any:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, BackupsDialog) else None


def test_a_backup_is_brought_back_and_that_is_taken_back(desktop: Any, tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save(replace(library.new_summary(), plain_title="Then"))
        library.back_up(path.with_name("L backups") / "2026-01-01T120000Z.plainspoken")
        library.save(replace(library.new_summary(), plain_title="Now"))

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        window.table["backups"].trigger()
        yield lambda: dialog() and dialog().rows.count() == 2
        assert "2 summaries" in dialog().rows.item(0).text()
        assert "1 summary" in dialog().rows.item(1).text()
        dialog().rows.setCurrentRow(1)
        dialog().restore.click()
        yield lambda: dialog() is None and "backup is in" in window.notices.text()
        assert titles(path) == {"Then"}
        window.notices.action_button.click()
        yield lambda: titles(path) == {"Then", "Now"}

    desktop.run(script, "--library", str(path))
    assert titles(path) == {"Then", "Now"}
    assert list(tmp_path.glob("*.damaged-*")), "what stood there before each step is kept"


def test_a_damaged_library_can_be_brought_back_from_the_menu(desktop: Any, tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save(replace(library.new_summary(), plain_title="Then"))

    def first(window: Window) -> Steps:
        yield lambda: window.page == "library"

    def second(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        assert "not a Plainspoken library" in window.notices.text()
        window.table["backups"].trigger()
        yield lambda: dialog() and dialog().rows.count() == 1
        dialog().restore.click()
        yield lambda: window.page == "library"

    desktop.run(first, "--library", str(path))
    damaged = b"\0" * 100 + path.read_bytes()[100:]
    path.write_bytes(damaged)
    desktop.run(second)
    assert titles(path) == {"Then"}
    (kept,) = tmp_path.glob("*.damaged-*")
    assert kept.read_bytes() == damaged
