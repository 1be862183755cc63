"""A dialog of a few words and buttons, as large as they need: Qt would cut wrapped words off on a low screen."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog

from app.ui.look import room


class WordsDialog(QDialog):
    """As wide as asked or as its buttons need, as high as its words are then, within the window that it lies over."""

    WIDTH = 460
    """Pixels at the usual text size."""

    def fit(self) -> None:
        """Take the size again, after a part came or went."""
        layout, over = self.layout(), self.parentWidget()
        if layout is None:
            return
        layout.activate()
        most = room.fitted(self.WIDTH, 10_000, over)
        width = max(most.width(), layout.minimumSize().width())
        needed = layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        self.resize(width, min(needed, most.height()))

    def showEvent(self, event: QShowEvent) -> None:
        """Only now every part is dressed and knows its size."""
        self.fit()
        super().showEvent(event)
