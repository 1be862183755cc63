"""The boxes of the publish dialog: which summaries stay out, how far the export is, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.model.vocabulary import READY
from app.publish.plan import HeldBack
from app.translation import _, amid
from app.ui.dialogs.publish_words import held_back_words, time_left_words
from app.ui.library.states import STATES
from app.ui.look import labels, style
from app.ui.look.disclosure import Disclosure
from app.ui.look.icon_label import IconLabel
from app.ui.look.spoken_label import SpokenLabel

PROMISE = _("The site is changed only when all is written. Cancel leaves it as it is.")
MOST_NAMES = 40


class HeldBackBox(QWidget):
    """Summaries that stay out because of their state: how many, which, and a way in for those that are ready."""

    publish_ready_requested = Signal(tuple)

    def __init__(self) -> None:
        super().__init__()
        self._held_back: tuple[HeldBack, ...] = ()
        self._sentence = labels.label("", "body")
        self.names = labels.label("", "hint")
        self.which = Disclosure(_("Which?"))
        self.which.call(_("Which?"), _("Hide them"))
        self.publish_ready = QPushButton()
        for button in (self.which, self.publish_ready):
            style.mark(button, kind="quiet", size="small")
            button.setAutoDefault(False)
        self.which.opened.connect(self._on_which)
        self.publish_ready.clicked.connect(self._on_publish_ready)
        row = QHBoxLayout()
        row.addWidget(IconLabel("triangle-alert", "amber", 18))
        row.addWidget(self._sentence, 1)
        row.addWidget(self.which)
        row.addWidget(self.publish_ready)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.names)
        self.names.hide()
        self.hide()

    def show_held_back(self, held_back: tuple[HeldBack, ...]) -> None:
        """Show them, or nothing when nobody stays out."""
        self._held_back = held_back
        self.setVisible(bool(held_back))
        self._sentence.setText(held_back_words(held_back))
        named = [held_words(held) for held in held_back[:MOST_NAMES]]
        more = (
            [_("and {count:,} more").format(count=len(held_back) - MOST_NAMES)] if len(held_back) > MOST_NAMES else []
        )
        self.names.setText("\n".join(named + more))
        ready = len(self._ready())
        self.publish_ready.setVisible(bool(ready))
        self.publish_ready.setText(
            _("Publish the ready one") if ready == 1 else _("Publish the {ready} ready ones").format(ready=ready)
        )

    def _ready(self) -> tuple[str, ...]:
        return tuple(held.id for held in self._held_back if held.status == READY and not held.errors)

    def _on_which(self, is_open: bool) -> None:
        self.names.setVisible(is_open)
        self.which.setText(_("Hide them") if is_open else _("Which?"))

    def _on_publish_ready(self) -> None:
        self.publish_ready_requested.emit(self._ready())


def held_words(held: HeldBack) -> str:
    """“Title (ready, but 2 must be mended or dismissed)”."""
    state = amid(STATES[held.status].word)
    return (
        _("{title} ({state}, but {errors} must be mended or dismissed)").format(
            title=held.title, state=state, errors=held.errors
        )
        if held.errors
        else (f"{held.title} ({state})")
    )


class ProgressBox(QFrame):
    """A running export: step, count, time left, and the promise that Cancel changes nothing."""

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, kind="mist")
        self._clock = QElapsedTimer()
        self._begun = ""
        self._step = labels.label("", "label")
        self.count, self._left = labels.label("", "hint"), labels.label("", "hint")
        for words in (self.count, self._left):
            words.setWordWrap(False)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(_("Progress"))
        head = QHBoxLayout()
        head.addWidget(self._step)
        head.addWidget(self.count)
        head.addStretch(1)
        head.addWidget(self._left)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.addLayout(head)
        column.addWidget(self._bar)
        column.addWidget(labels.label(PROMISE, "hint"))
        self.hide()

    def start(self) -> None:
        """Begin: nothing is counted yet."""
        self._begun = ""
        self._clock.start()
        self._step.setText(_("Getting ready"))
        self.count.setText("")
        self._left.setText("")
        self._bar.setMaximum(0)
        self.show()

    def show_progress(self, done: int, total: int, step: str = _("Writing pages")) -> None:
        """Show how many pages are made, or how many files sent, and how long the rest will take."""
        if step != self._begun:
            self._begun = step
            self._clock.start()
        self._step.setText(_("Putting them in place") if done >= total else step)
        self.count.setText(_("{at:,} of {count:,}").format(at=min(done, total), count=total))
        self._left.setText(time_left_words(done, total, self._clock.elapsed()))
        self._bar.setMaximum(max(total, 1))
        self._bar.setValue(done)

    def show_cancelling(self) -> None:
        """The wish to stop was heard."""
        self._step.setText(_("Cancelling"))


class OutcomeBox(QFrame):
    """What came of an export, in one sentence."""

    def __init__(self) -> None:
        super().__init__()
        self._icon, self.words = IconLabel("check", size=20), SpokenLabel()
        style.mark(self.words, kind="body")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 12, 14, 12)
        row.addWidget(self._icon)
        row.addWidget(self.words, 1)
        self.hide()

    def show_outcome(self, sentence: str, icon: str = "check", role: str = "link", kind: str = "mist") -> None:
        """Show it: calm, or with the icon and colours of a fault."""
        self._icon.show_icon(icon, role)
        self.words.setText(sentence)
        style.mark(self, kind=kind)
        self.show()


def labelled(text: str, field: QWidget) -> QHBoxLayout:
    """A field with its label before it, in a row."""
    before = labels.label(text, "label")
    before.setBuddy(field)
    row = QHBoxLayout()
    row.addWidget(before)
    row.addWidget(field)
    row.addStretch(1)
    return row
