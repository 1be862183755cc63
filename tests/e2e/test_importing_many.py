"""A folder of hundreds of files dropped on the window: it answers meanwhile, can be stopped, and names the refused."""

from __future__ import annotations

import json
import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app import paths
from app.ui.dialogs.importing import ImportDialog
from app.ui.window import Window

Steps = Generator[Any, None, None]
MANY = 300
LONGEST_STILL_MS = 1000
"""Far above what a batch takes, far below what all of them would."""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    sample = json.loads(next((paths.resources() / "sample").glob("repeated*.json")).read_text("utf-8"))
    folder = tmp_path / "pages"
    folder.mkdir()
    for number in range(MANY):
        own = sample | {"id": f"00000000-0000-4000-8000-{number:012}", "slug": "", "plain_title": f"Summary {number}"}
        (folder / f"summary-{number:03}.json").write_text(json.dumps(own), encoding="utf-8")
    (folder / "of-tomorrow.json").write_text(json.dumps(sample | {"schema_version": 999}), encoding="utf-8")
    (folder / "torn.json").write_text('{"schema_version": 1, "sim', encoding="utf-8")
    return folder


class Pulse:
    """The longest time in which the window did not answer."""

    def __init__(self) -> None:
        self.longest_ms = 0
        self._clock = QElapsedTimer()
        self._clock.start()
        self._timer = QTimer(interval=10)
        self._timer.timeout.connect(self._on_beat)
        self._timer.start()

    def _on_beat(self) -> None:
        self.longest_ms = max(self.longest_ms, self._clock.restart())

    def stop(self) -> None:
        self._timer.stop()


def test_hundreds_of_files_come_in_while_the_window_answers(desktop: Any, folder: Path) -> None:
    seen: dict[str, Any] = {}

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 600
        pulse = Pulse()
        dialog = window.findChild(ImportDialog)
        assert dialog is not None
        window.files_dropped.emit([str(folder)])
        yield dialog.isVisible
        yield lambda: bool(dialog.left.text())
        seen["left"], seen["count"] = dialog.left.text(), dialog.count.text()
        _picture(window, "import-running")
        yield lambda: dialog.button.text() == "Close"
        pulse.stop()
        seen["longest"], seen["said"] = pulse.longest_ms, dialog.said.text()
        seen["refused"], seen["focus"] = dialog.refused.toPlainText(), QApplication.focusWidget() is dialog.button
        seen["rows"] = window.library.table.model().rowCount()
        _picture(window, "import-ended")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: not dialog.isVisible()

    desktop.run(script)
    assert "about" in seen["left"] and f"of {MANY + 2}" in seen["count"]
    assert seen["said"] == f"{MANY} summaries are new. 2 files were refused."
    assert "of-tomorrow.json" in seen["refused"] and "torn.json" in seen["refused"]
    assert seen["rows"] == MANY + 3 and seen["focus"]
    assert seen["longest"] < LONGEST_STILL_MS


def test_esc_stops_it_and_says_what_is_left(desktop: Any, folder: Path) -> None:
    seen: dict[str, Any] = {}

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 600
        dialog = window.findChild(ImportDialog)
        assert dialog is not None
        window.files_dropped.emit([str(folder)])
        yield dialog.isVisible
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: dialog.button.text() == "Close"
        seen["said"], seen["rows"] = dialog.said.text(), window.library.table.model().rowCount()
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: not dialog.isVisible()

    desktop.run(script)
    assert "not looked at any more" in seen["said"] and 3 <= seen["rows"] < MANY


def _picture(window: Window, name: str) -> None:
    """Keep a picture where somebody wants to look at it."""
    if folder := os.environ.get("PLAINSPOKEN_PICTURES"):
        window.grab().save(f"{folder}/{name}.png")
        for dialog in window.findChildren(ImportDialog):
            dialog.grab().save(f"{folder}/{name}-dialog.png")
