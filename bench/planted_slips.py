"""Slips planted in a true text, one at a time, each with the place of the changed words: digits, units, rates …"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass

from app.evidence.quantities import Quantity, quantities
from app.evidence.species import NAMES
from app.text.sentences import sentences

DIGIT, SMALL_DIGIT, UNIT, RATE = "one digit", "one digit, under 10", "unit", "rate"
DOUBLE, DIRECTION, SPECIES = "double", "direction", "patients for animals"
ELSEWHERE = "direction, unstated"
"""A direction turned round where the paper has the word only of other things."""
KINDS = (DIGIT, SMALL_DIGIT, UNIT, RATE, DOUBLE, DIRECTION, ELSEWHERE, SPECIES)
_UNITS = {
    "day": "week", "days": "weeks", "week": "month", "weeks": "months", "month": "year", "months": "years", "mo": "y",
    "year": "month", "years": "months", "y": "mo", "hour": "day", "hours": "days", "h": "min", "min": "h",
    "minutes": "hours", "minute": "hour", "seconds": "minutes", "s": "min", "mg": "g", "µg": "mg", "μg": "mg",
    "kg": "g", "g": "mg", "ng": "µg", "ml": "l", "mL": "L", "µl": "ml", "μl": "ml", "cm": "mm", "mm": "cm", "km": "m",
    "m": "km", "µm": "mm", "μm": "mm", "nm": "µm", "kb": "bp", "bp": "kb", "mM": "µM", "µM": "mM", "μM": "mM",
    "nM": "µM", "ms": "s", "kDa": "Da",
}  # fmt: skip
_OTHER_RATES = ("daily", "weekly", "monthly", "yearly"), ("hour", "day", "week", "month", "year")
_RATES = {
    "daily": "weekly", "weekly": "daily", "monthly": "weekly", "annually": "monthly", "yearly": "monthly",
    "day": "week", "week": "month", "month": "week", "year": "month", "hour": "day", "d": "week", "h": "day",
    "annual": "monthly", "min": "hour", "minute": "hour",
}  # fmt: skip
_PAIRS = (
    "more/less fewer/more higher/lower increased/decreased reduced/increased longer/shorter larger/smaller"
    " increase/decrease reduction/increase greater/smaller increases/decreases increasing/decreasing reduce/increase"
    " reduces/increases reducing/increasing improved/worsened improve/worsen improves/worsens improvement/worsening"
    " better/worse faster/slower elevated/lowered"
)
_WAYS = {
    word: other
    for pair in _PAIRS.split()
    for one, _, two in (pair.partition("/"),)
    for word, other in ((one, two), (two, one))
}
_WAYS |= {"more": "less", "less": "more", "increased": "decreased", "increase": "decrease", "smaller": "larger"}
_WAYS |= {"increases": "decreases", "increasing": "decreasing", "decreased": "increased", "reduced": "increased"}
_WAY = re.compile(rf"\b(?:{'|'.join(_WAYS)})\b")
_NO_WAY_BEFORE = re.compile(r"\b(?:no|not|any|or|and|much|neither|nor|to|even)\s$|[-/]$")
_NO_WAY_AFTER = re.compile(
    r"\s(?:recent|recently|important|importantly|detail|limbs?|extremit|back|respiratory|bound|order|education|level of"
    r" evidence|likely than not|or|and|generally|information|stud|research|work)|[-/]"
)
_REAGENT = re.compile(
    r"(?i)anti[- ]|antibod|serum|\boil\b|albumin|\bkit\b|\binc\b|isotype|IgG|ELISA|gene|genome|cDNA|human"
)


@dataclass(frozen=True, slots=True)
class Slip:
    """The changed text, what kind of slip it is, and the code points of the changed expression in it.

    `number` is where the number's expression begins in the true text (the word, for a direction), `was` the changed
    expression in it: its start and end.
    """

    kind: str
    text: str
    start: int
    end: int
    number: int
    was: tuple[int, int]


def slips(text: str, source: random.Random, species: tuple[str, ...] = ()) -> Iterator[Slip]:
    """One slip of each kind that fits for every number of the text, two for its digits; one for each direction.

    `species` are the animals of the paper, to be called patients sentence by sentence.
    """
    for found in quantities(text):
        yield from _digits(text, found, source)
        yield from _unit(text, found)
        yield from _rate(text, found)
        yield from _double(text, found)
    yield from _directions(text)
    yield from patients_for(text, species)


def _digits(text: str, found: Quantity, source: random.Random) -> Iterator[Slip]:
    start, end = found.number
    places = [place for place in range(start, end) if text[place].isascii() and text[place].isdigit()]
    is_small = not found.decimals and all(value < 10 for value in found.values)
    for _ in range(2 if places and not found.is_bare else 0):
        place = source.choice(places)
        leads = (place == start or not text[place - 1].isdigit()) and text[place + 1 : place + 2] not in (".", ",")
        digit = source.choice([one for one in "0123456789" if one != text[place] and not (one == "0" and leads)])
        yield _slip(SMALL_DIGIT if is_small else DIGIT, text, found, (place, place + 1), digit)


def _unit(text: str, found: Quantity) -> Iterator[Slip]:
    word = re.compile(r"[A-Za-zµμ]+").search(text, found.number[1], found.end) if found.unit and not found.per else None
    if word and word[0] in _UNITS and text[word.end() : word.end() + 1] != "/":
        yield _slip(UNIT, text, found, word.span(), _UNITS[word[0]])


def _rate(text: str, found: Quantity) -> Iterator[Slip]:
    words = [word for word in re.compile(r"[a-z]+").finditer(text, found.start, found.end) if word[0] in _RATES]
    if found.per and words:
        for other in next((row for row in _OTHER_RATES if words[-1][0] in row), (_RATES[words[-1][0]],)):
            if other != words[-1][0]:
                yield _slip(RATE, text, found, words[-1].span(), other)


def _double(text: str, found: Quantity) -> Iterator[Slip]:
    start, end = found.number
    is_count = not (found.unit or found.per or found.decimals or found.is_year) and len(found.values) == 1
    if is_count and found.nouns and text[start:end].isdigit() and found.values[0] >= 10:
        yield _slip(DOUBLE, text, found, (start, end), str(int(found.values[0]) * 2))


def _directions(text: str) -> Iterator[Slip]:
    for word in _WAY.finditer(text):
        before = text[max(0, word.start() - 12) : word.start()]
        if not (_NO_WAY_BEFORE.search(before) or _NO_WAY_AFTER.match(text, word.end())):
            other = _WAYS[word[0]]
            changed = text[: word.start()] + other + text[word.end() :]
            yield Slip(DIRECTION, changed, word.start(), word.start() + len(other), word.start(), word.span())


def patients_for(text: str, species: tuple[str, ...]) -> Iterator[Slip]:
    """Each sentence that names an animal, with "patients" in its place."""
    for start, end in sentences(text):
        sentence = text[start:end]
        if not species or _REAGENT.search(sentence):
            continue
        places = [match.span() for name in species for match in NAMES[name].finditer(sentence)]
        if places:
            for name in species:
                sentence = NAMES[name].sub("patients", sentence)
            first, last = start + min(places)[0], start + min(places)[1]
            changed = text[:start] + sentence + text[end:]
            yield Slip(SPECIES, changed, first, first + len("patients"), first, (first, last))


def _slip(kind: str, text: str, found: Quantity, place: tuple[int, int], words: str) -> Slip:
    changed = text[: place[0]] + words + text[place[1] :]
    end = found.end + len(words) - (place[1] - place[0])
    return Slip(kind, changed, found.start, end, found.start, (found.start, found.end))
