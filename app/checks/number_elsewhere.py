"""A number that the paper has only where it is about something else: right digits by chance, or a slip."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def number_elsewhere(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number whose value stands in the paper but fits nothing that is said about it there."""
    for _, finding in findings_of("number-elsewhere", texts, paper):
        yield finding
