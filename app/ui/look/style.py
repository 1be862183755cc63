"""The one style sheet of the window, filled from the colour table and the writer's text size; and the palette."""

from __future__ import annotations

import re
from functools import cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QPalette
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app import paths
from app.ui.look import colours, fonts
from app.ui.look.mirror import is_mirrored, mirrored_sheet

_PALETTE = {
    QPalette.ColorRole.Window: "paper",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "card",
    QPalette.ColorRole.AlternateBase: "sunk",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "card",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.Highlight: "mist2",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Link: "link",
    QPalette.ColorRole.LinkVisited: "link",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.Accent: "accent",
}


_SCHEMES = {
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
    "contrast_light": Qt.ColorScheme.Light,
    "contrast_dark": Qt.ColorScheme.Dark,
}


def apply(app: QApplication, scheme: str = "system", text_percent: int = 100) -> None:
    """Dress the whole program. `scheme` is one of the settings' SCHEMES; `text_percent` 90 to 200."""
    colours.ask_for(scheme)
    if hints := QGuiApplication.styleHints():  # the page in the preview follows it
        hints.setColorScheme(_SCHEMES.get(scheme, Qt.ColorScheme.Unknown))
    before = fonts.px(1000)
    fonts.set_percent(text_percent)
    _scale_icons(app, fonts.px(1000) / before)
    palette = app.palette()
    for role, name in _PALETTE.items():
        palette.setColor(role, colours.colour(name))
        if name == "ink":
            palette.setColor(QPalette.ColorGroup.Disabled, role, colours.colour("soft"))
    # What is chosen in a field that the writer has left is quieter than in the one that has the keyboard.
    palette.setColor(QPalette.ColorGroup.Inactive, QPalette.ColorRole.Highlight, colours.colour("mist"))
    app.setPalette(palette)
    app.setFont(fonts.sans(15))
    app.setStyleSheet(sheet())


def _scale_icons(app: QApplication, factor: float) -> None:
    """Let the icons of what is built already grow with the letters; what is built later asks for its size itself."""
    if factor == 1:
        return
    for widget in app.allWidgets():
        if isinstance(widget, QAbstractButton) and not widget.icon().isNull():
            widget.setIconSize((widget.iconSize().toSizeF() * factor).toSize())


def sheet() -> str:
    """The style sheet for the scheme and text size in force."""
    text = _template().replace("@{scheme}", "dark" if colours.is_dark() else "light")
    text = re.sub(r"@\{(\w+)\}", lambda match: colours.name(match[1]), text)
    text = re.sub(r"@px\((\d+)\)", lambda match: f"{fonts.px(int(match[1]))}px", text)
    text = text.replace("@icons", paths.resources().joinpath("icons").as_posix())
    return mirrored_sheet(text) if is_mirrored() else text


def mark(widget: QWidget, **properties: object) -> None:
    """Set dynamic properties that the style sheet asks for, and dress the widget again if one changed."""
    has_changed = False
    for name, value in properties.items():
        if widget.property(name) != value:
            widget.setProperty(name, value)
            has_changed = True
    if has_changed:
        widget.style().unpolish(widget)
        widget.style().polish(widget)
        widget.update()


@cache
def _template() -> str:
    return paths.resources().joinpath("window.qss").read_text(encoding="utf-8")
