"""The soft shadow under what lies over the window."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter

SPREAD = 22


def paint(painter: QPainter, box: QRectF, radius: float) -> None:
    """Paint the shadow of a rounded box, SPREAD pixels beyond it. The box itself is painted later, on top."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 2))  # black: tinted layers of little alpha turn blue
    for spread in range(SPREAD, 0, -1):
        around = box.adjusted(-spread, 6 - spread, spread, 6 + spread)
        painter.drawRoundedRect(around, radius + spread, radius + spread)
    painter.restore()
