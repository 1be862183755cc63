"""A percentage beside the counts that it was worked out from, and it is another: "37 of 41 patients (20%)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.codes import WARNING
from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets

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


def share_of_whole(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each percentage that is not the share, rounded or cut off as it is written."""
    for pattern in (_COUNTS_FIRST, _PERCENT_FIRST):
        for match in pattern.finditer(prose.text):
            named = match.groupdict()
            part, whole = _value(named["part"]), _value(named.get("over") or named["whole"])
            if not 0 < part <= whole:
                continue  # a blood pressure, or no share at all
            percent, decimals = float(named["percent"]), len(named["percent"].partition(".")[2])
            share = 100 * part / whole
            if abs(share - percent) > 1.001 * 10.0**-decimals:
                facts = {"kind": "share", "part": part, "whole": whole, "percent": percent, "share": round(share, 1)}
                yield prose.finding("parts-do-not-add-up", *match.span(), facts, severity=WARNING)


def _value(count: str) -> int:
    return int(count.replace(",", ""))
