"""Where the paper gives the same number with another unit, or the same treatment at another rate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from app.evidence.paper_numbers import Entry, PaperNumbers
from app.evidence.quantities import Quantity
from app.evidence.rates import each_day
from app.evidence.units import FOLD, TIMES, Unit, is_same

_ALIKE, _CLEARLY_ALIKE = 0.2, 0.35
"""The share of a sentence's words that another covers when both are about the same."""
_NEARLY_AS_IT_STANDS, _MUCH_LESS, _SOMEWHERE = 0.6, 0.6, 0.01
"""A sentence that the paper has nearly as it stands tells more than one that is much less alike."""


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


def other_direction(asked: Quantity, likeness: Mapping[int, float], given: Iterable[Entry]) -> Difference | None:
    """The paper's words beside the same number say less where the summary says more, or the other way round.

    `given` are the entries that answer the number. One that agrees in a sentence as alike settles it.
    """
    way = _way(asked)
    entries = [entry for entry in given if _way(entry.quantity)]
    if not way or not entries:
        return None
    best = max(entries, key=lambda entry: (likeness.get(entry.sentence, 0.0), -entry.sentence))
    least = likeness.get(best.sentence, 0.0) * 0.6
    if least < 0.1 or any(
        _way(entry.quantity) == way and likeness.get(entry.sentence, 0.0) >= least for entry in entries
    ):
        return None
    return Difference("direction-differs", best, {"direction": way, "paper_direction": -way})


def _way(quantity: Quantity) -> int:
    """Up or down by the words beside a number, else by its minus sign."""
    return quantity.direction or (-1 if quantity.sign < 0 else 0)


def _of_rate(asked: Quantity, likeness: Mapping[int, float], paper: PaperNumbers) -> Difference | None:
    """Another rate in a sentence that is about the same, when the summary's rate stands nowhere in the paper."""
    count, dimension = each_day(asked.values[-1], asked.per)
    rates = [entry for entry in paper.entries if entry.quantity.per and _counts_alike(asked, entry)]
    same = [likeness.get(entry.sentence, 0.0) for entry in rates if _is_near(entry, count, dimension)]
    others = [entry for entry in rates if not _is_near(entry, count, dimension)]
    if not others or any(_is_total_by_period(asked, entry, paper) for entry in paper.entries):
        return None
    entry = max(others, key=lambda entry: (likeness.get(entry.sentence, 0.0), -entry.sentence))
    share = likeness.get(entry.sentence, 0.0)
    if share < (_CLEARLY_ALIKE if same else _ALIKE) or (same and max(same) > 0.5 * share):
        return None
    total = next((other for other in paper.in_sentence[entry.sentence] if _is_total(asked, other)), None)
    facts = {"rate": asked.values[-1], "paper_rate": entry.value, "paper_per": entry.quantity.per}
    if total is None:
        return Difference("rate-differs", entry, facts)
    both = ", ".join(one.text for one in sorted((entry, total), key=lambda one: one.quantity.start))
    return Difference("rate-differs", entry, facts | {"paper_total": total.value, "paper": both})


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
    """The same value with another unit of the same kind, when the paper has it nowhere as alike with this one.

    A value without a unit (in a table, say) or a value that only rounds to it counts where its sentence is as alike.
    """
    unit = asked.unit
    if unit is None:
        return None
    kin: list[tuple[float, Entry]] = []
    same = 0.0
    answered = likeness.get(best.sentence, 0.0) if best and best.unit and is_same(unit, best.unit) else 0.0
    for value in asked.values:
        if best and answered and best.unit and abs(best.base - value * unit.factor) <= 1e-6 * best.base:
            same = max(same, answered)
        for entry in paper.near(value - 1e-9, value + 1e-9):
            if entry.unit and entry.unit.name == unit.name:
                same = max(same, likeness.get(entry.sentence, 0.0), _SOMEWHERE)
            elif entry.unit is None:
                answered = max(answered, likeness.get(entry.sentence, 0.0))
            elif not entry.is_worked_out and _is_kin(unit, entry.unit):
                kin.append((likeness.get(entry.sentence, 0.0), entry))
    if not kin:
        return None
    share, entry = max(kin, key=lambda pair: (pair[0], -pair[1].sentence))
    if same and (share < _NEARLY_AS_IT_STANDS or same > _MUCH_LESS * share):
        return None
    is_telling = asked.decimals > 0 or max(asked.values) >= 10
    if entry.unit is None or share < max(0.8 * answered, 0.1 if is_telling else 0.25):
        return None
    return Difference("number-unit-differs", entry, {"paper_value": entry.value, "paper_unit": entry.unit.name})


def _is_kin(one: Unit, other: Unit) -> bool:
    """Whether one may be a slip for the other: both time, both mass …"""
    return is_same(one, other) or {one.dimension, other.dimension} == {"days", "months"}
