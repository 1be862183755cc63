"""A number that stands nowhere in the paper, neither as it is nor rounded, converted or worked out.

A warning, not an error: a summary may give a number that everybody knows, and a paper may keep one in a picture. In a
sentence about the world at large ("34 million people worldwide") it is a notice.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.checks.codes import NOTICE
from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def number_not_in_paper(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number of the sections that the paper does not have."""
    for number, finding in findings_of("number-not-in-paper", texts, paper):
        yield replace(finding, severity=NOTICE) if number.facts.get("is_background") else finding
