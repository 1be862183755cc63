"""Places in two sentences held side by side: whether the words before and after them are the same."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.evidence.terms import STOP_WORDS
from app.text.word_lists import listed

_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][a-z]+)?|\d+(?:[.,·]\d+)*")
_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_PERSONS = listed("patient patients people person persons participant participants individual individuals subjects")
_SHORT = 3
_FURTHEST = 400
"""Characters to either side that are looked at, however long the sentence is."""
_NEXT_CLAUSE = re.compile(r"[;:]\s|,\s(?:and|or|but)\s|\b(?:but|while|whereas|although)\b", re.IGNORECASE)
_REACH = 5
_NEXT = 1.5


@dataclass(frozen=True, slots=True)
class Place:
    """What stands around a place: the telling words and numbers before it and after it, the nearest first."""

    before: tuple[str, ...]
    after: tuple[str, ...]

    def __bool__(self) -> bool:
        """Whether anything stands there to compare."""
        return bool(self.before or self.after)


def place(text: str, start: int, end: int) -> Place:
    """The surroundings of the stretch from `start` to `end` within one sentence. Brackets beside it are left out."""
    first = max(0, start - _FURTHEST)
    text, start, end = text[first : end + _FURTHEST], start - first, end - first
    tokens = _tokens(_BRACKETS.sub(lambda match: _blank(match, start), text) if "(" in text or "[" in text else text)
    before = [word for _at, to, word in reversed(tokens) if to <= start][:_REACH]
    stop = _NEXT_CLAUSE.search(text, end)
    last = stop.start() if stop else len(text)
    return Place(tuple(before), tuple([word for at, _to, word in tokens if end <= at < last][:_REACH]))


def _blank(brackets: re.Match[str], start: int) -> str:
    return brackets[0] if brackets.start() < start < brackets.end() else " " * len(brackets[0])


@lru_cache(maxsize=1024)
def _tokens(text: str) -> tuple[tuple[int, int, str], ...]:
    return tuple(
        (*match.span(), _name(match[0])) for match in _WORD.finditer(text) if match[0].lower() not in STOP_WORDS
    )


def names(text: str) -> frozenset[str]:
    """The telling words and numbers of a text, as `place` compares them."""
    return frozenset(word for _start, _end, word in _tokens(text))


def _name(word: str) -> str:
    """A word without its ending: men and women stay apart, but people of a study are patients."""
    lower = word.lower()
    if lower[0].isdigit():
        return lower
    if lower in _PERSONS:
        return "patien"
    return lower.removesuffix("s")[:6] if len(lower) > _SHORT else lower


def agreement(one: Place, other: Place) -> float:
    """The share of the first place's words that stand on the same side of the other, 0 to 1; the next weigh more."""
    held = whole = 0.0
    for mine, others in ((one.before, other.before), (one.after, other.after)):
        for index, word in enumerate(mine):
            weight = _NEXT if index == 0 else 1.0
            whole += weight
            held += weight if word in others else 0.0
    return held / whole if whole else 0.0


def common(one: Place, other: Place) -> int:
    """How many words both places share on the same sides."""
    return len({*one.before} & {*other.before}) + len({*one.after} & {*other.after})
