"""A paper of hundreds of pages: how far and how long, Cancel within a moment, and the window answers meanwhile."""

from __future__ import annotations

import os
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtWidgets import QLabel
from small_pdf import column, pdf

from app.ui.dialogs.reading import ReadingDialog
from app.ui.paper.empty import ReadingStrip
from app.ui.window import Window

Steps = Generator[Any, None, None]
PAGES = 500
LONGEST_STOP_MS = 3000
"""Far above what it takes to stop, far below what the reading of all pages would."""


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    lines = [
        f"Line {line} of this page says that the rats were weighed and lived for many weeks." for line in range(55)
    ]
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    path.write_bytes(pdf(*(column(60, 780, f"Chapter {page} of the paper", *lines) for page in range(PAGES))))
    return path


def _open_sample(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library" and window.library.table.model().rowCount() == 3
    yield 300


def test_in_the_library_a_box_says_how_far_it_is_and_esc_stops_it(desktop: Any, paper: Path) -> None:
    seen: dict[str, Any] = {}

    def script(window: Window) -> Steps:
        yield from _open_sample(desktop, window)
        dialog = window.findChild(ReadingDialog)
        assert dialog is not None
        window.files_dropped.emit([str(paper)])
        yield dialog.isVisible
        yield lambda: bool(dialog.left.text())
        seen.update(heading=dialog.heading.text(), count=dialog.count.text(), left=dialog.left.text())
        _picture(dialog, "reading-dialog")
        clock = QElapsedTimer()
        clock.start()
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: not dialog.isVisible()
        seen["stopped"], seen["said"] = clock.elapsed(), window.notices.text()
        yield 300
        seen["page"], seen["rows"] = window.page, window.library.table.model().rowCount()

    desktop.run(script)
    assert seen["heading"] == "Reading long.pdf" and seen["left"].startswith("about")
    assert seen["count"].startswith("Page ") and seen["count"].endswith(f"of {PAGES}")
    assert seen["stopped"] < LONGEST_STOP_MS
    assert seen["said"] == "Stopped reading long.pdf. Nothing of it was taken."
    assert (seen["page"], seen["rows"]) == ("library", 3)


def test_beside_an_open_summary_the_writer_goes_on_writing(desktop: Any, paper: Path) -> None:
    seen: dict[str, Any] = {}

    def script(window: Window) -> Steps:
        yield from _open_sample(desktop, window)
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 500
        strip = window.side.findChild(ReadingStrip)
        assert strip is not None
        window.editor.show_section("title")
        window.files_dropped.emit([str(paper)])
        yield lambda: strip.isVisible() and "about" in strip.findChild(QLabel).text()
        seen["strip"] = strip.findChild(QLabel).text()
        _picture(window, "reading-strip")
        desktop.key(Qt.Key.Key_End)
        desktop.keys(" typed meanwhile")
        seen["title"] = desktop.focus().toPlainText()
        strip.cancel.click()
        yield lambda: not strip.isVisible()
        seen["said"] = window.notices.text()

    desktop.run(script)
    assert seen["strip"].startswith("Reading long.pdf: page ")
    assert seen["title"].endswith(" typed meanwhile")
    assert seen["said"] == "Stopped reading long.pdf. Nothing of it was taken."


def _picture(widget: Any, name: str) -> None:
    """Keep a picture where somebody wants to look at it."""
    if folder := os.environ.get("PLAINSPOKEN_PICTURES"):
        widget.grab().save(f"{folder}/{name}.png")
