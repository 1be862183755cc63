"""How large a dialog may be: as it wants, but never larger than the window that it lies over, at any text size."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from app.ui.look import fonts

_MARGIN = QSize(32, 24)


def fitted(width: int, height: int, over: QWidget | None) -> QSize:
    """`width` and `height` at the usual text size, grown with the letters and held within the window."""
    wanted = QSize(fonts.px(width), fonts.px(height))
    return wanted.boundedTo(over.window().size() - _MARGIN) if over is not None else wanted
