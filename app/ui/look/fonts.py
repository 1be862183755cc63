"""The two typefaces of the window, shipped with it: Source Serif 4 for headings, Source Sans 3 for everything else."""

from __future__ import annotations

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from app import paths

SERIF, SANS = "Source Serif 4", "Source Sans 3"
_percent = 100


def load() -> None:
    """Make the shipped fonts known to Qt; where a file does not load, Qt's nearest font stands in."""
    for file in sorted(paths.resources().joinpath("fonts").glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(file))


def set_percent(percent: int) -> None:
    """Scale every size that is asked for from now on: 90 to 200."""
    global _percent
    _percent = percent


def px(size: float) -> int:
    """A size in pixels at the writer's text size."""
    return max(1, round(size * _percent / 100))


def serif(size: float, weight: int = 600, *, is_italic: bool = False) -> QFont:
    """Source Serif 4 in pixels at 100 %."""
    return _font(SERIF, size, weight, is_italic)


def sans(size: float, weight: int = 400, *, is_italic: bool = False) -> QFont:
    """Source Sans 3 in pixels at 100 %."""
    return _font(SANS, size, weight, is_italic)


def _font(family: str, size: float, weight: int, is_italic: bool) -> QFont:
    font = QFont(family)
    font.setPixelSize(px(size))
    font.setWeight(QFont.Weight(weight))
    font.setItalic(is_italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    if QGuiApplication.instance() is None:
        raise RuntimeError("fonts need the application first")
    return font
