"""Files that macOS hands over: it sends events where other systems give words on the command line."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app import main, paths
from app.parts import Parts, build
from app.ui.window import Window

Steps = Generator[Any, None, None]


def handed_over(*files: Path) -> None:
    app = QApplication.instance()
    assert app
    for file in files:
        QCoreApplication.sendEvent(app, QFileOpenEvent(QUrl.fromLocalFile(str(file))))


def shown(window: Window) -> int:
    return int(window.library.table.model().rowCount())


def test_a_library_from_the_finder_opens(desktop: Any, library: Path) -> None:
    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        handed_over(library)
        yield lambda: window.page == "library"
        yield lambda: shown(window) == 1

    desktop.run(script)


def test_what_the_writer_is_asked_comes_first(desktop: Any, library: Path) -> None:
    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        window.table["keys"].trigger()
        yield lambda: QApplication.activeModalWidget() is not None
        handed_over(library)
        yield 0.5
        assert window.page == "welcome", "nothing changes behind a dialog"
        dialog = QApplication.activeModalWidget()
        assert dialog
        dialog.close()
        yield lambda: window.page == "library"

    desktop.run(script)


def test_files_chosen_together_come_together(desktop: Any, library: Path) -> None:
    sample = sorted((paths.resources() / "sample").glob("*-20*.json"))

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        handed_over(*sample, library)
        yield lambda: window.page == "library" and shown(window) == 1 + len(sample)

    desktop.run(script)


def test_a_window_that_was_closed_takes_no_files(desktop: Any, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sample = sorted((paths.resources() / "sample").glob("*-20*.json"))
    kept: list[Parts] = []  # Python may keep what is closed for a while; this keeps it for certain

    def built() -> Parts:
        kept.append(build())
        return kept[-1]

    def closed(window: Window) -> Steps:
        yield lambda: window.page == "welcome"

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        handed_over(*sample, library)  # only a library that no other window holds can take them
        yield lambda: window.page == "library" and shown(window) == 1 + len(sample)

    monkeypatch.setattr(main, "build", built)
    desktop.run(closed)
    desktop.run(script)
