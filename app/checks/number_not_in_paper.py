"""A number that stands nowhere in the paper, neither as it is nor rounded, converted or worked out.

A warning, not an error: a summary may give a number that everybody knows, and a paper may keep one in a picture.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def number_not_in_paper(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number of the sections that the paper does not have; those about the world at large apart."""
    for _, finding in findings_of("number-not-in-paper", texts, paper):
        yield finding
