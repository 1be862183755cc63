"""What a paper says of a measure, wherever it says it: "life expectancy rose", "an increase in life expectancy".

A summary in words of its own is like no one sentence of the paper, but it names the same things beside its words of
direction. Where the paper tells of that measure only, or much rather, the other way, the summary may have it wrong.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from app.evidence.paper_numbers import PaperNumbers
from app.evidence.side_by_side import Place
from app.evidence.tables import BETWEEN_CELLS
from app.evidence.way_words import Way, is_swapped, ways_of

LEAST = 1.4
"""How strongly the paper must say the opposite; `bench checks` prints the curve."""
_AS_STRONGLY = 0.8
"""From this share of the opposite's strength on, the paper says both, and nothing is said."""
_FLOOR, _COMMON = 0.3, 0.5
_NEXT, _NEAR = 2, 3
_MOST_TOLD = 200
"""Statements looked at for one word; a word that stands beside more of them tells little."""


def turned(way: Way, likeness: Mapping[int, float], paper: PaperNumbers, beside: Sequence[Way] = ()) -> int | None:
    """The sentence that says most strongly the opposite of the same measure, or None where none does.

    `beside` are the words of direction of the same sentence: what one of them agrees with is not held against another.
    """
    strength, sentence = opposed(way, likeness, paper, beside)
    return sentence if strength >= LEAST else None


def opposed(
    way: Way, likeness: Mapping[int, float], paper: PaperNumbers, beside: Sequence[Way] = ()
) -> tuple[float, int | None]:
    """How strongly the paper says the opposite of the same measure (0 to about 9), and in which sentence.

    0 where it says as much as strongly. `likeness` is the share of the summary's sentence that each sentence covers.
    """
    agreed, strongest, found = 0.0, 0.0, None
    for sentence, other in _beside(way, paper):
        if (other.scale, other.is_denied) != (way.scale, way.is_denied):
            continue
        same = _same_measure(way.place, other.place)
        if not same:
            continue
        strength = (same + _COMMON * _common(way.place, other.place)) * (_FLOOR + likeness.get(sentence, 0.0))
        if other.way == (-way.way if is_swapped(way, other) else way.way):
            agreed = max(agreed, strength)
        elif strength > strongest and not any(_is_told_by(one, other) for one in beside if one is not way):
            strongest, found = strength, sentence
    return (strongest, found) if agreed < _AS_STRONGLY * strongest else (0.0, None)


def _is_told_by(one: Way, other: Way) -> bool:
    """Whether a word of direction has its own partner in the paper: "reduced pain, as seen by higher scores"."""
    is_alike = (one.scale, one.way, one.is_denied) == (other.scale, other.way, other.is_denied)
    return is_alike and bool(_pairs(one.place.after) & _pairs(other.place.after))


def _same_measure(one: Place, other: Place) -> int:
    """How many of the next words are the same: on one side, or in a row on either ("costs rose", "a rise in costs")."""
    if _pairs(one.before) & _pairs(other.after) or _pairs(one.after) & _pairs(other.before):
        return _NEXT
    if one.after and other.after and not {*one.after} & {*other.after}:
        return 0  # "reduced costs" says nothing against "increased survival"
    return max(len({*one.after[:_NEXT]} & {*other.after[:_NEXT]}), len({*one.before[:_NEXT]} & {*other.before[:_NEXT]}))


def _pairs(words: tuple[str, ...]) -> set[frozenset[str]]:
    return {frozenset(pair) for pair in pairwise(words[:_NEAR])}


def _common(one: Place, other: Place) -> int:
    return len({*one.before, *one.after} & {*other.before, *other.after})


def _beside(way: Way, paper: PaperNumbers) -> Iterable[tuple[int, Way]]:
    """The paper's words of direction that have a word beside them in common with this one."""
    told = _told(paper)
    near = {*way.place.before[:_NEAR], *way.place.after[:_NEAR]}
    return {(at, other.start): (at, other) for word in near for at, other in told.get(word, ())[:_MOST_TOLD]}.values()


@lru_cache(maxsize=4)
def _told(paper: PaperNumbers) -> dict[str, list[tuple[int, Way]]]:
    """Every word of direction of a paper, by the words next to it. Made once for a paper."""
    found: defaultdict[str, list[tuple[int, Way]]] = defaultdict(list)
    for sentence, way in _every(paper):
        for word in {*way.place.before[:_NEAR], *way.place.after[:_NEAR]}:
            found[word].append((sentence, way))
    return dict(found)


def _every(paper: PaperNumbers) -> Iterator[tuple[int, Way]]:
    for sentence, (start, end) in enumerate(paper.spans):
        text = paper.whole[start:end]
        if BETWEEN_CELLS not in text:
            yield from ((sentence, way) for way in ways_of(text))
