"""The numbers of a section held against its paper: which sentence answers each, and how well. Never a verdict."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from app.evidence.differences import Difference, difference, other_direction
from app.evidence.equal_values import CONVERTED, ROUNDED, WORKED_OUT, answers, worked_out
from app.evidence.fit import Asked, Signs, crowd, fit, is_named, is_plain_unit, rivals, signs
from app.evidence.paper_numbers import Entry, PaperNumbers
from app.evidence.quantities import OF, Quantity, quantities
from app.evidence.same_place import other_number
from app.evidence.side_by_side import place
from app.evidence.terms import roots
from app.evidence.units import PERCENT
from app.model.evidence import DIFFERS, FOUND, NOT_IN_PAPER, UNREADABLE_SIGN, VALUE_FOUND, WORLD_AT_LARGE, HeldNumber
from app.text.markup import plain
from app.text.sentences import sentences

LEAST_FIT = 0.4
"""Below this fit (0 to 1) a number counts as not in the paper. Chosen by `bench numbers`."""
NEARLY_AS_IT_STANDS = 0.35
"""From this share of common words on, the paper has a sentence much as it stands."""
LEAST_WORDS = 3
"""A sentence with fewer telling words is like many."""
SMALL = 10
"""Counts below this stand everywhere in a paper."""
FEW = 4
"""Among more numbers than these, two give any percentage by chance."""
SURE_FIT = 0.6
"""From this fit on the paper's number is taken for the same one."""
BACKGROUND = re.compile(
    r"\b(?:worldwide|(?:in|around|of|across) the world|globally|global (?:population|burden)|(?:every|each) year"
    r"|general population|world population|of all (?:people|adults|deaths)|latest (?:figures|estimates)"
    r"|(?:people|adults|women|men|children|babies|cases|deaths) in (?:the (?:US|UK|USA|United|European)|Europe|Africa"
    r"|Asia|America|England|Britain|developing countries)"
    r"|one in (?:every )?\w+ (?:people|adults|women|men|children))\b",
    re.IGNORECASE,
)
"""Words of sentences about the world at large, which a paper need not hold."""
VAST = 1_000_000
"""From here on a number counts the world at large."""
MOST_BESIDE = 40
"""How many numbers before and after one in its sentence keep it company."""
MOST_HELD = 2_000
"""How many numbers of one section are looked up: no summary has more, and a pasted table must come to an end."""
BESIDE = 45
"""How many characters before and after a number say what it is about."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the paper has for one value: the entry, how well it fits (0 to 1), and what agrees."""

    entry: Entry
    fit: float
    signs: Signs
    is_same_thing: bool


def held(markdown: str, paper: PaperNumbers) -> tuple[HeldNumber, ...]:
    """Every number of a section's Markdown with what the paper has for it, in reading order. Kept per text."""
    return _held(markdown, paper)


@lru_cache(maxsize=256)
def _held(markdown: str, paper: PaperNumbers) -> tuple[HeldNumber, ...]:
    text = plain(markdown)
    found = []
    for asked in asked_of(text.text, paper):
        start, end = text.span(asked.quantity.start, asked.quantity.end)
        number = _held_number(asked, paper, start, end, markdown[start:end])
        is_told = number.code and (number.code != "number-elsewhere" or "paper_value" in number.facts)
        found.append(number if is_told else _in_place_of(number, asked, paper))
    return tuple(found)


def asked_of(text: str, paper: PaperNumbers) -> Iterator[Asked]:
    """The quantities of a plain text, each with what its sentence and the words beside it are about."""
    spans = sentences(text) or ((0, len(text)),)
    found = quantities(text)
    at = 0
    is_background = False
    topic: frozenset[str] = frozenset()
    kept: tuple[int, Mapping[int, float]] = (-1, {})
    for index, quantity in enumerate(found[:MOST_HELD]):
        near = found[max(0, index - MOST_BESIDE) : index + MOST_BESIDE]
        while at + 1 < len(spans) and quantity.start >= spans[at][1]:
            at += 1
        start, end = spans[at]
        if kept[0] != at:
            topic = roots(text[start:end])
            is_background = BACKGROUND.search(text, start, end) is not None
            kept = at, paper.likeness(topic)
        beside = text[max(start, quantity.start - BESIDE) : quantity.start] + text[quantity.end : quantity.end + BESIDE]
        company = frozenset(
            value for other in near if other is not quantity and start <= other.start < end for value in other.values
        )
        numbered = (share for sentence, share in kept[1].items() if sentence in paper.in_sentence)
        most = max(numbered, default=0.0) if len(topic) >= LEAST_WORDS else 0.0
        others = rivals(quantity, company, kept[1], most, paper)
        yield Asked(
            quantity,
            kept[1],
            paper.likeness(roots(beside)),
            company,
            most,
            crowd(quantity, paper),
            others,
            is_background,
            place(text[start:end], quantity.start - start, quantity.end - start),
        )


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
    if is_small(quantity) and (best is None or best.fit < LEAST_FIT):
        return HeldNumber(start, end, text, VALUE_FOUND, facts=facts)
    if best and best.fit < LEAST_FIT and best.signs.quality >= ROUNDED:
        return _elsewhere(HeldNumber(start, end, text, VALUE_FOUND, facts=facts), asked, best, paper)
    if (best is None or best.fit < LEAST_FIT) and _is_own_share(asked):
        return HeldNumber(start, end, text, VALUE_FOUND, facts=facts)
    if best is None or best.fit < LEAST_FIT:
        near = nearest_sentence(asked, paper)
        facts["fit"] = round(best.fit, 3) if best else 0.0
        passage = paper.passage(near) if near is not None else None
        if asked.is_background or max(quantity.values) >= VAST:
            return HeldNumber(start, end, text, WORLD_AT_LARGE, code="number-world-at-large", facts=facts)
        return HeldNumber(start, end, text, NOT_IN_PAPER, passage, "number-not-in-paper", facts)
    if other := other_direction(quantity, asked.likeness, _alike(asked, best, paper)):
        return _differs(HeldNumber(start, end, text, DIFFERS, facts=facts), other, paper)
    facts |= {"fit": round(best.fit, 3), "paper_value": best.entry.value}
    state = FOUND if best.is_same_thing else VALUE_FOUND
    passage = paper.passage(best.entry.sentence)
    if not best.entry.quantity.is_readable:
        return HeldNumber(start, end, text, UNREADABLE_SIGN, passage, "number-unreadable", facts)
    return HeldNumber(start, end, text, state, passage, facts=facts)


def _in_place_of(found: HeldNumber, asked: Asked, paper: PaperNumbers) -> HeldNumber:
    """The same, or, where the paper has another number in the same words, as a number that stands elsewhere."""
    other = other_number(asked, asked.around, paper)
    if other is None:
        return found
    facts = {**found.facts, "paper_value": other.value}
    passage = paper.passage(other.sentence)
    return HeldNumber(found.start, found.end, found.text, VALUE_FOUND, passage, "number-elsewhere", facts)


def _elsewhere(found: HeldNumber, asked: Asked, best: Answer, paper: PaperNumbers) -> HeldNumber:
    """The value stands in the paper, but where it is about something else.

    Said only of a sentence that the paper has nearly as it stands: one in words of its own seldom agrees with any.
    """
    slips = [(share, entry) for entry, share, _ in asked.rivals]
    facts = {**found.facts, "fit": round(best.fit, 3)}
    is_count = asked.quantity.unit is None and not asked.quantity.decimals and max(asked.quantity.values) < SMALL
    is_loose = best.signs.quality < CONVERTED or is_count
    if asked.most_alike < NEARLY_AS_IT_STANDS or (is_loose and not slips):
        passage = paper.passage(best.entry.sentence)
        return HeldNumber(found.start, found.end, found.text, VALUE_FOUND, passage, facts=facts)
    near = nearest_sentence(asked, paper)
    if slips:
        _, entry = max(slips, key=lambda pair: pair[0])
        near, facts["paper_value"] = entry.sentence, entry.value
    passage = paper.passage(best.entry.sentence if near is None else near)
    return HeldNumber(found.start, found.end, found.text, VALUE_FOUND, passage, "number-elsewhere", facts)


def _differs(found: HeldNumber, other: Difference, paper: PaperNumbers) -> HeldNumber:
    facts = {**found.facts, "paper": other.entry.text, **other.facts}
    return HeldNumber(
        found.start, found.end, found.text, DIFFERS, paper.passage(other.entry.sentence), other.code, facts
    )


def _is_own_share(asked: Asked) -> bool:
    """Whether a percentage is worked out from two numbers beside it: "15 of 120 people, or 12.5%"."""
    one = asked.quantity
    if one.unit is not PERCENT or len(asked.company) > FEW:
        return False
    near = 0.5 * 10.0**-one.decimals * 1.001
    return any(
        0 < part < whole and abs(100 * part / whole - one.values[0]) <= near
        for part in asked.company
        for whole in asked.company
    )


def _alike(asked: Asked, best: Answer, paper: PaperNumbers) -> Iterator[Entry]:
    """The entries that answer as well as the best does and measure the same."""
    quantity = asked.quantity
    if best.fit < SURE_FIT or is_small(quantity) or quantity.form == OF:
        return
    for entry, quality in answers(quantity, quantity.values[0], paper):
        if quality >= ROUNDED and (entry.unit is None) == (quantity.unit is None):
            yield entry


def is_small(quantity: Quantity) -> bool:
    """Whether a number says too little to be missed: one, or "once" and the like."""
    return all(value in (0, 1) for value in quantity.values) and not quantity.unit and not quantity.decimals


def best_answer(asked: Asked, paper: PaperNumbers) -> Answer | None:
    """The paper's best answer to a quantity; for a range or "37 of 43" the worse of its two."""
    quantity = asked.quantity
    found = []
    for value in quantity.values:
        every = [_answer(asked, entry, quality, paper) for entry, quality in answers(quantity, value, paper)]
        best = max(every, key=lambda answer: answer.fit, default=None)
        if best is None or best.fit < LEAST_FIT:
            made = (
                _answer(asked, entry, WORKED_OUT, paper) for entry in worked_out(quantity, value, asked.likeness, paper)
            )
            best = max((best, *made) if best else made, key=lambda answer: answer.fit, default=None)
        if best is None:
            return None
        found.append(best)
        if quantity.form == OF and best.entry.unit is PERCENT and quantity.unit is not PERCENT:
            return best
    return min(found, key=lambda answer: answer.fit)


def _answer(asked: Asked, entry: Entry, quality: float, paper: PaperNumbers) -> Answer:
    seen = signs(asked, entry, quality, paper)
    is_named_rate = not asked.quantity.per or seen.same_rate > 0
    return Answer(entry, fit(seen), seen, is_named(seen, is_plain_unit(asked.quantity)) and is_named_rate)


def nearest_sentence(asked: Asked, paper: PaperNumbers) -> int | None:
    """The sentence of the paper that is most about the same and holds a number, or None when none is."""
    scores = ((share, -sentence) for sentence, share in asked.likeness.items() if sentence in paper.in_sentence)
    share, sentence = max(scores, default=(0.0, 0))
    return -sentence if share > 0.2 else None
