"""A layout that puts widgets in a row and goes on in the next one when the row is full."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Flow(QLayout):
    """Left to right, then down."""

    def __init__(self, parent: QWidget | None = None, spacing: int = 8) -> None:
        super().__init__(parent)
        self._parts: list[QLayoutItem] = []
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt for each widget."""
        self._parts.append(item)

    def count(self) -> int:
        """How many parts there are."""
        return len(self._parts)

    def itemAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """The part at an index, or None."""
        return self._parts[index] if 0 <= index < len(self._parts) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        """The part at an index, no longer ours."""
        return self._parts.pop(index) if 0 <= index < len(self._parts) else None

    def hasHeightForWidth(self) -> bool:
        """The narrower, the higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that all rows need."""
        inset = self.contentsMargins()
        inner = QRect(0, 0, width - inset.left() - inset.right(), 0)
        return self._arrange(inner, is_trial=True) + inset.top() + inset.bottom()

    def setGeometry(self, rect: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(rect)
        self._arrange(rect.marginsRemoved(self.contentsMargins()), is_trial=False)

    def sizeHint(self) -> QSize:
        """One row."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The largest part."""
        size = QSize()
        for part in self._parts:
            size = size.expandedTo(part.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, is_trial: bool) -> int:
        x, y, high = rect.x(), rect.y(), 0
        for part in self._parts:
            if part.isEmpty():
                continue
            size = part.sizeHint()
            if x > rect.x() and x + size.width() > rect.right() + 1:
                x, y, high = rect.x(), y + high + self.spacing(), 0
            if not is_trial:
                part.setGeometry(QRect(QPoint(x, y), size))
            x, high = x + size.width() + self.spacing(), max(high, size.height())
        return y + high - rect.y()
