"""The table of actions: every one in a menu, spoken by its own name, on keys of its own."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.ui.actions import MENUS, TABLE, Actions, spoken


@pytest.fixture
def window(qtbot: QtBot) -> Iterator[QMainWindow]:
    window = QMainWindow()
    qtbot.addWidget(window)
    yield window


def test_every_action_is_in_one_menu_and_has_a_tip(window: QMainWindow) -> None:
    actions = Actions(window)
    menus = actions.fill(window.menuBar())
    listed = [action for menu in menus.values() for action in menu.actions() if not action.isSeparator()]
    assert len(listed) == len(set(listed)) == len(TABLE)
    assert {spec.menu for spec in TABLE} == set(MENUS)
    assert all(action.toolTip() for action in actions)


def test_names_and_keys_are_said_once(window: QMainWindow) -> None:
    actions = Actions(window)
    names = [spoken(action) for action in actions]
    assert len(names) == len(set(names))
    keys = [key.strip() for spec in TABLE for key in spec.keys.split(";") if key.strip()]
    assert len(keys) == len(set(keys))
    assert not [key for key in keys if len(key) == 1], "A single letter is for writing"


def test_undo_and_redo_say_their_step(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.show_steps("Edit Simple Explanation", "")
    assert actions["undo"].text() == "Undo edit Simple Explanation"
    assert not actions["redo"].isEnabled() and actions["redo"].text() == "Redo"


def test_undo_on_the_library_page_is_about_the_library(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.show_page("library")
    actions.show_steps("Edit Simple Explanation", "")
    assert not actions["undo"].isEnabled()
    actions.show_offer("Import")
    assert actions["undo"].isEnabled() and actions["undo"].text() == "Undo import"
    actions.show_page("editor")
    assert actions["undo"].text() == "Undo edit Simple Explanation"
    actions.show_page("welcome")
    assert not actions["undo"].isEnabled()


def test_only_what_works_on_a_page_can_be_chosen(window: QMainWindow) -> None:
    actions = Actions(window)
    actions.show_page("welcome")
    assert not actions["new_summary"].isEnabled() and actions["open_library"].isEnabled()
    actions.show_page("library")
    assert actions["duplicate"].isEnabled() and not actions["bold"].isEnabled()
    actions.show_page("editor")
    assert actions["bold"].isEnabled() and not actions["duplicate"].isEnabled()
