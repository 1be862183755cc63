"""A writer's day: start, write, undo, close, come back and find everything."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app import paths
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]
TITLE = "Rats that walked for longer"
TEXT = "We gave rats new cells. The rats could walk for longer."


def open_sample(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"


def write_summary(desktop: Any, window: Window) -> Steps:
    desktop.ctrl(Qt.Key.Key_N)
    yield lambda: window.page == "editor"
    desktop.keys(TITLE)
    yield 10
    desktop.ctrl(Qt.Key.Key_PageDown)
    yield 10
    desktop.keys(TEXT)
    yield 10


def stored(name: str = "Sample library") -> list[Any]:
    with Library.open(paths.data_folder() / f"{name}.plainspoken") as library:
        return list(library.load_many())


def test_enter_opens_the_sample_library(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 600

    desktop.run(script)
    assert len(stored()) == 3


def test_what_was_written_is_there_at_the_next_start(desktop: Any) -> None:
    def first(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        yield from write_summary(desktop, window)

    def second(window: Window) -> Steps:
        yield lambda: window.page == "editor"
        yield lambda: TITLE in window.windowTitle()

    desktop.run(first)
    written = stored()[0]
    assert (written.plain_title or written.paper.title, written.simple_explanation) == (TITLE, TEXT)
    desktop.run(second)


def test_undo_and_redo_by_keys_name_their_step(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        yield from write_summary(desktop, window)
        assert "Simple Explanation" in window.table["undo"].text()
        desktop.ctrl(Qt.Key.Key_Z)
        yield 50
        assert "Simple Explanation" in window.table["redo"].text()
        assert TITLE in window.windowTitle()
        desktop.ctrl(Qt.Key.Key_Z, Qt.KeyboardModifier.ShiftModifier)
        yield 50
        assert "Simple Explanation" in window.table["undo"].text()
        desktop.ctrl(Qt.Key.Key_Z)
        yield 50
        desktop.ctrl(Qt.Key.Key_Z)
        yield 50
        assert not window.table["undo"].isEnabled()
        assert "Untitled" in window.windowTitle()

    desktop.run(script)
    assert all(summary.simple_explanation != TEXT for summary in stored())


def test_a_pause_saves_and_says_so(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        yield from write_summary(desktop, window)
        yield 1200
        assert stored()[0].simple_explanation == TEXT

    desktop.run(script)


def test_a_missing_library_is_told_and_not_made(desktop: Any, tmp_path: Path) -> None:
    gone = tmp_path / "Gone.plainspoken"

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        assert not window.notices.isHidden()

    desktop.run(script, "--library", str(gone))
    assert not gone.exists()


def test_a_published_page_given_at_the_start_comes_in(desktop: Any) -> None:
    page = next((paths.resources() / "sample").glob("protein*.json"))

    def script(window: Window) -> Steps:
        yield lambda: window.page == "editor"

    desktop.run(script, str(page))
    assert [summary.dates.published != "" for summary in stored("Library")] == [True]


DRIVER = """
import sys
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from app import main
from app.ui.window import Window
app = main._application()
def focus(): return QApplication.focusWidget()
def window(): return next(w for w in app.topLevelWidgets() if isinstance(w, Window))
CTRL = Qt.KeyboardModifier.ControlModifier
steps = [
    lambda: window().welcome.sample_requested.emit(),
    lambda: QTest.keyClick(focus(), Qt.Key.Key_N, CTRL),
    lambda: QTest.keyClicks(focus(), sys.argv[1]),
    lambda: QTest.keyClick(focus(), Qt.Key.Key_PageDown, CTRL),
    lambda: QTest.keyClicks(focus(), sys.argv[2]),
    lambda: print("typed", flush=True),
]
def step():
    steps.pop(0)()
    if steps:
        QTimer.singleShot(150, step)
QTimer.singleShot(300, step)
main.run([])
"""


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is of Unix")
def test_a_kill_two_seconds_after_the_last_key_loses_nothing(desktop: Any) -> None:
    program = subprocess.Popen(
        [sys.executable, "-c", DRIVER, TITLE, TEXT], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    assert program.stdout
    assert program.stdout.readline() == "typed\n", "The program died before the last key"
    time.sleep(2)
    assert program.poll() is None
    program.send_signal(signal.SIGKILL)
    program.communicate()

    def script(window: Window) -> Steps:
        yield lambda: TITLE in window.windowTitle()

    desktop.run(script)
    assert stored()[0].simple_explanation == TEXT
