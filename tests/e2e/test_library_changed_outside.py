"""A library that other programs replace, take away or damage under the open window: no text is lost."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from one_summary import TEXT, Steps, dialog, held, is_failed, text, write
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app import paths
from app.ui.dialogs.two_texts import TwoTextsDialog
from app.ui.window import Window
from db.backup import backups
from db.library import Library
from db.lock import WriterLock
from db.migrations import SCHEMA_VERSION


def replaced(path: Path, words: str) -> None:
    """What a sync service does: another file is written beside and takes the name."""
    other = path.with_name("from-elsewhere.tmp")
    shutil.copyfile(path, other)
    with WriterLock(other) as lock, Library.open(other, lock) as library:
        summary = library.load(next(iter(library.load_many())).id)
        library.save(replace(summary, simple_explanation=words), "save")
    other.replace(path)


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
