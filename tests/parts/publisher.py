"""A library to publish, and a writer at the publish dialog with no mouse."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from app import paths
from app.model.codec import summary_from_json
from app.ui.dialogs.publish import PublishDialog
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]
BASE = "https://example.org/health/"
NOW = "2026-11-22T12:00:00Z"


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
