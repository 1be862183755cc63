"""How long a study ran: follow-up, treatment, dates of enrolment, days of measuring, ages at start and end.

Sentences about a search of the literature tell how far back it went, not how long the study was, and are left out.
"""

from __future__ import annotations

import re

from app.evidence.counting_words import LONG_TIME, MONTH, NUMBER
from app.evidence.paper_sentences import (
    CAPTIONS,
    CONCLUSION,
    DISCUSSION,
    INTRODUCTION,
    LAY,
    LIMITATIONS,
    METHODS,
    PaperSentence,
)

_SPAN = rf"{NUMBER}(?:\s?(?:–|-|to|or|and)\s?{NUMBER})?[\s-]{LONG_TIME}"
_YEAR = r"(?:19|20)\d\d"
_DATE = rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s)?{MONTH}\s(?:\d{{1,2}},?\s)?)?{_YEAR}|{MONTH}(?:\s\d{{1,2}},?)?"
_PATTERNS = (
    (6, rf"\b(?:follow(?:ed)?[- ]?up|followed)\b[^.;]{{0,60}}?{_SPAN}|{_SPAN}[^.;]{{0,25}}?\bfollow[- ]?up\b"),
    (6, rf"\b(?:duration|length|study period|period|course)\b[^.;]{{0,70}}?(?:{_SPAN})"
        rf"|(?:{_SPAN})[^.;]{{0,20}}?\bduration\b"),
    (6, rf"{_SPAN}(?:,? [\w-]+){{0,3}} (?:study|trial|experiment|intervention|programme|program|treatment period)\b"),
    (5, rf"\b(?:between|from)\s+(?:{_DATE})\s+(?:and|to|until|through|till)\s+(?:{_DATE})"
        rf"|\bbetween (?:{_DATE})[–-](?:{_DATE})"),
    (5, rf"\b(?:at|on"
        rf"|after)\s(?:days?\s)?{NUMBER}(?:,\s{NUMBER})*,?\sand\s{NUMBER}\s(?:{LONG_TIME}\s)?(?:after|post"
        rf"|following|from|of)\b"),
    (4, rf"\b(?:at|after|on)\s(?:days?\s)?(?:{NUMBER},\s)*{NUMBER},?\sand\s{NUMBER}\s?(?:{LONG_TIME})"),
    (4, r"\b(?:day|week|month)s?\s\d+\b(?:\s\([^()]{0,80}\))?,?\sand\s(?:(?:day|week|month)s?\s)?\d+\b"),
    (5, rf"\bfrom (?:the )?ages? of {_SPAN}|\b(?:until|to) (?:the age of )?{_SPAN} of age\b"
        rf"|\bages? of {_SPAN} (?:to|until)\b"),
    (3, rf"\b(?:for|over|during|within|up to|throughout|lasting|every|after)\s(?:a |an |the |about "
        rf"|approximately |at least |up to"
        rf" |first |subsequent |postoperative |last |total of )*(?:{_SPAN})"),
    (3, rf"\b(?:within|in) (?:the )?(?:first )?(?:postoperative|PO) ?{NUMBER} ?{LONG_TIME}"),
    (1, r"\b(?:once|twice|three times) (?:a|per|every) (?:day|week|month)\b"),
)  # fmt: skip
_FOUND = tuple((points, re.compile(pattern, re.IGNORECASE)) for points, pattern in _PATTERNS)
_HINT = re.compile(
    r"hour|day|night|week|month|year|(?:19|20)\d\d|\d\s?-?(?:h|d|y|yrs?|hrs?|wks?|mo)\b|PO\s?\d|once|twice"
    r"|times|\bMay\b|June|July"
)
"""Every sentence about time holds one of these; all others are passed over quickly."""
_STUDY = re.compile(
    r"\b(?:enrol+ed|recruit(?:ed|ment)|admitted|conducted|performed|carried out|started|collected|settled"
    r"|discharged|treated"
    r"|received|infused|injected|given|administered|followed|monitored|measured|assessed|tested|evaluated"
    r"|observed|counted|sampled"
    r"|trained|randomi[sz]ed|underwent|inoculated|visits?|sacrificed|harvested|extracted from"
    r"|after (?:the )?(?:first |last |final )?(?:infusion|injection|surgery|treatment|operation|injury"
    r"|baseline|transplantation"
    r"|administration|dose))\b",
    re.IGNORECASE,
)
_LITERATURE = re.compile(
    r"\b(?:search(?:ed|es)?|databases?|PubMed|EMBASE|MEDLINE|Cochrane|Web of Science|CNKI|literature"
    r"|publi(?:shed|cation)s?"
    r"|inception|languages?|articles?)\b",
    re.IGNORECASE,
)
_ELIGIBLE = re.compile(
    r"\b(?:inclusion|exclusion|eligib\w+|criteri(?:a|on)|excluded|aged|defined as|was defined|life expectancy"
    r"|expected lifetime"
    r"|older than|younger than)\b", re.IGNORECASE,
)  # fmt: skip
_BENCH = re.compile(
    r"°\s?C|\brpm\b|\bincubat|\bcentrifug|\bstored\b|\bdried\b|\bheated\b|\brefluxed\b|\bextraction\b"
    r"|\bsoaked\b|\bgel\b|×\s?g\b"
    r"|\bbuffer\b|\btransfect|\bstained\b|\bfixed in\b|\bphotoperiod\b|\bcomputer\b|\bmg/l\b|\bwashed\b",
    re.IGNORECASE,
)  # fmt: skip
_OTHERS = re.compile(
    r"\bet al\b|\bprevious(?:ly)? (?:study|studies|reported|shown)|\bpatients with \w+ die\b|survival time of", re.I
)
_PARTS = {LAY: -9, INTRODUCTION: -5, DISCUSSION: -2, LIMITATIONS: -2, CONCLUSION: -2, CAPTIONS: -3, METHODS: 1}
_LEAST = 5


def weight(sentence: PaperSentence) -> int:
    """How surely a sentence tells how long the study ran; candidates reach `_LEAST`."""
    text = sentence.text
    if not _HINT.search(text):
        return 0
    points = sorted((points for points, pattern in _FOUND if pattern.search(text)), reverse=True)
    if not points or (_LITERATURE.search(text) and not re.search(r"follow[- ]?up", text, re.IGNORECASE)):
        return 0
    score = points[0] + min(2, len(points) - 1) + 2 * bool(_STUDY.search(text)) + sentence.is_abstract
    score -= 4 * bool(_ELIGIBLE.search(text)) + 5 * bool(_BENCH.search(text)) + 4 * bool(_OTHERS.search(text))
    return score + (0 if sentence.is_abstract else _PARTS.get(sentence.part, 0))


def study_duration(sentences: tuple[PaperSentence, ...], most: int = 5) -> list[PaperSentence]:
    """The sentences that most likely tell how long the study ran, best first."""
    scored = [(weight(sentence), sentence) for sentence in sentences]
    ranked = sorted((pair for pair in scored if pair[0] >= _LEAST), key=lambda pair: (-pair[0], pair[1].start))
    return [sentence for _score, sentence in ranked[:most]]
