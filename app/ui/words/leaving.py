"""What is said about leaving a finding as it is: how far, why, and what the list of those left says."""

from __future__ import annotations

from app.model.dates import parse_date
from app.model.dismissal import HERE, LIBRARY, SUMMARY, Dismissal
from app.model.finding import Finding

SCOPE_NAMES = {
    HERE: "Leave it here",
    SUMMARY: "Leave it in this summary",
    LIBRARY: "Leave it everywhere in this library",
}
SCOPE_KEYS = {HERE: "H", SUMMARY: "S", LIBRARY: "L"}
_REACH = {HERE: "here", SUMMARY: "in this summary", LIBRARY: "everywhere in this library"}
NO_REASON = "Choose a reason"
_OF_WORDS = ("The reader knows this word", "It is explained nearby")
_OF_PAPER = ("The paper says it in other words", "It comes from another source, named in the text")
_OF_ALL = ("It is right as it stands",)
_ABOUT_WORDS = frozenset({"hard-word", "short-form-undefined", "short-forms-nearly-alike", "hype-word"})
COMES_BACK = "Comes back if the sentence changes"
REASON_WANTED = "This must be mended, or left with a reason. Choose one, or say it in a few words."

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip


def reasons_for(finding: Finding) -> tuple[str, ...]:
    """Reasons that are often given for leaving such a finding."""
    if finding.code in _ABOUT_WORDS:
        return (*_OF_WORDS, *_OF_ALL)
    return (*_OF_PAPER, *_OF_ALL) if finding.passage is not None else _OF_ALL


def left_words(dismissal: Dismissal) -> str:
    """“Left here by ada on 3 May 2026: the reader knows this word”: who, when, how far and why, in one line."""
    parts = [f"Left {_REACH.get(dismissal.scope, 'here')}"]
    if dismissal.by:
        parts.append(f"by {dismissal.by}")
    if day := _day(dismissal.date):
        parts.append(f"on {day}")
    return " ".join(parts)


def reason_words(dismissal: Dismissal) -> str:
    """The reason in quotation marks, or that none was given."""
    return f"“{dismissal.reason}”" if dismissal.reason else "No reason given"


def take_up_words(dismissal: Dismissal) -> str:
    """What the button says that takes it up again."""
    return "Take it up again everywhere" if dismissal.scope == LIBRARY else "Take it up again"


def count_words(count: int, with_reason: int) -> str:
    """“3 dismissed, 2 with a reason”."""
    what = f"{count:,} dismissed"
    if not with_reason:
        return what
    return f"{what} with a reason" if with_reason == count else f"{what}, {with_reason:,} with a reason"


def _day(date: str) -> str:
    """“3 May 2026”; empty for what is no day."""
    try:
        day = parse_date(date[:10])
    except ValueError:
        return ""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}" if day.month and day.day else str(day.year)
