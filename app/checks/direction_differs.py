"""Words beside a number that point the other way: "26 days less" where the paper says "26 days longer"."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def direction_differs(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number whose words, or minus sign, say more where the paper says less, or the other way round."""
    for _, finding in findings_of("direction-differs", texts, paper):
        yield finding
