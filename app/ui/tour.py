"""The first tour: five short steps over the library, by keyboard, left with Esc, and taken again from the Help menu."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from app.settings import Settings
from app.translation import _
from app.ui.look import fonts, style
from app.ui.popover import Popover
from app.ui.window import LIBRARY, Window

_WIDTH = 360
AFTER_ROWS_MS = 500
"""The rows of the library take the keyboard when they have come; the tour takes it after them."""
STEPS = (
    (_(
        "Your summaries"
    ), _(
        "Each row is one summary. Up and Down choose, Enter opens it. Change what you like: the samples "
        "are yours, Undo takes everything back, and all is saved as you go."
    )),
    (_("Find any word"), _("Type here to look in every text. The chips below leave what still needs you.")),
    (_(
        "Write your own"
    ), _(
        "New summary opens a form with one card for each part of the page. The paper can stand beside, "
        "and marks show which words are hard."
    )),
    (_("Publish"), _("Publish writes finished summaries as a website into a folder. Nothing goes online by itself.")),
    (_("Help, wherever you are"), _("Ctrl+K finds any action by its name. F1 opens the guide at the place you are in. "
     "Take the tour, in the Help menu, shows this again.")),
)  # fmt: skip


class Tour(QObject):
    """Shows the steps one after the other, each beside what it speaks of."""

    taken = Signal()
    """It was begun: it is not shown again unasked."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self._window = window
        self._has_toured = False

    def show_settings(self, settings: Settings) -> None:
        """Whether it was taken before."""
        self._has_toured = settings.has_toured

    def begin_once(self) -> None:
        """Begin when the sample was opened for the first time, as soon as the window stands."""
        if not self._has_toured:
            QTimer.singleShot(AFTER_ROWS_MS, self, self.begin)

    def begin(self) -> None:
        """Begin with the first step. Does nothing where there is no library in front."""
        if self._window.page == LIBRARY:
            self.taken.emit()
            self._show(0)

    def _show(self, step: int) -> None:
        anchor = self._anchors()[step]
        if not anchor.isVisible():
            anchor = self._window.library.table
        box = TourStep(step, anchor)
        box.next_requested.connect(self._on_next)
        place = anchor.rect()
        place.setHeight(min(place.height(), fonts.px(68)))
        box.open_beside(place, box.next_button)

    def _on_next(self, step: int) -> None:
        if step < len(STEPS):
            self._show(step)
        else:
            self._window.library.focus_rows()

    def _anchors(self) -> tuple[QWidget, ...]:
        library = self._window.library
        header = library.header
        return (library.table, header.search, header.new_summary, header.publish, header.find_action)


class TourStep(Popover):
    """One step: heading, words, Next and Leave the tour."""

    next_requested = Signal(int)
    """The number of the step after this one."""

    def __init__(self, step: int, anchor: QWidget) -> None:
        super().__init__(anchor)
        self._step = step
        title, words = STEPS[step]
        is_last = step == len(STEPS) - 1
        self.setAccessibleName(
            _("{title}, step {step} of {count}").format(title=title, step=step + 1, count=len(STEPS))
        )
        self.setAccessibleDescription(words)
        heading, text = QLabel(title), QLabel(words, wordWrap=True)
        count = QLabel(_("{at:,} of {count:,}").format(at=step + 1, count=len(STEPS)))
        style.mark(heading, kind="panel-heading")
        style.mark(count, kind="hint")
        self.next_button = QPushButton(_("Done") if is_last else _("Next"))
        self.next_button.setAccessibleDescription(f"{title}. {words}")
        self.next_button.setAutoDefault(True)
        style.mark(self.next_button, kind="primary")
        self.next_button.clicked.connect(self._on_next)
        self.leave_button = QPushButton(_("Leave the tour"))
        self.leave_button.setAutoDefault(True)
        if is_last:
            self.leave_button.hide()
        style.mark(self.leave_button, kind="quiet")
        self.leave_button.clicked.connect(self.close_and_return)
        row = QHBoxLayout()
        row.addWidget(count)
        row.addStretch(1)
        row.addWidget(self.leave_button)
        row.addWidget(self.next_button)
        self.inside.addWidget(heading)
        self.inside.addWidget(text)
        self.inside.addLayout(row)
        self.frame.setFixedWidth(min(fonts.px(_WIDTH), anchor.window().width() - 32))

    def _on_next(self) -> None:
        self.close_and_return()
        self.next_requested.emit(self._step + 1)
