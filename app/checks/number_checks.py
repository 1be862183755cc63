"""The checks that hold a summary against the text of its paper, in one place. A paper's numbers are read once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.checks.direction_differs import direction_differs
from app.checks.held import Texts
from app.checks.number_elsewhere import number_elsewhere
from app.checks.number_not_in_paper import number_not_in_paper
from app.checks.number_unit_differs import number_unit_differs
from app.checks.number_unreadable import number_unreadable
from app.checks.number_world_at_large import number_world_at_large
from app.checks.rate_differs import rate_differs
from app.evidence.paper_numbers import PaperNumbers, paper_numbers
from app.model.finding import Finding
from app.model.paper_text import PaperText

NUMBER_CHECKS: tuple[Callable[[Texts, PaperNumbers], Iterator[Finding]], ...] = (
    rate_differs,
    number_unit_differs,
    direction_differs,
    number_not_in_paper,
    number_elsewhere,
    number_unreadable,
    number_world_at_large,
)
"""The checks that need nothing but the numbers of both."""


def number_findings(texts: Texts, paper: PaperText) -> Iterator[Finding]:
    """What the checks on numbers find in the sections, given with their names."""
    if not paper.blocks:
        return
    numbers = paper_numbers(paper)
    for check in NUMBER_CHECKS:
        yield from check(texts, numbers)
