"""Sentences for which no passage of the paper is found: they may be background, or a claim that the paper never makes.

Below that share of covered words stand 2 in 100 sentences of real plain-language summaries held against their own
paper, and half of those held against another paper (bench/passages.py).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.prose import Prose
from app.evidence.passages import LEAST_SHARE, PassageIndex, best_share, passage_index
from app.evidence.stems import terms
from app.model.claims import claim_at
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

_LEAST_TERMS = 4
_OTHER_CHECKS = ("title", "study_limitations")


def claim_unsupported(summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None) -> Iterator[Finding]:
    """Each sentence without a link whose words no passage covers. Limitations and the title are not asked."""
    if paper is None or not paper.blocks:
        return
    index = passage_index(paper)
    for section, prose in texts:
        if section.partition("[")[0] in _OTHER_CHECKS or section.endswith(".heading"):
            continue
        for finding in _unsupported(prose, index):
            if claim_at(summary.claims, section, finding.start or 0, finding.end or 0) is None:
                yield replace(finding, section=section)


@lru_cache(maxsize=512)
def _unsupported(prose: Prose, index: PassageIndex) -> tuple[Finding, ...]:
    found = []
    for start, end in prose.sentences:
        sentence = prose.text[start:end]
        if sentence.rstrip('"”’)').endswith("?") or len(set(terms(sentence))) < _LEAST_TERMS:
            continue
        share = best_share(sentence, index)
        if share < LEAST_SHARE:
            found.append(prose.finding("claim-unsupported", start, end, {"share": round(share, 2)}))
    return tuple(found)
