"""The website from the window: its settings, and a look at the whole of it in the browser."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from app import paths
from app.ui.dialogs.site_settings import SiteSettingsDialog
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]


class Browser(QObject):
    """Takes what the program opens outside."""

    def __init__(self) -> None:
        super().__init__()
        self.opened: list[str] = []

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        """Note it, as a browser would show it."""
        self.opened.append(url.toLocalFile())


@pytest.fixture
def browser(qapp: QApplication) -> Iterator[Browser]:
    assert qapp
    browser = Browser()
    QDesktopServices.setUrlHandler("file", browser, "open")
    yield browser
    QDesktopServices.unsetUrlHandler("file")


def open_sample(desktop: Any, window: Window) -> Steps:
    yield lambda: window.page == "welcome"
    desktop.key(Qt.Key.Key_Return)
    yield lambda: window.page == "library"


def settings() -> SiteSettingsDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SiteSettingsDialog)
    return dialog


def test_the_whole_website_opens_in_the_browser(desktop: Any, browser: Browser) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        desktop.ctrl(Qt.Key.Key_P, Qt.KeyboardModifier.AltModifier)
        yield lambda: browser.opened

    desktop.run(script)
    assert browser.opened == [str(paths.site_look() / "index.html")]
    assert "Repeated stem cell infusions" in (paths.site_look() / "index.html").read_text(encoding="utf-8")


def test_settings_are_kept_and_the_next_look_has_them(desktop: Any, browser: Browser) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        window.table["site_settings"].trigger()
        yield lambda: isinstance(QApplication.activeModalWidget(), SiteSettingsDialog)
        dialog = settings()
        name = dialog.field("name")
        name.clear()
        name.setFocus()
        desktop.keys("Another shelf")
        dialog.theme.setFocus()
        desktop.key(Qt.Key.Key_Down)
        dialog.keep.setFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: QApplication.activeModalWidget() is None
        window.table["look_at_site"].trigger()
        yield lambda: browser.opened

    desktop.run(script)
    page = (paths.site_look() / "index.html").read_text(encoding="utf-8")
    assert "<h1>Another shelf</h1>" in page
    assert (paths.site_look() / "theme" / "style.css").read_text(encoding="utf-8").startswith("/* Clear:")
    with Library.open(paths.data_folder() / "Sample library.plainspoken") as library:
        assert (library.site().name, library.site().theme) == ("Another shelf", "clear")


def test_kept_settings_are_taken_back(desktop: Any) -> None:
    def script(window: Window) -> Steps:
        yield from open_sample(desktop, window)
        window.table["site_settings"].trigger()
        yield lambda: isinstance(QApplication.activeModalWidget(), SiteSettingsDialog)
        dialog = settings()
        before = dialog.site()
        dialog.field("name").setFocus()
        desktop.ctrl(Qt.Key.Key_A)
        desktop.keys("A slip")
        dialog.keep.setFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: QApplication.activeModalWidget() is None
        yield lambda: window.notices.text() == "Website settings kept."
        window.notices.action_button.setFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: not window.notices.action_button.isVisible()
        window.table["site_settings"].trigger()
        yield lambda: isinstance(QApplication.activeModalWidget(), SiteSettingsDialog)
        assert settings().site() == before
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: QApplication.activeModalWidget() is None

    desktop.run(script)
