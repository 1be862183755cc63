"""A change told only in relation ("50 % lower risk") without the numbers behind it: it may be from 2 to 1 in a
hundred or from 2 to 1 in a million, and readers take it for large (Gigerenzer and others, 2007)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets

_NUMBER = r"(?:\d+(?:\.\d+)?|two|three|four|five|six|ten)"
_RISK = r"(?:risks?|chances?|odds|likelihood|rates?|probability|deaths?|cases|mortality)"
_CHANGE = (
    r"(?:lower|higher|fewer|more|less|greater|smaller|reduced|increased|reduction|increase|decrease|decline"
    r"|drop|rise|fall)"
)
_RELATIVE = re.compile(
    rf"\b{_NUMBER}\s?(?:%|per ?cent) {_CHANGE} (?:in |of )?(?:the |their |a )?(?:[\w-]+ ){{0,2}}?(?:{_RISK}|likely)\b"
    rf"|\b{_RISK}\b[^.;]{{0,50}}?\b(?:fell|rose|dropped|was reduced|were reduced|was cut|went down|went up"
    rf"|increased|decreased|lowered)"
    rf" by (?:about |around |nearly |almost |some |over )?{_NUMBER}\s?(?:%|per ?cent)"
    rf"|\b(?:reduc|increas|lower|rais|cut)\w* (?:the "
    rf"|their )?(?:[\w-]+ ){{0,2}}?{_RISK}\b[^.;]{{0,40}}? by (?:about |around |nearly |almost "
    rf"|over )?{_NUMBER}\s?(?:%|per ?cent)"
    rf"|\b(?:halv|doubl|tripl)(?:es?|ed|ing) (?:the |their )?(?:[\w-]+ ){{0,2}}?{_RISK}\b"
    rf"|\b(?:{_NUMBER} times|twice|half) (?:as|more|less) likely\b"
    rf"|\b{_RISK}\b[^.;]{{0,40}}?\b(?:{_NUMBER} times|twice|half) (?:as (?:high|low|large|likely)|higher"
    rf"|lower|greater)",
    re.I,
)
_COUNT = r"(?:\d[\d,]*(?:\.\d+)?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|half|none)"
_ABSOLUTE = re.compile(
    rf"\b{_COUNT} (?:of|in|out of|in every|out of every) (?:the |every )?(?:\d[\d,]*|ten|hundred|a hundred"
    rf"|a thousand|thousand|a million)\b"
    rf"|\bfrom {_COUNT}\s?(?:%|per ?cent)?(?: \w+){{0,4}} to {_COUNT}"
    rf"|\b{_COUNT}\s?(?:%|per ?cent)[^.;]{{0,120}}?(?:compared (?:with|to)|against|versus|vs\.?|and|but|while"
    rf"|than)[^.;]{{0,80}}?{_COUNT}\s?(?:%|per ?cent)",
    re.I,
)


def relative_without_absolute(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each relative change with no plain numbers in its sentence or in those beside it."""
    spans = prose.sentences
    for match in _RELATIVE.finditer(prose.text):
        sentence = prose.sentence_at(match.start())
        place = spans.index(sentence) if sentence in spans else -1
        first = spans[max(0, place - 1)][0] if place >= 0 else sentence[0]
        last = spans[min(len(spans) - 1, place + 1)][1] if place >= 0 else sentence[1]
        if not _ABSOLUTE.search(prose.text, first, last):
            yield prose.finding("relative-without-absolute", *match.span(), {"words": match[0]})
