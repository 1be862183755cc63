"""What is said about leaving a finding as it is: how far, why, and what the list of those left says."""

from __future__ import annotations

from app.model.dates import parse_date
from app.model.dismissal import HERE, LIBRARY, SUMMARY, Dismissal
from app.model.finding import Finding
from app.translation import _, quoted

SCOPE_NAMES = {
    HERE: _("Leave it here"),
    SUMMARY: _("Leave it in this summary"),
    LIBRARY: _("Leave it everywhere in this library"),
}
SCOPE_KEYS = {HERE: "H", SUMMARY: "S", LIBRARY: "L"}
_REACH = {HERE: _("here"), SUMMARY: _("in this summary"), LIBRARY: _("everywhere in this library")}
NO_REASON = _("Choose a reason")
_OF_WORDS = (_("The reader knows this word"), _("It is explained nearby"))
_OF_PAPER = (_("The paper says it in other words"), _("It comes from another source, named in the text"))
_OF_ALL = (_("It is right as it stands"),)
_ABOUT_WORDS = frozenset({"hard-word", "short-form-undefined", "short-forms-nearly-alike", "hype-word"})
COMES_BACK = _("Comes back if the sentence changes")
REASON_WANTED = _("This must be mended, or left with a reason. Choose one, or say it in a few words.")

_MONTHS = (
    _("January"), _("February"), _("March"), _("April"), _("May"), _("June"), _("July"),
    _("August"), _("September"), _("October"), _("November"), _("December"),
)  # fmt: skip


def reasons_for(finding: Finding) -> tuple[str, ...]:
    """Reasons that are often given for leaving such a finding."""
    if finding.code in _ABOUT_WORDS:
        return (*_OF_WORDS, *_OF_ALL)
    return (*_OF_PAPER, *_OF_ALL) if finding.passage is not None else _OF_ALL


def left_words(dismissal: Dismissal) -> str:
    """“Left here by ada on 3 May 2026: the reader knows this word”: who, when, how far and why, in one line."""
    parts = [_("Left {reach}").format(reach=_REACH.get(dismissal.scope, _("here")))]
    if dismissal.by:
        parts.append(_("by {name}").format(name=dismissal.by))
    if day := _day(dismissal.date):
        parts.append(_("on {day}").format(day=day))
    return " ".join(parts)


def reason_words(dismissal: Dismissal) -> str:
    """The reason in quotation marks, or that none was given."""
    return quoted(dismissal.reason) if dismissal.reason else _("No reason given")


def take_up_words(dismissal: Dismissal) -> str:
    """What the button says that takes it up again."""
    return _("Take it up again everywhere") if dismissal.scope == LIBRARY else _("Take it up again")


def count_words(count: int, with_reason: int) -> str:
    """“3 dismissed, 2 with a reason”."""
    what = _("{count:,} dismissed").format(count=count)
    if not with_reason:
        return what
    return (
        _("{what} with a reason").format(what=what)
        if with_reason == count
        else _("{what}, {with_reason:,} with a reason").format(what=what, with_reason=with_reason)
    )


def _day(date: str) -> str:
    """“3 May 2026”; empty for what is no day."""
    try:
        day = parse_date(date[:10])
    except ValueError:
        return ""
    return (
        _("{day} {month} {year}").format(day=day.day, month=_MONTHS[day.month - 1], year=str(day.year))
        if day.month and day.day
        else str(day.year)
    )
