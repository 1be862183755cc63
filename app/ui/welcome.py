"""The first start: what this program is, and the ways in. The sample library comes first, so that Enter opens it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from app.ui.look import icons
from app.ui.look.style import mark

_WAYS = (
    ("book-open", "Open the sample library", "Three finished summaries to look at and change"),
    ("plus", "Start a new library", "An empty one, for your own summaries"),
    ("folder-open", "Open a library…", "One that is already on this computer"),
)


class WelcomePanel(QWidget):
    """Says which way the writer wants to go in."""

    sample_requested = Signal()
    new_library_requested = Signal()
    open_library_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="paper")
        name = QLabel("Plainspoken")
        mark(name, kind="welcome-name")
        lead = QLabel("Write plain-language summaries of medical research, and publish them as a website.")
        lead.setWordWrap(True)
        mark(lead, kind="lead")
        wishes = (self.sample_requested, self.new_library_requested, self.open_library_requested)
        self.ways = [self._way(*way) for way in _WAYS]
        for button, wish in zip(self.ways, wishes, strict=True):
            button.clicked.connect(wish)
        mark(self.ways[0], kind="primary", shape="way")
        self.ways[0].setDefault(True)
        foot = QLabel("Your texts stay on this computer. You can also drop published pages or JSON here.")
        foot.setWordWrap(True)
        mark(foot, kind="hint")
        middle = QWidget()
        middle.setMaximumWidth(560)
        column = QVBoxLayout(middle)
        column.setSpacing(10)
        column.addStretch(2)
        for part in (name, lead):
            column.addWidget(part)
        column.addSpacing(16)
        for button in self.ways:
            column.addWidget(button)
        column.addSpacing(8)
        column.addWidget(foot)
        column.addStretch(3)
        outer = QVBoxLayout(self)
        outer.addStretch(0)
        outer.addWidget(middle, 1, Qt.AlignmentFlag.AlignHCenter)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard on the first way."""
        super().showEvent(event)
        self.ways[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _way(self, icon: str, text: str, about: str) -> QPushButton:
        is_first = icon == _WAYS[0][0]
        button = QPushButton(icons.icon(icon, role="on_accent" if is_first else "link"), f"  {text}\n  {about}")
        button.setIconSize(QSize(22, 22))
        button.setAutoDefault(True)
        button.setAccessibleName(text)
        button.setAccessibleDescription(about)
        button.setMinimumWidth(440)
        mark(button, kind="way")
        return button
