"""A date that may be a whole day, a month or only a year, as papers give it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_DAY_MONTH = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]{3,9})\.?\s+(\d{4})")
_MONTH_DAY = re.compile(r"([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})")


@dataclass(frozen=True, slots=True, order=True)
class PartialDate:
    """A year, a year and month, or a full day. Months and days count from 1; 0 means "not given"."""

    year: int
    month: int = 0
    day: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.year <= 9999:
            raise ValueError(f"year {self.year} is not between 1 and 9999")
        if not 0 <= self.month <= 12:
            raise ValueError(f"month {self.month} is not between 1 and 12")
        if self.day and not self.month:
            raise ValueError("a day needs its month")
        if self.day:
            date(self.year, self.month, self.day)

    def iso(self) -> str:
        """`2021`, `2021-04` or `2021-04-30` (ISO 8601, as exact as the date is)."""
        text = f"{self.year:04d}"
        if self.month:
            text += f"-{self.month:02d}"
        if self.day:
            text += f"-{self.day:02d}"
        return text

    def long(self) -> str:
        """`2021`, `April 2021` or `April 30, 2021`, as the published pages write it."""
        if not self.month:
            return str(self.year)
        month = MONTHS[self.month - 1]
        return f"{month} {self.day}, {self.year}" if self.day else f"{month} {self.year}"


def _month_number(name: str) -> int:
    for number, month in enumerate(MONTHS, 1):
        if len(name) >= 3 and month.lower().startswith(name.lower()):
            return number
    raise ValueError(f"“{name}” is not a month")


def parse_date(text: str) -> PartialDate:
    """Read `2021`, `2021-04-30`, `April 2021`, `30 April 2021` or `April 30, 2021`.

    Raises ValueError with a short reason when the text is none of these or the day does not exist.
    """
    text = text.strip()
    if match := _ISO.fullmatch(text.replace("/", "-")):
        return PartialDate(*(int(part or 0) for part in match.groups()))
    if match := _MONTH_DAY.fullmatch(text):
        return PartialDate(int(match[3]), _month_number(match[1]), int(match[2]))
    if match := _DAY_MONTH.fullmatch(text):
        return PartialDate(int(match[3]), _month_number(match[2]), int(match[1] or 0))
    raise ValueError(f"“{text}” is not a date such as 2021, April 2021 or April 30, 2021")
