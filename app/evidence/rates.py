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
    r"|rate|income|limit|stress|practice|report|record))"
    r"|(?<![\w.])(?P<latin>[btq]\.?i\.?d)\b\.?",
    re.IGNORECASE,
)
"""A rate without a number: "weekly", "every other day", "b.i.d.". "Daily life" is none."""
_LATIN = {"b": 2.0, "t": 3.0, "q": 4.0}
INTERVAL = re.compile(r"[\s-](?:intervals?|apart)\b", re.IGNORECASE)
"""What stands after the time of "at 2-week intervals"."""
EVERY = re.compile(r"\b(?:every|each)\s+$", re.IGNORECASE)
"""What stands before the number of "every two weeks"."""


def period_of(match: re.Match[str]) -> str:
    """The period, in the singular, of a match of `AFTER` or `BARE`."""
    groups = match.groupdict()
    if groups.get("latin"):
        return "day"
    if adverb := groups.get("adverb"):
        return _ADVERBS[adverb.lower()]
    name = (groups.get("period") or groups.get("every") or "").lower()
    return _CANONICAL.get(name, name)


def bare_count(match: re.Match[str]) -> float:
    """How often in its period a match of `BARE` says."""
    if latin := match["latin"]:
        return _LATIN[latin[0].lower()]
    return 0.5 if match["other"] else 1.0


def each_day(count: float, period: str) -> tuple[float, str]:
    """A rate in counts for each day or each month: hours, days and weeks convert exactly, so do months and years."""
    unit = PERIODS[period]
    return count / unit.factor, unit.dimension
