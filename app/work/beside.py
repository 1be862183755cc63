"""What the paper has for the place that the writer is at: facts it offers, numbers of the sentence, passages behind it.

The rules run in a job; while one runs, only the newest question waits. Values in, values out.
The rules on numbers and passages are loaded with the first question: the window need not wait for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.claims import claim_at
from app.model.evidence import HeldNumber, Suggestions, Support
from app.model.paper_text import AttachedPaper, PaperText
from app.model.sections import sections
from app.model.summary import Claim, Summary
from app.text.markup import plain
from app.text.sentences import sentences
from app.work.jobs import Jobs, Progress, Token

PAUSE_MS = 150


@dataclass(frozen=True, slots=True)
class SentenceHere:
    """The sentence at the caret (code points of its section's Markdown) and what the paper has for it.

    `number` counts from 1 in its section; `open_sentences` of `all_sentences` in the summary have no link yet.
    """

    section: str
    number: int
    start: int
    end: int
    text: str
    held: tuple[HeldNumber, ...] = ()
    supports: tuple[Support, ...] = ()
    claim: Claim | None = None
    open_sentences: int = 0
    all_sentences: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What a question came to."""

    suggestions: Suggestions
    sentence: SentenceHere | None


class Beside(QObject):
    """Follows the paper, the text and the caret, and says what belongs to them. Main thread only."""

    suggestions_changed = Signal(object)
    """The Suggestions of the paper."""
    sentence_changed = Signal(object)
    """A SentenceHere, or None where the caret is in no sentence."""

    def __init__(self, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._paper: PaperText | None = None
        self._summary: Summary | None = None
        self._place = ("", 0)
        self._is_running = self._is_waiting = self._is_held = False
        self.sentence: SentenceHere | None = None
        self.suggestions = Suggestions()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._ask)

    def show_paper(self, paper: AttachedPaper | None) -> None:
        """Another paper, or none, stands beside the summary."""
        self._paper = paper.text if paper is not None and paper.text.blocks else None
        self._tell(Answered(Suggestions(), None))
        self._pause.start()

    def show_summary(self, summary: Summary) -> None:
        """The open text has changed, or another summary is open."""
        if self._summary is None or summary.id != self._summary.id:
            self._place = ("", 0)
        self._summary = summary
        self._pause.start()

    def show_place(self, section: str, offset: int) -> None:
        """The caret is at a code point of a section's Markdown."""
        if (section, offset) != self._place:
            self._place = (section, offset)
            self._pause.start()

    def hold(self) -> None:
        """Ask nothing until `release`: a review is reading the same paper, and what it learns is kept for this."""
        self._is_held = True

    def release(self) -> None:
        """The review is done."""
        if self._is_held:
            self._is_held = False
            self._pause.start()

    def forget(self) -> None:
        """No summary is open any more."""
        self._summary = self._paper = None
        self._pause.stop()

    def _ask(self) -> None:
        paper, summary, place = self._paper, self._summary, self._place
        if paper is None or summary is None or self._is_held:
            return
        if self._is_running:
            self._is_waiting = True
            return
        self._is_running, self._is_waiting = True, False

        def work(_token: Token, _progress: Progress) -> tuple[PaperText, str, Answered]:
            return paper, summary.id, answered(paper, summary, *place)

        self._jobs.start(work, done=self._on_done, failed=self._on_failed)

    def _on_done(self, result: tuple[PaperText, str, Answered]) -> None:
        self._is_running = False
        paper, summary_id, answer = result
        if paper is self._paper and self._summary is not None and summary_id == self._summary.id:
            self._tell(answer)
        if self._is_waiting:
            self._pause.start()

    def _on_failed(self, error: BaseException) -> None:
        self._is_running = False
        raise error

    def _tell(self, answer: Answered) -> None:
        if answer.suggestions != self.suggestions:
            self.suggestions = answer.suggestions
            self.suggestions_changed.emit(answer.suggestions)
        if answer.sentence != self.sentence:
            self.sentence = answer.sentence
            self.sentence_changed.emit(answer.sentence)


def answered(paper: PaperText, summary: Summary, section: str, offset: int) -> Answered:
    """What a paper has for a place in a summary. Any thread."""
    from app.evidence.facts import suggestions

    return Answered(suggestions(summary.paper, paper), sentence_here(paper, summary, section, offset))


def sentence_here(paper: PaperText, summary: Summary, section: str, offset: int) -> SentenceHere | None:
    """The sentence at a place with the numbers and passages that the paper has for it; None outside of sentences."""
    from app.evidence.numbers import held
    from app.evidence.paper_numbers import paper_numbers
    from app.evidence.passages import LEAST_SHARE, passage_index, supports

    if section == "title" and not summary.plain_title:
        return None  # the paper's own title comes from nowhere else
    markdown = dict(sections(summary)).get(section, "")
    spans = _spans(markdown)
    at = next((index for index, (_start, end) in enumerate(spans) if offset <= end), len(spans) - 1)
    if at < 0:
        return None
    start, end = spans[at]
    words = plain(markdown[start:end]).text
    numbers = held(markdown, paper_numbers(paper))
    found = supports(words, passage_index(paper))
    still_open, of = open_sentences(summary)
    return SentenceHere(
        section,
        at + 1,
        start,
        end,
        words,
        tuple(number for number in numbers if start <= number.start < end),
        tuple(support for support in found if support.share >= LEAST_SHARE),
        claim_at(summary.claims, section, start, end),
        still_open,
        of,
    )


def open_sentences(summary: Summary) -> tuple[int, int]:
    """How many sentences have no link yet and are not called explanation, and how many there are."""
    places = list(sentence_places(summary))
    return sum(claim_at(summary.claims, *place) is None for place in places), len(places)


def sentence_places(summary: Summary) -> Iterator[tuple[str, int, int]]:
    """Every sentence that may come from the paper: its section, start and end, in the order of the page."""
    for section, markdown in sections(summary):
        if section != "title" and not section.endswith(".heading"):
            for start, end in _spans(markdown):
                yield section, start, end


@lru_cache(maxsize=256)
def _spans(markdown: str) -> tuple[tuple[int, int], ...]:
    text = plain(markdown)
    return tuple(text.span(start, end) for start, end in sentences(text.text))
