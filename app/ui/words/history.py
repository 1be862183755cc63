"""What the History panel says: kinds of versions, what changed in how many words, days."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from html import escape

from app.model.dates import MONTHS
from app.text.changes import PartChange
from app.text.difference import ADDED, REMOVED, SAME, Piece
from app.translation import _
from app.ui.words.sections import SECTION_NAMES
from app.ui.words.so_many import so_many

KIND_NAMES = {"autosave": "", "save": _("Kept by you"), "published": _("Published"), "import": _("Brought in")}
FOOT = _("Every kept and published version stays. Bringing one back can be undone.")
NONE_KEPT = _("No version is kept yet. The first one is kept with the first save.")
NOTHING_DIFFERS = _("Nothing differs between these two.")
FIRST = _("The first version")
VERSION_NAME = _("Name (optional)")
NAME_WANTED = _("Such as “Sent to Jonas”. A version with a name is kept for good.")
UNREADABLE_DAY = _("At an unknown time")
_PART_NAMES = {
    "title": _("Title"),
    "paper": _("Citation"),
    "categories": _("Categories"),
    "related_research": _("Related research"),
    "contributors": _("People"),
    "corrections": _("Corrections"),
    "checklist": _("Checklist"),
}
_ROOM = 110
"""Characters of unchanged text shown on each side of a change."""


def part_name(part: str) -> str:
    """A part of a summary for people."""
    return _PART_NAMES.get(part) or SECTION_NAMES.get(part, part)


def moment(saved: str) -> datetime | None:
    """A kept moment (ISO 8601 UTC) in the time of this computer; None when it cannot be read."""
    try:
        return datetime.fromisoformat(saved).astimezone()
    except (ValueError, OSError, OverflowError):  # Windows knows no local time before 1970
        return None


def day_name(at: datetime | None, today: datetime) -> str:
    """`Today`, `Yesterday`, `18 November`, `18 November 2024`."""
    if at is None:
        return UNREADABLE_DAY
    days = (today.date() - at.date()).days
    if days in (0, 1):
        return (_("Today"), _("Yesterday"))[days]
    year = "" if at.year == today.year else f" {at.year}"
    return f"{at.day} {MONTHS[at.month - 1]}{year}"


def time_name(at: datetime | None) -> str:
    """`14:32`."""
    return f"{at:%H:%M}" if at else "?"


def counts(change: PartChange) -> str:
    """`4 words more, 2 fewer`."""
    if change.added and change.removed:
        return _("{words} added, {removed:,} removed").format(words=_words(change.added), removed=change.removed)
    if change.added:
        return _("{words} added").format(words=_words(change.added))
    if change.removed:
        return _("{words} removed").format(words=_words(change.removed))
    return _("changed")


def described(parts: Sequence[PartChange] | None) -> str:
    """What a version changed, in one line: `Simple Explanation: 4 words added · Key Findings`."""
    if parts is None:
        return FIRST
    if not parts:
        return _("State or notes only")
    if len(parts) == 1:
        return f"{part_name(parts[0].part)}: {counts(parts[0])}"
    names = [part_name(change.part) for change in parts]
    more = _(" and {count} more").format(count=len(names) - 3) if len(names) > 3 else ""
    return ", ".join(names[:3]) + more


def spoken(pieces: Sequence[Piece]) -> str:
    """A difference for those who listen: `Removed “red fox”, added “grey cat”.`"""
    told = [
        (_("removed “{words}”") if piece.kind == REMOVED else _("added “{words}”")).format(
            words=" ".join(piece.text.split())
        )
        for piece in pieces
        if piece.kind != SAME
    ]
    sentence = ", ".join(told) or _("nothing in words")
    return f"{sentence[:1].upper()}{sentence[1:]}."


def marked(pieces: Sequence[Piece], removed: str, added: str, kinds: tuple[str, ...] = (SAME, REMOVED, ADDED)) -> str:
    """A difference as rich text. `removed` and `added` are the styles of such words; only `kinds` are shown."""
    shown = []
    for at, piece in enumerate(pieces):
        if piece.kind not in kinds:
            continue
        if piece.kind == SAME:
            shown.append(_lines(_shortened(piece.text, is_first=at == 0, is_last=at == len(pieces) - 1)))
        else:
            style = removed if piece.kind == REMOVED else added
            shown.append(f'<span style="{style}">{_lines(piece.text)}</span>')
    return "".join(shown)


def _shortened(text: str, *, is_first: bool, is_last: bool) -> str:
    head, tail = ("" if is_first else text[:_ROOM]), ("" if is_last else text[-_ROOM:])
    if len(text) <= len(head) + len(tail) + 20:
        return text
    return f"{head.rpartition(' ')[0] if head else ''} … {tail.partition(' ')[2] if tail else ''}"


def _lines(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _words(count: int) -> str:
    return so_many(count, "word")
