"""Which way a number points: "26 days longer" is up, "fell by 20%" is down, "more than half" is up."""

from __future__ import annotations

import re

_UP = (
    r"more|higher|greater|longer|larger|bigger|older|taller|heavier|faster|above|increas(?:e|es|ed|ing)|ris(?:e|es|ing|en)"
    r"|rose|grew|grown|growth|gain(?:s|ed)?|prolong(?:s|ed|ing)?|extend(?:s|ed|ing)?|elevat(?:ed|ion)|exceed(?:s|ed)?"
)
_DOWN = (
    r"less|fewer|lower|smaller|shorter|younger|lighter|slower|below|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tions?)"
    r"|f[ae]ll(?:s|en|ing)?|dropp(?:ed|ing)|drops?|declin(?:e|es|ed|ing)|los(?:s|t|ses)|shorten(?:s|ed|ing)?"
    r"|lower(?:s|ed|ing)|diminish(?:es|ed)?"
)
_WORD = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))\b", re.IGNORECASE)
_BEFORE, _AFTER = 40, 28
_BREAK = re.compile(r"[;:.!?\n]\s|\b(?:while|whereas|but|although|compared|versus|vs|respectively)\b|\d", re.IGNORECASE)
_UNSURE = re.compile(r"\b(?:no|not|nor|neither|never|without|than|risk)\W+(?:\w+\W+){0,1}$", re.IGNORECASE)


def direction(text: str, start: int, end: int) -> int:
    """1 where the words beside a number say more, -1 where they say less, 0 where they say neither or both."""
    after = text[end : end + _AFTER]
    after = after[: stop.start()] if (stop := _BREAK.search(after)) else after
    found = _ways(after)[:1] if _ways(after) else []
    before = text[max(0, start - _BEFORE) : start]
    if breaks := list(_BREAK.finditer(before)):
        before = before[breaks[-1].end() :]
    found += _ways(before)
    return found[0] if found and len(set(found)) == 1 else 0


def _ways(text: str) -> list[int]:
    ways = []
    for match in _WORD.finditer(text):
        if not _UNSURE.search(text, 0, match.start()):
            ways.append(1 if match["up"] else -1)
    return ways
