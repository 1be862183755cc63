"""Every key on one page, menu by menu, made from the table of actions."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.ui.actions import spoken
from app.ui.dialogs.palette import key_names
from app.ui.look.style import mark


class KeysDialog(QDialog):
    """A list to read; Esc or Close ends it."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("All keys")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        mark(self, surface="paper")
        heading = QLabel("All keys")
        mark(heading, kind="page-heading")
        inside = QWidget()
        mark(inside, surface="paper")
        self._fill(QGridLayout(inside), [action for action in actions if key_names(action)])
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        close = QPushButton("Close")
        mark(close, kind="secondary")
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 20, 28, 20)
        column.addWidget(heading)
        column.addWidget(area, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.resize(min(640, parent.width() - 40), min(640, parent.height() - 40))

    def _fill(self, grid: QGridLayout, actions: Sequence[QAction]) -> None:
        grid.setContentsMargins(0, 0, 12, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 1)
        for menu, rows in groupby(actions, key=lambda action: str(action.property("menu"))):
            heading = QLabel(menu)
            mark(heading, kind="panel-heading")
            heading.setContentsMargins(0, 12, 0, 2)
            grid.addWidget(heading, grid.rowCount(), 0, 1, 2)
            for action in rows:
                row = grid.rowCount()
                keys = QLabel(" + ".join(key_names(action)))
                mark(keys, kind="strong")
                grid.addWidget(QLabel(spoken(action)), row, 0)
                grid.addWidget(keys, row, 1, Qt.AlignmentFlag.AlignRight)
