"""Keys as a person sees them on the keyboard: the parts of a shortcut, and how they are painted in a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPen

from app.ui.look import colours, fonts

GAP = 4


def parts(keys: QKeySequence) -> tuple[str, ...]:
    """`("Ctrl", "Shift", "Z")`; empty without keys. The plus key stays whole."""
    text = keys.toString(QKeySequence.SequenceFormat.NativeText)
    if not text:
        return ()
    head, plus, _rest = text.rpartition("++") if text.endswith("++") else (text, "", "")
    return (*head.split("+"), "+") if plus else tuple(text.split("+")) if text != "+" else ("+",)


def of_action(action: QAction) -> tuple[str, ...]:
    """The parts of an action's first shortcut, or of the key that the field under the caret answers for it."""
    field_key = action.property("field_key")
    return parts(QKeySequence(field_key) if field_key else action.shortcut())


def paint(painter: QPainter, row: QRectF, names: tuple[str, ...]) -> float:
    """Paint caps at the right end of `row`, in its middle; returns the left edge of the first."""
    painter.setFont(fonts.sans(13))
    metrics = painter.fontMetrics()
    height = metrics.height() + 4
    right = row.right()
    for name in reversed(names):
        width = max(height, metrics.horizontalAdvance(name) + fonts.px(13))
        cap = QRectF(right - width, row.center().y() - height / 2, width, height)
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.setBrush(colours.colour("card"))
        painter.drawRoundedRect(cap.translated(QPointF(0.5, 0.5)), 4, 4)
        painter.setPen(colours.colour("ink"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, name)
        right = cap.left() - GAP
    return right
