"""Drives the real program through main(): a script of real key presses and waits, run by its own event loop."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from layouts_kept import gone_parts
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import main, paths, settings
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

PATIENCE_S = 60
Wait = float | Callable[[], Any]
Script = Callable[[Window], Generator[Wait, None, None]]


class Desktop:
    """The program as a writer meets it: one run from start to close."""

    def __init__(self) -> None:
        self._script: Generator[Wait, None, None] | None = None
        self._error: BaseException | None = None
        self._until: tuple[Callable[[], Any], float] | None = None
        self._loop = QEventLoop()
        self.has_toured = True
        """Whether the first tour was shown at an earlier start; else it lies over the sample library."""

    def run(self, script: Script, *arguments: str) -> None:
        """Start the program, follow the script, close the window, and raise what went wrong in the script."""
        self._script = self._error = self._until = None
        if self.has_toured:
            _note_tour()
        QTimer.singleShot(0, lambda: self._begin(script))
        with pytest.MonkeyPatch.context() as patch:
            # The application may end only once in a process: its end is the end of the browser engine too.
            patch.setattr(QApplication, "exec", self._loop.exec)
            status = main.run(arguments)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self._error:
            raise self._error
        assert status == 0

    def keys(self, text: str) -> None:
        """Type into whatever has the keyboard."""
        QTest.keyClicks(self.focus(), text)

    def key(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press one key where the keyboard is."""
        QTest.keyClick(self.focus(), key, modifiers)

    def ctrl(self, key: Qt.Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press Ctrl and a key where the keyboard is."""
        self.key(key, Qt.KeyboardModifier.ControlModifier | more)

    @staticmethod
    def focus() -> Any:
        """The widget that has the keyboard."""
        widget, dialog = QApplication.focusWidget(), QApplication.activeModalWidget()
        if dialog is not None and (widget is None or not dialog.isAncestorOf(widget)):
            widget = dialog
        if widget is None:
            window = next(window for window in QApplication.topLevelWidgets() if isinstance(window, Window))
            window.activateWindow()
            widget = window.focusWidget() or window
        assert widget is not None, "Nothing has the keyboard"
        return widget

    def _begin(self, script: Script) -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
        self._script = script(window)
        # A key pressed before the system has given the window the keyboard goes nowhere, for a writer too.
        self._until = (window.isActiveWindow, time.monotonic() + PATIENCE_S)
        self._step()

    def _step(self) -> None:
        try:
            if self._until and not self._until[0]():
                assert time.monotonic() < self._until[1], f"What the test waited for did not happen: {_in_sight()}"
                QTimer.singleShot(20, self._step)
                return
            self._until = None
            assert self._script
            wait = next(self._script)
        except StopIteration:
            self._end()
        except BaseException as error:
            self._error = error
            self._end()
        else:
            if callable(wait):
                self._until = (wait, time.monotonic() + PATIENCE_S)
                wait = 10
            QTimer.singleShot(int(wait), self._step)

    def _end(self) -> None:
        if not self._error and (gone := gone_parts()):
            self._error = AssertionError(f"PySide holds parts of layouts that are gone: {gone}")
        for widget in QApplication.topLevelWidgets():
            if widget.isModal() and widget.isVisible():
                widget.close()
        for widget in QApplication.topLevelWidgets():
            if isinstance(widget, Window):
                widget.close()
        self._loop.quit()


def _note_tour() -> None:
    file = paths.settings_file()
    kept = settings.load(file)[0]
    if not kept.has_toured:
        settings.save(replace(kept, has_toured=True), file)


def _in_sight() -> str:
    """What a person in front of the screen would tell of it."""
    told = []
    for widget in QApplication.topLevelWidgets():
        if isinstance(widget, Window) and widget.isVisible():
            told.append(f"the page {widget.page}, {widget.library.table.model().rowCount()} rows")
            told.append(f"the notice “{widget.notices.text()}”")
        elif widget.isVisible():
            told.append(f"{type(widget).__name__} “{widget.windowTitle()}”")
    return ", ".join(told)


@pytest.fixture
def desktop(qapp: QApplication) -> Desktop:
    """The program, not started yet."""
    assert qapp
    return Desktop()


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one summary in a folder of its own."""
    path = tmp_path / "shared" / "L.plainspoken"
    path.parent.mkdir()
    with WriterLock(path) as lock, Library.create(path, lock) as opened:
        opened.save(replace(opened.new_summary(), plain_title="Rats", simple_explanation="Before."), "save")
    return path
