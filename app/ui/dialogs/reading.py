"""A paper is being read for a summary that does not exist yet: how far, time left, Cancel."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.dialogs.importing import QUIET_MS
from app.ui.dialogs.publish_words import time_left_words
from app.ui.dialogs.words_dialog import WordsDialog
from app.ui.look import style
from app.ui.words.importing import pages_words, reading_words


class ReadingDialog(WordsDialog):
    """Lives as long as the window and shows itself when the reading takes long."""

    WIDTH = 480

    cancel_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Reading a paper"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self._name = ""
        self._clock = QElapsedTimer()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.open)
        self.heading, self.count, self.left = QLabel(), QLabel(), QLabel()
        self.bar = QProgressBar(textVisible=False)
        self.bar.setAccessibleName(_("Progress of the reading"))
        self.cancel = QPushButton(_("Cancel"))
        self.cancel.clicked.connect(self.reject)
        self._lay_out()

    def show_progress(self, name: str, done: int, of: int) -> None:
        """Say how far the reading of a file is; `of` 0 is “not known”."""
        if not self._quiet.isActive() and not self.isVisible():
            self._quiet.start()
        if name != self._name or not done:
            self._name = name
            self._clock.start()
            self.cancel.setEnabled(True)
            self.heading.setText(reading_words(name))
        self.count.setText(pages_words(done, of) if of > 1 else "")
        self.left.setText(time_left_words(done, of, self._clock.elapsed()) if of > 1 else "")
        self.bar.setRange(0, of)
        self.bar.setValue(done)

    def end(self) -> None:
        """Nothing is being read any more."""
        self._quiet.stop()
        self._name = ""
        self.hide()

    def reject(self) -> None:
        """Esc, Cancel and closing the box stop the reading; `end` takes the box away."""
        if not self._name:
            super().reject()
            return
        self.cancel.setEnabled(False)
        self.cancel_requested.emit()

    def _lay_out(self) -> None:
        style.mark(self.heading, kind="panel-heading")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.heading.setWordWrap(True)
        for hint in (self.count, self.left):
            style.mark(hint, kind="hint")
        style.mark(self.cancel, kind="secondary")
        self.cancel.setDefault(True)
        far = QHBoxLayout()
        far.addWidget(self.count)
        far.addStretch(1)
        far.addWidget(self.left)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(self.heading)
        column.addWidget(self.bar)
        column.addLayout(far)
        column.addLayout(foot)
