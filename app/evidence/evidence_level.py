"""What kind of study a paper looks like: what a registry says of it first, then the words of its title, abstract and
methods. Never certain: every answer carries the words that triggered it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from app.evidence.paper_sentences import METHODS, PaperSentence
from app.evidence.species import studied_species
from app.model.evidence import LevelSuggestion
from app.model.paper import Paper
from app.model.paper_text import HEADING, PaperText

_TYPES = {
    "meta-analysis": "systematic-review",
    "systematic review": "systematic-review",
    "practice guideline": "guideline",
    "guideline": "guideline",
    "consensus development conference": "guideline",
    "randomized controlled trial": "randomised-trial",
    "controlled clinical trial": "randomised-trial",
    "case reports": "case-report",
    "observational study": "observational",
}
"""PubMed's publication types that name a kind of study, the strongest first."""

_META = r"\bmeta.analy(?:sis|ses|tic)\b|\bsystematic(?:ally)? (?:literature )?review(?:ed)?\b"
_GUIDELINE = (
    r"\b(?:clinical )?(?:practice )?guidelines? (?:for|on)\b|\bconsensus (?:statement"
    r"|recommendations?|guidelines?)\b|\bposition statement\b"
)
_RANDOM = (
    r"\brandomi[sz]ed,? (?:[\w-]+,? ){0,4}?(?:trial|study|clinical|crossover)\b"
    r"|\b(?:were|was) (?:then )?(?:randomly (?:assigned|allocated|divided)|randomi[sz]ed)\b"
    r"|\bplacebo.controlled\b|\bdouble.blind(?:ed)?\b|\brandomi[sz]ation was\b"
)
_CASE = (
    r"\bcase (?:reports?|series)\b|\bwe (?:report|describe|present) (?:a|the|an|two"
    r"|three) (?:[\w-]+ ){0,3}?(?:cases?|patients?)\b|\ba case of\b"
)
_PRE_POST = (
    r"\bpre.(?:and |/)?post(?:.(?:test|intervention|treatment))?\b|\bbefore.and.after study\b|\bsingle.arm\b"
    r"|\buncontrolled (?:trial|study)\b"
    r"|\bopen.label (?:pilot|phase|single)|\bfeasibility (?:study|trial)\b"
)
_OBSERVED = (
    r"\b(?:(?:prospective|retrospective|longitudinal|population.based|collaborative|multicent(?:re|er)|birth"
    r"|historical) )?"
    r"cohort(?:s| stud(?:y|ies)| analysis)?\b|\bcase.control(?: study)?\b|\bcross.sectional\b"
    r"|\bobservational (?:study|data)\b"
    r"|\bretrospective(?:ly)?(?: (?:study|analysis|review))?\b|\bregistry\b|\bsurvey(?:ed)?\b"
    r"|\bassociation study\b|\bpolymorphisms?\b.{0,80}\brisk\b"
)
_REVIEW = (
    r"\b(?:this|our|the present|narrative|literature|scoping) review\b|\bwe review\b"
    r"|\bhere,? we (?:discuss|review)\b|: an? (?:overview|review)\b|\boverview of\b"
)
_CELLS = (
    r"\bin vitro\b|\bcell lines?\b|\bcultured (?:\w+ )?cells\b|\b(?:HeLa|HEK ?293\w?|MCF.?\w+|A549|HepG2|CHO"
    r"|NIH.?3T3) cells\b"
    r"|\b(?:Candida|bacterial|yeast|fungal|E\. coli) (?:\w+ )?strains?\b"
)


def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_RULES = (
    ("guideline", _compiled(_GUIDELINE)),
    ("systematic-review", _compiled(_META)),
    ("randomised-trial", _compiled(_RANDOM)),
    ("case-report", _compiled(_CASE)),
    ("observational", _compiled(_OBSERVED)),
    ("pre-post", _compiled(_PRE_POST)),
    ("narrative-review", _compiled(_REVIEW)),
    ("cells", _compiled(_CELLS)),
)
_ON_PEOPLE = ("randomised-trial", "case-report", "observational", "pre-post")
_TITLE_POINTS, _ABSTRACT_POINTS, _METHOD_POINTS = 6, 3, 2
_LEAST, _MOST, _AGAIN = 2.5, 3, 0.5
_REVIEW_TYPE = re.compile(r"review(?:[- ]article)?", re.I)
_TITLE_ONLY = ("guideline",)
_OURS = re.compile(r"\b(?:this|our|we|the present|the current) (?:\w+ ){0,4}$", re.I)
_OTHERS = re.compile(
    r"\b(?:previous|earlier|other|prior|included|eligible|published|high.quality|existing|more) (?:\w+ ){0,4}$", re.I
)


def evidence_level(paper: Paper, text: PaperText, sentences: Sequence[PaperSentence]) -> list[LevelSuggestion]:
    """The kinds of study that a paper looks like, likeliest first, at most three."""
    found = [
        LevelSuggestion(level, name)
        for key, level in _TYPES.items()
        for name in paper.publication_types
        if key in name.lower()
    ]
    best: dict[str, tuple[float, LevelSuggestion]] = {}
    for points, suggestion in _looks_like(paper, text, sentences):
        before = best.get(suggestion.level)
        best[suggestion.level] = (points, suggestion) if before is None else (before[0] + _AGAIN, before[1])
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    found += [suggestion for points, suggestion in ranked if points >= _LEAST]
    levels = {suggestion.level for suggestion in found}
    kept: dict[str, LevelSuggestion] = {}
    for suggestion in found:
        if suggestion.level != "narrative-review" or "systematic-review" not in levels:
            kept.setdefault(suggestion.level, suggestion)
    return list(kept.values())[:_MOST]


def _looks_like(
    paper: Paper, text: PaperText, sentences: Sequence[PaperSentence]
) -> Iterator[tuple[int, LevelSuggestion]]:
    species = studied_species(paper.title, text)
    is_animal = species is not None and species.kind == "animal"
    title, at = _title(paper, text)
    places = [(_TITLE_POINTS, title, at)] if title else []
    review = next((name for name in paper.publication_types if _REVIEW_TYPE.fullmatch(name)), "")
    if review:
        yield _ABSTRACT_POINTS, LevelSuggestion("narrative-review", review)
    for one in sentences:
        if one.is_abstract or one.part == METHODS:
            places.append((_ABSTRACT_POINTS if one.is_abstract else _METHOD_POINTS, one.text, one.start))
    for points, words, start in places:
        for level, pattern in _RULES:
            match = pattern.search(words)
            if match is None or (level in _TITLE_ONLY and points != _TITLE_POINTS):
                continue
            if level in _ON_PEOPLE and (
                is_animal or (points != _TITLE_POINTS and _OTHERS.search(words[: match.start()]))
            ):
                continue
            is_own = points == _METHOD_POINTS and _OURS.search(words[: match.start()]) is not None
            yield points + is_own, _suggestion(level, match, start)
    if species is not None and species.kind in ("animal", "cells"):
        in_title = species.start is None or species.start < at + len(title) + 1
        yield (
            (_TITLE_POINTS if in_title else 4),
            LevelSuggestion(species.kind, species.trigger, species.start, species.end),
        )


def _title(paper: Paper, text: PaperText) -> tuple[str, int]:
    """The title and where it stands in the whole text, or -1 with a title that only the citation holds."""
    first = text.blocks[0] if text.blocks else None
    if first is not None and first.kind == HEADING and len(first.text) > 25:
        return first.text, 0
    return paper.title, -1 - len(paper.title)


def _suggestion(level: str, match: re.Match[str], start: int) -> LevelSuggestion:
    if start < 0:
        return LevelSuggestion(level, match[0])
    return LevelSuggestion(level, match[0], start + match.start(), start + match.end())
