"""A number beside a sign that could not be read in the paper's file: it may be a minus, so it never counts as found."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def number_unreadable(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number of the sections that stands in the paper, or here, beside an unreadable sign."""
    for _, finding in findings_of("number-unreadable", texts, paper):
        yield finding
