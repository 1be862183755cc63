"""Findings in a text that is being written: which lies at a place, where one stands by now, and which an edit ended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from app.model.finding import Finding
from app.text.sentences import sentences
from app.ui.fields import marks, rich_document

Span = tuple[int, int]


def at_place(findings: Iterable[Finding], offset: int) -> Finding | None:
    """The marked finding at a code point, the shortest where several lie there."""
    there = [
        found
        for found in findings
        if (found.start or 0) <= offset <= (found.end or 0) and marks.shape_of(found) != marks.NONE
    ]
    return min(there, key=lambda found: (found.end or 0) - (found.start or 0), default=None)


def now(finding: Finding, findings: Iterable[Finding], text: str) -> Finding | None:
    """A finding where its words stand in the text now, the nearest where they stand twice; None when they are gone."""
    if finding.start is not None and text[finding.start : finding.end] == finding.text:
        return finding
    same = (found for found in findings if (found.code, found.text) == (finding.code, finding.text))
    near = sorted(same, key=lambda found: abs((found.start or 0) - (finding.start or 0)))
    return next((found for found in near if text[found.start : found.end] == found.text), None)


def sentence_around(finding: Finding, text: str) -> Span:
    """The whole sentences that a finding's words stand in; the words themselves where there is no sentence."""
    start, end = finding.start or 0, finding.end or 0
    spans = [span for span in sentences(text) if span[0] < end and span[1] > start]
    return (spans[0][0], spans[-1][1]) if spans else (start, end)


class Edit:
    """What happened between two states of a text: the same at both ends, and other words between."""

    def __init__(self, old: str, new: str) -> None:
        self._start = rich_document.same(old, new)
        rest = min(rich_document.same(old[::-1], new[::-1]), min(len(old), len(new)) - self._start)
        self._end, self._shift = len(old) - rest, len(new) - len(old)

    def findings(self, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """Move what lies behind the edit, and drop what it touched: it is no longer what was judged."""
        kept = []
        for found in findings:
            first, last = found.start or 0, found.end or 0
            if last <= self._start:
                kept.append(found)
            elif first >= self._end:
                kept.append(_moved(found, self._shift))
            elif found.code == "long-sentence":
                kept.append(_moved(found, 0, self._shift))
        return tuple(kept)

    def spans(self, spans: Iterable[Span]) -> tuple[Span, ...]:
        """The same for bare spans."""
        spans, shift = tuple(spans), self._shift
        before = [(first, last) for first, last in spans if last <= self._start]
        after = [(first + shift, last + shift) for first, last in spans if first >= self._end]
        return (*before, *after)


def _moved(found: Finding, shift: int, growth: int = 0) -> Finding:
    return replace(found, start=(found.start or 0) + shift, end=(found.end or 0) + shift + growth)
