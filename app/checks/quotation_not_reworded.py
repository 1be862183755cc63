"""Words of the paper that were put into a section and still stand there as they are: readers want them plain."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.codes import SEVERITY
from app.checks.prose import Prose
from app.evidence.quotations import unworded
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

CODE = "quotation-not-reworded"


def quotation_not_reworded(
    summary: Summary, texts: list[tuple[str, Prose]], _paper: PaperText | None
) -> Iterator[Finding]:
    """Each quotation, until a word of it changes. The paper itself is not needed: the link holds its words."""
    if not summary.claims:
        return
    markdown = {section: prose.markdown for section, prose in texts}
    for claim in unworded(summary):
        if claim.section in markdown:
            words = markdown[claim.section][claim.start : claim.end]
            place = claim.passage.locator if claim.passage else ""
            yield Finding(CODE, SEVERITY[CODE], claim.section, claim.start, claim.end, words, {"place": place})
