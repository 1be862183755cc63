"""Words of direction that a summary turns round: "reduced the risk" where the paper's own sentence says "increased"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.evidence.directions import ways_in
from app.evidence.paper_numbers import PaperNumbers
from app.evidence.terms import roots
from app.model.finding import PassageSpan
from app.text.sentences import sentences

NEARLY_THE_SAME = 0.6
"""The share of a sentence's words that a sentence of the paper must cover to be compared word by word."""
_AS_ALIKE = 0.85
_WINDOW = 32
_MOST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class Opposite:
    """A word of direction (code points of the text), 1 for more or -1 for less, and what says otherwise."""

    start: int
    end: int
    way: int
    passage: PassageSpan


@dataclass(frozen=True, slots=True)
class _Way:
    start: int
    end: int
    way: int
    before: frozenset[str]
    after: frozenset[str]


@lru_cache(maxsize=256)
def opposites(text: str, paper: PaperNumbers) -> tuple[Opposite, ...]:
    """Every word of direction whose sentence the paper has nearly as it stands, but for the direction."""
    return tuple(_opposites(text, paper))


def _opposites(text: str, paper: PaperNumbers) -> Iterator[Opposite]:
    for start, end in sentences(text):
        ways = _ways(text[start:end])
        if not ways:
            continue
        likeness = paper.likeness(roots(text[start:end]))
        best = max(likeness.values(), default=0.0)
        if best < NEARLY_THE_SAME:
            continue
        alike = [one for one, share in likeness.items() if share >= _AS_ALIKE * best]
        alike.sort(key=lambda one: (-likeness[one], one))
        for way in ways:
            sentence = _turned_round(way, alike[:_MOST_COMPARED], paper)
            if sentence is not None:
                yield Opposite(start + way.start, start + way.end, way.way, paper.passage(sentence))


def _turned_round(way: _Way, alike: list[int], paper: PaperNumbers) -> int | None:
    """The most alike sentence that says the opposite of the same thing, None when any of them agrees."""
    found = None
    for sentence in alike:
        for other in _ways(paper.passage(sentence).text):
            if way.after & other.after or (way.before & other.before and not (way.after and other.after)):
                if other.way == way.way:
                    return None
                found = sentence if found is None else found
    return found


@lru_cache(maxsize=2048)
def _ways(text: str) -> tuple[_Way, ...]:
    return tuple(
        _Way(start, end, way, roots(text[max(0, start - _WINDOW) : start]), roots(text[end : end + _WINDOW]))
        for start, end, way in ways_in(text)
    )
