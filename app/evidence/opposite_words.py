"""Words of direction that a summary turns round: "reduced the risk" where the paper's own sentence says "increased".

Also "men live longer than women" where the paper has it that women live longer than men, and "worse prognosis" where
the paper tells of that prognosis only that it was better.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.evidence.measures import turned
from app.evidence.paper_numbers import PaperNumbers
from app.evidence.side_by_side import agreement, common
from app.evidence.terms import roots
from app.evidence.way_words import Way, is_swapped, ways_of, without_ways
from app.model.finding import PassageSpan
from app.text.sentences import sentences

LEAST_LIKENESS = 0.4
"""The share of a sentence's words, those of direction left out, that a sentence of the paper must cover."""
LEAST_AGREEMENT = 0.45
"""The share of the words around a word of direction that must stand around the paper's too."""
_FEWEST_COMMON = 2
_AS_ALIKE = 0.75
_AGREES_AS_WELL = 0.8
_MOST_COMPARED = 5
_MOST_WAYS = 40
"""Words of direction that are looked up in one sentence, however long it is."""


@dataclass(frozen=True, slots=True)
class Opposite:
    """A word of direction (code points of the text), 1 for more or -1 for less, and what says otherwise."""

    start: int
    end: int
    way: int
    passage: PassageSpan


@lru_cache(maxsize=256)
def opposites(text: str, paper: PaperNumbers) -> tuple[Opposite, ...]:
    """Every word of direction whose sentence the paper has much as it stands, but for the direction."""
    return tuple(
        Opposite(start + one.start, start + one.end, one.way, one.passage)
        for start, end in sentences(text)
        for one in _in_sentence(text[start:end], paper)
    )


@lru_cache(maxsize=1024)
def _in_sentence(sentence: str, paper: PaperNumbers) -> tuple[Opposite, ...]:
    return tuple(_turned(sentence, paper))


def _turned(sentence: str, paper: PaperNumbers) -> Iterator[Opposite]:
    ways = ways_of(sentence)
    if not ways:
        return
    likeness = paper.likeness(roots(without_ways(sentence)))
    theirs = _of_the_alike(likeness, paper)
    for way in ways[:_MOST_WAYS]:
        against = _against(way, theirs)
        if against is None:
            against = turned(way, likeness, paper, ways[:_MOST_WAYS])
        if against is not None:
            yield Opposite(way.start, way.end, way.way, paper.passage(against))


def in_its_own_words(sentence: str, paper: PaperNumbers) -> list[Way]:
    """The words of direction that a sentence of the paper, much as it stands, has the other way round."""
    theirs = _of_the_alike(paper.likeness(roots(without_ways(sentence))), paper)
    return [way for way in ways_of(sentence) if _against(way, theirs) is not None]


def _of_the_alike(likeness: Mapping[int, float], paper: PaperNumbers) -> list[tuple[int, Way]]:
    """The words of direction of the sentences that the paper has much as it stands, the most alike first."""
    best = max(likeness.values(), default=0.0)
    if best < LEAST_LIKENESS:
        return []
    alike = [one for one, share in likeness.items() if share >= _AS_ALIKE * best]
    alike.sort(key=lambda one: (-likeness[one], one))
    return [(one, way) for one in alike[:_MOST_COMPARED] for way in ways_of(paper.passage(one).text)]


def _against(way: Way, theirs: list[tuple[int, Way]]) -> int | None:
    """The sentence of the paper that says the opposite in the same place, None where another agrees as well."""
    agreed, opposed, found = 0.0, 0.0, None
    for sentence, other in theirs:
        if (other.scale, other.is_denied) != (way.scale, way.is_denied):
            continue
        share = agreement(way.place, other.place)
        turned = is_swapped(way, other)
        if other.way == (-way.way if turned else way.way):
            agreed = max(agreed, share)
        elif share > opposed and common(way.place, other.place) >= _FEWEST_COMMON and _is_of_the_same(way, other):
            opposed, found = share, sentence
    return found if opposed >= LEAST_AGREEMENT and agreed < _AGREES_AS_WELL * opposed else None


def _is_of_the_same(one: Way, other: Way) -> bool:
    """Whether what follows is alike: "reduced costs" says nothing against "increased survival"."""
    mine, theirs = one.place.after, other.place.after
    return not (mine and theirs) or bool({*mine} & {*theirs})
