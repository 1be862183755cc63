"""The headings of the paper as a list: Enter or a click goes there."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from app.model.paper_text import PaperText
from app.translation import _
from app.ui.paper.laid_out import is_heading


class HeadingList(QListWidget):
    """Filled when it is first looked at."""

    heading_chosen = Signal(int)
    """Where the heading starts in the paper's whole text."""

    def __init__(self) -> None:
        super().__init__()
        self.setWordWrap(True)
        self.setAccessibleName(_("Headings of the paper"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self._text = PaperText()
        self.itemActivated.connect(self._on_item)
        self.itemClicked.connect(self._on_item)

    def show_text(self, text: PaperText, at: int) -> None:
        """List the headings, with the one chosen under which the reader is."""
        if text is not self._text or not self.count():
            self._text = text
            self.clear()
            for block, start in zip(text.blocks, text.starts(), strict=True):
                if is_heading(block):
                    entry = QListWidgetItem(" ".join(block.text.split()))
                    entry.setData(Qt.ItemDataRole.UserRole, start)
                    self.addItem(entry)
            if not self.count():
                self.addItem(_("No headings were found in this paper."))
        before = [row for row in range(self.count()) if (self.item(row).data(Qt.ItemDataRole.UserRole) or 0) <= at]
        self.setCurrentRow(before[-1] if before else 0)

    def _on_item(self, entry: QListWidgetItem) -> None:
        start = entry.data(Qt.ItemDataRole.UserRole)
        if start is not None:
            self.heading_chosen.emit(start)
