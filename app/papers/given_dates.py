"""Dates as reference files give them, often in part: what is missing or impossible stays out, nothing is guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from app.model.dates import MONTHS, PartialDate

_YEAR = re.compile(r"(?<!\d)(1[4-9]\d\d|20\d\d|21\d\d)(?!\d)")
_SLASHED = re.compile(r"(\d{4})(?:[-/.](\d{1,2}|[A-Za-z]+)?(?:[-/.](\d{1,2})?(?:[-/T].*)?)?)?")
_MONTH_WORDS = {month[:3].lower(): number for number, month in enumerate(MONTHS, 1)} | {"sept": 9}
_SPACED = re.compile(r"(\d{4})\s+([A-Za-z]+)\.?(?:\s+(\d{1,2}))?")
_MONTH_FIRST = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]+)\.?(?:\s+(\d{1,2}))?,?\s+(\d{4})")


def partial(year: Any, month: Any = None, day: Any = None) -> PartialDate | None:
    """The date as far as it is given and possible: 30 February becomes February, a month 13 only the year."""
    number = _number(year)
    if not 1000 <= number <= 2199:
        return None
    month_number = _month(month)
    if not month_number:
        return PartialDate(number)
    try:
        return PartialDate(number, month_number, _number(day))
    except ValueError:
        return PartialDate(number, month_number)


def date_in(text: str) -> PartialDate | None:
    """Read `2012///`, `2016/10/19`, `2012 Oct 5`, `2015/october`, `Oct 2012`, `20180330`; a season or a span of
    months (`1998 Nov-Dec`, `Spring 2016`) keeps only its (first) year. None when there is no year."""
    text = " ".join(str(text).split())
    if match := re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text):
        return partial(*match.groups())
    if match := re.fullmatch(r"(\d{4})[ -](\d\d)[ -](\d\d)", text):
        return partial(*match.groups())
    if match := _SLASHED.fullmatch(text):
        return partial(*match.groups())
    if match := _SPACED.fullmatch(text):
        return partial(*match.groups())
    if match := _MONTH_FIRST.fullmatch(text):
        return partial(match[4], match[2], match[1] or match[3])
    years = _YEAR.findall(text)
    return partial(years[0]) if years else None


def date_of_parts(value: Any) -> PartialDate | None:
    """CSL and Crossref: `{"date-parts": [[2018, 3, 1]]}`; numbers may be texts, `[[null]]` is no date."""
    if isinstance(value, str):
        return date_in(value)
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    while isinstance(parts, list) and parts and isinstance(parts[0], list):
        parts = parts[0]
    if isinstance(parts, list) and parts:
        return partial(*_three(parts))
    written = value.get("raw") or value.get("literal")
    return date_in(written) if isinstance(written, str) else None


def _three(parts: Sequence[Any]) -> list[Any]:
    return [*list(parts[:3]), None, None][:3]


def _number(value: Any) -> int:
    text = str(value).strip() if isinstance(value, (int, str)) and not isinstance(value, bool) else ""
    return int(text) if re.fullmatch(r"[0-9]{1,4}", text) else 0


def _month(value: Any) -> int:
    if isinstance(value, str) and (word := value.strip().rstrip(".").lower()).isalpha():
        key = word if word in _MONTH_WORDS else word[:3]
        number = _MONTH_WORDS.get(key, 0)
        return number if number and (word == key or MONTHS[number - 1].lower().startswith(word)) else 0
    number = _number(value)
    return number if 1 <= number <= 12 else 0
