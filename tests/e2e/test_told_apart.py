"""Whoever says a name means one thing: no two buttons of a window are called the same, and none is what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from typing import Any

from accessible_walk import BUTTONS, tree
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from app.ui.side_panel import TABS
from app.ui.window import Window

Steps = Generator[Any, None, None]
Name, Role = QAccessible.Text.Name, QAccessible.Role


def to_editor(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    yield 600
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "editor"
    yield 2000


def test_no_two_buttons_of_the_editor_are_called_the_same(desktop: Any) -> None:
    twice: dict[str, list[str]] = {}

    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        for tab in TABS:
            window.table[f"show_{tab}"].trigger()
            yield 600
            names = Counter(here.text(Name) for here, _, _ in tree(window) if here.role() in BUTTONS)
            twice[tab] = [name for name, count in names.items() if count > 1]

    desktop.run(script)
    assert not any(twice.values()), twice


def test_a_section_of_the_outline_is_no_box_to_check(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        entries = window.editor.outline.entries
        here = QAccessible.queryAccessibleInterface(entries["simple_explanation"])
        assert here.role() == Role.Button
        assert here.text(QAccessible.Text.Description) == "Complete, 6 open. You are here"
        assert "You are here" not in entries["key_findings"].accessibleDescription()
        window.table["next_section"].trigger()
        assert here.text(QAccessible.Text.Description) == "Complete, 6 open"

    desktop.run(script)
