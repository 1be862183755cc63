"""A writer at work on the one summary of a library, and what the window and the file hold of it."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model.summary import Summary
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]
TEXT = "We gave rats new cells."


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
