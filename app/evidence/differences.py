"""Where the paper gives the same number with another unit, or the same treatment at another rate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.evidence.paper_numbers import Entry, PaperNumbers
from app.evidence.quantities import Quantity
from app.evidence.rates import each_day
from app.evidence.units import FOLD, PERCENT, TIMES, Unit, is_same


@dataclass(frozen=True, slots=True)
class Difference:
    """A finding's code, the paper's number that shows it, and the facts of both."""

    code: str
    entry: Entry
    facts: Mapping[str, Any] = field(default_factory=dict)


def difference(
    asked: Quantity, likeness: Mapping[int, float], best: Entry | None, paper: PaperNumbers
) -> Difference | None:
    """What differs, where the paper is clear enough to say so."""
    if asked.per:
        return _of_rate(asked, likeness, paper)
    if asked.unit and asked.unit not in (TIMES, FOLD):
        return _of_unit(asked, likeness, best, paper)
    return None


def _of_rate(asked: Quantity, likeness: Mapping[int, float], paper: PaperNumbers) -> Difference | None:
    """Another rate in a sentence that is about the same, when the summary's rate stands nowhere in the paper."""
    count, dimension = each_day(asked.values[-1], asked.per)
    rates = [entry for entry in paper.entries if entry.quantity.per and _counts_alike(asked, entry)]
    for entry in rates:
        if each_day(entry.value, entry.quantity.per) == (count, dimension) or _is_near(entry, count, dimension):
            return None
    if any(_is_total_by_period(asked, entry, paper) for entry in paper.entries):
        return None
    entry = max(rates, key=lambda entry: (likeness.get(entry.sentence, 0.0), -entry.sentence), default=None)
    if entry is None or likeness.get(entry.sentence, 0.0) < 0.2:
        return None
    total = next((other for other in paper.in_sentence[entry.sentence] if _is_total(asked, other)), None)
    facts = {"rate": asked.values[-1], "paper_rate": entry.value, "paper_per": entry.quantity.per}
    return Difference("rate-differs", entry, facts | ({"paper_total": total.value} if total else {}))


def _is_near(entry: Entry, count: float, dimension: str) -> bool:
    given, other = each_day(entry.value, entry.quantity.per)
    return dimension == other and abs(given - count) <= 0.01 * count


def _counts_alike(asked: Quantity, entry: Entry) -> bool:
    """Times with times or things counted without a unit; milligrams with milligrams."""
    one, other = asked.unit, entry.unit
    if one is None or one is TIMES:
        return other is None or other is TIMES
    return other is not None and is_same(one, other)


def _is_total(asked: Quantity, entry: Entry) -> bool:
    return entry.value == asked.values[-1] and not entry.quantity.per and entry.unit in (None, TIMES)


def _is_total_by_period(asked: Quantity, entry: Entry, paper: PaperNumbers) -> bool:
    """Whether the paper says it in two numbers: "three sessions in one week"."""
    if not _is_total(asked, entry):
        return False
    return any(
        other.unit is not None and other.unit.name == asked.per and other.value == 1 and not other.quantity.is_bare
        for other in paper.in_sentence[entry.sentence]
    )


def _of_unit(
    asked: Quantity, likeness: Mapping[int, float], best: Entry | None, paper: PaperNumbers
) -> Difference | None:
    """The same value with another unit of time, mass and so on, in a sentence that is about the same."""
    unit = asked.unit
    if unit is None or (best and best.unit and _agrees(unit, best.unit)):
        return None
    found: list[tuple[float, Entry]] = []
    for value in asked.values:
        given = tuple(paper.near(value - 1e-9, value + 1e-9))
        if any(entry.unit and _agrees(unit, entry.unit) for entry in given):
            return None
        found.extend(_with_other_unit(unit, likeness, given))
    if not found:
        return None
    share, entry = max(found, key=lambda pair: (pair[0], -pair[1].sentence))
    if share < (0.2 if asked.decimals or max(asked.values) >= 10 else 0.35) or entry.unit is None:
        return None
    facts = {"paper_value": entry.value, "paper_unit": entry.unit.name}
    return Difference("number-unit-differs", entry, facts)


def _with_other_unit(
    unit: Unit, likeness: Mapping[int, float], given: tuple[Entry, ...]
) -> Iterator[tuple[float, Entry]]:
    for entry in given:
        if entry.unit and not entry.is_worked_out and entry.unit not in (TIMES, FOLD) and unit.name != entry.unit.name:
            yield likeness.get(entry.sentence, 0.0), entry


def _agrees(one: Unit, other: Unit) -> bool:
    return one.name == other.name or (one is PERCENT and other is PERCENT)
