"""What stands in the panel while no paper is attached: what it is for, and the ways to bring one in."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.dialogs.publish_words import time_left_words
from app.ui.look import icons
from app.ui.look.style import mark
from app.ui.words.importing import reading_words


class EmptyPaper(QWidget):
    """Offers to attach a paper."""

    attach_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        title = QLabel(_("The paper beside your text"), wordWrap=True)
        mark(title, kind="panel-heading")
        words = QLabel(
            _(
                "Drop the paper’s file here, or attach it: PDF, a reference file (RIS, BibTeX, NBIB), JATS XML or "
                "plain text. Its words then stand here, to be searched and taken from, and the numbers you write "
                "are held against it."
            ),
            wordWrap=True,
        )
        mark(words, kind="hint")
        self.attach = QPushButton(icons.icon("file-plus", role="on_accent"), _(" Attach a paper…"))
        self.attach.setAccessibleName(_("Attach a paper…"))
        mark(self.attach, kind="primary")
        self.attach.clicked.connect(self.attach_requested)
        row = QHBoxLayout()
        row.addWidget(self.attach)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.setSpacing(10)
        column.addWidget(title)
        column.addWidget(words)
        column.addSpacing(4)
        column.addLayout(row)
        column.addStretch(1)


class ReadingStrip(QWidget):
    """A file is being read: its name, how far, and Cancel."""

    cancel_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        mark(self, surface="mist")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._clock = QElapsedTimer()
        self._words, self._bar = QLabel(), QProgressBar(textVisible=False)
        self._words.setMinimumWidth(1)
        self.cancel = QPushButton(_("Cancel"))
        mark(self.cancel, kind="quiet", size="small")
        self.cancel.clicked.connect(self.cancel_requested)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout()
        row.addWidget(self._words, 1)
        row.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 6, 12, 10)
        column.addLayout(row)
        column.addWidget(self._bar)
        self.hide()

    def show_progress(self, name: str, done: int, of: int) -> None:
        """Say how far the reading is, and how long the rest takes; `of` 0 is “not known”."""
        if not done:
            self._clock.start()
        words = [_("Reading {name}: page {done} of {of}").format(name=name, done=done, of=of) if of > 1 else ""]
        words.append(time_left_words(done, of, self._clock.elapsed()) if of > 1 else "")
        self._words.setText(", ".join(filter(None, words)) or reading_words(name))
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self.show()
