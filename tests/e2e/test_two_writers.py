"""Two writers with a home each send one summary to and fro: one clash, decided by keys, undone too."""

from __future__ import annotations

import os
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QRadioButton

from app.model.summary import Summary
from app.ui.dialogs.clash import ClashDialog
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]


@pytest.fixture
def home_of(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Goes to one writer's computer."""

    def go(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        monkeypatch.setenv("PLAINSPOKEN_HOME", str(folder / "data"))
        return folder / "L.plainspoken"

    return go


def held(path: Path) -> Summary:
    with Library.open(path) as library:
        return next(iter(library.load_many()))


def write_into(desktop: Any, window: Window, section: str, words: str) -> Steps:
    window.editor.go_to(section, 0, 0)
    yield 50
    desktop.ctrl(Qt.Key.Key_Home)
    desktop.keys(words)
    yield lambda: window.header.saving.text().startswith("Saved")


def dialog() -> Any:
    found = QApplication.activeModalWidget()
    return found if isinstance(found, ClashDialog) else None


def has_keyboard(window: Any) -> bool:
    """Whether a window has the keyboard; without a window manager nobody gives it back after a dialog."""
    if not window.isActiveWindow() or QApplication.focusWidget() is None:
        window.activateWindow()
        return False
    return True


def send(desktop: Any, window: Window, to: Path) -> Steps:
    yield lambda: has_keyboard(window)
    desktop.key(Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier)
    yield lambda: to.exists() and "Send this file" in window.notices.text()


def test_to_and_fro_with_one_clash(desktop: Any, home_of: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "from-anna.plainspoken-summary"
    back, again = tmp_path / "from-ben.plainspoken-summary", tmp_path / "from-anna-2.plainspoken-summary"
    places = [there, back, again]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(places.pop(0)), ""))
    seen: dict[str, Any] = {}
    annas = home_of("anna")
    with WriterLock(annas) as lock, Library.create(annas, lock) as library:
        texts = {"plain_title": "Rats", "simple_explanation": "Rats ran.", "research_summary": "Ten rats."}
        library.save(replace(library.new_summary(), **texts), "save")  # type: ignore[arg-type]

    def anna_sends(window: Window) -> Steps:
        yield lambda: window.page == "library"
        yield from send(desktop, window, there)

    def ben_writes(window: Window) -> Steps:
        yield lambda: window.page == "editor" and "new here" in window.notices.text()
        yield from write_into(desktop, window, "simple_explanation", "Ben: ")
        yield from write_into(desktop, window, "research_summary", "Ben: ")
        yield from send(desktop, window, back)

    def anna_writes(window: Window) -> Steps:
        yield lambda: window.page == "library"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield from write_into(desktop, window, "simple_explanation", "Anna: ")
        yield from write_into(desktop, window, "title", "Anna: ")
        window.files_dropped.emit([str(back)])
        yield dialog
        yield lambda: has_keyboard(dialog())
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: not dialog() and "Nothing was brought in" in window.notices.text()
        yield lambda: window.page == "editor"
        window.files_dropped.emit([str(back)])
        yield dialog
        asked = dialog()
        seen["fields"], seen["is_ready"] = list(asked.radios), asked.merge.isEnabled()
        seen["sentence"] = asked.sentence.text()
        _picture(asked)
        yield lambda: has_keyboard(asked)
        assert isinstance(QApplication.focusWidget(), QRadioButton)
        desktop.key(Qt.Key.Key_Space)
        yield 10
        seen["first"] = dict(asked.choices)
        desktop.key(Qt.Key.Key_Right)
        desktop.key(Qt.Key.Key_Right)
        yield 10
        seen["last"] = dict(asked.choices)
        while QApplication.focusWidget() is not asked.merge:
            desktop.key(Qt.Key.Key_Tab)
            yield 10
        desktop.key(Qt.Key.Key_Space)
        yield lambda: not dialog() and "1 decided by you" in window.notices.text()
        seen["said"] = window.notices.text()
        seen["merged"] = held(annas)
        yield lambda: window.page == "editor"
        yield window.table["undo"].isEnabled
        assert window.table["undo"].text() == "Undo merge"
        yield lambda: has_keyboard(window)
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: held(annas).research_summary == "Ten rats." and window.page == "editor"
        assert not window.table["undo"].isEnabled()
        seen["undone"] = held(annas)
        window.files_dropped.emit([str(back)])
        yield dialog
        dialog().radios["simple_explanation"]["theirs"].click()
        dialog().merge.click()
        yield lambda: not dialog() and window.page == "editor"
        yield from send(desktop, window, again)

    def ben_takes(window: Window) -> Steps:
        yield lambda: window.page == "editor" and "0 decided by you" in window.notices.text()
        seen["ben"] = window.notices.text()

    desktop.run(anna_sends, "--library", str(annas))
    bens = home_of("ben")
    with WriterLock(bens) as lock, Library.create(bens, lock):
        pass
    desktop.run(ben_writes, "--library", str(bens), str(there))
    home_of("anna")
    desktop.run(anna_writes, "--library", str(annas))
    home_of("ben")
    desktop.run(ben_takes, "--library", str(bens), str(again))

    assert seen["fields"] == ["simple_explanation"] and not seen["is_ready"]
    assert seen["first"] == {"simple_explanation": "mine"} and seen["last"] == {"simple_explanation": "both"}
    assert "1 from" in seen["said"] and "1 kept as you changed them" in seen["said"]
    merged = seen["merged"]
    assert merged.simple_explanation == "Anna: Rats ran.\n\nBen: Rats ran."
    assert (merged.plain_title, merged.research_summary) == ("Anna: Rats", "Ben: Ten rats.")
    undone = seen["undone"]
    assert (undone.simple_explanation, undone.plain_title) == ("Anna: Rats ran.", "Anna: Rats")
    for path in (annas, bens):
        last = held(path)
        assert last.simple_explanation == "Ben: Rats ran." and last.plain_title == "Anna: Rats"
        assert last.research_summary == "Ben: Ten rats."


def _picture(asked: ClashDialog) -> None:
    """Keep a picture where somebody wants to look at it."""
    if folder := os.environ.get("PLAINSPOKEN_PICTURES"):
        asked.grab().save(f"{folder}/clash.png")
