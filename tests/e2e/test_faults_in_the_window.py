"""Faults of the world and our own, made to happen under the running program: a sentence, and no text lost."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from app import paths
from app.model.summary import Summary
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.two_texts import TwoTextsDialog
from app.ui.preview.panel import PreviewPanel
from app.ui.window import Window
from db.backup import backups
from db.library import Library
from db.lock import WriterLock
from db.migrations import SCHEMA_VERSION

Steps = Generator[Any, None, None]
TEXT = "We gave rats new cells."
ALONE = "PLAINSPOKEN_TEST_ALONE"


@pytest.fixture
def library(tmp_path: Path) -> Path:
    """A library of one summary in a folder of its own."""
    path = tmp_path / "shared" / "L.plainspoken"
    path.parent.mkdir()
    with WriterLock(path) as lock, Library.create(path, lock) as opened:
        opened.save(replace(opened.new_summary(), plain_title="Rats", simple_explanation="Before."), "save")
    return path


def held(path: Path) -> Summary:
    with Library.open(path) as library:
        return next(iter(library.load_many()))


def write(desktop: Any, window: Window, words: str = TEXT) -> Steps:
    """Open the first summary and write at the beginning of its Simple Explanation."""
    yield lambda: window.page == "library"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "editor"
    yield 50
    desktop.ctrl(Qt.Key.Key_Home)
    desktop.keys(words)
    yield 10


def text(window: Window) -> str:
    field = window.editor.form.field("simple_explanation")
    assert field is not None
    return str(field.text())


def is_failed(window: Window) -> bool:
    return window.header.saving.text().startswith("Not saved:")


def dialog(kind: type) -> Any:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, kind) else None


def replaced(path: Path, words: str) -> None:
    """What a sync service does: another file is written beside and takes the name."""
    other = path.with_name("from-elsewhere.tmp")
    shutil.copyfile(path, other)
    with WriterLock(other) as lock, Library.open(other, lock) as library:
        summary = library.load(next(iter(library.load_many())).id)
        library.save(replace(summary, simple_explanation=words), "save")
    other.replace(path)


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


@pytest.mark.parametrize("takes_mine", [True, False])
def test_a_library_replaced_by_a_sync_service_keeps_both_texts(desktop: Any, library: Path, takes_mine: bool) -> None:
    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        replaced(library, "From the other computer.")
        theirs = library.read_bytes()
        desktop.keys(" More.")
        yield lambda: dialog(TwoTextsDialog)
        assert library.read_bytes() == theirs
        asked = dialog(TwoTextsDialog)
        QTest.keyClick(asked.look, Qt.Key.Key_Space)
        assert asked.area.isVisible()
        QTest.keyClick(asked.take if takes_mine else asked.leave, Qt.Key.Key_Return)
        yield lambda: not dialog(TwoTextsDialog)
        yield lambda: window.header.saving.text().startswith("Saved")
        assert (TEXT in text(window)) == takes_mine

    desktop.run(script, "--library", str(library))
    with Library.open(library) as opened:
        summary = next(iter(opened.load_many()))
        kept = [opened.revision(revision.number).simple_explanation for revision in opened.revisions(summary.id)]
    assert (TEXT in summary.simple_explanation) == takes_mine
    assert any(TEXT in words for words in kept)
    assert "From the other computer." in kept
    assert backups(library), "what was open before is kept beside"


def test_the_same_content_put_there_again_is_no_alarm(desktop: Any, library: Path) -> None:
    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        yield lambda: window.header.saving.text().startswith("Saved")
        before = backups(library)
        shutil.copyfile(library, library.with_suffix(".tmp"))
        library.with_suffix(".tmp").replace(library)
        os.utime(library, (0, 0))  # and the clock says 1970
        QApplication.instance().applicationStateChanged.emit(Qt.ApplicationState.ApplicationActive)
        yield 100
        assert dialog(TwoTextsDialog) is None
        assert "replaced" not in window.notices.text() and backups(library) == before
        desktop.keys(" More.")
        yield lambda: window.header.saving.text().startswith("Saved") and " More." in held(library).simple_explanation

    desktop.run(script, "--library", str(library))


def test_a_library_that_went_away_and_came_back(desktop: Any, library: Path) -> None:
    away = library.with_name("away")

    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        yield lambda: window.header.saving.text().startswith("Saved")
        library.rename(away)
        desktop.keys(" More.")
        yield lambda: is_failed(window)
        assert "no longer at" in window.notices.text()
        assert not library.exists(), "no empty library in its place"
        away.rename(library)
        window.header.saving.retry_button.click()
        yield lambda: window.header.saving.text().startswith("Saved")

    desktop.run(script, "--library", str(library))
    assert " More." in held(library).simple_explanation


def damaged(kind: str, good: bytes) -> bytes:
    """What another program may leave of the library under the open window."""
    if kind == "corrupt header":
        return b"\0" * 100 + good[100:]
    if kind == "corrupt pages":
        return good[:4096] + b"\xa5" * (len(good) - 4096)
    if kind == "truncated":
        return good[: len(good) // 3]
    if kind == "not SQLite":
        return b"%PDF-1.7 " * (len(good) // 9 + 1)
    newer = bytearray(good)
    newer[60:64] = (SCHEMA_VERSION + 1).to_bytes(4, "big")
    newer[27] += 1  # as a program that wrote it would count
    return bytes(newer)


@pytest.mark.parametrize(
    ("kind", "is_in_place"),
    [
        ("corrupt header", True),
        ("truncated", True),
        ("not SQLite", False),
        ("corrupt pages", False),
    ],
)
def test_a_library_damaged_under_the_open_window(desktop: Any, library: Path, kind: str, is_in_place: bool) -> None:
    good: list[bytes] = []

    def put(content: bytes) -> None:
        if is_in_place:
            library.write_bytes(content)
        else:
            library.with_suffix(".tmp").write_bytes(content)
            library.with_suffix(".tmp").replace(library)

    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        yield lambda: window.header.saving.text().startswith("Saved")
        good.append(library.read_bytes())
        bad = damaged(kind, good[0])
        put(bad)
        desktop.keys(" More.")
        yield lambda: is_failed(window)
        told = window.notices.text()
        assert "Traceback" not in told and told.strip().endswith((".", ")")), told
        assert TEXT + " More." in text(window)
        rescued = list((paths.data_folder() / "Rescued").rglob("*.json"))
        assert rescued and "More." in rescued[0].read_text(encoding="utf-8")
        assert library.read_bytes() == bad, "the damaged file is evidence, and left as it is"
        put(good[0])
        window.header.saving.retry_button.click()
        yield lambda: window.header.saving.text().startswith("Saved")

    desktop.run(script, "--library", str(library))
    assert " More." in held(library).simple_explanation


def test_a_newer_library_put_in_its_place_is_left_to_the_newer_program(desktop: Any, library: Path) -> None:
    def script(window: Window) -> Steps:
        yield from write(desktop, window)
        yield lambda: window.header.saving.text().startswith("Saved")
        good = library.read_bytes()
        newer = damaged("newer", good)
        library.with_suffix(".tmp").write_bytes(newer)
        library.with_suffix(".tmp").replace(library)
        desktop.keys(" More.")
        yield lambda: is_failed(window)
        assert TEXT + " More." in text(window)
        yield lambda: "newer Plainspoken" in window.notices.text()
        copies = len(backups(library))
        window.header.saving.retry_button.click()
        yield 300
        assert len(backups(library)) == copies, "one copy of what was open is enough"
        assert library.read_bytes() == newer
        library.with_suffix(".tmp").write_bytes(good)
        library.with_suffix(".tmp").replace(library)
        window.header.saving.retry_button.click()
        yield lambda: window.header.saving.text().startswith("Saved")

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
