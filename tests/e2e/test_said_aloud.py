"""What changes without the keyboard going there is said: what a search found, another order, what Undo took back."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.ui import appearance, spoken_steps
from app.ui.dialogs import palette
from app.ui.dialogs.comment import CommentDialog
from app.ui.editor import find_bar
from app.ui.editor.sections import ListSection
from app.ui.fields import list_field, rich_field
from app.ui.library import foot
from app.ui.library.shelf_list import ShelfList
from app.ui.look import spoken_label
from app.ui.window import Window

Steps = Generator[Any, None, None]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window says, on its way to the screen reader's bus."""
    heard: list[str] = []
    for place in (appearance, find_bar, foot, list_field.rows, palette, rich_field, spoken_label, spoken_steps):
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
        assert said[-1] == "Glossary…" and said.count("Glossary…") == 1
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


def to_form(desktop: Any, window: Window) -> Steps:
    yield from to_library(desktop, window)
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "editor"
    yield 1000


def test_rows_that_come_and_go_are_said_and_typing_is_not(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_form(desktop, window)
        findings = window.editor.form.sections["key_findings"]
        assert isinstance(findings, ListSection)
        findings.list.fields[0].edit.setFocus()
        desktop.keys("Oh. ")
        desktop.ctrl(Qt.Key.Key_Return)
        desktop.key(Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
        desktop.ctrl(Qt.Key.Key_Backspace, Qt.KeyboardModifier.ShiftModifier)
        yield 50

    desktop.run(script)
    assert said == [
        "Done: Add a finding",
        "Done: Move finding 2 up",
        "Finding 1 of 4",
        "Done: Remove finding 1",
    ]


def test_comments_are_said_and_the_keyboard_stays_among_them(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_form(desktop, window)
        for words in ("Is it so?", "And this?"):
            window.table["comment"].trigger()
            yield lambda: isinstance(QApplication.activeModalWidget(), CommentDialog)
            desktop.ctrl(Qt.Key.Key_Return)
            assert said[-1] == "Say something, or suggest other words."
            desktop.keys(words)
            desktop.ctrl(Qt.Key.Key_Return)
            yield lambda: QApplication.activeModalWidget() is None
            assert said[-1] == "Done: Add a comment"
        window.activateWindow()
        yield window.isActiveWindow
        window.table["show_comments"].trigger()
        yield 300
        first, second = (comment.id for comment in window.editor.summary.comments)
        wish_of(window, first, "resolve").setFocus()
        desktop.key(Qt.Key.Key_Return)
        assert said[-1] == "Done: Resolve a comment"
        assert QApplication.focusWidget() is wish_of(window, second, "resolve")
        wish_of(window, second, "").setFocus()
        desktop.keys("Yes.")
        desktop.key(Qt.Key.Key_Return)
        assert said[-1] == "Done: Answer a comment"
        assert QApplication.focusWidget() is wish_of(window, second, "")
        wish_of(window, second, "remove").setFocus()
        desktop.key(Qt.Key.Key_Return)
        assert said[-1] == "Done: Delete a comment"
        assert getattr(QApplication.focusWidget(), "text", str)() == "New comment…"

    desktop.run(script)


def wish_of(window: Window, comment_id: str, wish: str) -> QWidget:
    """A button of a comment, or the field for an answer to it."""
    return next(
        one
        for one in window.side.findChildren(QWidget)
        if one.property("comment") == comment_id and (one.property("wish") or "") == wish
    )


def test_letters_and_colours_are_said(desktop: Any, said: list[str]) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        desktop.ctrl(Qt.Key.Key_Plus)
        yield lambda: said == ["Text size: 110 %"]
        desktop.ctrl(Qt.Key.Key_Minus)
        yield lambda: said[1:] == ["Text size: 100 %"]
        window.table["scheme_dark"].trigger()
        assert said[2:] == ["Colours: dark"]
        window.table["scheme_system"].trigger()

    desktop.run(script)
