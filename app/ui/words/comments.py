"""What the Comments part says."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from app.model.comment import ACCEPTED, DECLINED, OPEN, RESOLVED, Comment
from app.translation import _
from app.ui.library.states import STATES
from app.ui.words.history import day_name, moment, time_name
from app.ui.words.sections import SECTION_NAMES, section_name

if TYPE_CHECKING:
    from app.ui.history.lines import StateChange
from app.ui.words.so_many import so_many

NONE = _("No comments yet. Choose words in a text and press Ctrl+Alt+M to say something about them.")
NONE_OPEN = _("Nothing is open. Tick “Settled too” to see what was said before.")
GONE = _("The words it was about are gone.")
STATE_NAMES = {OPEN: "", RESOLVED: _("Resolved"), ACCEPTED: _("Accepted"), DECLINED: _("Declined")}
_LONGEST = 160


def about(comment: Comment, text: str) -> str:
    """The words a comment is about, from its section's text; empty for one on the whole section."""
    words = " ".join(text[comment.start : comment.end].split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1].rstrip()}…"


def place_name(comment: Comment) -> str:
    """`Simple Explanation`, `Finding 2`."""
    return section_name(comment.section) or SECTION_NAMES["title"]


def who_and_when(by: str, at: str, today: datetime) -> str:
    """`Jonas · Today, 14:32`."""
    when = moment(at)
    said = f"{day_name(when, today)}, {time_name(when)}" if when else ""
    return " · ".join(part for part in (by or _("Somebody"), said) if part)


def count_words(count: int) -> str:
    """`1 comment`, `3 comments`."""
    return so_many(count, "comment")


def state_since(change: StateChange, today: datetime) -> str:
    """`In review since Yesterday, 14:32 · Maria`: a state with who gave it and when."""
    return state_words(change.status, change.moment, change.writer, today)


def state_words(status: str, at: str, by: str, today: datetime) -> str:
    """The same of a state, the moment it was given (ISO 8601 UTC) and the writer; what is not known is left out."""
    state = STATES[status].word if status in STATES else status
    when = moment(at)
    if when is None:
        return state
    day, time = day_name(when, today), time_name(when)
    said = _("{state} since {day}, {time}").format(state=state, day=day, time=time)
    return f"{said} · {by}" if by else said
