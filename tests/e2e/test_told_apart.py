"""Whoever says a name means one thing: no two buttons of a window are called the same, and none is what it is not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Generator
from typing import Any

from accessible_walk import BUTTONS, tree
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton

from app.ui.look.disclosure import Disclosure
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


def test_what_opens_says_whether_it_is_open_and_begins_with_the_words_on_it(desktop: Any) -> None:
    told: dict[str, list[str]] = {}

    def script(window: Window) -> Steps:
        yield from to_editor(desktop, window)
        for tab in ("reading", "paper"):
            window.table[f"show_{tab}"].trigger()
            yield 600
        for button in [each for each in window.findChildren(Disclosure) if each.text() != "Show"]:
            here = QAccessible.queryAccessibleInterface(button)
            names = [here.text(Name)]
            seen = [spoken(button)]
            for _turn in range(2):
                button.click()
                names.append(here.text(Name))
                seen.append(spoken(button))
            assert not here.state().checkable
            assert all(name.startswith(words) for name, words in zip(names, seen, strict=True)), (names, seen)
            told[names[0].rpartition(",")[0] or names[0]] = names

    desktop.run(script)
    assert told["How this is counted"] == [f"How this is counted, {how}" for how in ("closed", "open", "closed")]
    assert told["The paper says"] == [f"The paper says, {how}" for how in ("open", "closed", "open")]
    assert "Good example of Simple Explanation" in told
    assert "Authors, volume, pages, PMID, link" in told


def spoken(button: QAbstractButton) -> str:
    return button.text().replace("&&", "&").strip()
