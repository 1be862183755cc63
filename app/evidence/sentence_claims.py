"""The sentences of a section, each with where it comes from: the paper, the writer's own explanation, or open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.model.claims import OPEN, claim_at
from app.model.finding import PassageSpan
from app.model.paper_text import HEADING, PaperText
from app.model.summary import Claim, Passage
from app.text.markup import plain
from app.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class SentenceClaim:
    """A sentence: its plain words, its code points in the section's Markdown, and where it comes from.

    `kind` is from-paper, explanation or open; `passage` is what the writer linked it to.
    """

    section: str
    start: int
    end: int
    text: str
    kind: str = OPEN
    passage: Passage | None = None


def sentence_claims(section: str, markdown: str, claims: Sequence[Claim]) -> tuple[SentenceClaim, ...]:
    """Every sentence of a section in its order. A claim counts for each sentence that it touches."""
    text = plain(markdown)
    found = []
    for at, to in sentences(text.text):
        start, end = text.span(at, to)
        claim = claim_at(claims, section, start, end)
        kind, passage = (claim.kind, claim.passage) if claim else (OPEN, None)
        found.append(SentenceClaim(section, start, end, text.text[at:to], kind, passage))
    return tuple(found)


def passage_of(span: PassageSpan, text: PaperText) -> Passage:
    """A stretch of the paper as a link keeps it: its words, and as its locator the heading above it and its page."""
    heading, page = "", None
    for block, start in zip(text.blocks, text.starts(), strict=True):
        if start > span.start:
            break
        if block.kind == HEADING:
            heading = block.text.strip()
        page = block.page
    parts = (heading, f"page {page}" if page else "")
    return Passage(span.text, ", ".join(part for part in parts if part))
