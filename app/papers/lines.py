"""A line of a PDF's page: its words with where and how they stand, in the order in which the file writes them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Line:
    """Words on one baseline. Points from the page's lower left corner; `size` is the height of most of its signs."""

    text: str
    page: int
    left: float
    right: float
    base: float
    size: float
    is_bold: bool = False
    is_turned: bool = False
    """Runs up or down the page instead of across it."""

    @property
    def width(self) -> float:
        """From the first sign's left to the last sign's right, in points."""
        return self.right - self.left


@dataclass(frozen=True, slots=True)
class Page:
    """A page from 1 with its lines and its size in points."""

    number: int
    width: float
    height: float
    lines: tuple[Line, ...] = ()
