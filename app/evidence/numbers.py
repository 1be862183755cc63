"""The numbers of a section held against its paper: which sentence answers each, and how well. Never a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import exp

from app.evidence.differences import Difference, difference
from app.evidence.equal_values import answers
from app.evidence.paper_numbers import Entry, PaperNumbers
from app.evidence.quantities import OF, Quantity, quantities
from app.evidence.terms import roots
from app.evidence.units import PERCENT, TIMES
from app.model.evidence import DIFFERS, FOUND, NOT_IN_PAPER, UNREADABLE_SIGN, VALUE_FOUND, HeldNumber
from app.text.markup import plain
from app.text.sentences import sentences

LEAST_FIT = 0.2
"""Below this fit (0 to 1) a number counts as not in the paper. Chosen by `bench numbers`."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the paper has for one value: the entry, how well it fits (0 to 1), and what agrees."""

    entry: Entry
    fit: float
    quality: float
    is_same_thing: bool


@dataclass(frozen=True, slots=True)
class Asked:
    """A quantity of the summary with the sentence it stands in."""

    quantity: Quantity
    topic: frozenset[str]
    likeness: Mapping[int, float]


def held(markdown: str, paper: PaperNumbers) -> tuple[HeldNumber, ...]:
    """Every number of a section's Markdown with what the paper has for it, in reading order. Kept per text."""
    return _held(markdown, paper)


@lru_cache(maxsize=256)
def _held(markdown: str, paper: PaperNumbers) -> tuple[HeldNumber, ...]:
    text = plain(markdown)
    found = []
    for asked in asked_of(text.text, paper):
        start, end = text.span(asked.quantity.start, asked.quantity.end)
        found.append(_held_number(asked, paper, start, end, markdown[start:end]))
    return tuple(found)


def asked_of(text: str, paper: PaperNumbers) -> Iterator[Asked]:
    """The quantities of a plain text, each with what its sentence is about."""
    spans = sentences(text) or ((0, len(text)),)
    topics: dict[int, tuple[frozenset[str], dict[int, float]]] = {}
    for quantity in quantities(text):
        at = next((index for index, span in enumerate(spans) if quantity.start < span[1]), len(spans) - 1)
        if at not in topics:
            topic = roots(text[slice(*spans[at])])
            topics[at] = topic, paper.likeness(topic)
        yield Asked(quantity, *topics[at])


def _held_number(asked: Asked, paper: PaperNumbers, start: int, end: int, text: str) -> HeldNumber:
    quantity = asked.quantity
    facts: dict[str, object] = {"values": list(quantity.values), "unit": quantity.unit.name if quantity.unit else ""}
    if quantity.per:
        facts["per"] = quantity.per
    if not quantity.is_readable:
        return HeldNumber(start, end, text, UNREADABLE_SIGN, code="number-unreadable", facts=facts)
    best = best_answer(asked, paper)
    if other := difference(quantity, asked.likeness, best.entry if best else None, paper):
        return _differs(HeldNumber(start, end, text, DIFFERS, facts=facts), other, paper)
    if best is None or best.fit < LEAST_FIT:
        if is_small(quantity):
            return HeldNumber(start, end, text, VALUE_FOUND, facts=facts)
        near = nearest_sentence(asked, paper)
        facts["fit"] = round(best.fit, 3) if best else 0.0
        passage = paper.passage(near) if near is not None else None
        return HeldNumber(start, end, text, NOT_IN_PAPER, passage, "number-not-in-paper", facts)
    facts |= {"fit": round(best.fit, 3), "paper_value": best.entry.value}
    state = FOUND if best.is_same_thing else VALUE_FOUND
    passage = paper.passage(best.entry.sentence)
    if not best.entry.quantity.is_readable:
        return HeldNumber(start, end, text, UNREADABLE_SIGN, passage, "number-unreadable", facts)
    return HeldNumber(start, end, text, state, passage, facts=facts)


def _differs(found: HeldNumber, other: Difference, paper: PaperNumbers) -> HeldNumber:
    facts = {**found.facts, **other.facts}
    return HeldNumber(
        found.start, found.end, found.text, DIFFERS, paper.passage(other.entry.sentence), other.code, facts
    )


def is_small(quantity: Quantity) -> bool:
    """Whether a number says too little to be missed: one, or "once" and the like."""
    return all(value <= 1 for value in quantity.values) and not quantity.unit and not quantity.is_share


def best_answer(asked: Asked, paper: PaperNumbers) -> Answer | None:
    """The paper's best answer to a quantity; for a range or "37 of 43" the worse of its two."""
    quantity = asked.quantity
    found = []
    for value in quantity.values:
        every = [_answer(asked, entry, quality) for entry, quality in answers(quantity, value, paper)]
        best = max(every, key=lambda answer: answer.fit, default=None)
        if best is None:
            return None
        found.append(best)
        if quantity.form == OF and best.entry.unit is PERCENT and quantity.unit is not PERCENT:
            return best
    return min(found, key=lambda answer: answer.fit)


def _answer(asked: Asked, entry: Entry, quality: float) -> Answer:
    one, other = asked.quantity, entry.quantity
    is_unit = 1 if _same_unit(one, entry) else 0
    is_clash = 1 if (one.unit or entry.unit) and not is_unit and (one.unit and entry.unit) else 0
    is_half_clash = 1 if bool(one.unit) != bool(entry.unit) else 0
    nouns = len(one.nouns & other.nouns)
    likeness = asked.likeness.get(entry.sentence, 0.0)
    fit = chance(one, quality, is_unit, is_clash, is_half_clash, nouns, likeness)
    is_same = (
        quality >= 0.6
        and not is_clash
        and bool(
            (is_unit and one.unit not in (PERCENT, TIMES)) or nouns or (is_unit and likeness > 0.25) or likeness > 0.6
        )
    )
    return Answer(entry, fit, quality, is_same)


def chance(
    one: Quantity, quality: float, is_unit: int, is_clash: int, is_half_clash: int, nouns: int, likeness: float
) -> float:
    """How likely the paper's number is the one meant, 0 to 1."""
    score = (
        -4.5
        + 3.0 * quality
        + 1.5 * is_unit
        - 1.0 * is_clash
        - 0.5 * is_half_clash
        + 1.2 * min(nouns, 2)
        + 4.0 * likeness
        + 0.8 * min(specificity(one), 3)
    )
    return 1 / (1 + exp(-score))


def specificity(one: Quantity) -> int:
    """How many digits a number has that another would not share by chance: 0 for "3", 2 for "16.5" or "120"."""
    if one.is_bare:
        return 0
    digits = f"{max(one.values):.{one.decimals}f}".replace(".", "").strip("0")
    return max(0, len(digits) - 1)


def _same_unit(one: Quantity, entry: Entry) -> bool:
    if one.unit is None or entry.unit is None:
        return False
    return {one.unit.dimension, entry.unit.dimension} in (
        {one.unit.dimension},
        {"days", "months"},
        {"times", "fold"},
    ) and (not one.per or not entry.quantity.per or one.per == entry.quantity.per)


def nearest_sentence(asked: Asked, paper: PaperNumbers) -> int | None:
    """The sentence of the paper that is most about the same and holds a number, or None when none is."""
    scores = ((share, -sentence) for sentence, share in asked.likeness.items() if sentence in paper.in_sentence)
    share, sentence = max(scores, default=(0.0, 0))
    return -sentence if share > 0.2 else None
