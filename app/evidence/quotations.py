"""The paper's own words in a summary: put into a section as a quotation with its link, and told from the writer's.

A quotation is the paper's words in quotation marks with a claim from the paper over them. It is reworded as soon as its
words are no longer exactly the passage's.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.evidence.places import locator
from app.model.claims import FROM_PAPER, linked
from app.model.finding import PassageSpan
from app.model.paper_text import PaperText
from app.model.sections import sections
from app.model.summary import Claim, Passage, Summary
from app.text.markup import plain
from app.text.rich_markdown import write
from app.text.rich_text import Block, Run

TEXTS = ("simple_explanation", "research_summary")
FACTS = {"participants": "participants", "study_duration": "study_duration", "evidence_level": "evidence_text"}
LISTS = ("key_findings", "study_limitations")
TARGETS = (*FACTS, "key_findings", "simple_explanation", "research_summary", "study_limitations")
"""The fields into which words of the paper can be put. In a list they become a new row."""
_QUOTES = " \t\n“”\"'‘’«»"


@dataclass(frozen=True, slots=True)
class Quoted:
    """The summary with a quotation, and where it stands (code points of the section's Markdown)."""

    summary: Summary
    section: str
    start: int
    end: int


def quoted_into(summary: Summary, target: str, span: PassageSpan, text: PaperText) -> Quoted:
    """The summary with a passage of the paper as a quotation in one of TARGETS, linked to its place.

    What stands there already is kept. Raises KeyError for another target.
    """
    words = " ".join(span.text.split())
    quotation = write([Block(runs=(Run(f"“{words}”"),))]).markdown
    summary, section, before = _room(summary, target, quotation)
    start = len(before)
    passage = Passage(words, locator(text, span.start))
    summary = linked(summary, section, start, start + len(quotation), passage)
    return Quoted(summary, section, start, start + len(quotation))


def unworded(summary: Summary) -> Iterator[Claim]:
    """The claims whose words are still exactly the paper's, in the order of the summary."""
    texts = dict(sections(summary))
    for claim in summary.claims:
        if claim.kind == FROM_PAPER and claim.passage is not None and claim.section in texts:
            words = plain(texts[claim.section][claim.start : claim.end]).text
            if _bare(words) == _bare(claim.passage.text) and _bare(words):
                yield claim


def _room(summary: Summary, target: str, quotation: str) -> tuple[Summary, str, str]:
    """The summary with the quotation in it, the section it stands in, and the Markdown before it."""
    if target in LISTS:
        rows: tuple[str, ...] = getattr(summary, target)
        kept = rows[:-1] if rows and not rows[-1].strip() else rows  # an empty last row waits to be written in
        changed = replace(summary, **{target: (*kept, quotation)})  # type: ignore[arg-type]
        return changed, f"{target}[{len(kept)}]", ""
    if target not in FACTS and target not in TEXTS:
        raise KeyError(target)
    attribute = FACTS.get(target, target)
    written = (getattr(summary, attribute) or "").rstrip()
    before = f"{written}{' ' if target in FACTS else chr(10) * 2}" if written else ""
    return replace(summary, **{attribute: before + quotation}), target, before  # type: ignore[arg-type]


def _bare(words: str) -> str:
    return re.sub(r"\s+", " ", words).strip(_QUOTES)
