"""What changed between two versions of a summary, part by part and word by word."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.parts import changed_parts, part_text
from app.model.summary import Summary
from app.text.difference import Piece, difference, word_counts


@dataclass(frozen=True, slots=True)
class PartChange:
    """A part that differs: the pieces from the older to the newer text, and how many words came and went.

    No words may have come or gone where only an order, a link or a choice without words changed.
    """

    part: str
    pieces: tuple[Piece, ...]
    added: int
    removed: int


def changes(old: Summary, new: Summary, unspecified: str = "") -> tuple[PartChange, ...]:
    """The parts in which two versions differ; `unspecified` stands for a fact that the paper does not specify."""
    return tuple(_change(old, new, part, unspecified) for part in changed_parts(old, new))


def _change(old: Summary, new: Summary, part: str, unspecified: str) -> PartChange:
    pieces = difference(part_text(old, part, unspecified), part_text(new, part, unspecified))
    return PartChange(part, pieces, *word_counts(pieces))
