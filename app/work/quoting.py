"""Taking from the paper: its words into a field with their link, and saying where the sentence at the caret comes from.

Each is one step that can be undone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.evidence.places import locator
from app.evidence.quotations import quoted_into
from app.model.claims import claim_at, linked, marked_explanation, opened
from app.model.finding import PassageSpan
from app.model.summary import Passage, Summary
from app.translation import _
from app.work.beside import Beside, SentenceHere, sentence_places
from app.work.desk import Desk
from app.work.session import Session


class Quoting(QObject):
    """Edits the open summary. Main thread only."""

    placed = Signal(str, int, int)
    """Where a quotation stands now: section, start and end."""
    went = Signal(str, int, int)
    """The next open sentence: section, start and end."""

    def __init__(self, desk: Desk, session: Session, beside: Beside, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session, self._beside = desk, session, beside

    def use(self, target: str, span: PassageSpan) -> None:
        """Put words of the paper into a field, as a quotation to be reworded."""
        summary, paper = self._session.current, self._desk.paper
        if summary is None or paper is None or self._session.is_read_only:
            return
        quoted = quoted_into(summary, target, span, paper.text)
        self._session.edit(_("Use the paper’s words"), quoted.summary)
        self._desk.tell_done("quoted", {"field": target}, self._undo())
        self.placed.emit(quoted.section, quoted.start, quoted.end)

    def choose_level(self, level: str) -> None:
        """Take an evidence level that the paper looks like."""
        if (summary := self._session.current) is not None and not self._session.is_read_only:
            self._session.edit(_("Choose Evidence Level"), replace(summary, evidence_level=level))
            self._desk.tell_done("level_chosen", {}, self._undo())

    def confirm(self, span: PassageSpan) -> None:
        """The sentence at the caret comes from this passage."""
        paper = self._desk.paper
        if paper is not None:
            passage = Passage(" ".join(span.text.split()), locator(paper.text, span.start))
            self._mark(
                _("Link a sentence to the paper"), lambda one, at: linked(one, at.section, at.start, at.end, passage)
            )

    def mark_explanation(self) -> None:
        """The sentence at the caret is background of the writer's own."""
        self._mark(_("Mark as explanation"), lambda one, at: marked_explanation(one, at.section, at.start, at.end))

    def reopen(self) -> None:
        """The sentence at the caret is open again."""
        self._mark(_("Take back a link"), lambda one, at: opened(one, at.section, at.start, at.end))

    def next_open(self) -> None:
        """Go to the next sentence without a link, round to the first one."""
        summary = self._session.current
        if summary is None:
            return
        here = self._beside.sentence
        still_open = [place for place in sentence_places(summary) if claim_at(summary.claims, *place) is None]
        if not still_open:
            self._desk.tell_done("all_linked", {})
            return
        every = list(sentence_places(summary))
        at = (
            every.index((here.section, here.start, here.end))
            if here and (here.section, here.start, here.end) in every
            else -1
        )
        after = [place for place in still_open if every.index(place) > at]
        self.went.emit(*(after or still_open)[0])

    def _mark(self, label: str, change: Callable[[Summary, SentenceHere], Summary]) -> None:
        summary, here = self._session.current, self._beside.sentence
        if summary is None or here is None or self._session.is_read_only:
            return
        if (here.section, here.start, here.end) not in set(sentence_places(summary)):
            return  # the text has moved on since the panel showed this sentence
        self._session.edit(label, change(summary, here))

    def _undo(self) -> Callable[[], None]:
        """Takes the step back, as long as nothing was written since."""
        made = self._session.current

        def undo() -> None:
            if self._session.current == made:
                self._session.undo()

        return undo
