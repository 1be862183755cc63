"""How often: "four times weekly" (4 a week) where the paper says "weekly, four times" (1 a week, 4 in all)."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.held import Texts, findings_of
from app.evidence.paper_numbers import PaperNumbers
from app.model.finding import Finding


def rate_differs(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every rate of the sections that the paper gives otherwise, and nowhere as it stands here."""
    for _, finding in findings_of("rate-differs", texts, paper):
        yield finding
