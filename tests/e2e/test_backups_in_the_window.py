"""A backup brought back from the menu in one step, and taken back by Undo."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app import backing
from app.ui.dialogs.backups import BackupsDialog
from app.ui.library.table_model import Column
from app.ui.window import Window
from db.backup import back_up, backups
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


def test_a_library_that_stays_open_for_days_is_backed_up_each_day(
    desktop: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backing, "LOOK_AGAIN_MS", 50)
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save(replace(library.new_summary(), plain_title="Then"))

    def script(window: Window) -> Steps:
        yield lambda: window.page == "library"
        rows = window.library.table.model()
        yield lambda: rows.index(0, Column.GRADE).data() != "Not scored yet"
        back_up(path)  # with the grade, which is a change of the library too
        (_, made), *older = backups(path)
        for _, file in older:
            file.unlink()
        yesterday = datetime.now(UTC) - timedelta(days=1, hours=1)
        made.rename(made.with_stem(f"{yesterday:%Y-%m-%dT%H%M%SZ}"))
        yield 300
        assert len(backups(path)) == 1, "nothing has changed, so there is nothing to keep"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        desktop.ctrl(Qt.Key.Key_Home)
        desktop.keys("New words.")
        yield lambda: window.header.saving.text().startswith("Saved")
        yield lambda: len(backups(path)) == 2
        yield 300
        assert len(backups(path)) == 2, "one a day"

    desktop.run(script, "--library", str(path))
