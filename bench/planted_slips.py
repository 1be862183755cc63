"""Slips planted in a true text, one at a time, each with the place of the changed words: digits, units, rates …"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.evidence.quantities import Quantity, quantities

DIGIT, SMALL_DIGIT, UNIT, RATE, DOUBLE, DIRECTION = (
    "one digit",
    "one digit, under 10",
    "unit",
    "rate",
    "double",
    "direction",
)
KINDS = (DIGIT, SMALL_DIGIT, UNIT, RATE, DOUBLE, DIRECTION)
_UNITS = {
    "day": "week", "days": "weeks", "week": "month", "weeks": "months", "month": "year", "months": "years", "mo": "y",
    "year": "month", "years": "months", "y": "mo", "hour": "day", "hours": "days", "h": "min", "minutes": "hours",
    "seconds": "minutes", "mg": "g", "µg": "mg", "μg": "mg", "kg": "g", "g": "mg", "ml": "l", "mL": "L", "cm": "mm",
    "mm": "cm", "km": "m", "kb": "bp", "bp": "kb", "mM": "µM",
}  # fmt: skip
_RATES = {
    "daily": "weekly", "weekly": "daily", "monthly": "weekly", "annually": "monthly", "day": "week", "week": "month",
    "month": "week", "year": "month", "hour": "day",
}  # fmt: skip
_WAYS = {
    "more": "fewer", "fewer": "more", "less": "more", "higher": "lower", "lower": "higher", "increased": "decreased",
    "decreased": "increased", "reduced": "increased", "longer": "shorter", "shorter": "longer", "larger": "smaller",
    "smaller": "larger", "increase": "decrease", "decrease": "increase", "reduction": "increase",
    "greater": "smaller",
}  # fmt: skip
_WAY = re.compile(rf"\b(?:{'|'.join(_WAYS)})\b")
_BESIDE = (40, 25)


@dataclass(frozen=True, slots=True)
class Slip:
    """The changed text, what kind of slip it is, and the code points of the changed expression in it.

    `number` is where the number's expression begins in the true text.
    """

    kind: str
    text: str
    start: int
    end: int
    number: int


def slips(text: str, source: random.Random) -> Iterator[Slip]:
    """One slip of each kind that fits for every number of the text, two for its digits."""
    for found in quantities(text):
        yield from _digits(text, found, source)
        yield from _unit(text, found)
        yield from _rate(text, found)
        yield from _double(text, found)
        yield from _direction(text, found)


def _digits(text: str, found: Quantity, source: random.Random) -> Iterator[Slip]:
    start, end = found.number
    places = [place for place in range(start, end) if text[place].isascii() and text[place].isdigit()]
    is_small = not found.decimals and all(value < 10 for value in found.values)
    for _ in range(2 if places and not found.is_bare else 0):
        place = source.choice(places)
        leads = (place == start or not text[place - 1].isdigit()) and text[place + 1 : place + 2] not in (".", ",")
        digit = source.choice([one for one in "0123456789" if one != text[place] and not (one == "0" and leads)])
        yield Slip(
            SMALL_DIGIT if is_small else DIGIT,
            _changed(text, place, place + 1, digit),
            found.start,
            found.end,
            found.start,
        )


def _unit(text: str, found: Quantity) -> Iterator[Slip]:
    word = re.compile(r"[A-Za-zµμ]+").search(text, found.number[1], found.end) if found.unit and not found.per else None
    if word and word[0] in _UNITS:
        yield Slip(UNIT, _changed(text, *word.span(), _UNITS[word[0]]), found.start, found.end, found.start)


def _rate(text: str, found: Quantity) -> Iterator[Slip]:
    words = [word for word in re.compile(r"[a-z]+").finditer(text, found.start, found.end) if word[0] in _RATES]
    if found.per and words:
        yield Slip(RATE, _changed(text, *words[-1].span(), _RATES[words[-1][0]]), found.start, found.end, found.start)


def _double(text: str, found: Quantity) -> Iterator[Slip]:
    start, end = found.number
    is_count = not (found.unit or found.per or found.decimals or found.is_year) and len(found.values) == 1
    if is_count and found.nouns and text[start:end].isdigit() and found.values[0] >= 10:
        yield Slip(
            DOUBLE, _changed(text, start, end, str(int(found.values[0]) * 2)), found.start, found.end, found.start
        )


def _direction(text: str, found: Quantity) -> Iterator[Slip]:
    word = _WAY.search(text, max(0, found.start - _BESIDE[0]), found.end + _BESIDE[1])
    if word and "." not in text[word.end() : found.start].replace(" vs.", ""):
        changed = _changed(text, *word.span(), _WAYS[word[0]])
        yield Slip(DIRECTION, changed, min(word.start(), found.start), max(word.end(), found.end), found.start)


def _changed(text: str, start: int, end: int, words: str) -> str:
    return text[:start] + words + text[end:]
