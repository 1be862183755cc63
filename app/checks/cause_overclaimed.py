"""Words of cause and effect about a study that only observed: it can show that two things go together, not why.

Written after Sumner and others (BMJ 2014; PLoS ONE 2016): a third of press releases on correlations told a cause.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.codes import NOTICE, WARNING
from app.checks.prose import Prose
from app.checks.stated import is_asked, is_denied, is_hedged
from app.checks.study_design import design_of
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

_RISK = r"(?:[\w-]+ ){0,2}?(?:risks?|chances?|odds|likelihood|rates?)"
_CAUSE = re.compile(
    r"\b(?:(?<!that )(?<!which )(?<!common )causes(?= (?!of\b)\w)|leads? to|led to|results? in|resulted in"
    r"|prevent(?:s|ed)|protect(?:s|ed) (?:against|from|people|patients)|contribut(?:es|ed) to|triggers|triggered"
    r"|makes (?:people|patients|women|men|children)"
    r"|(?:increas|reduc|rais|lower|decreas|cut|doubl|halv|boost)(?:"
    rf"(?:es|s) (?:the |their |a person['’]s |your |people['’]s )?{_RISK}"
    rf"|(?:ed|ing) (?:the |their |a person['’]s |your |people['’]s ){_RISK}))\b",
    re.I,
)
_GRAVE = ("title", "key_findings", "practical_implications")
_KNOWN = re.compile(
    r"\b(?:is known|are known|it is well|well known|previous(?:ly)?|earlier|other studies"
    r"|usually|often|is a (?:disease|disorder|condition|virus))\b",
    re.I,
)


def cause_overclaimed(summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None) -> Iterator[Finding]:
    """Each statement of a cause when the study is observational; background and what is hedged are let be."""
    if design_of(summary, paper) != "observational":
        return
    for section, prose in texts:
        name = section.partition("[")[0]
        if name in ("study_limitations", "study_duration", "participants", "evidence_level"):
            continue
        for finding in _causes(prose):
            yield replace(finding, section=section, severity=WARNING if name in _GRAVE else NOTICE)


@lru_cache(maxsize=256)
def _causes(prose: Prose) -> tuple[Finding, ...]:
    found = []
    for match in _CAUSE.finditer(prose.text):
        sentence = prose.sentence_at(match.start())
        where = (prose.text, sentence, match.start())
        is_known = _KNOWN.search(prose.text, sentence[0], sentence[1])
        if not is_known and not is_denied(*where) and not is_asked(*where) and not is_hedged(*where):
            found.append(prose.finding("cause-overclaimed", *match.span(), {"words": match[0].lower()}))
    return tuple(found)
