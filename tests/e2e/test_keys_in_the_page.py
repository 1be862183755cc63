"""The page of the preview is no trap: Esc leads out of it, to the buttons above it."""

from __future__ import annotations

from collections.abc import Generator
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.ui.dialogs.site_settings import SiteSettingsDialog
from app.ui.preview.panel import PreviewPanel
from app.ui.window import Window

Steps = Generator[Any, None, None]
OUTSIDE = "Open the page in the browser"


def in_and_out(preview: PreviewPanel) -> Steps:
    """Into the page, as Tab comes there after all else, and out of it by Esc."""
    engine: Any = preview._engine
    assert engine is not None
    button = next(one for one in preview.findChildren(QWidget) if one.isVisible() and one.accessibleName() == OUTSIDE)
    yield lambda: engine.focusProxy() is not None
    engine.setFocus()
    inside = QApplication.focusWidget()
    assert inside is not None and engine.isAncestorOf(inside)
    QTest.keyClick(inside, Qt.Key.Key_Escape)
    assert button.hasFocus()


def test_the_page_in_the_window(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 600
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        preview = window.side.findChild(PreviewPanel)
        assert preview is not None
        yield lambda: preview._engine is not None and preview._waiting.isHidden()
        yield from in_and_out(preview)

    desktop.run(script)


def test_the_page_in_the_website_settings(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield lambda: window.page == "welcome"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "library"
        yield 600
        window.table["site_settings"].trigger()
        yield lambda: window.findChild(SiteSettingsDialog)
        dialog = window.findChild(SiteSettingsDialog)
        assert dialog is not None
        yield lambda: dialog.preview._engine is not None and dialog.preview._waiting.isHidden()
        yield from in_and_out(dialog.preview)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        yield lambda: window.findChild(SiteSettingsDialog) is None

    desktop.run(script)
