"""Numbers written as words: "forty-three", "one hundred and five", "two-thirds", "half", "twice", "a dozen"."""

from __future__ import annotations

import re
from functools import lru_cache

from text_to_num import text2num

_SMALL = re.findall(
    r"\w+",
    "zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen",
)
_TENS = re.findall(r"\w+", "twenty thirty forty fifty sixty seventy eighty ninety")
_LARGE = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_ANY = "|".join([*sorted(("one", *_SMALL, *_TENS, *_LARGE), key=len, reverse=True)])
WORD_RUN = rf"(?:{_ANY})(?:(?:\s+and\s+|[\s-]+)(?:{_ANY})){{0,10}}"
"""A run of number words. It may hold more than one number ("two and three"): see `leading_number`."""
_PARTS = {
    "half": 2, "halves": 2, "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10,
}  # fmt: skip
FRACTION = (
    r"(?:(?P<over>one|two|three|four|five|seven|nine|1|2|3|4)[\s-](?P<under>halve|third|quarter|fourth|fifth|sixth"
    r"|eighth|tenth)s?\b(?!\s+(?:day|week|month|year|dose|group|time|arm|trial|study|phase))"
    r"|\ba\s+(?P<a_part>third|quarter|fifth|tenth)\s+of\b"
    r"|\b(?P<half>half)\b(?![\s-]+(?:li[fv]e|maximal|sib|marathon|time|way)))"
)
"""A share in words. "A third group" and "half-life" are none."""
MULTIPLES = {"once": 1, "twice": 2, "thrice": 3}
"""How often, in one word."""


def leading_number(run: str) -> tuple[int, float] | None:
    """How many characters of a run of number words make its first number, and that number."""
    pieces = [piece.end() for piece in re.finditer(r"[A-Za-z]+", run)]
    for end in reversed(pieces):
        value = _value(" ".join(re.findall(r"[a-z]+", run[:end].lower())))
        if value is not None:
            return end, value
    return None


def fraction(match: re.Match[str]) -> float:
    """The share that a match of `FRACTION` names."""
    if match["half"]:
        return 0.5
    if match["a_part"]:
        return 1 / _PARTS[match["a_part"].lower()]
    over = match["over"].lower()
    number = int(over) if over.isdigit() else _value(over) or 1
    under = match["under"].lower()
    return number / _PARTS["half" if under == "halve" else under]


@lru_cache(maxsize=1024)
def _value(words: str) -> float | None:
    """The number that all of the words make together, or None."""
    if words.split()[-1] == "and":
        return None
    if words in _LARGE:
        return float(_LARGE[words])
    try:
        value = float(text2num(words, "en"))
    except ValueError:
        return None
    return value if value or words == "zero" else None
