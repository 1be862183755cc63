"""Rows under the paper: a quotation with its place and what can be done with it, and a number with its answer."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.model.evidence import DIFFERS, FOUND, NOT_IN_PAPER, UNREADABLE_SIGN, VALUE_FOUND, WORLD_AT_LARGE, HeldNumber
from app.model.finding import PassageSpan
from app.translation import _
from app.ui.look import colours, fonts, icons
from app.ui.look.icon_label import IconLabel
from app.ui.look.style import mark
from app.ui.words.attached import number_answer, shortened

LONGEST = 120
NARROW = 400
"""Pixels at 100 %: below this, what can be done with a quotation stands under it."""
_LOOKS = {
    FOUND: ("circle-check", "link", "soft"),
    VALUE_FOUND: ("circle-question-mark", "soft", "soft"),
    DIFFERS: ("equal-not", "brick", "brick"),
    NOT_IN_PAPER: ("circle-x", "amber", "amber"),
    UNREADABLE_SIGN: ("eye-off", "amber", "amber"),
    WORLD_AT_LARGE: ("circle-question-mark", "soft", "soft"),
}
"""Of each answer: its icon, the icon's colour and the colour of its words."""


class QuoteRow(QWidget):
    """The paper's words, where they stand, Show, and one thing to do with them."""

    show_requested = Signal(object)
    taken = Signal(object)

    def __init__(self, verb: str, icon: str = "plus") -> None:
        super().__init__()
        self.passage: PassageSpan | None = None
        self._verb = verb
        self._quote, self._place = QLabel(wordWrap=True), QLabel(wordWrap=True)
        for label in (self._quote, self._place):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setMinimumWidth(1)
        mark(self._quote, kind="quote-small")
        mark(self._place, kind="small")
        self.show_button, self.take_button = (
            QPushButton(_("Show")),
            QPushButton(icons.icon(icon, role="link"), f" {verb}"),
        )
        self.take_button.setIconSize(QSize(fonts.px(15), fonts.px(15)))
        mark(self.show_button, kind="quiet", size="small")
        mark(self.take_button, kind="secondary", size="small")
        self.show_button.clicked.connect(self._on_show)
        self.take_button.clicked.connect(self._on_take)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(self._quote)
        words.addWidget(self._place)
        buttons = QHBoxLayout()
        buttons.setSpacing(4)
        buttons.addStretch(1)
        buttons.addWidget(self.show_button)
        buttons.addWidget(self.take_button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 3, 0, 5)
        self._row.setSpacing(4)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def show_quote(self, passage: PassageSpan | None, words: str, place: str, verb: str = "") -> None:
        """Show a passage; without one there is nothing to show in the paper, only words to take."""
        self.passage = passage
        quote = shortened(words, LONGEST)
        self._quote.setText(quote)
        self._quote.setToolTip(" ".join(words.split()) if quote.endswith("…") else "")
        self._place.setText(place)
        self._place.setVisible(bool(place))
        self.show_button.setVisible(passage is not None)
        if verb:
            self.take_button.setText(f" {verb}")
        self.show_button.setAccessibleName(_("Show in the paper: {shortened}").format(shortened=shortened(words, 60)))
        self.take_button.setAccessibleName(f"{verb or self._verb}: {shortened(words, 60)}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the buttons under the words where there is little room."""
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        self._row.setDirection(way.TopToBottom if self.width() < fonts.px(NARROW) else way.LeftToRight)

    def _on_show(self) -> None:
        if self.passage is not None:
            self.show_requested.emit(self.passage)

    def _on_take(self) -> None:
        self.taken.emit(self)


class NumberRow(QPushButton):
    """A number of the sentence and how the paper answers it. A click shows the paper's sentence."""

    show_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.passage: PassageSpan | None = None
        mark(self, kind="alternative")
        self._icon, self._words = IconLabel("circle-check", "link", 18), QLabel()
        self._words.setTextFormat(Qt.TextFormat.RichText)
        self._words.setMinimumWidth(1)
        self._words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(9)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        self.clicked.connect(self._on_clicked)

    def show_number(self, number: HeldNumber) -> None:
        """Show a number and its answer."""
        self.passage = (
            number.passage if number.state not in (NOT_IN_PAPER, WORLD_AT_LARGE) else None
        )  # the nearest one answers nothing
        icon, role, word_role = _LOOKS[number.state]
        self._icon.show_icon(icon, role)
        answer = number_answer(number)
        self._words.setText(
            f"<span style='font-weight:600'>{escape(number.text)}</span>&nbsp; "
            f"<span style='color:{colours.name(word_role)};font-size:{fonts.px(14)}px'>{escape(answer)}</span>"
        )
        self.setAccessibleName(f"{number.text}: {answer}")
        source = self.passage.text if self.passage else ""
        self.setToolTip(_("The paper: “{shortened}”").format(shortened=shortened(source, 300)) if source else answer)
        self.setMinimumHeight(fonts.px(28))

    def _on_clicked(self) -> None:
        if self.passage is not None:
            self.show_requested.emit(self.passage)


def step_button(icon: str, name: str) -> QPushButton:
    """A small button that steps through offers."""
    button = QPushButton(icons.icon(icon, role="soft"), "")
    button.setIconSize(QSize(fonts.px(18), fonts.px(18)))
    button.setToolTip(name)
    button.setAccessibleName(name)
    mark(button, kind="icon")
    return button


def line() -> QFrame:
    """A thin line between parts."""
    made = QFrame()
    mark(made, kind="line")
    return made
