"""A benefit told without any harm or limit: readers cannot weigh what they are not told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.codes import NOTICE, WARNING
from app.checks.prose import Prose
from app.checks.stated import is_asked, is_denied
from app.evidence.paper_sentences import INTRODUCTION, LAY, paper_sentences
from app.model.finding import Finding, PassageSpan
from app.model.paper_text import PaperText
from app.model.summary import Summary

_BENEFIT = re.compile(
    r"\b(?:improv(?:e|es|ed|ement|ements)|help(?:s|ed)|benefi(?:t|ts|ted|cial)|effective|worked|works|protect(?:s|ed)"
    r"|prevent(?:s|ed)|prolong(?:s|ed)|extend(?:s|ed)|relieved|restored|less pain|lived longer|safe(?:r|ly)?"
    r"|better)\b",
    re.I,
)
_OF_THINGS = re.compile(
    r"\b(?:predict\w*|algorithms?|methods?|data|accura\w+|performance|resources?|crops?|efficien\w+"
    r"|understanding)\b",
    re.I,
)
"""What else can be better or more effective than people's health."""
_HARM = re.compile(
    r"\b(?:side[- ]effects?|adverse|harm(?:s|ed|ful|less)?|unsafe|safe(?:ty|ly|r)?|risks?|complications?"
    r"|toxic\w*|died|deaths?"
    r"|bleeding|infections?|tolerab\w+|tolerated|unwanted|pain(?:ful)?|sore|swollen|headaches?|fevers?|nausea"
    r"|sick|worse|dangers?)\b",
    re.I,
)
_LIMIT = re.compile(
    r"\b(?:limit\w*|small|cannot|unclear|unknown|not (?:yet )?(?:known|clear|sure|certain|shown|mean)"
    r"|more (?:research|studies|trials)"
    r"|further (?:research|studies)|caution|uncertain\w*|early|only (?:one|a few|two|three)|did not|does not"
    r"|may not|no (?:clear )?difference)\b",
    re.I,
)
_PAPER_HARM = re.compile(
    r"\b(?:adverse (?:events?|effects?|reactions?)|side[- ]effects?|serious complications?|toxicit(?:y|ies)"
    r"|tolerability)\b",
    re.I,
)
_TELLING = ("simple_explanation", "key_findings", "research_summary", "practical_implications")


def benefit_without_harm(
    _summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None
) -> Iterator[Finding]:
    """The first benefit that is told: a warning when no harm and no limit is told anywhere, a notice when the paper
    speaks of side effects and the summary does not."""
    told = [(section, prose) for section, prose in texts if section.partition("[")[0] in _TELLING]
    first = next(((section, found) for section, prose in told if (found := _benefit(prose)) is not None), None)
    if first is None or any(_tells(_HARM, prose) for _section, prose in texts):
        return
    section, finding = first
    has_limit = any(section.startswith("study_limitations") and prose.text.strip() for section, prose in texts)
    if not has_limit and not any(_tells(_LIMIT, prose) for _section, prose in texts):
        yield replace(finding, section=section, severity=WARNING, facts={"kind": "neither"})
    elif paper is not None and (passage := _harm_in(paper)) is not None:
        yield replace(finding, section=section, severity=NOTICE, facts={"kind": "paper-tells"}, passage=passage)


@lru_cache(maxsize=512)
def _tells(pattern: re.Pattern[str], prose: Prose) -> bool:
    return pattern.search(prose.text) is not None


@lru_cache(maxsize=256)
def _benefit(prose: Prose) -> Finding | None:
    for match in _BENEFIT.finditer(prose.text):
        sentence = prose.sentence_at(match.start())
        where = (prose.text, sentence, match.start())
        if not is_denied(*where) and not is_asked(*where) and not _OF_THINGS.search(prose.text, *sentence):
            return prose.finding("benefit-without-harm", *sentence)
    return None


@lru_cache(maxsize=8)
def _harm_in(paper: PaperText) -> PassageSpan | None:
    for sentence in paper_sentences(paper):
        if sentence.part not in (INTRODUCTION, LAY) and _PAPER_HARM.search(sentence.text):
            return PassageSpan(sentence.start, sentence.end, sentence.text)
    return None
