"""A running import: how far it is, time left, Cancel; at its end what was done and which files were refused."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.brought_in import BroughtIn
from app.translation import _
from app.ui.dialogs.publish_words import time_left_words
from app.ui.look import fonts, room, style
from app.ui.look.spoken_label import SpokenLabel
from app.ui.words import importing as words

QUIET_MS = 400
"""An import that is quicker than this shows no progress."""


class ImportDialog(QDialog):
    """Lives as long as the window and shows itself when an import takes long, or has refused something."""

    cancel_requested = Signal()
    undo_requested = Signal()
    """Take back what this import brought in."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Import"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self._is_running = False
        self._clock = QElapsedTimer()
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self.open)
        self.heading, self.count, self.left = QLabel(), QLabel(), QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(_("Progress of the import"))
        self.said = SpokenLabel()
        self.refused = QPlainTextEdit(readOnly=True, tabChangesFocus=True)
        self.refused.setAccessibleName(_("Refused files, and why"))
        self.copy, self.button = QPushButton(_("Copy the list")), QPushButton(_("Cancel"))
        self.undo = QPushButton(_("Undo the import"))
        self.copy.clicked.connect(self._on_copy)
        self.undo.clicked.connect(self._on_undo)
        self.button.clicked.connect(self._on_button)
        self._lay_out()

    def begin(self) -> None:
        """An import has begun; nothing is counted yet."""
        self._is_running = True
        self.heading.setText(words.LOOKING)
        self.count.clear()
        self.left.clear()
        self.bar.setMaximum(0)
        self.said.setText(words.PROMISE)
        self.button.setText(_("Cancel"))
        self.button.setEnabled(True)
        self._show_parts(is_running=True, has_refused=False, can_undo=False)
        self._quiet.start()

    def show_progress(self, done: int, of: int) -> None:
        """Show how many files were looked at, and how long the rest will take."""
        if done == 0:
            self._clock.start()
            self.heading.setText(words.READING)
        self.count.setText(words.progress_words(done, of))
        self.left.setText(time_left_words(done, of, self._clock.elapsed()))
        self.bar.setMaximum(max(of, 1))
        self.bar.setValue(done)

    def show_outcome(self, brought: BroughtIn) -> None:
        """Say what came of it where a notice is not enough; else go away."""
        self._is_running = False
        self._quiet.stop()
        if not brought.wants_list:
            self.hide()
            return
        self.heading.setText(_("Imported") if brought.count else _("Nothing was imported"))
        self.said.setText(words.outcome_words(brought))
        lines = [words.refused_words(path, sentence) for path, sentence in brought.refused[: words.MOST_SHOWN]]
        more = len(brought.refused) - len(lines)
        self.refused.setPlainText("\n\n".join(lines + ([words.more_words(more)] if more else [])))
        self.copy.setText(_("Copy the list"))
        self.button.setText(_("Close"))
        self.button.setEnabled(True)
        self._show_parts(is_running=False, has_refused=bool(brought.refused), can_undo=brought.can_undo)
        self.open()
        self.button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc cancels what runs and closes what has ended."""
        if event.key() == Qt.Key.Key_Escape and self._is_running:
            self._on_button()
        else:
            super().keyPressEvent(event)

    def reject(self) -> None:
        """Closing the box of a running import is Cancel."""
        if self._is_running:
            self._on_button()
        else:
            super().reject()

    def _on_button(self) -> None:
        if self._is_running:
            self.heading.setText(words.STOPPING)
            self.button.setEnabled(False)
            self.cancel_requested.emit()
        else:
            self.accept()

    def _on_copy(self) -> None:
        QApplication.clipboard().setText(self.refused.toPlainText())
        self.copy.setText(_("Copied"))

    def _on_undo(self) -> None:
        self.accept()
        self.undo_requested.emit()

    def _show_parts(self, *, is_running: bool, has_refused: bool, can_undo: bool) -> None:
        for part in (self.bar, self.count, self.left):
            part.setVisible(is_running)
        self.refused.setVisible(has_refused)
        self.copy.setVisible(has_refused)
        self.undo.setVisible(can_undo)
        style.mark(self.button, kind="secondary" if is_running else "primary")  # to give up is no invitation
        size = room.fitted(560, 400, self.parentWidget())
        self.resize(size.width(), size.height() if has_refused else self.sizeHint().height())

    def _lay_out(self) -> None:
        style.mark(self.heading, kind="panel-heading")
        style.mark(self.count, kind="hint")
        style.mark(self.left, kind="hint")
        for button in (self.copy, self.undo):
            style.mark(button, kind="secondary")
            button.setAutoDefault(False)
        self.button.setDefault(True)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self.left)
        foot = QHBoxLayout()
        foot.addWidget(self.copy)
        foot.addStretch(1)
        foot.addWidget(self.undo)
        foot.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addLayout(head)
        for part in (self.bar, self.said):
            column.addWidget(part)
        column.addWidget(self.refused, 1)
        column.addLayout(foot)
        self.setMinimumWidth(fonts.px(480))
