"""Which paper stands here: its title, what kind of file, where it came from, what to know of it, and its menu."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.model.paper_text import AttachedPaper
from app.translation import _
from app.ui.look import fonts, icons
from app.ui.look.elided_label import ElidedLabel
from app.ui.look.icon_label import IconLabel
from app.ui.look.style import mark
from app.ui.words.attached import about, warnings

SIZES = (13, 14, 16, 18, 20, 24)
"""The sizes of the paper's words in pixels at 100 %."""


class PaperHead(QWidget):
    """Shows an AttachedPaper in a line; warnings stand under it in words."""

    attach_requested = Signal()
    remove_requested = Signal()
    size_stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._about = ElidedLabel()
        mark(self._about, kind="small")
        self.warnings = QLabel(wordWrap=True)
        self.warnings.setMinimumWidth(1)
        mark(self.warnings, kind="look-quiet")
        self._icon = IconLabel("triangle-alert", "amber", 16)
        self.more = QPushButton(icons.icon("ellipsis", role="soft"), "")
        self.more.setIconSize(QSize(fonts.px(18), fonts.px(18)))
        self.more.setToolTip(_("What to do with this paper"))
        self.more.setAccessibleName(_("What to do with this paper"))
        mark(self.more, kind="icon")
        menu = QMenu(self.more)
        for words, answer in (
            (_("Larger words"), self._on_larger),
            (_("Smaller words"), self._on_smaller),
            (_("Attach another paper…"), self.attach_requested),
            (_("Remove the paper"), self.remove_requested),
        ):
            menu.addAction(words).triggered.connect(answer)
        self.more.setMenu(menu)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self._about, 1)
        row.addWidget(self.more)
        told = QHBoxLayout()
        told.setSpacing(7)
        told.addWidget(self._icon)
        told.addWidget(self.warnings, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 0, 12, 4)
        column.setSpacing(2)
        column.addLayout(row)
        column.addLayout(told)

    def show_paper(self, paper: AttachedPaper) -> None:
        """Show what is attached."""
        self._about.setText(f"{paper.origin} · {about(paper)}" if paper.origin else about(paper))
        self._about.setAccessibleName(self._about.text())
        said = " ".join(warnings(paper.warnings))
        self.warnings.setText(said)
        for part in (self.warnings, self._icon):
            part.setVisible(bool(said))

    def _on_larger(self) -> None:
        self.size_stepped.emit(1)

    def _on_smaller(self) -> None:
        self.size_stepped.emit(-1)
