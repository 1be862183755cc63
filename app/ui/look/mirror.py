"""Where things stand in a window that is laid out from right to left: the parts of a rectangle by reading order.

Qt mirrors layouts and the alignment of painted words by itself; painted places are ours to mirror.
"""

from __future__ import annotations

import re

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication

_SIDES = {"left": "right", "right": "left"}
_FOUR = re.compile(r"((?:padding|margin|border-width): *)([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;]+)(?=\s*;)")


def is_mirrored() -> bool:
    """Whether the window is laid out from right to left."""
    return QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft


def after(rect: QRect, px: int) -> QRect:
    """The rectangle without its first pixels."""
    return rect.adjusted(0, 0, -px, 0) if is_mirrored() else rect.adjusted(px, 0, 0, 0)


def short_of(rect: QRect, px: int) -> QRect:
    """The rectangle without its last pixels."""
    return rect.adjusted(px, 0, 0, 0) if is_mirrored() else rect.adjusted(0, 0, -px, 0)


def first(rect: QRect, px: int) -> QRect:
    """The first pixels of the rectangle."""
    return QRect(rect.right() + 1 - px if is_mirrored() else rect.left(), rect.top(), px, rect.height())


def last(rect: QRect, px: int) -> QRect:
    """The last pixels of the rectangle."""
    return QRect(rect.left() if is_mirrored() else rect.right() + 1 - px, rect.top(), px, rect.height())


def middle_square(rect: QRect) -> QRect:
    """A square as wide as the rectangle, in the middle of its height: the place of an icon."""
    side = rect.width()
    return QRect(rect.left(), rect.center().y() - side // 2, side, side)


def mirrored_sheet(text: str) -> str:
    """A style sheet, a rule a line, with left and right exchanged; Qt does so itself for the words of push buttons."""
    return "\n".join(line if line.startswith("QPushButton") else _mirrored(line) for line in text.split("\n"))


def _mirrored(rule: str) -> str:
    rule = re.sub(r"(?<=-)(left|right)(?=[-:\s])", lambda found: _SIDES[found[1]], rule)
    return _FOUR.sub(r"\1\2 \5 \4 \3", rule)
