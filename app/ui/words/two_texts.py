"""What the window says when two texts of one summary stand against each other, and after a fault of our own."""

from __future__ import annotations

from datetime import datetime

from app.model.dates import MONTHS
from app.translation import _

HEADINGS = {
    "closed": _("Plainspoken closed unexpectedly"),
    "replaced": _("The library was replaced by another program"),
    "elsewhere": _("This summary was changed elsewhere"),
}
_SENTENCES = {
    "closed": _("Your text of {mine_at} was rescued: “{title}”. The library holds another text of it."),
    "closed-alone": _("Your text of {mine_at} was rescued: “{title}”. It had not been saved in the library yet."),
    "replaced": _(
        "A sync service or another program put another library in its place. In it “{title}” reads "
        "differently from what is open here."
    ),
    "elsewhere": _("“{title}” in the library is not what you opened: another program has written it since."),
}
BOTH_STAY = _("Neither is lost: the one you do not take stays in the History panel.")
TAKE = {"closed": _("Take the rescued text"), "replaced": _("Keep my text"), "elsewhere": _("Keep my text")}
LEAVE = {"closed": _("Keep the saved one"), "replaced": _("Take the library’s"), "elsewhere": _("Take the library’s")}
LOOK, LOOK_LESS = _("Look at both"), _("Hide the texts")
NOT_NOW = _("Not now")
MINE = {"closed": _("Rescued"), "replaced": _("Yours"), "elsewhere": _("Yours")}
THEIRS = _("In the library")
UNCHANGED = _("In words the two are the same; a state or a comment differs.")


def sentence(why: str, title: str, mine_at: str, *, is_alone: bool) -> str:
    """What happened to which text, in one or two sentences."""
    key = f"{why}-alone" if is_alone and f"{why}-alone" in _SENTENCES else why
    return _SENTENCES[key].format(title=title, mine_at=when(mine_at, datetime.now().astimezone()))


def when(moment: str, now: datetime) -> str:
    """`14:03` today, `21 November, 14:03` before; `the last time` when nobody knows."""
    try:
        at = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    except ValueError:
        return _("the last time")
    return f"{at:%H:%M}" if at.date() == now.date() else f"{at.day} {MONTHS[at.month - 1]}, {at:%H:%M}"
