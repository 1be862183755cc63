"""What the window says when two texts of one summary stand against each other, and after a fault of our own."""

from __future__ import annotations

from datetime import datetime

from app.model.dates import MONTHS

HEADINGS = {
    "closed": "Plainspoken closed unexpectedly",
    "replaced": "The library was replaced by another program",
    "elsewhere": "This summary was changed elsewhere",
}
_SENTENCES = {
    "closed": "Your text of {mine_at} was rescued: “{title}”. The library holds another text of it.",
    "closed-alone": "Your text of {mine_at} was rescued: “{title}”. It had not been saved in the library yet.",
    "replaced": "A sync service or another program put another library in its place. In it “{title}” reads differently "
    "from what is open here.",
    "elsewhere": "“{title}” in the library is not what you opened: another program has written it since.",
}
BOTH_STAY = "Neither is lost: the one you do not take stays in the History panel."
TAKE = {"closed": "Take the rescued text", "replaced": "Keep my text", "elsewhere": "Keep my text"}
LEAVE = {"closed": "Keep the saved one", "replaced": "Take the library’s", "elsewhere": "Take the library’s"}
LOOK, LOOK_LESS = "Look at both", "Hide the texts"
NOT_NOW = "Not now"
MINE = {"closed": "Rescued", "replaced": "Yours", "elsewhere": "Yours"}
THEIRS = "In the library"
UNCHANGED = "In words the two are the same; a state or a comment differs."


def sentence(why: str, title: str, mine_at: str, *, is_alone: bool) -> str:
    """What happened to which text, in one or two sentences."""
    key = f"{why}-alone" if is_alone and f"{why}-alone" in _SENTENCES else why
    return _SENTENCES[key].format(title=title, mine_at=when(mine_at, datetime.now().astimezone()))


def when(moment: str, now: datetime) -> str:
    """`14:03` today, `21 November, 14:03` before; `the last time` when nobody knows."""
    try:
        at = datetime.fromisoformat(moment).astimezone(now.tzinfo)
    except ValueError:
        return "the last time"
    return f"{at:%H:%M}" if at.date() == now.date() else f"{at.day} {MONTHS[at.month - 1]}, {at:%H:%M}"
