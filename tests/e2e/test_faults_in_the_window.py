"""Faults of the world and our own, made to happen under the running program: a sentence, and no text lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from one_summary import TEXT, Steps, dialog, held, is_failed, text, write
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app import paths
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.two_texts import TwoTextsDialog
from app.ui.preview.panel import PreviewPanel
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

ALONE = "PLAINSPOKEN_TEST_ALONE"


@pytest.mark.skipif(sys.platform == "win32", reason="the limit on a file's size is of POSIX systems")
def test_a_disk_that_is_full_in_a_process_of_its_own() -> None:
    """The browser engine of other tests lives in this process, and dies where no file may grow."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", f"{__file__}::test_a_disk_that_is_full"]
    environment = dict(os.environ, **{ALONE: "1"})
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0 and "1 passed" in done.stdout, done.stdout[-2000:]


@pytest.mark.skipif(ALONE not in os.environ, reason="run by the test above, in a process without the browser engine")
def test_a_disk_that_is_full(desktop: Any, library: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(PreviewPanel, "load_engine_soon", lambda _panel: None)
    import resource
    import signal

    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)

    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, limits[1]))
        try:
            desktop.keys(" More.")
            yield lambda: is_failed(window)
            assert TEXT + " More." in text(window)
            assert "Not saved" in window.notices.text()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        window.header.saving.retry_button.click()
        yield lambda: window.header.saving.text().startswith("Saved")

    desktop.run(script, "--library", str(library))
    assert TEXT + " More." in held(library).simple_explanation


def test_a_library_that_another_program_holds(desktop: Any, library: Path) -> None:
    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        yield lambda: window.header.saving.text().startswith("Saved")
        other = sqlite3.connect(library, isolation_level=None)
        other.execute("BEGIN EXCLUSIVE")
        desktop.keys(" More.")
        yield lambda: is_failed(window)
        assert "another program" in window.notices.text()
        assert list((paths.data_folder() / "Rescued").rglob("*.json"))
        other.close()
        window.header.saving.retry_button.click()
        yield lambda: window.header.saving.text().startswith("Saved")
        assert not list((paths.data_folder() / "Rescued").rglob("*.json"))

    desktop.run(script, "--library", str(library))
    assert " More." in held(library).simple_explanation


def test_an_error_in_a_slot_is_told_and_the_window_goes_on(
    desktop: Any, library: Path, caplog: pytest.LogCaptureFixture
) -> None:
    words = "a fault about rats"

    def broken() -> None:
        raise RuntimeError(words)

    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        QTimer.singleShot(0, broken)  # as any click or key may end: Qt calls it, and nobody catches
        yield lambda: dialog(CrashDialog)
        told = dialog(CrashDialog)
        assert "Rescued" in told.findChildren(QLabel)[1].text() and "rats" not in told.report.toPlainText()
        (copy,) = (paths.data_folder() / "Rescued").rglob("*.json")
        assert TEXT in copy.read_text(encoding="utf-8")
        told.accept()
        yield lambda: not dialog(CrashDialog)
        desktop.keys(" More.")
        yield lambda: window.header.saving.text().startswith("Saved")

    desktop.run(script, "--library", str(library))
    caplog.clear()
    assert TEXT + " More." in held(library).simple_explanation


def test_an_error_of_ours_saves_a_copy_and_the_next_start_offers_it(
    desktop: Any, library: Path, caplog: pytest.LogCaptureFixture
) -> None:
    def first(window: Window) -> Steps:
        yield from write(desktop, window)
        sys.excepthook(RuntimeError, RuntimeError("a fault about rats"), None)
        yield lambda: dialog(CrashDialog)
        told = dialog(CrashDialog)
        assert "rats" not in told.report.toPlainText()
        QTest.keyClick(told.words, Qt.Key.Key_Space)
        assert TEXT in told.report.toPlainText()
        QTest.keyClick(told.words, Qt.Key.Key_Space)
        told.copy.click()
        assert "RuntimeError" in QApplication.clipboard().text()
        assert "rats" not in QApplication.clipboard().text()
        told.accept()
        (copy,) = (paths.data_folder() / "Rescued").rglob("*.json")
        shutil.copyfile(copy, copy.with_name("2026-11-22T140300Z kept.json"))

    def second(window: Window) -> Steps:
        yield lambda: dialog(TwoTextsDialog)
        asked = dialog(TwoTextsDialog)
        assert "Rats" in asked.sentence.text()
        QTest.keyClick(asked.take, Qt.Key.Key_Return)
        yield lambda: window.page == "editor" and TEXT in text(window)

    desktop.run(first, "--library", str(library))
    caplog.clear()
    with WriterLock(library) as lock, Library.open(library, lock) as opened:  # as if the program had died before saving
        opened._db.execute("DELETE FROM revisions WHERE version > 1")
        summary = opened.load(next(iter(opened.load_many())).id)
        opened.save(replace(summary, simple_explanation="Before."), "save")
        opened._db.execute("DELETE FROM revisions WHERE number < (SELECT max(number) FROM revisions)")
    desktop.run(second, "--library", str(library))
    assert TEXT in held(library).simple_explanation
    assert not list((paths.data_folder() / "Rescued").rglob("*.json"))
