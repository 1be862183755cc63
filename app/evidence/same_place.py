"""Another number where a sentence of the paper has its own: "4 doses" in the words that the paper has of 3 doses."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from app.evidence.equal_values import answers, worked_out
from app.evidence.fit import Asked
from app.evidence.paper_numbers import PaperNumbers
from app.evidence.quantities import SINGLE, Quantity, quantities
from app.evidence.side_by_side import Place, agreement, common, place

LEAST_LIKENESS = 0.55
"""The share of its sentence's words that a sentence of the paper must cover."""
LEAST_AGREEMENT = 0.6
"""The share of the words around it that must stand around the paper's number."""
_AS_ALIKE = 0.75
_FEWEST_COMMON = 2
_MOST_COMPARED = 4


@dataclass(frozen=True, slots=True)
class Other:
    """The paper's number in the same place, and its sentence."""

    value: float
    sentence: int


def other_number(asked: Asked, around: Place, paper: PaperNumbers) -> Other | None:
    """The number that the paper has in the same words; None where any sentence as alike has this one.

    `around` is what stands beside the number in its own sentence.
    """
    one = asked.quantity
    is_plain = one.form == SINGLE and not (one.is_bare or one.is_share or one.per)
    if not is_plain or asked.most_alike < LEAST_LIKENESS:
        return None
    alike = [
        sentence
        for sentence, share in asked.likeness.items()
        if share >= _AS_ALIKE * asked.most_alike and sentence in paper.in_sentence
    ]
    alike.sort(key=lambda sentence: (-asked.likeness[sentence], sentence))
    found = _best(one, around, asked, alike[:_MOST_COMPARED], paper)
    if found is None or _is_answered(asked, set(alike), paper):
        return None
    return found


def _best(one: Quantity, around: Place, asked: Asked, alike: list[int], paper: PaperNumbers) -> Other | None:
    best, found = LEAST_AGREEMENT, None
    for sentence in alike:
        for other, there in placed(paper.passage(sentence).text):
            is_alike = _counts_alike(one, other) and other.values[0] not in asked.company
            share = agreement(around, there) if is_alike else 0.0
            if share >= best and common(around, there) >= _FEWEST_COMMON and (not found or share > best):
                best, found = share, Other(other.values[0], sentence)
    return found


def _is_answered(asked: Asked, alike: set[int], paper: PaperNumbers) -> bool:
    value = asked.quantity.values[0]
    if any(entry.sentence in alike for entry, _ in answers(asked.quantity, value, paper)):
        return True
    return next(iter(worked_out(asked.quantity, value, asked.likeness, paper)), None) is not None


def _counts_alike(one: Quantity, other: Quantity) -> bool:
    """Whether both are single numbers of the same thing with different values."""
    is_plain = other.form == SINGLE and other.is_readable and not (other.is_bare or other.is_share or other.per)
    if not is_plain or one.values == other.values or one.is_year != other.is_year:
        return False
    if one.hedge and one.hedge != other.hedge:
        return False  # "over 40" is so for 43, but "below 400" is not what "below 200" says
    if one.unit or other.unit:
        return one.unit is not None and other.unit is not None and one.unit.name == other.unit.name
    return bool(one.nouns & other.nouns) or not (one.nouns or other.nouns)


@lru_cache(maxsize=1024)
def placed(sentence: str) -> tuple[tuple[Quantity, Place], ...]:
    """The quantities of a sentence of the paper, each with what stands around it."""
    return tuple((one, place(sentence, one.start, one.end)) for one in quantities(sentence))
