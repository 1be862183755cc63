"""A limitation that the paper does not seem to state itself. That is fine, and often wise; readers should only know
whose word it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.prose import Prose
from app.evidence.passages import PassageIndex, best_share, passage_index
from app.evidence.stems import terms
from app.model.claims import claim_at
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

_LEAST_SHARE = 0.3
_LEAST_TERMS = 3
_TO_PEOPLE = re.compile(
    r"\b(?:translat\w+|appl(?:y|ies|icable)|hold|extrapolat\w+|generali[sz]\w+|differ|same|mean|true)\b[^.]{0,50}"
    r"\b(?:people|humans?|patients?)\b",
    re.IGNORECASE,
)
"""That results in animals may not hold in people: often added by the writer, and rarely in the words of the paper."""


def limitation_not_in_paper(
    summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None
) -> Iterator[Finding]:
    """Each limitation without a link that no passage of the paper supports well."""
    if paper is None or not paper.blocks:
        return
    index = passage_index(paper)
    for section, prose in texts:
        if not section.startswith("study_limitations"):
            continue
        finding = _foreign(prose, index)
        if finding is not None and claim_at(summary.claims, section, 0, len(prose.markdown)) is None:
            yield replace(finding, section=section)


@lru_cache(maxsize=256)
def _foreign(prose: Prose, index: PassageIndex) -> Finding | None:
    shares = []
    for start, end in prose.sentences:
        sentence = prose.text[start:end]
        if len(set(terms(sentence))) >= _LEAST_TERMS:
            shares.append(best_share(sentence, index))
    is_own = _TO_PEOPLE.search(prose.text) and not any(_TO_PEOPLE.search(one.text) for one in index.passages)
    if not shares or (max(shares) >= _LEAST_SHARE and not is_own):
        return None
    start, end = prose.sentences[0][0], prose.sentences[-1][1]
    return prose.finding("limitation-not-in-paper", start, end, {"share": round(max(shares), 2)})
