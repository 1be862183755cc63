"""Who took part: the sentences of a paper that count the people, animals, studies or samples it is about."""

from __future__ import annotations

import re

from app.evidence.counting_words import ANIMALS, NUMBER, PEOPLE, STUDIED, STUDIES
from app.evidence.paper_sentences import (
    CAPTIONS,
    CONCLUSION,
    DISCUSSION,
    INTRODUCTION,
    LAY,
    LIMITATIONS,
    METHODS,
    RESULTS,
    PaperSentence,
)

_NEAR = r"(?:[\w.’'–-]+\s+){0,5}?"
_COUNTED = re.compile(
    rf"(?<![\w.,–-]){NUMBER}\s+(?:\([^)]*\)\s+)?(?!%|percent|years?|months?|weeks?|days?){_NEAR}{STUDIED}", re.I
)
_N_IS = re.compile(r"\bn\s?=\s?\d[\d,]*(?:\s?(?:/|per|in each|for each)\s?(?:groups?|condition|arm))?", re.I)
_PER_GROUP = re.compile(
    rf"\bn\s?=\s?\d+\s?/\s?groups?\b|{NUMBER}\s+(?:\w+\s+)?{STUDIED}\s+(?:per|in each)\s+(?:group|arm)", re.I
)
_ENROLLED = re.compile(
    r"\b(?:enrol+ed|recruited|includ(?:ed|es|ing)|randomi[sz]ed|assigned|allocated|participated|took part|completed"
    r"|involv(?:ed|ing)|compris(?:ed|ing)|consist(?:ed|ing)|met (?:the |our )?(?:inclusion|eligibility)"
    r"|underwent|admitted|eligible"
    r"|collected from|based on|identified|analy[sz]ed|were given|received|divided into|studied|surveyed"
    r"|interviewed|genotyped"
    r"|sequenced|set up)\b",
    re.I,
)
_TOTAL = re.compile(
    r"\b(?:(?:a|in) total|total (?:sample )?of|sample (?:size )?of|overall|altogether|final sample|all together)\b",
    re.I,
)
_SEARCH = re.compile(
    r"\b(?:search(?:ed|es)?|duplicat\w+|screened|screening|full[- ]texts?|titles? and abstracts"
    r"|potential(?:ly)?"
    r" (?:relevant )?(?:studies|trials|articles|records)|PubMed|Embase|MEDLINE|retrieved)\b",
    re.I,
)
_RESULT = re.compile(
    r"(?:\b[pP]\s?[<>=]|95\s?%|\bCI\b|\bOR\s?[=:]|\bRR\s?[=:]|\bHR\s?[=:]|\bI2\b|±|\bSMD\b"
    r"|\bfold\b)"
)
_OTHERS = re.compile(
    r"\bet al\b|\ba study (?:conducted|of|in)\b|previous(?:ly)? (?:study|studies|reported|published)", re.I
)
_PLANNED = re.compile(
    r"\bpower\b|\bsample size (?:was|is|were|calculat|estimat)\w*|\bwould (?:need|require)\b|\bwere needed\b"
    r"|\bestimates? that\b",
    re.I,
)
_HEADING = re.compile(
    r"participant|population|subject|patients?|sample|animals?|recruit|included studies|study characteristics"
    r"|trial flow"
    r"|study selection|search results|cohort description|data ?sets?\b|setting",
    re.I,
)
_PARTS = {
    LAY: -9,
    INTRODUCTION: -5,
    DISCUSSION: -4,
    LIMITATIONS: -5,
    CONCLUSION: -3,
    CAPTIONS: -3,
    METHODS: 1,
    RESULTS: 1,
}
_LEAST = 4
_PEOPLE_COUNTED = re.compile(rf"(?<![\w.,–-]){NUMBER}\s+(?:\([^)]*\)\s+)?{_NEAR}(?:{PEOPLE}|{ANIMALS})", re.I)
_STUDIES_COUNTED = re.compile(rf"(?<![\w.,–-]){NUMBER}\s+{_NEAR}{STUDIES}", re.I)


def weight(sentence: PaperSentence) -> int:
    """How surely a sentence tells who took part; candidates reach `_LEAST`."""
    text = sentence.text
    counted, n_is = _COUNTED.search(text), _N_IS.search(text)
    if not counted and not n_is:
        return 0
    first = counted[0].split()[0].lower() if counted else ""
    if not n_is and (first in ("one", "1") or (first in ("two", "2") and not _ENROLLED.search(text))):
        return 0
    score = 2 + 2 * bool(_ENROLLED.search(text)) + 2 * bool(_TOTAL.search(text)) + 3 * bool(_PER_GROUP.search(text))
    score += 2 * bool(_PEOPLE_COUNTED.search(text)) + bool(_STUDIES_COUNTED.search(text)) + bool(n_is)
    score += 2 * bool(_HEADING.search(sentence.heading)) + 2 * sentence.is_abstract
    score -= 5 * bool(_SEARCH.search(text)) + 2 * bool(_RESULT.search(text)) + 4 * bool(_OTHERS.search(text))
    score -= 5 * bool(_PLANNED.search(text))
    return score + (0 if sentence.is_abstract else _PARTS.get(sentence.part, 0))


def participants(sentences: tuple[PaperSentence, ...], most: int = 4) -> list[PaperSentence]:
    """The sentences that most likely tell who took part, best first."""
    scored = [(weight(sentence), sentence) for sentence in sentences]
    ranked = sorted((pair for pair in scored if pair[0] >= _LEAST), key=lambda pair: (-pair[0], pair[1].start))
    return [sentence for _score, sentence in ranked[:most]]
