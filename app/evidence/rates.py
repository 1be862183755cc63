"""How often: what a number is counted by ("four times weekly", "twice a day", "every two weeks", "daily")."""

from __future__ import annotations

import re

from app.evidence.units import PERIODS

_ADVERBS = {
    "hourly": "hour", "daily": "day", "nightly": "day", "weekly": "week", "monthly": "month", "yearly": "year",
    "annually": "year",
}  # fmt: skip
_PERIOD = r"(?:hour|day|night|week|month|year|minute|annum)"
_SHORT = r"(?:h|d|wk|yr|min)"
_CANONICAL = {"night": "day", "annum": "year", "h": "hour", "d": "day", "wk": "week", "yr": "year", "min": "minute"}
AFTER = re.compile(
    rf"[\s-]{{0,2}}(?P<noun>(?:(?!(?:in|on|at|over|of|for|and|or|to|the|with|from|than|once|twice|two|three|four"
    rf"|five|six|every|each)\b)[a-z]+\s+){{0,2}}?)"
    rf"(?:(?:(?:per|each|every|an?)\s|/\s?)(?P<period>{_PERIOD}|(?<=/){_SHORT}|(?<=per\s){_SHORT})\b(?!\s+(?:\d|after|before|later|earlier|of|or|to|ago))"
    rf"|(?P<adverb>{'|'.join(_ADVERBS)})\b)",
    re.IGNORECASE,
)
"""The period straight after a count and its unit, with up to two words of noun between ("three sessions a week")."""
BARE = re.compile(
    r"\b(?:every|each)\s+(?:(?P<other>other|second|alternate)\s+)?(?P<every>hour|day|night|week|month|year)\b"
    r"(?!\s+(?:of|in|since))"
    rf"|(?<![-\w])(?P<adverb>{'|'.join(_ADVERBS)})\b"
    r"(?!\s+(?:li(?:fe|ves|ving)|activit|routine|basis of|news|task|functio|mail|intake|need|average|mean|total|number"
    r"|rate|income|limit|stress|practice|report|record))",
    re.IGNORECASE,
)
"""A rate without a number: "weekly", "every other day". "Daily life" is none."""
EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
"""What stands before the number of "every two weeks"."""


def period_of(match: re.Match[str]) -> str:
    """The period, in the singular, of a match of `AFTER` or `BARE`."""
    groups = match.groupdict()
    if adverb := groups.get("adverb"):
        return _ADVERBS[adverb.lower()]
    name = (groups.get("period") or groups.get("every") or "").lower()
    return _CANONICAL.get(name, name)


def each_day(count: float, period: str) -> tuple[float, str]:
    """A rate in counts for each day or each month: hours, days and weeks convert exactly, so do months and years."""
    unit = PERIODS[period]
    return count / unit.factor, unit.dimension
