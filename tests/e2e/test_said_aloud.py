"""What changes without the keyboard going there is said: what a search found, another order, what Undo took back."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.ui import spoken_steps
from app.ui.dialogs import palette
from app.ui.editor import find_bar
from app.ui.library import foot
from app.ui.library.shelf_list import ShelfList
from app.ui.window import Window

Steps = Generator[Any, None, None]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window says, on its way to the screen reader's bus."""
    heard: list[str] = []
    for place in (find_bar, foot, palette, spoken_steps):
        tell = place.announce

        def listen(widget: QWidget, sentence: str, tell: Any = tell) -> None:
            heard.append(sentence)
            tell(widget, sentence)

        monkeypatch.setattr(place, "announce", listen)
    return heard


def to_library(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    yield 600


def test_what_a_search_finds_is_said(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        assert not said
        desktop.ctrl(Qt.Key.Key_F)
        desktop.keys("infusions")
        yield lambda: said == ["1 summary with “infusions”"]
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: len(said) == 2
        desktop.keys("zzz")
        yield lambda: len(said) == 3

    desktop.run(script)
    assert said[1:] == ["3 summaries, newest first", "0 summaries with “zzz”"]


def test_the_rows_are_ordered_by_keys(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        for _turn in range(2):
            window.table["order_rows"].trigger()
            yield lambda: isinstance(QApplication.activePopupWidget(), QMenu)
            menu = QApplication.activePopupWidget()
            QTest.keyClick(menu, Qt.Key.Key_Down)
            QTest.keyClick(menu, Qt.Key.Key_Return)
            yield lambda turn=_turn: len(said) == turn + 1
            assert window.library.table.hasFocus()

    desktop.run(script)
    assert said == ["3 summaries, by title, A to Z", "3 summaries, by title, Z to A"]


def test_the_arrows_lead_back_from_a_category_to_all_summaries(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        shelves, categories = window.library.side.findChildren(ShelfList)
        categories.setFocus()
        desktop.key(Qt.Key.Key_Down)
        yield lambda: len(said) == 1
        shelves.setFocus()
        desktop.key(Qt.Key.Key_Up)
        yield lambda: len(said) == 2

    desktop.run(script)
    assert said == ["1 summary", "3 summaries, newest first"]


def test_what_undo_and_redo_did_is_said(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        desktop.key(Qt.Key.Key_Delete)
        yield lambda: window.library.table.model().rowCount() == 2
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: window.library.table.model().rowCount() == 3
        desktop.key(Qt.Key.Key_Delete)
        yield lambda: window.library.table.model().rowCount() == 2
        window.notices.action_button.setFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: window.library.table.model().rowCount() == 3
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 300
        desktop.keys("Rats. ")
        desktop.ctrl(Qt.Key.Key_Z)
        desktop.ctrl(Qt.Key.Key_Y)
        yield 50

    desktop.run(script)
    assert said == [
        "Undone: Move to the trash",
        "Undone.",
        "Undone: Edit Simple Explanation",
        "Done again: Edit Simple Explanation",
    ]


def test_what_enter_would_do_in_the_palette_is_said(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        window.table["find_action"].trigger()
        yield lambda: (field := QApplication.focusWidget()) and field.accessibleName() == "Name of the action"
        desktop.keys("glossary")
        assert said[-1] == "Glossary…"
        desktop.key(Qt.Key.Key_Down)
        assert said[-1] == "Add to the glossary…. This cannot be done here"
        desktop.keys("qqq")
        assert said[-1] == "No action has these letters in its name."
        desktop.key(Qt.Key.Key_Escape)

    desktop.run(script)


def test_matches_and_saving_are_said(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 500
        window.table["find"].trigger()
        desktop.keys("rats")
        found = said[-1]
        assert found.endswith(" found")
        desktop.key(Qt.Key.Key_Return)
        assert said[-1] == f"1 of {found.removesuffix(' found')}"
        desktop.key(Qt.Key.Key_Escape)
        desktop.keys("Oh. ")
        desktop.ctrl(Qt.Key.Key_S)
        yield lambda: said[-1].startswith("Saved ")

    desktop.run(script)
