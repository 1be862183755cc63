"""Parts that do not make their whole: in brackets ("12 trials (8 large, 6 small)"), or told one after the other.

Bracketed parts that are more than the whole are an error. Parts told in several sentences (3, 13, 8 and 13 of 43
studies) are a notice: the rest may be left out on purpose. A percentage beside the counts that it was worked out from
is worked out again ("37 of 41 patients (20%)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from app.checks.codes import NOTICE, WARNING
from app.checks.counted import CLASSES, counted
from app.checks.held import Texts
from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.sections import card_of
from app.model.site import Targets

_NAMES = re.findall(
    r"\w+",
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty",
)
_NUMBER = rf"(?:\d[\d,]{{0,11}}(?![.,]?\d|%)|{'|'.join(_NAMES)})"
_THINGS = (
    r"(?:trials|studies|patients|people|participants|women|men|children|adults|rats|mice|animals|volunteers|reviews"
    r"|papers|articles|groups|cases|persons)"
)
_WHOLE = re.compile(
    rf"\b(?P<whole>{_NUMBER})\s+(?:[a-z-]+\s+){{0,3}}?{_THINGS}\b[^().;:\d]{{0,30}}\((?P<parts>[^()]+)\)", re.IGNORECASE
)
_MEASURES = r"%|per|percent|mg|ml|g\b|kg|times|years?|months?|weeks?|days?|hours?|minutes?|to\b|-|–"
_PART = re.compile(rf"\s*(?:and\s+)?(?P<count>{_NUMBER})\b(?!\s*(?:{_MEASURES}))", re.IGNORECASE)
_COUNT = r"\d{1,7}(?:,\d{3})?(?!\d|[.,]\d)"
_PERCENT = r"(?P<{name}>\d{{1,3}}(?:\.\d{{1,3}})?)\s?%"
_COUNTS_FIRST = re.compile(
    rf"(?<![\d.,/])(?P<part>{_COUNT})(?:\s?/\s?(?P<over>{_COUNT})(?:[,;:]\s|\s?\(|\s?=\s?)"
    rf"|\s(?:out )?of (?:the |all )?(?P<whole>{_COUNT})(?:\s[a-z-]{{1,20}}){{0,3}}(?:\s\(|, or ))"
    rf"{_PERCENT.format(name='percent')}(?=\s?[),;.\]]|$)"
)
_PERCENT_FIRST = re.compile(
    rf"(?<![\d.,–-]){_PERCENT.format(name='percent')}\s?[(\[](?:n\s?=\s?)?(?P<part>{_COUNT})"
    rf"(?:\s?/\s?|\s(?:out )?of (?:the |all )?)(?P<whole>{_COUNT})(?=[\s),;.\]])"
)


def parts_do_not_add_up(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Parts that each begin with a count. Fewer than the whole is fair: the rest may not be known."""
    for match in _WHOLE.finditer(prose.text):
        pieces = re.split(r",\s*(?:and\s+)?|;\s*|\s+and\s+(?=\w+\s)", match["parts"])
        counts = [part for piece in pieces if (part := _PART.match(piece))]
        if len(counts) < 2 or len(counts) != len(pieces):
            continue
        whole, total = _value(match["whole"]), sum(_value(part["count"]) for part in counts)
        if total > whole:
            facts = {"whole": whole, "sum": total, "parts": [_value(part["count"]) for part in counts]}
            yield prose.finding("parts-do-not-add-up", match.start(), match.end(), facts)


def told_parts_do_not_add_up(texts: Texts) -> Iterator[Finding]:
    """In each card, three or more parts of one class that come close to the whole and miss it."""
    wholes = {kind: _whole(kind, texts) for kind in CLASSES}
    for card, group in groupby(texts, key=lambda pair: card_of(pair[0])):
        told = [(section, text, one) for section, text in group for one in counted(text) if one.is_part]
        for kind, whole in wholes.items():
            parts = [part for part in told if part[2].kind == kind and part[2].value < whole]
            total = sum(one.value for _, _, one in parts)
            if card != "title" and len(parts) >= LEAST_TOLD and _NEARLY * whole <= total < whole:
                section, text, last = parts[-1]
                start = min(one.start for name, _, one in parts if name == section)
                facts = {"whole": whole, "sum": total, "parts": [one.value for _, _, one in parts]}
                found = text.finding("parts-do-not-add-up", start, last.end, facts, severity=NOTICE)
                yield replace(found, section=section)


LEAST_TOLD = 3
"""Fewer parts are told by the way."""
_NEARLY = 0.75


def _whole(kind: str, texts: Texts) -> int:
    """The whole of a class that the sections name most often, 0 when they name none."""
    values = [one.value for _, text in texts for one in counted(text) if one.kind == kind and one.is_whole]
    return max(values, key=lambda value: (values.count(value), value), default=0)


def _value(number: str) -> int:
    lower = number.lower()
    return _NAMES.index(lower) if lower in _NAMES else int(lower.replace(",", ""))


def share_of_whole(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each percentage that is not the share, rounded or cut off as it is written."""
    for pattern in (_COUNTS_FIRST, _PERCENT_FIRST):
        for match in pattern.finditer(prose.text):
            named = match.groupdict()
            part, whole = (int(one.replace(",", "")) for one in (named["part"], named.get("over") or named["whole"]))
            if not 0 < part <= whole:
                continue  # a blood pressure, or no share at all
            percent, decimals = float(named["percent"]), len(named["percent"].partition(".")[2])
            share = 100 * part / whole
            if abs(share - percent) > 1.001 * 10.0**-decimals:
                facts = {"kind": "share", "part": part, "whole": whole, "percent": percent, "share": round(share, 1)}
                yield prose.finding("parts-do-not-add-up", *match.span(), facts, severity=WARNING)
