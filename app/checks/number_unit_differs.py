"""A number that the paper has with another unit of the same kind: days for weeks, micrograms for milligrams."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def number_unit_differs(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number of the sections that the paper gives with another unit, and nowhere with this one."""
    for _, finding in findings_of("number-unit-differs", texts, paper):
        yield finding
