"""When a summary was last edited, in the words a person would use."""

from __future__ import annotations

from datetime import datetime

from app.model.dates import MONTHS
from app.translation import _


def edited_words(updated: str, now: datetime) -> str:
    """`Today, 14:32`, `Yesterday`, `18 Nov` or `18 Nov 2024`, in the time zone of `now`.

    `updated` is ISO 8601 UTC; empty or unreadable gives an empty text.
    """
    try:
        moment = datetime.fromisoformat(updated).astimezone(now.tzinfo)
    except ValueError:
        return ""
    days = (now.date() - moment.date()).days
    if days == 0:
        return _("Today, {moment:%H:%M}").format(moment=moment)
    if days == 1:
        return _("Yesterday")
    day = _("{day} {month}").format(day=moment.day, month=_(MONTHS[moment.month - 1])[:3])
    return day if moment.year == now.year else f"{day} {moment.year}"
