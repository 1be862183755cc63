"""F1 opens the help at the place that fits: the page, the panel, the dialog."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget

from app.ui.dialogs.help import HelpDialog
from app.ui.dialogs.settings import SettingsDialog
from app.ui.window import Window

Steps = Generator[Any, None, None]


def help_of(over: Any) -> HelpDialog | None:
    return next((dialog for dialog in over.findChildren(HelpDialog) if dialog.isVisible()), None)


def press_f1(desktop: Any, over: Any, seen: list[str]) -> Steps:
    desktop.key(Qt.Key.Key_F1)
    yield lambda: help_of(over) is not None
    shown = help_of(over)
    assert shown is not None
    seen.append(shown.findChild(QListWidget).currentItem().text().strip())
    shown.close()
    yield lambda: help_of(over) is None
    over.activateWindow()
    yield 200


def test_f1_knows_where_the_writer_is(desktop: Any) -> None:
    seen: list[str] = []

    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        yield from press_f1(desktop, window, seen)
        window.welcome.sample_button.click()
        yield lambda: window.page == "library"
        yield from press_f1(desktop, window, seen)
        window.table["settings"].trigger()
        yield lambda: window.findChild(SettingsDialog) is not None
        dialog = window.findChild(SettingsDialog)
        yield from press_f1(desktop, dialog, seen)
        dialog.close()
        yield lambda: window.findChild(SettingsDialog) is None
        window.library.focus_rows()
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 800
        yield from press_f1(desktop, window, seen)
        window.table["show_reading"].trigger()
        window.side.focus_panel()
        yield from press_f1(desktop, window, seen)

    desktop.run(script)
    assert seen == ["Start", "The library", "Settings", "Write", "How hard it reads"]
