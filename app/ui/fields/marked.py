"""Which stretches of a field's text are marked, and with what: a value that shifts with the text."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from app.model.finding import Finding
from app.ui.fields import marks
from app.ui.fields.found import Edit, Span
from app.ui.fields.marks import Mark

Place = Callable[[int], int]
"""From a code point of the Markdown to a position in the document."""


@dataclass(frozen=True, slots=True)
class Marked:
    """Spans are code points of the Markdown."""

    findings: tuple[Finding, ...] = ()
    misspelt: tuple[Span, ...] = ()
    matches: tuple[Span, ...] = ()
    commented: tuple[Span, ...] = ()
    wash: Span | None = None

    def after(self, edit: Edit) -> Marked:
        """What is still marked after an edit, where it stands then. Matches wait for the next search."""
        findings, misspelt, commented = (
            edit.findings(self.findings),
            edit.spans(self.misspelt),
            edit.spans(self.commented),
        )
        return replace(self, findings=findings, misspelt=misspelt, commented=commented, wash=None)

    def lines(self, place: Place) -> tuple[Mark, ...]:
        """The shapes that lie over the text: what the foot of a field tells of."""
        shapes = ((marks.shape_of(found), found) for found in self.findings)
        shown = [
            Mark(shape, place(found.start or 0), place(found.end or 0), _count_of(found))
            for shape, found in shapes
            if shape != marks.NONE
        ]
        shown += [Mark(marks.WAVE, place(start), place(end)) for start, end in self.misspelt]
        return marks.one_under_a_word(shown)

    def washes(self, place: Place) -> tuple[Mark, ...]:
        """The shapes that lie under the text."""
        under = ((marks.MATCH, self.matches), (marks.COMMENT, self.commented), (marks.WASH, filter(None, (self.wash,))))
        return tuple(Mark(shape, place(start), place(end)) for shape, spans in under for start, end in spans)


def _count_of(found: Finding) -> int:
    """How many words a sentence has; other findings tell the words themselves under the same name."""
    words = found.facts.get("words")
    return words if isinstance(words, int) else 0
