"""Words of certainty that the kind of study does not bear. Words that no study bears are flagged everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.codes import NOTICE, WARNING
from app.checks.prose import Prose
from app.checks.stated import is_asked, is_denied, is_hedged
from app.checks.study_design import design_of, is_named, species_of
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

_ABSOLUTE = re.compile(
    r"\b(?:certainly|undoubtedly|unquestionably|definitely|no doubt|without (?:a |any )?doubt|beyond (?:any "
    r"|all )?doubt"
    r"|(?<!to )guarantee[sd]?|always (?:works?|helps?)|(?:100 ?%|completely|totally) effective"
    r"|it is (?:now )?certain|for certain|irrefutabl[ey]|indisputabl[ey])\b",
    re.I,
)
_STRONG = re.compile(
    r"\b(?:will (?:help (?:people|patients|them|those|with|treat|prevent|cure)|improve|cure|prevent|reduce"
    r"|extend|stop|slow"
    r"|restore|benefit|protect|treat)|(?:is|are) (?:an? )?(?:very |highly )?(?:effective|safe)\b"
    r"|works? (?:well|against|for)\b"
    r"|confirms? that|establish(?:es|ed) that|demonstrates? that|clearly (?:shows?|showed|improves?|helps?|works?)"
    r"|is the best)\b",
    re.I,
)
_IF = re.compile(r"\b(?:when|once|until|before|unless|satisfied|decides?|hopes?)\b", re.I)
_WEAK_LEVELS = ("cells", "animal", "case-report", "pre-post", "observational", "narrative-review")
_DENIES_ALL = re.compile(r"\b(?:no (?:study|one|trial)|nobody|nothing|cannot be|not)\b[^.]{0,30}$", re.I)


def certainty_overclaimed(
    summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None
) -> Iterator[Finding]:
    """Words of certainty: absolute ones under any design, strong ones under designs that leave much open."""
    level = design_of(summary, paper)
    species = species_of(summary, paper)
    for section, prose in texts:
        if section.startswith("study_limitations"):
            continue
        for finding, sentence in _certain(prose):
            is_strong = finding.facts["kind"] == "strong"
            if is_strong and (level not in _WEAK_LEVELS or (species is not None and is_named(species, sentence))):
                continue
            facts = {**finding.facts, "level": level}
            yield replace(finding, section=section, facts=facts, severity=NOTICE if is_strong else WARNING)


@lru_cache(maxsize=256)
def _certain(prose: Prose) -> tuple[tuple[Finding, str], ...]:
    found = []
    for kind, pattern in (("absolute", _ABSOLUTE), ("strong", _STRONG)):
        for match in pattern.finditer(prose.text):
            sentence = prose.sentence_at(match.start())
            where = (prose.text, sentence, match.start())
            if _DENIES_ALL.search(prose.text[sentence[0] : match.start()]) or is_denied(*where):
                continue
            is_open = is_asked(*where) or is_hedged(*where) or _IF.search(prose.text, sentence[0], match.start())
            if kind == "strong" and is_open:
                continue
            facts = {"words": match[0].lower(), "kind": kind}
            found.append((prose.finding("certainty-overclaimed", *match.span(), facts), prose.text[slice(*sentence)]))
    return tuple(found)
