"""Every number in a text with what it counts: values, unit, noun, rate, sign, hedge, and where it stands."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from app.evidence.atoms import Atom, atoms
from app.evidence.directions import direction
from app.evidence.rates import AFTER, BARE, EVERY, INTERVAL, bare_count, period_of
from app.evidence.terms import STOP_WORDS, stem
from app.evidence.units import FOLD, PERCENT, PERIODS, PREFIX, TAIL, TIMES, Unit, named, unit_of
from app.text.word_lists import listed

SINGLE, RANGE, OF = "single", "range", "of"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number, or two that belong together (a range, "37 of 43"), with everything that says what it counts.

    `start` and `end` hold the whole expression in code points of the text, `number` the digits or words alone. `per` is
    a period ("week"), `nouns` are stems of what is counted, `sign` is -1 where a minus stands before it. `is_bare` is a
    rate without a number ("weekly"). `hedge` is "about", "over", "under" or "". `direction` is 1 where the words
    beside it say more, -1 where they say less.
    """

    start: int
    end: int
    values: tuple[float, ...]
    decimals: int = 0
    form: str = SINGLE
    unit: Unit | None = None
    per: str = ""
    nouns: frozenset[str] = frozenset()
    sign: int = 1
    hedge: str = ""
    number: tuple[int, int] = (0, 0)
    is_word: bool = False
    is_share: bool = False
    is_bare: bool = False
    is_year: bool = False
    is_readable: bool = True
    direction: int = 0


_BETWEEN_RANGE = re.compile(r"\s?(?:to|–|—|-|‑|and)\s?|\s?(?:%|°C?)\s?(?:to|–|-|and)\s?", re.IGNORECASE)
_BETWEEN_OF = re.compile(
    r"\s?/\s?|\s(?:out\s)?of\s(?:(?:the|these|those|all|our|a total of|every)\s){0,2}|\s(?:in|out of)\s(?:every\s)?",
    re.IGNORECASE,
)
_BETWEEN_LIST = re.compile(r"\s?(?:,|;|/|±|and|or|to|vs\.?|versus|–|-|, and|, or|,? respectively,?)\s?", re.IGNORECASE)
_HEDGES = re.compile(
    r"(?:(?P<about>about|around|approximately|approx\.?|roughly|nearly|almost|some|circa|close to|ca\.?|~|≈|∼)"
    r"|(?P<over>more than|over|at least|greater than|older than|above|exceeding|longer than|no less than|minimum of)"
    r"|(?P<under>less than|under|up to|fewer than|below|at most|younger than|as many as|as much as|maximum of))"
    r"\s?(?:the\s|a\s|an\s)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\bbetween\s(?:the ages of\s)?$", re.IGNORECASE)
_NOUN_WORD = re.compile(r"[\s\-‑]{1,2}([^\W\d_][^\W\d_'’]*)")
_PART_OF_A_TIME = re.compile(r"\san?\s(year|month|week|day|hour|minute)\b", re.IGNORECASE)
_TIMES = re.compile(r"[\s-]?times\b", re.IGNORECASE)
_EACH = re.compile(r"\s?(?:/|per)\s?([a-z]{3,})")
_OF_NOUN = re.compile(r"\s(?:of|in)\s(?:the\s|these\s|all\s|our\s|those\s)?(?=[a-z])", re.IGNORECASE)
_PREFIX_NOUN = re.compile(r"([^\W\d_]{1,20})\s?(?:=|:|<|>|≤|≥|of|was|were|is)\s?$")
_BEFORE_YEAR = re.compile(
    r"(?i)\b(?:since|until|january|february|march|april|may|june|july|august|september|october|november|december),?\s$"
)
_LABEL_NOUN = re.compile(r"(?i)\b(phase|stage|grade|level|ages?|aged)[\s-]+$")
_BREAKS = listed("were was is are had has have did do does showed show reported being be been will may can")


@lru_cache(maxsize=64)
def quantities(text: str) -> tuple[Quantity, ...]:
    """Every number and bare rate of a text in reading order. Kept, for several checks read the same section."""
    found = [_read(text, group, joined) for group, joined in _grouped(text, tuple(atoms(text)))]
    found = [replace(one, direction=direction(text, one.start, one.end)) for one in _shared_units(text, found)]
    starts = [one.start for one in found]
    bare = [one for one in _bare_rates(text) if not _is_taken(one, found, starts)]
    return tuple(sorted([*found, *bare], key=lambda one: one.start)) if bare else tuple(found)


def _is_taken(one: Quantity, found: list[Quantity], starts: list[int]) -> bool:
    """Whether a number, in order with the others and apart from them, stands on the same words."""
    before = bisect_left(starts, one.end) - 1
    return before >= 0 and found[before].end > one.start


def _grouped(text: str, found: tuple[Atom, ...]) -> Iterator[tuple[tuple[Atom, ...], str]]:
    """Numbers that belong together, with how."""
    index = 0
    while index < len(found):
        one = found[index]
        after = found[index + 1] if index + 1 < len(found) else None
        form = _how_joined(text, one, after) if after else SINGLE
        if after and form != SINGLE:
            yield (one, after), form
            index += 2
        else:
            yield (one,), SINGLE
            index += 1


def _how_joined(text: str, one: Atom, after: Atom) -> str:
    gap = text[one.end : after.start]
    if len(gap) > 24 or not (one.is_readable and after.is_readable):
        return SINGLE
    if _BETWEEN_OF.fullmatch(gap):
        is_part = one.is_whole and after.is_whole and one.value <= after.value and not _is_year(text, after)
        if is_part and after.value > 1 and not (gap.strip() == "/" and text[after.end : after.end + 1] == "/"):
            return OF
        return SINGLE
    match = _BETWEEN_RANGE.fullmatch(gap)
    if not match or one.value >= after.value:
        return SINGLE
    if "and" in gap.lower():
        return RANGE if _BETWEEN.search(text, max(0, one.start - 24), one.start) else SINGLE
    return RANGE


def _read(text: str, group: tuple[Atom, ...], form: str) -> Quantity:
    first, last = group[0], group[-1]
    sign = -1 if first.is_negative else 1
    found = Quantity(
        first.start,
        last.end,
        tuple(atom.value for atom in group),
        max(atom.decimals for atom in group),
        form,
        sign=sign,
        number=(first.start, last.end),
        is_word=first.is_word and last.is_word,
        is_share=last.is_share,
        is_readable=all(atom.is_readable for atom in group),
    )
    if form == SINGLE and _is_year(text, last):
        return replace(found, is_year=True)
    if last.is_multiple:  # twice, once
        found = replace(found, unit=TIMES)
        if fold := re.match(r"\s(?:as|the)\b", text[last.end : last.end + 5]):
            return _with_hedge(text, replace(found, unit=FOLD, end=last.end + fold.end()))
    return _with_hedge(text, _with_nouns(text, _with_rate(text, _with_unit(text, found))))


def _with_unit(text: str, found: Quantity) -> Quantity:
    if found.is_share and (match := _PART_OF_A_TIME.match(text, found.end)):
        return replace(found, unit=PERIODS[match[1].lower()], end=match.end(), is_share=False, decimals=1)
    if found.unit is None and (match := TAIL.match(text, found.end)):
        unit, per = unit_of(match)
        found = replace(found, unit=unit, per=per, end=match.end())
        if unit is FOLD:
            times = _TIMES.match(text, found.number[1])  # "four times" of "four times higher"
            return replace(found, end=times.end() if times else match.end())
    elif found.unit is None and (before := PREFIX.search(text, max(0, found.start - 12), found.start)):
        unit = named(before["period"] or before["money"])
        found = replace(found, unit=unit, start=before.start())
    return found


def _with_rate(text: str, found: Quantity) -> Quantity:
    every = EVERY.search(text, max(0, found.start - 8), found.start)
    apart = INTERVAL.match(text, found.end)
    if (every or apart) and found.unit and found.unit.name in PERIODS and len(found.values) == 1 and found.values[0]:
        return replace(
            found,
            start=every.start() if every else found.start,
            end=apart.end() if apart else found.end,
            values=(1 / found.values[0],),
            per=found.unit.name,
            unit=TIMES,
            decimals=6,
        )
    is_open = not found.per and not found.is_share and found.unit is not FOLD
    if is_open and (match := AFTER.match(text, found.end)):
        is_adjective = match["adverb"] and not found.unit and not match["noun"] and _is_adjective(text, match.end())
        is_span = found.unit is not None and found.unit.name in PERIODS and not match["noun"] and match["adverb"]
        if not is_adjective and not is_span:
            nouns = frozenset(stem(word) for word in match["noun"].split() if word.lower() not in STOP_WORDS)
            return replace(found, per=period_of(match), nouns=nouns, end=match.end())
    return found


def _is_adjective(text: str, end: int) -> bool:
    """Whether "weekly" belongs to a noun: in "four weekly infusions" four counts infusions."""
    word = re.compile(r"\s([a-z]+)").match(text, end)
    return word is not None and word[1] not in STOP_WORDS


def _with_nouns(text: str, found: Quantity) -> Quantity:
    place, nouns = found.end, set(found.nouns)
    if each := _EACH.match(text, place):
        nouns.add(stem(each[1]))
    if found.unit is PERCENT or found.is_share or found.unit is TIMES:
        of = _OF_NOUN.match(text, place)
        place = of.end() - 1 if of else place
    for _ in range(4):
        word = _NOUN_WORD.match(text, place)
        if not word or word[1].lower() in _BREAKS:
            break
        if word[1].lower() in STOP_WORDS:
            if nouns or word[1].lower() not in ("other", "of", "the", "more", "different"):
                break
        else:
            nouns.add(stem(word[1]))
        place = word.end()
    head = text[max(0, found.start - 30) : found.start]
    for before in (_PREFIX_NOUN.search(head), _LABEL_NOUN.search(head)):
        if before and before[1].lower() not in STOP_WORDS:
            nouns.add(stem(before[1]))
    return replace(found, nouns=frozenset(nouns))


def _with_hedge(text: str, found: Quantity) -> Quantity:
    match = _HEDGES.search(text, max(0, found.start - 24), found.start)
    return replace(found, hedge=match.lastgroup or "") if match else found


def _is_year(text: str, atom: Atom) -> bool:
    if not (atom.end - atom.start == 4 and atom.is_whole and 1800 <= atom.value < 2100 and not atom.is_word):
        return False
    if _BEFORE_YEAR.search(text, max(0, atom.start - 12), atom.start):
        return True
    after = _NOUN_WORD.match(text, atom.end)
    return not TAIL.match(text, atom.end) and not (
        after and text[atom.end] in " -" and after[1].islower() and after[1] not in STOP_WORDS
    )


def _shared_units(text: str, found: list[Quantity]) -> list[Quantity]:
    """Give the numbers of a list the unit that stands after its last: "7, 14 and 21 days"; "days 14 and 21"."""
    result = list(found)
    for index in range(len(result) - 2, -1, -1):
        one, after = result[index], result[index + 1]
        if one.is_year or one.unit or one.nouns or one.per or not (after.unit or after.nouns):
            continue
        if _BETWEEN_LIST.fullmatch(text[one.end : after.start]):
            result[index] = replace(one, unit=None if after.unit is TIMES else after.unit, nouns=after.nouns)
    for index in range(1, len(result)):
        one, before = result[index], result[index - 1]
        if one.unit or one.nouns or one.is_year or before.unit is None or before.number[1] != before.end:
            continue
        if _BETWEEN_LIST.fullmatch(text[before.end : one.start]):
            result[index] = replace(one, unit=before.unit)
    return result


def _bare_rates(text: str) -> Iterator[Quantity]:
    for match in BARE.finditer(text):
        yield Quantity(
            *match.span(),
            (bare_count(match),),
            unit=TIMES,
            per=period_of(match),
            number=match.span(),
            is_word=True,
            is_bare=True,
        )
