"""The first minutes, with nothing written yet: every empty place says what to do, in words that need no manual."""

from __future__ import annotations

import re
from collections.abc import Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.model.listing import Filter
from app.ui.dialogs.asking import Asking
from app.ui.side_panel import TABS
from app.ui.window import Window

Steps = Generator[Any, None, None]
SAYS = {
    "welcome": "Look around a sample library",
    "library": "Write its DOI, PubMed link or title here",
    "publish": "Give a summary the state “published”",
    "glossary": "Add the hard words of your field",
    "categories": "A new category",
    "backups": "Back up now makes the first one",
    "look_up": "Any address will do",
    "targets": "Recommendation",
    "settings": "Search the settings",
    "site_settings": "It stands at the top of every page",
    "outline": "Nothing to score yet",
    "reading": "Write two or three sentences in Simple Explanation",
    "paper": "Drop the paper’s file here, or attach it",
    "checks": "All 9",
    "history": "The first one is kept with the first save",
    "comments": "Choose words in a text and press Ctrl+Alt+M",
    "trash": "The trash is empty",
    "search": "Clear the search",
}
"""What stands in a place where nothing is yet: a way on, not only that it is empty."""
NEVER = re.compile(r"\b(markdown|git|commit|regex|yaml|sqlite|database|null|traceback|manual)\b", re.IGNORECASE)
DIALOGS = ("publish", "glossary", "categories", "backups", "look_up", "targets", "settings", "site_settings")


def words_in(root: QWidget) -> str:
    """What can be read in a window: labels, buttons, placeholders."""
    found = []
    for child in root.findChildren(QWidget):
        if not child.isVisible() or child.window() is not root.window():
            continue
        if isinstance(child, QLabel | QAbstractButton):
            found.append(child.text())
        if isinstance(child, QLineEdit | QTextEdit | QPlainTextEdit):
            found.append(child.placeholderText())
    return re.sub(r"<[^>]+>", "", "\n".join(filter(None, found)))


def test_every_empty_place_says_what_to_do(desktop: Any, tmp_path: Path) -> None:
    seen: dict[str, str] = {}

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        seen["welcome"] = words_in(window)
        window.findChild(Asking).new_library_chosen.emit(str(tmp_path / "Mine"))  # the system's own dialog asks
        yield lambda: window.page == "library"
        yield 600
        seen["library"] = words_in(window)
        for name in DIALOGS:
            window.table[name].trigger()
            yield lambda: dialog_of(window) is not None
            yield 500
            dialog = dialog_of(window)
            assert dialog is not None
            seen[name] = words_in(dialog)
            dialog.close()
            yield lambda: dialog_of(window) is None
        yield from through_the_editor(window, seen)
        window.editor.form.field("simple_explanation").place_caret(0)
        desktop.keys("Rats. ")
        window.table["back_to_library"].trigger()
        yield lambda: window.page == "library"
        window.library.show_filter(Filter(is_trashed=True))
        window.library.filter_changed.emit(Filter(is_trashed=True))
        yield 400
        seen["trash"] = words_in(window)
        window.library.show_filter(Filter())
        window.library.filter_changed.emit(Filter())
        desktop.ctrl(Qt.Key.Key_F)
        desktop.keys("zzz")
        yield lambda: SAYS["search"] in words_in(window)
        seen["search"] = words_in(window)

    desktop.run(script)
    silent = {place: seen[place] for place, words in SAYS.items() if words not in seen[place]}
    assert not silent and seen.keys() <= SAYS.keys() | {"preview", "editor"}
    learned = {place: NEVER.findall(words) for place, words in seen.items() if NEVER.search(words)}
    assert not learned, "words that want a manual"


def through_the_editor(window: Window, seen: dict[str, str]) -> Steps:
    window.table["new_summary"].trigger()
    yield lambda: window.page == "editor"
    yield 1500
    seen["editor"], seen["outline"] = words_in(window.editor), words_in(window.editor.outline)
    for tab in TABS:
        window.table[f"show_{tab}"].trigger()
        yield 700
        seen[tab] = words_in(window.side)
    window.table["show_comments"].trigger()
    yield 500
    seen["comments"] = words_in(window.side)


def dialog_of(window: Window) -> QDialog | None:
    return next((each for each in window.findChildren(QDialog) if each.isVisible()), None)
