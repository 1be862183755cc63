"""Keys as a person sees them on the keyboard: the parts of a shortcut, and how they are painted in a row."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPen

from app.ui.look import colours, fonts, mirror

GAP = 4
_MAC_SIGNS = "⌃⌥⇧⌘"


def parts(keys: QKeySequence) -> tuple[str, ...]:
    """`("Ctrl", "Shift", "Z")`; empty without keys. The plus key stays whole."""
    return parts_of(keys.toString(QKeySequence.SequenceFormat.NativeText))


def parts_of(text: str) -> tuple[str, ...]:
    """The parts of a shortcut as the system writes it: with + between them, on a Mac as signs in a row (`⇧⌘Z`)."""
    signs = text[: len(text) - len(text.lstrip(_MAC_SIGNS))]
    rest = text[len(signs) :]
    head, plus = (rest[:-1], "+") if rest.endswith("+") else (rest, "")
    return (*signs, *filter(None, head.split("+")), *plus)


def of_action(action: QAction) -> tuple[str, ...]:
    """The parts of an action's first shortcut, or of the key that the field under the caret answers for it."""
    field_key = action.property("field_key")
    return parts(QKeySequence(field_key) if field_key else action.shortcut())


def paint(painter: QPainter, row: QRect, names: tuple[str, ...]) -> QRect:
    """Paint caps at the end of `row`, in its middle; returns the room that is left before them."""
    painter.setFont(fonts.sans(13))
    metrics = painter.fontMetrics()
    height = metrics.height() + 4
    for name in reversed(names):
        width = max(height, metrics.horizontalAdvance(name) + fonts.px(13))
        cap = QRectF(mirror.last(row, width))
        cap.setTop(row.center().y() - height / 2)
        cap.setHeight(height)
        painter.setPen(QPen(colours.colour("line"), 1))
        painter.setBrush(colours.colour("card"))
        painter.drawRoundedRect(cap.translated(QPointF(0.5, 0.5)), 4, 4)
        painter.setPen(colours.colour("ink"))
        painter.drawText(cap, Qt.AlignmentFlag.AlignCenter, name)
        row = mirror.short_of(row, width + GAP)
    return row
