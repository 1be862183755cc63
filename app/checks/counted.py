"""What a text counts: studies, people, animals, doses, each with how many and whether it is the whole or a part."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from app.checks.prose import Prose
from app.evidence.quantities import SINGLE, Quantity, quantities
from app.evidence.terms import stem
from app.text.word_lists import listed

CLASSES = tuple(stem(word) for word in ("studies", "patients", "rats", "doses"))
"""Studies, people, animals and treatments: words that mean the same thing share a class."""
_BEFORE_WHOLE = re.compile(
    r"(?:\b(?:review|analysis|meta-analysis|study|trial|total|sample|group|cohort|series|data)\s(?:of|from|in|on)"
    r"|\b(?:includ(?:es?|ed)|analy[sz]ed|enrolled|recruited|involved|involves|examined|studied|tested|covers|covered"
    r"|looked at|reviewed|combined|received|got|given|had|gave|n\s?=)|\bin all,?)"
    r"\s(?:the\s|all\s|data from\s|a total of\s)?$",
    re.IGNORECASE,
)
_AFTER_WHOLE = re.compile(
    r"\s(?:were|was|are)\s(?:included|enrolled|analy[sz]ed|recruited|studied|reviewed|tested|used)\b"
    r"|\s(?:took part|participated)|\s+in (?:all|total)\b",
    re.IGNORECASE,
)
_BEFORE_PART = re.compile(r"(?:^|\n|[.;:(]\s?|,\s(?:and\s|while\s|but\s)?|\sand\s|\swhile\s)$", re.IGNORECASE)
_AFTER_PART = re.compile(
    r"\s(?:had|did|do|showed?|reported|found|saw|were|was|mentioned|improved|gave|described|used|looked|noted|"
    r"observed|measured|lived|died|survived|got|received|dropped|left)\b"
)
_HARMLESS = listed(
    "clinical published human total randomised randomized controlled research scientific included eligible relevant"
    " separate individual different original"
)
"""Words that do not make a group within the whole: 43 clinical trials are 43 studies."""
_LOOK_BACK = 60
"""No words before a number that tell of a whole or a part are longer."""
_GROUPS = listed("women men children boys girls babies infants adults volunteers controls cases mice rats pigs dogs")


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of a class (plain-text span of number and noun), with the words that narrow it down."""

    start: int
    end: int
    kind: str
    value: int
    narrowed: frozenset[str]
    is_whole: bool
    is_part: bool


@lru_cache(maxsize=256)
def counted(prose: Prose) -> tuple[Counted, ...]:
    """Every whole number of the text that counts one of the classes."""
    return tuple(_counted(prose.text))


def _counted(text: str) -> Iterator[Counted]:
    for found in quantities(text):
        kind = next((name for name in CLASSES if name in found.nouns), "")
        if kind and found.form == SINGLE and not (found.unit or found.per or found.hedge or found.decimals):
            end = _end_of_noun(text, found, kind)
            first = max(0, found.start - _LOOK_BACK)
            is_whole = bool(_BEFORE_WHOLE.search(text, first, found.start) or _AFTER_WHOLE.match(text, end))
            is_part = (
                bool(_BEFORE_PART.search(text, first, found.start) and _AFTER_PART.match(text, end)) and not is_whole
            )
            narrowed = (found.nouns - {kind} - _HARMLESS) | (_GROUPS & set(text[found.start : end].lower().split()))
            yield Counted(found.start, end, kind, int(found.values[0]), narrowed, is_whole=is_whole, is_part=is_part)


def _end_of_noun(text: str, found: Quantity, kind: str) -> int:
    """Where the counted noun ends: "13 studies" of "13 studies did not"."""
    for word in re.compile(r"[^\W\d_]+").finditer(text, found.end, min(len(text), found.end + 60)):
        if stem(word[0]) == kind:
            return word.end()
    return found.end
