"""A whole import taken back in the window: by Ctrl+Z on the table, by the notice, and by the box of one that ended."""

from __future__ import annotations

import json
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app import paths
from app.model.summary import Category
from app.ui.dialogs.importing import ImportDialog
from app.ui.window import Window

Steps = Generator[Any, None, None]
MANY = 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Summaries of a category that the sample library has, and of one that it does not have."""
    sample = json.loads(next((paths.resources() / "sample").glob("repeated*.json")).read_text("utf-8"))
    folder = tmp_path / "pages"
    folder.mkdir()
    categories = [*sample["categories"], {"slug": "bones", "name": "Bones"}]
    for number in range(MANY):
        own = {"id": f"00000000-0000-4000-8000-{number:012}", "slug": "", "plain_title": f"Summary {number:02}"}
        own["categories"] = categories
        (folder / f"summary-{number:02}.json").write_text(json.dumps(sample | own), "utf-8")
    return folder


def _open_sample(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    yield lambda: _rows(window) == 3


def _rows(window: Window) -> int:
    return window.library.table.model().rowCount()


def _categories(window: Window) -> list[str]:
    return [category.name for category in window.library._categories if isinstance(category, Category)]


def test_ctrl_z_takes_a_whole_import_back_but_for_what_was_written_since(desktop: Any, folder: Path) -> None:
    seen: dict[str, Any] = {}

    def script(window: Window) -> Steps:
        yield from _open_sample(desktop, window)
        assert not window.table["undo"].isEnabled()
        had = _categories(window)
        window.files_dropped.emit([str(folder)])
        yield lambda: _rows(window) == 3 + MANY and window.notices.text()
        seen["came"], seen["step"] = window.notices.text(), window.table["undo"].text()
        assert window.notices.action_button.isVisible() and _categories(window) == [*had, "Bones"]

        window.library.chosen.open_requested.emit("00000000-0000-4000-8000-000000000007")
        yield lambda: window.page == "editor"
        window.editor.show_section("title")
        desktop.key(Qt.Key.Key_End)
        desktop.keys(" of mine")
        yield 100
        desktop.key(Qt.Key.Key_Home, Qt.KeyboardModifier.AltModifier)
        yield lambda: window.page == "library"

        window.library.focus_rows()
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: _rows(window) == 4
        seen["went"], seen["kept"] = window.notices.text(), _categories(window) == [*had, "Bones"]
        assert not window.table["undo"].isEnabled(), "a second Ctrl+Z must not bring them in again"

        QTest.mouseClick(window.notices.action_button, Qt.MouseButton.LeftButton)
        yield lambda: _rows(window) == 3 + MANY
        seen["again"] = window.notices.text()

    desktop.run(script)
    assert seen["came"] == f"Brought in {MANY} summaries." and seen["step"] == "Undo import"
    assert seen["went"] == (
        f"{MANY - 1} summaries of the import are in the trash now. 1 that you have worked on since stays."
    )
    assert seen["kept"] and seen["again"] == f"Brought {MANY - 1} summaries in again."


def test_an_import_that_refused_files_can_be_taken_back_from_its_box(desktop: Any, folder: Path) -> None:
    (folder / "torn.json").write_text('{"schema_version": 1, "sim', encoding="utf-8")
    (folder / "of-tomorrow.json").write_text('{"schema_version": 999}', encoding="utf-8")
    seen: dict[str, Any] = {}

    def script(window: Window) -> Steps:
        yield from _open_sample(desktop, window)
        had = _categories(window)
        dialog = window.findChild(ImportDialog)
        assert dialog is not None
        window.files_dropped.emit([str(folder)])
        yield lambda: dialog.isVisible() and dialog.undo.isVisible()
        dialog.activateWindow()  # as a window manager does; there is none here
        yield dialog.button.hasFocus
        assert _rows(window) == 3 + MANY
        desktop.key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
        assert dialog.undo.hasFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: _rows(window) == 3
        seen["went"], seen["had"] = window.notices.text(), _categories(window) == had
        yield lambda: not dialog.isVisible()

    desktop.run(script)
    assert seen["went"] == f"{MANY} summaries of the import are in the trash now." and seen["had"]


def test_ctrl_z_on_the_table_takes_the_trash_back_too(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from _open_sample(desktop, window)
        window.library.focus_rows()
        desktop.key(Qt.Key.Key_Delete)
        yield lambda: _rows(window) == 2
        assert window.table["undo"].text() == "Undo move to the trash"
        assert window.notices.action_button.isVisible()
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: _rows(window) == 3
        assert not window.notices.text(), "its Undo would do nothing any more"

    desktop.run(script)
