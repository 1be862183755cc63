"""Several papers in one file: which of them is this summary about?"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from app.model.paper import Paper
from app.translation import _
from app.ui.look import room
from app.ui.look.style import mark
from app.ui.words.attached import shortened


class ChoosePaperDialog(QDialog):
    """A window-modal list; Enter takes the chosen paper, Esc none."""

    chosen = Signal(int)
    """The number of the paper, from 0."""

    def __init__(self, name: str, papers: list[Paper], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Choose a paper"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        mark(self, surface="paper")
        title, words = QLabel(_("{count:,} papers in one file").format(count=len(papers))), QLabel(wordWrap=True)
        mark(title, kind="panel-heading")
        mark(words, kind="hint")
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setText(_("“{name}” holds several papers. A summary is about one: choose it.").format(name=name))
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("Papers in this file"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.addItems([paper_line(paper) for paper in papers])
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        cancel, self.take = QPushButton(_("Cancel")), QPushButton(_("Attach this paper"))
        mark(cancel, kind="secondary")
        mark(self.take, kind="primary")
        self.take.setDefault(True)
        cancel.clicked.connect(self.reject)
        self.take.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.take)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(10)
        for part in (title, words):
            column.addWidget(part)
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        self.resize(room.fitted(560, 420, self.parentWidget()))
        self.list.setFocus()

    def accept(self) -> None:
        """Take the chosen paper."""
        row = self.list.currentRow()
        super().accept()
        if row >= 0:
            self.chosen.emit(row)


def paper_line(paper: Paper) -> str:
    """Title, first author, journal and year: enough to tell papers apart."""
    names = [author.family or author.full() for author in paper.authors]
    who = names[0] if names else ""
    if len(names) == 2:
        who = _("{one} and {other}").format(one=who, other=names[1])
    elif len(names) > 2:
        who = _("{names} and others").format(names=who)
    year = str(paper.published.year) if paper.published else ""
    place = ", ".join(part for part in (who, paper.journal, year) if part)
    return "\n".join(part for part in (shortened(paper.title, 160) or _("No title given"), place or paper.doi) if part)
