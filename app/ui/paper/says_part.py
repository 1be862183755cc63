"""What the paper says: its own sentences for a field of the form, to be shown in the paper or put into the field."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from app.model.evidence import LevelSuggestion, Suggestion, Suggestions
from app.model.finding import PassageSpan
from app.model.paper_text import PaperText
from app.model.summary import Summary
from app.translation import _
from app.ui.editor.levels import LEVELS
from app.ui.look import fonts, icons
from app.ui.look.disclosure import Disclosure
from app.ui.look.style import mark
from app.ui.paper.rows import QuoteRow, step_button
from app.ui.words.attached import FIELDS, place_words

AT_ONCE = 2
WIDE = 460
"""Pixels at 100 % from which there is room for the whole title and the count."""
FACTS = ("participants", "study_duration", "evidence_level", "key_findings", "study_limitations")
"""The fields that a paper makes offers for, in the order of the form."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One row: the paper's words, and the level where the field is the evidence level."""

    words: str
    passage: PassageSpan | None
    level: str = ""


class SaysPart(QWidget):
    """Follows the field that the writer is in, else the first empty fact."""

    show_requested = Signal(object)
    use_requested = Signal(str, object)
    """A field, and the PassageSpan to be put into it."""
    level_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._text, self._suggestions, self._summary = PaperText(), Suggestions(), Summary(id="")
        self._chosen = self._field = ""
        self._at = 0
        self._is_low = False
        self._rows = [QuoteRow(_("Use")) for _number in range(AT_ONCE)]
        self._offers: tuple[Offer, ...] = ()
        self._count, self._nothing = QLabel(), QLabel(wordWrap=True)
        self.title = Disclosure(_("What the paper says"))
        self.title.open()
        self.title.setIconSize(QSize(fonts.px(18), fonts.px(18)))
        mark(self.title, kind="part-title")
        mark(self._count, kind="small")
        mark(self._nothing, kind="hint")
        self.field_button = QPushButton()
        mark(self.field_button, kind="chip", on="true")
        self._menu = QMenu(self.field_button)
        self.previous, self.next = (
            step_button("chevron-left", _("Offers before")),
            step_button("chevron-right", _("Next offers")),
        )
        self._build()

    @property
    def field(self) -> str:
        """The field whose offers are shown."""
        return self._field

    @property
    def offers(self) -> tuple[Offer, ...]:
        """Everything the paper offers for the field."""
        return self._offers

    def show_text(self, text: PaperText) -> None:
        """The paper's text, for places."""
        self._text = text

    def show_suggestions(self, suggestions: Suggestions) -> None:
        """Another paper offers other words."""
        self._suggestions = suggestions
        self._at = 0
        self._show()

    def show_summary(self, summary: Summary) -> None:
        """The text has changed: a field that was empty may be written now."""
        if summary.id != self._summary.id:
            self._chosen, self._at = "", 0
        self._summary = summary
        self._show()

    def show_field(self, section: str) -> None:
        """The writer is in a field; one that the paper makes no offers for is not followed."""
        field = section.partition("[")[0]
        if field in FACTS and field != self._chosen:
            self._chosen, self._at = field, 0
            self._show()

    def focus_first(self) -> None:
        """Put the keyboard on the first offer, or on the choice of the field where there is none."""
        first = self._rows[0].take_button if self._offers else self.field_button
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A shorter title where there is little room."""
        super().resizeEvent(event)
        is_wide = self.width() >= fonts.px(WIDE)
        self.title.setText(_("What the paper says") if is_wide else _("The paper says"))
        self.title.call(self.title.text())
        self._count.setVisible(len(self._offers) > AT_ONCE and is_wide)

    def show_folded(self, is_folded: bool) -> None:
        """Fold to one line where there is little room; a click on the title opens it again."""
        if is_folded != self._is_low:
            self._is_low = is_folded
            self.title.open(not is_folded)

    def _on_title(self, is_open: bool) -> None:
        self.title.setIcon(icons.icon("chevron-down" if is_open else "chevron-right", role="soft"))
        self._show()

    def _show(self) -> None:
        field = self._chosen or self._first_empty()
        if field != self._field:
            self._at = 0
        self._field = field
        self._offers = offers_of(self._suggestions, field)
        self._at = min(self._at, max(0, (len(self._offers) - 1) // AT_ONCE * AT_ONCE))
        self.field_button.setText(FIELDS[field])
        self.field_button.setAccessibleName(
            _("{fields}: what the paper says about it. Choose another field.").format(fields=FIELDS[field])
        )
        shown = self._offers[self._at : self._at + AT_ONCE]
        for row, offer in zip(self._rows, shown, strict=False):
            place = place_words(self._text, offer.passage.start) if offer.passage else _("From the registry")
            words = (
                _("Looks like: {dict} — “{words}”").format(dict=dict(LEVELS)[offer.level], words=offer.words)
                if offer.level
                else offer.words
            )
            row.show_quote(offer.passage, words, place)
        for index, row in enumerate(self._rows):
            row.setVisible(index < len(shown) and self.title.is_open)
        self._show_count(len(shown))

    def _show_count(self, shown: int) -> None:
        of = len(self._offers)
        last = self._at + shown
        self._count.setText(
            _("{at}–{last} of {of}").format(at=self._at + 1, last=last, of=of)
            if shown > 1
            else _("{at:,} of {count:,}").format(at=self._at + 1, count=of)
        )
        self._count.setVisible(of > AT_ONCE and self.width() >= fonts.px(WIDE))
        for button in (self.previous, self.next):
            button.setVisible(of > AT_ONCE and self.title.is_open)
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(last < of)
        self._nothing.setText(
            _("Nothing about {fields} was found. Select words in the paper to use them.").format(
                fields=FIELDS[self._field]
            )
        )
        self._nothing.setVisible(of == 0 and self.title.is_open)

    def _first_empty(self) -> str:
        """The first fact that is empty and for which the paper has something."""
        written = {
            "participants": self._summary.participants,
            "study_duration": self._summary.study_duration,
            "evidence_level": self._summary.evidence_level or self._summary.evidence_text,
            "key_findings": self._summary.key_findings,
            "study_limitations": self._summary.study_limitations,
        }
        empty = [field for field in FACTS if not written[field]]
        return next((field for field in empty if offers_of(self._suggestions, field)), (*empty, FACTS[0])[0])

    def _on_step(self) -> None:
        self._at += AT_ONCE if self.sender() is self.next else -AT_ONCE
        self._show()

    def _on_taken(self, row: QuoteRow) -> None:
        offer = self._offers[self._at + self._rows.index(row)]
        if offer.level:
            self.level_requested.emit(offer.level)
        elif offer.passage is not None:
            self.use_requested.emit(self._field, offer.passage)

    def _on_field(self) -> None:
        self.show_field(self.sender().property("field"))

    def _build(self) -> None:
        for field in FACTS:
            action = self._menu.addAction(FIELDS[field])
            action.setProperty("field", field)
            action.triggered.connect(self._on_field)
        self.field_button.setMenu(self._menu)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self.title)
        head.addWidget(self.field_button)
        head.addStretch(1)
        head.addWidget(self._count)
        head.addWidget(self.previous)
        head.addWidget(self.next)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(head)
        column.addWidget(self._nothing)
        for row in self._rows:
            row.show_requested.connect(self.show_requested)
            row.taken.connect(self._on_taken)
            column.addWidget(row)
        self.title.opened.connect(self._on_title)
        self._on_title(True)
        self.previous.clicked.connect(self._on_step)
        self.next.clicked.connect(self._on_step)


def offers_of(suggestions: Suggestions, field: str) -> tuple[Offer, ...]:
    """What a paper offers for a field, best first."""
    found: Sequence[Suggestion | LevelSuggestion] = getattr(suggestions, field)
    return tuple(_offer(one) for one in found)


def _offer(found: Suggestion | LevelSuggestion) -> Offer:
    if isinstance(found, Suggestion):
        return Offer(found.text, PassageSpan(found.start, found.end, found.text))
    passage = None
    if found.start is not None and found.end is not None:
        passage = PassageSpan(found.start, found.end, found.trigger)
    return Offer(found.trigger, passage, found.level)
