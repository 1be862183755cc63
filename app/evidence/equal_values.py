"""When a number of the paper may stand behind a number of a summary: the same, converted, rounded or worked out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import combinations

from app.evidence.paper_numbers import Entry, PaperNumbers
from app.evidence.quantities import OF, Quantity
from app.evidence.units import PERCENT, TIMES, Unit

EXACT, CONVERTED, ROUNDED, LOOSE, WORKED_OUT = 1.0, 0.95, 0.8, 0.6, 0.5
"""How well a value answers."""
_TINY = 1e-6
_DAYS_IN_A_MONTH = 30.44
_LOOSE_MONTH = 0.09
_ABOUT = 0.1
_BEYOND = 0.25
_LEAST_ROUNDED_COUNT = 20


def answers(asked: Quantity, value: float, paper: PaperNumbers) -> Iterator[tuple[Entry, float]]:
    """Every entry that may stand behind one value of a quantity, with how well its value answers."""
    low, high = _window(asked, value)
    for entry in paper.near(low, high):
        if (entry.is_worked_out and asked.unit is not PERCENT) or _is_only_year(asked, value, entry):
            continue
        quality = _quality(asked, value, entry.value, entry.quantity.decimals)
        if quality and not _is_other_scale(asked.unit, entry.unit):
            yield entry, quality * (0.9 if entry.is_worked_out else 1.0)
    yield from _converted(asked, value, paper)
    yield from _shares(asked, value, paper)


def _window(asked: Quantity, value: float) -> tuple[float, float]:
    room = 0.5 * 10.0**-asked.decimals
    room = max(room, abs(value) * _BEYOND) if asked.hedge else max(room, _zeros_room(value))
    return value - room * 1.001, value + room * 1.001


def _zeros_room(value: float) -> float:
    """Half of the last place that is not a nought, at most one in fifty: 12,000 may stand for 11,968."""
    if value < 1_000 or value != int(value):
        return 0.0
    place = 1
    while int(value) % (place * 10) == 0:
        place *= 10
    return min(0.5 * place, 0.02 * value) if place > 1 else 0.0


def _quality(asked: Quantity, value: float, given: float, decimals: int) -> float:
    """How well a value of the paper answers, 0 when it does not."""
    apart = abs(given - value)
    if apart <= _TINY * max(1.0, abs(value)):
        return EXACT
    is_count = asked.unit is None and not asked.decimals and not asked.hedge and value < _LEAST_ROUNDED_COUNT
    if (
        apart <= 0.5 * 10.0**-asked.decimals * 1.001
        and not is_count
        and (decimals > asked.decimals or given != round(given, 6))
    ):
        return ROUNDED
    if not asked.decimals and apart <= _zeros_room(value) * 1.001:
        return ROUNDED if asked.hedge else LOOSE
    is_near = {
        "about": apart <= _ABOUT * abs(value),
        "over": _is_round(value) and value < given <= value * (1 + _BEYOND),
        "under": _is_round(value) and value * (1 - _BEYOND) <= given < value,
    }
    return LOOSE if is_near.get(asked.hedge, False) and value >= 2 else 0.0


def _is_round(value: float) -> bool:
    """Whether a number is one to measure others by: "more than 40", "under 350", but not "below 210" for 200."""
    digits = len(f"{value:.10g}".replace(".", "").strip("0"))
    return digits <= 1 or (digits == len("35") and value % 50 == 0)


def _is_only_year(asked: Quantity, value: float, entry: Entry) -> bool:
    """Whether the paper's number is a year and the summary's cannot be one."""
    if not entry.quantity.is_year or asked.is_year:
        return False
    return entry.value != value or asked.number[1] - asked.number[0] != len("2006")


def _is_other_scale(asked: Unit | None, given: Unit | None) -> bool:
    """Whether two units measure the same thing on another scale: then raw values must not be compared."""
    return (
        asked is not None
        and given is not None
        and asked.dimension == given.dimension
        and abs(asked.factor - given.factor) > _TINY * max(asked.factor, given.factor)
    )


def _converted(asked: Quantity, value: float, paper: PaperNumbers) -> Iterator[tuple[Entry, float]]:
    unit = asked.unit
    if unit is None or unit in (PERCENT, TIMES):
        return
    base = value * unit.factor
    room = max(0.5 * 10.0**-asked.decimals * unit.factor, _TINY * base)
    for entry in paper.near_in_base(unit.dimension, base - room, base + room):
        if entry.unit and entry.unit.factor != unit.factor:
            yield entry, CONVERTED if abs(entry.base - base) <= _TINY * max(base, entry.base) else ROUNDED
    other = {"days": "months", "months": "days"}.get(unit.dimension)
    if other and (unit.factor >= 1):
        base = base / _DAYS_IN_A_MONTH if other == "months" else base * _DAYS_IN_A_MONTH
        for entry in paper.near_in_base(other, base * (1 - _LOOSE_MONTH), base * (1 + _LOOSE_MONTH)):
            yield entry, LOOSE


def _shares(asked: Quantity, value: float, paper: PaperNumbers) -> Iterator[tuple[Entry, float]]:
    """Percentages for parts of a whole: "half" for 50%, "one in five" for 19%, "50%" for 0.50."""
    percent = None
    if asked.is_share:
        percent = value * 100
    elif asked.form == OF and value == asked.values[0]:
        percent = 100 * asked.values[0] / asked.values[1]
    if percent is not None:
        room = 3.0 if asked.is_word or asked.values[-1] <= 10 else 0.6
        room = 5.0 if asked.hedge else room
        for entry in paper.near(percent - room, percent + room):
            if entry.unit is PERCENT:
                yield entry, ROUNDED if abs(entry.value - percent) < 0.6 else LOOSE
    if asked.unit is PERCENT:
        room = 0.5 * 10.0 ** -(asked.decimals + 2)
        for entry in paper.near(value / 100 - room, value / 100 + room):
            if entry.unit is None and 0 < entry.value < 1 and entry.quantity.decimals >= 2:
                yield entry, LOOSE


def worked_out(asked: Quantity, value: float, likeness: Mapping[int, float], paper: PaperNumbers) -> Iterator[Entry]:
    """Entries from which a value can be worked out within one sentence that is about the same.

    A sum or difference of two numbers that count alike, or a percentage of one in the other ("12 of the 24" is half).
    """
    for sentence in sorted(likeness, key=lambda one: (-likeness[one], one))[:_SENTENCES_TO_WORK_IN]:
        given = paper.in_sentence.get(sentence, ())
        if likeness[sentence] < _LEAST_LIKENESS or len(given) > _MOST_NUMBERS:
            continue
        for one, other in combinations(given, 2):
            is_apart = one.quantity is not other.quantity and _makes(asked, value, one, other)
            if is_apart and (one.value != other.value or _are_two(one, other, paper.passage(sentence).text)):
                yield one


def _are_two(one: Entry, other: Entry, sentence: str) -> bool:
    """Whether an equal number counts something else: "20 rats got it and 20 did not", not "211 species, of the 211"."""
    first, last = sentence.find(one.text), sentence.rfind(other.text)
    return not 0 <= first < last or _JOINED.search(sentence, first, last) is not None


_JOINED = re.compile(r"\b(?:and|or|versus|vs|plus|each|per|both|while|whereas)\b|;", re.IGNORECASE)
_SENTENCES_TO_WORK_IN, _MOST_NUMBERS, _LEAST_LIKENESS = 4, 10, 0.3


def _makes(asked: Quantity, value: float, one: Entry, other: Entry) -> bool:
    small, large = sorted((one.value, other.value))
    if asked.per:  # 20 mg twice a day are 40 mg a day
        dose, times = (one, other) if other.unit is TIMES else (other, one)
        is_so_often = times.unit is TIMES and times.quantity.per == asked.per and asked.unit not in (None, TIMES)
        return is_so_often and dose.unit == asked.unit and abs(dose.value * times.value - value) <= _TINY * value
    if asked.is_share or asked.unit is PERCENT:
        percent = value * 100 if asked.is_share else value
        is_part = one.unit is None and other.unit is None and 0 < small < large
        return is_part and small == int(small) and abs(100 * small / large - percent) <= 0.5 * 10.0**-asked.decimals
    if (one.unit and one.unit.name) != (other.unit and other.unit.name):
        return False
    if (asked.unit and asked.unit.name) != (one.unit and one.unit.name) or one.quantity.is_year:
        return False
    if one.unit is None and (asked.decimals or one.quantity.decimals or other.quantity.decimals):
        return False  # ratios and p-values do not add up
    return min(abs(small + large - value), abs(large - small - value)) <= _TINY * max(1.0, value)
