"""Dates as people read them in the window. What is published keeps its own form."""

from __future__ import annotations

from app.model.dates import MONTHS, PartialDate
from app.translation import _


def shown_date(date: PartialDate) -> str:
    """`2021`, `April 2021` or `April 30, 2021`, in the language of the window."""
    if not date.month:
        return str(date.year)
    month = _(MONTHS[date.month - 1])
    if not date.day:
        return _("{month} {year}").format(month=month, year=str(date.year))
    return _("{month} {day}, {year}").format(month=month, day=str(date.day), year=str(date.year))
