"""The sentence at the caret: its numbers held against the paper, and the passage that it comes from."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.model.claims import FROM_PAPER
from app.model.finding import PassageSpan
from app.model.paper_text import PaperText
from app.model.summary import Passage
from app.translation import _
from app.ui.look.elided_label import ElidedLabel
from app.ui.look.style import mark
from app.ui.paper.rows import NumberRow, QuoteRow, step_button
from app.ui.words.attached import counted, place_words
from app.work.beside import SentenceHere

MOST_NUMBERS = 8


class SentencePart(QWidget):
    """Shows a SentenceHere. What the writer says about it goes out by signals."""

    show_requested = Signal(object)
    """A PassageSpan to be shown in the paper."""
    confirmed = Signal(object)
    """The PassageSpan that the sentence comes from."""
    explanation_requested = Signal()
    open_requested = Signal()
    next_open_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.sentence: SentenceHere | None = None
        self._text = PaperText()
        self._numbers = [NumberRow() for _ in range(MOST_NUMBERS)]
        self.passage = QuoteRow(_("Link"), "link")
        self.passage.take_button.setToolTip(_("This is where the sentence comes from (Ctrl+Shift+Return)"))
        self._at = 0
        self._number_heading, self._heading, self._state = QLabel(), ElidedLabel(), QLabel(wordWrap=True)
        self._count = QLabel()
        mark(self._count, kind="small")
        self.previous = step_button("chevron-left", _("Passage before"))
        self.next = step_button("chevron-right", _("Next passage"))
        mark(self._number_heading, kind="part")
        mark(self._heading, kind="part")
        mark(self._state, kind="small")
        self.explanation = _button(_("This is explanation"), _("Background of your own, which needs no passage"))
        self.unlink = _button(_("Take back"), _("The sentence is open again"))
        self.next_open = _button(_("Next open"), _("Go to the next sentence that has no link yet"))
        self._build()

    def show_text(self, text: PaperText) -> None:
        """The paper's text, for the places of passages."""
        self._text = text

    def show_sentence(self, sentence: SentenceHere | None) -> None:
        """Show what the paper has for a sentence; nothing where there is none."""
        before, self.sentence = self.sentence, sentence
        if sentence is None or before is None or before.supports != sentence.supports:
            self._at = 0
        self.setVisible(sentence is not None)
        if sentence is None:
            return
        self._show_numbers(sentence)
        self._show_claim(sentence)

    def best(self) -> PassageSpan | None:
        """The passage that the key confirms: the one that is shown."""
        found = self.sentence.supports if self.sentence and self.sentence.claim is None else ()
        return found[self._at].passage if found else None

    def _show_numbers(self, sentence: SentenceHere) -> None:
        self._number_heading.setText(_("Numbers in sentence {number}").format(number=sentence.number))
        self._number_heading.setVisible(bool(sentence.held))
        for row, number in zip(self._numbers, sentence.held, strict=False):
            row.show_number(number)
        for index, row in enumerate(self._numbers):
            row.setVisible(index < len(sentence.held))

    def _show_claim(self, sentence: SentenceHere) -> None:
        self._heading.setText(_("Where sentence {number} comes from").format(number=sentence.number))
        claim = sentence.claim
        is_linked = claim is not None and claim.kind == FROM_PAPER
        self.explanation.setVisible(claim is None)
        self.unlink.setVisible(claim is not None)
        passages = sentence.supports if claim is None else ()
        if claim is not None and is_linked and claim.passage is not None:
            self._show_linked(claim.passage)
        elif passages:
            passage = passages[self._at].passage
            self.passage.take_button.show()
            self.passage.show_quote(passage, passage.text, place_words(self._text, passage.start))
        self.passage.setVisible(is_linked or bool(passages))
        for part in (self.previous, self.next, self._count):
            part.setVisible(len(passages) > 1)
        self._count.setText(_("{at:,} of {count:,}").format(at=self._at + 1, count=len(passages)))
        self.previous.setEnabled(self._at > 0)
        self.next.setEnabled(self._at < len(passages) - 1)
        self._state.setText(_state_words(sentence))
        self.next_open.setVisible(sentence.open_sentences > 0)

    def linked(self) -> PassageSpan | None:
        """The passage that the sentence is linked to, where it is found in the paper."""
        claim = self.sentence.claim if self.sentence else None
        return self._span(claim.passage) if claim is not None and claim.passage is not None else None

    def _show_linked(self, passage: Passage) -> None:
        place = _("Linked: {locator}").format(locator=passage.locator) if passage.locator else _("Linked")
        self.passage.show_quote(self._span(passage), passage.text, place)
        self.passage.take_button.hide()

    def _span(self, passage: Passage) -> PassageSpan | None:
        start = self._text.whole().find(passage.text)
        if start < 0:  # the words were kept with other line ends
            start = " ".join(self._text.whole().split("\n")).find(passage.text)
        return PassageSpan(start, start + len(passage.text), passage.text) if start >= 0 else None

    def _build(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._number_heading)
        for row in self._numbers:
            row.show_requested.connect(self.show_requested)
            column.addWidget(row)
        column.addSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(2)
        for part, stretch in ((self._heading, 1), (self._count, 0), (self.previous, 0), (self.next, 0)):
            head.addWidget(part, stretch)
        column.addLayout(head)
        column.addWidget(self.passage)
        foot = QHBoxLayout()
        foot.setSpacing(2)
        foot.addWidget(self._state, 1)
        for button in (self.explanation, self.unlink, self.next_open):
            foot.addWidget(button)
        column.addLayout(foot)
        self.passage.show_requested.connect(self.show_requested)
        self.passage.taken.connect(self._on_taken)
        self.previous.clicked.connect(self._on_step)
        self.next.clicked.connect(self._on_step)
        self.explanation.clicked.connect(self.explanation_requested)
        self.unlink.clicked.connect(self.open_requested)
        self.next_open.clicked.connect(self.next_open_requested)
        self.hide()

    def _on_step(self) -> None:
        if self.sentence is not None:
            self._at += 1 if self.sender() is self.next else -1
            self._show_claim(self.sentence)
            if (passage := self.best()) is not None:
                self.show_requested.emit(passage)

    def _on_taken(self, row: QuoteRow) -> None:
        if row.passage is not None:
            self.confirmed.emit(row.passage)


def _state_words(sentence: SentenceHere) -> str:
    """“3 of 24 sentences open”, and what this one is."""
    still = _("{open_sentences} of {counted} open").format(
        open_sentences=sentence.open_sentences, counted=counted(sentence.all_sentences, "sentence")
    )
    claim = sentence.claim
    if claim is None:
        return still if sentence.supports else _("No passage stands out · {still}").format(still=still)
    return (
        _("Explanation · {still}").format(still=still)
        if claim.kind != FROM_PAPER
        else _("From the paper · {still}").format(still=still)
    )


def _button(words: str, tip: str) -> QPushButton:
    button = QPushButton(words)
    button.setToolTip(tip)
    mark(button, kind="quiet", size="small")
    return button
