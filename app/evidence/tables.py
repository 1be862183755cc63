"""What the head of a table says about the numbers below it: the unit and the words of each column."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.evidence.quantities import Quantity, quantities
from app.evidence.terms import STOP_WORDS, roots, stem
from app.evidence.units import PERCENT, TAIL, Unit, unit_of

BETWEEN_CELLS = " | "
"""What stands between two cells of a row; a row is a line."""
_WORD = re.compile(r"[^\W\d_]{2,}")
_BRACKETED = re.compile(r"\(([^()]{1,20})\)")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: the unit its head names, and the stems of the head's words."""

    unit: Unit | None
    nouns: frozenset[str]


def is_table(text: str) -> bool:
    """Whether a block is a table: rows of cells, more than one."""
    head, _, rest = text.partition("\n")
    return BETWEEN_CELLS in head and BETWEEN_CELLS in rest


def table_quantities(text: str) -> Iterator[tuple[int, int, frozenset[str], tuple[Quantity, ...]]]:
    """Each row with its span, what it is about (with the table’s head), and its numbers with their columns."""
    head = text.partition("\n")[0]
    columns = tuple(_column(cell) for cell in head.split(BETWEEN_CELLS))
    about = roots(head)
    start = 0
    for line in text.split("\n"):
        cells = line.split(BETWEEN_CELLS)
        found: list[Quantity] = []
        place = start
        for index, cell in enumerate(cells):
            column = columns[index] if len(cells) == len(columns) else Column(None, frozenset())
            found.extend(_in_column(one, place, column) for one in quantities(cell))
            place += len(cell) + len(BETWEEN_CELLS)
        if line.strip():
            yield start, start + len(line), about | roots(line), tuple(found)
        start += len(line) + 1


def _in_column(one: Quantity, place: int, column: Column) -> Quantity:
    start, end = one.number
    moved = replace(one, start=one.start + place, end=one.end + place, number=(start + place, end + place))
    if moved.unit or moved.per:
        return moved
    return replace(moved, unit=column.unit, nouns=moved.nouns | column.nouns)


def _column(cell: str) -> Column:
    nouns = frozenset(stem(word) for word in _WORD.findall(cell) if word.lower() not in STOP_WORDS)
    if "%" in cell or re.search(r"\bper\s?cent\b", cell, re.IGNORECASE):
        return Column(None if re.search(r"\bn\b|\bNo\b", cell) else PERCENT, nouns)
    for words in _BRACKETED.findall(cell):
        match = TAIL.fullmatch(f" {words}")
        if match and not (match["fold"] or match["times"]):
            return Column(unit_of(match)[0], nouns)
    return Column(None, nouns)
