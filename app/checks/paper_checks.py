"""The checks that look beyond one section's text: at the whole summary, its kind of study and its attached paper."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.checks.benefit_without_harm import benefit_without_harm
from app.checks.cause_overclaimed import cause_overclaimed
from app.checks.certainty_overclaimed import certainty_overclaimed
from app.checks.claim_unsupported import claim_unsupported
from app.checks.limitation_not_in_paper import limitation_not_in_paper
from app.checks.not_specified_but_in_paper import not_specified_but_in_paper
from app.checks.prose import Prose
from app.checks.quotation_not_reworded import quotation_not_reworded
from app.checks.sections_repeat import sections_repeat
from app.checks.species_missing import species_missing
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

PaperCheck = Callable[[Summary, list[tuple[str, Prose]], PaperText | None], Iterator[Finding]]
PAPER_CHECKS: tuple[PaperCheck, ...] = (
    not_specified_but_in_paper,
    species_missing,
    cause_overclaimed,
    certainty_overclaimed,
    benefit_without_harm,
    claim_unsupported,
    limitation_not_in_paper,
    sections_repeat,
    quotation_not_reworded,
)


def paper_findings(summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None) -> Iterator[Finding]:
    """What they find. What one section's text gives is kept until that text or the paper changes."""
    for check in PAPER_CHECKS:
        yield from check(summary, texts, paper)
