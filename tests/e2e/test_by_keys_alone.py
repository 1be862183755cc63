"""By keys alone: the keyboard stays where it is of use, comes back to where it was, and Enter presses what has it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.ui.dialogs.confirm import ConfirmDialog
from app.ui.dialogs.site_settings import SiteSettingsDialog
from app.ui.tour import TourStep
from app.ui.window import Window

Steps = Generator[Any, None, None]


def to_library(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"
    yield 600


def test_tab_stays_in_a_box_that_lies_over_the_window(desktop: Any) -> None:
    met: list[str] = []

    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        window.table["tour"].trigger()
        yield lambda: (step := window.findChild(TourStep)) is not None and step.next_button.hasFocus()
        step = window.findChild(TourStep)
        for key in (Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backtab):
            desktop.key(key)
            focus = QApplication.focusWidget()
            met.append(focus.text() if focus and step.isAncestorOf(focus) else f"left for {focus}")
        desktop.key(Qt.Key.Key_Escape)
        yield window.library.table.hasFocus

    desktop.run(script)
    assert met == ["Leave the tour", "Next", "Leave the tour", "Next", "Leave the tour"]


def test_enter_presses_a_button_of_the_window(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        window.library.header.new_summary.setFocus()
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"

    desktop.run(script)


def test_enter_presses_the_button_of_a_dialog_on_which_the_keyboard_is(desktop: Any) -> None:
    """Not the one that Enter presses from a field: nobody on Cancel means Save."""

    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        answers: list[str] = []
        for name in ("cancel", "action"):
            dialog = ConfirmDialog("Empty the trash?", "Three summaries are deleted.", "Delete", window)
            dialog.accepted.connect(lambda: answers.append("deleted"))
            dialog.rejected.connect(lambda: answers.append("left"))
            dialog.open()
            yield dialog.cancel.hasFocus
            if name == "action":
                desktop.key(Qt.Key.Key_Tab)
            desktop.key(Qt.Key.Key_Return)
            yield lambda count=name: len(answers) == (1 if count == "cancel" else 2)
        assert answers == ["left", "deleted"]
        window.table["site_settings"].trigger()
        yield lambda: (dialog := window.findChild(SiteSettingsDialog)) is not None and dialog.isVisible()
        settings = window.findChild(SiteSettingsDialog)
        settings.accepted.connect(lambda: answers.append("kept"))
        settings.rejected.connect(lambda: answers.append("not kept"))
        yield settings.isActiveWindow
        settings.cancel.setFocus()
        yield settings.cancel.hasFocus
        desktop.key(Qt.Key.Key_Return)
        yield lambda: len(answers) == 3
        assert answers[2:] == ["not kept"]

    desktop.run(script)


def test_the_keyboard_comes_back_from_a_notice(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from to_library(desktop, window)
        rows = window.library.table
        for button in (window.notices.action_button, window.notices.close_button):
            desktop.key(Qt.Key.Key_Delete)
            yield lambda: rows.model().rowCount() == 2
            while not button.hasFocus():
                desktop.key(Qt.Key.Key_Tab)
            assert rows is not QApplication.focusWidget()
            came_from_undo = button is window.notices.action_button
            desktop.key(Qt.Key.Key_Return)
            yield window.notices.isHidden
            yield lambda is_undone=came_from_undo: rows.model().rowCount() == (3 if is_undone else 2)
            assert rows.hasFocus(), QApplication.focusWidget()

    desktop.run(script)
