"""How likely a number of the paper is the one that a number of the summary means: what speaks for it, weighed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from math import exp, log

from app.evidence.paper_numbers import Entry, PaperNumbers
from app.evidence.quantities import Quantity
from app.evidence.side_by_side import Place
from app.evidence.units import FOLD, PERCENT, TIMES


@dataclass(frozen=True, slots=True)
class Asked:
    """A quantity of the summary with what its sentence and the words next to it are about.

    `likeness` and `near` say of every sentence of the paper what share of each it covers; `company` are the other
    values of the same sentence, `around` the words that stand beside it.
    """

    quantity: Quantity
    likeness: Mapping[int, float]
    near: Mapping[int, float]
    company: frozenset[float]
    most_alike: float
    crowd: float = 0.0
    rivals: tuple[tuple[Entry, float, float], ...] = ()
    is_background: bool = False
    around: Place = Place((), ())


@dataclass(frozen=True, slots=True)
class Signs:
    """What speaks for one entry of the paper, each a number of about 0 to 1 (counts up to 3)."""

    quality: float
    same_unit: float
    other_unit: float
    one_without_unit: float
    same_nouns: float
    other_nouns: float
    same_rate: float
    likeness: float
    near: float
    most_alike: float
    company: float
    crowd: float
    slip: float


def signs(asked: Asked, entry: Entry, quality: float, paper: PaperNumbers) -> Signs:
    """Weigh nothing yet: only look at both."""
    one, other = asked.quantity, entry.quantity
    is_same_unit = same_unit(one, entry)
    likeness = asked.likeness.get(entry.sentence, 0.0)
    alike = likeness / asked.most_alike if asked.most_alike else 0.0
    return Signs(
        quality,
        float(is_same_unit),
        float(bool(one.unit and entry.unit and not is_same_unit)),
        (1.0 if other.nouns or one.nouns else 0.5) if bool(one.unit) != bool(entry.unit) else 0.0,
        float(min(2, len(one.nouns & other.nouns))),
        float(bool(one.nouns and other.nouns and not one.nouns & other.nouns)),
        float(bool(one.per) and one.per == other.per),
        likeness,
        asked.near.get(entry.sentence, 0.0),
        alike,
        float(min(2, len(asked.company & paper.values_of[entry.sentence]))),
        asked.crowd,
        max((_slip(share, alike) * weight for _, share, weight in asked.rivals), default=0.0),
    )


def _slip(share: float, alike: float) -> float:
    """How much a slip weighs: less when the same value stands in a sentence that is as much about the same."""
    return max(0.0, share - 0.8 * alike)


def rivals(
    one: Quantity, company: frozenset[float], likeness: Mapping[int, float], most_alike: float, paper: PaperNumbers
) -> tuple[tuple[Entry, float, float], ...]:
    """Numbers that are one digit away and of the same kind, in the sentences that are most about the same.

    Each with how alike its sentence is (against the most alike) and how telling one digit is (fewer digits, less).
    """
    if len(one.values) != 1 or one.is_bare or one.hedge or one.is_share or most_alike < LEAST_ALIKE:
        return ()
    found = []
    for sentence, share in likeness.items():
        if share >= 0.5 * most_alike:
            for entry in paper.in_sentence.get(sentence, ()):
                if entry.value not in company and (weight := _one_digit_apart(one, entry)):
                    found.append((entry, share / most_alike, weight))
    return tuple(found)


LEAST_ALIKE = 0.2
"""Below this share no sentence is about the same."""


def _one_digit_apart(one: Quantity, entry: Entry) -> float:
    if entry.is_worked_out or entry.quantity.decimals != one.decimals or not _is_alike(one, entry):
        return 0.0
    written, given = f"{one.values[0]:.{one.decimals}f}", f"{entry.value:.{one.decimals}f}"
    if len(given) != len(written) or sum(a != b for a, b in zip(given, written, strict=True)) != 1:
        return 0.0
    if len(written) == 1:
        return 0.5 if one.nouns & entry.quantity.nouns and min(entry.value, one.values[0]) > 1 else 0.0
    return 1.0 if len(written) > 2 else 0.5


def _is_alike(one: Quantity, entry: Entry) -> bool:
    if one.unit or entry.unit:
        return one.unit is not None and entry.unit is not None and one.unit.name == entry.unit.name
    return bool(one.nouns & entry.quantity.nouns) or not (one.nouns and entry.quantity.nouns)


def fit(seen: Signs) -> float:
    """How likely it is the same number, 0 to 1. The weights were found on real abstracts with planted slips."""
    score = BIAS + sum(weight * getattr(seen, name) for name, weight in WEIGHTS.items())
    return 1 / (1 + exp(-max(-30.0, min(30.0, score))))


BIAS = -1.8
WEIGHTS = {
    "quality": 1.8,
    "same_unit": 0.2,
    "other_unit": -1.2,
    "one_without_unit": -1.5,
    "same_nouns": 0.5,
    "other_nouns": -0.5,
    "same_rate": 0.3,
    "near": 0.7,
    "most_alike": 2.8,
    "company": 0.35,
    "crowd": -1.2,
    "slip": -2.2,
}


def same_unit(one: Quantity, entry: Entry) -> bool:
    """Whether both measure the same thing, by the same period where both name one."""
    if one.unit is None or entry.unit is None:
        return False
    dimensions = {one.unit.dimension, entry.unit.dimension}
    is_alike = len(dimensions) == 1 or dimensions in ({"days", "months"}, {TIMES.dimension, FOLD.dimension})
    return is_alike and (not one.per or not entry.quantity.per or one.per == entry.quantity.per)


def crowd(one: Quantity, paper: PaperNumbers) -> float:
    """How crowded the paper is with numbers of this size: a match by chance is likelier there."""
    value = max(one.values)
    room = max(10.0**-one.decimals * 5, value * 0.1)
    distinct = {round(entry.value, one.decimals) for entry in paper.near(value - room, value + room)}
    places = max(1.0, 2 * room * 10.0**one.decimals)
    return log(1 + 10 * min(1.0, len(distinct) / places)) / log(11)


def is_named(seen: Signs, unit_is_plain: bool) -> bool:
    """Whether unit, noun or sentence say that it is the same thing that is counted."""
    if seen.quality < 0.6 or seen.other_unit:
        return False
    return bool((seen.same_unit and unit_is_plain) or seen.same_nouns or seen.likeness > 0.6) or (
        seen.same_unit > 0 and seen.likeness > 0.25
    )


def is_plain_unit(one: Quantity) -> bool:
    """Whether the unit alone tells things apart: days do, percent and times do not."""
    return one.unit is not None and one.unit not in (PERCENT, TIMES, FOLD)
