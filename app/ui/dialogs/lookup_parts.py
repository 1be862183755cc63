"""The parts of “Look a paper up”: what is sent where, which service is asked, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QProgressBar, QVBoxLayout, QWidget

from app.translation import _
from app.ui.dialogs.publish_words import time_left_words
from app.ui.look import fonts, labels, style
from app.ui.look.icon_label import IconLabel
from app.ui.look.spoken_label import SpokenLabel
from app.ui.words.citation import STEP_NAMES, WHAT_IS_SENT

QUIET_MS = 400
"""An answer that is faster than this shows no progress."""
_STEPS = tuple(STEP_NAMES)


class SentPage(QWidget):
    """What is sent where, and a place for a mail address, which may stay empty."""

    def __init__(self, mail: str = "") -> None:
        super().__init__()
        self.mail = QLineEdit(mail)
        self.mail.setAccessibleName(_("Your mail address, if you like"))
        self.mail.setPlaceholderText(_("name@example.org"))
        self.mail.setMinimumHeight(fonts.px(34))
        above = labels.label(_("Your mail address, if you like"), "label")
        above.setBuddy(self.mail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(labels.label(_("What a lookup sends"), "page-heading"))
        for sentence in WHAT_IS_SENT:
            column.addWidget(labels.label(sentence, "body"))
        column.addSpacing(4)
        column.addWidget(above)
        column.addWidget(self.mail)
        column.addWidget(labels.label(_("Crossref and PubMed serve senders sooner whom they could write to."), "hint"))
        column.addStretch(1)


class AskingBox(QFrame):
    """Which service is asked, and how far the lookup is. Stays blank for a moment, for answers that are quick."""

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, kind="mist")
        self._name = ""
        self._clock = QElapsedTimer()
        self.words, self._count = labels.label("", "label"), labels.label("", "hint")
        self._count.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress of the lookup"))
        self._quiet = QTimer(self, singleShot=True, interval=QUIET_MS)
        self._quiet.timeout.connect(self._on_late)
        head = QHBoxLayout()
        head.addWidget(self.words)
        head.addStretch(1)
        head.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 14)
        column.addLayout(head)
        column.addWidget(self._bar)
        self.hide()

    def start(self) -> None:
        """Begin a lookup."""
        self._name = _("Asking the services")
        self.words.setText("")
        self._count.setText("")
        self._bar.setVisible(False)
        self._bar.setRange(0, len(_STEPS))
        self._bar.setValue(0)
        self._quiet.start()
        self._clock.start()

    def show_progress(self, done: int, of: int) -> None:
        """Show which of the questions is asked now."""
        self._bar.setRange(0, of)
        self._bar.setValue(done)
        self._name = (
            _("Asking {step_names}").format(step_names=STEP_NAMES[_STEPS[done]])
            if done < len(_STEPS)
            else _("Putting it together")
        )
        if not self._quiet.isActive():
            self._show_words(done, of)

    def _on_late(self) -> None:
        self._show_words(self._bar.value(), self._bar.maximum())

    def _show_words(self, done: int, of: int) -> None:
        self._bar.setVisible(True)
        self.words.setText(self._name)
        left = time_left_words(done, of, self._clock.elapsed())
        self._count.setText(
            _("{at:,} of {count:,}").format(at=min(done + 1, of), count=of)
            + (_(", {left} left").format(left=left) if left else "")
        )


class FaultBox(QFrame):
    """What went wrong, in a sentence that says what to do."""

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, kind="blush")
        self.words = SpokenLabel()
        style.mark(self.words, kind="body")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 14, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("octagon-alert", "brick", 20), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def show_fault(self, sentence: str) -> None:
        """Show the sentence."""
        self.words.setText(sentence)
        self.show()
