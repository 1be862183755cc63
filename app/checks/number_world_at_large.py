"""A number about the world at large ("34 million people have it"): papers seldom repeat them, so it is a thought."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def number_world_at_large(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number of a sentence about the world at large that the paper does not have."""
    for _, finding in findings_of("number-world-at-large", texts, paper):
        yield finding
