"""Where in a paper something stands, as a reader of the paper would say it: the page, the heading, the paragraph."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from app.model.paper_text import HEADING, PaperText


@dataclass(frozen=True, slots=True)
class PaperPlace:
    """A block of a paper: its page from 1 where known, the heading above it, and its number under that heading."""

    block: int
    page: int | None
    heading: str
    paragraph: int


def place_of(text: PaperText, start: int) -> PaperPlace | None:
    """The place of a code point of the paper's whole text; None for a paper without text."""
    places = _places(text)
    if not places:
        return None
    return places[max(0, bisect_right(_starts(text), start) - 1)]


def locator(text: PaperText, start: int) -> str:
    """The place as it is kept with a link: “page 3”, else “Methods, paragraph 3”, else “paragraph 3”."""
    place = place_of(text, start)
    if place is None:
        return ""
    if place.page is not None:
        return f"page {place.page}"
    paragraph = f"paragraph {place.paragraph}" if place.paragraph else "heading"
    return f"{place.heading}, {paragraph}" if place.heading else paragraph


@lru_cache(maxsize=8)
def _starts(text: PaperText) -> tuple[int, ...]:
    return text.starts()


@lru_cache(maxsize=8)
def _places(text: PaperText) -> tuple[PaperPlace, ...]:
    found, heading, count = [], "", 0
    for index, block in enumerate(text.blocks):
        if block.kind == HEADING:
            heading, count = " ".join(block.text.split()), 0
        else:
            count += 1
        found.append(PaperPlace(index, block.page, heading, count))
    return tuple(found)
