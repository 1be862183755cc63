"""What a reader of a draft says about it: comments on a section or a stretch of it, replies, suggested other words."""

from __future__ import annotations

from dataclasses import dataclass

OPEN, RESOLVED, ACCEPTED, DECLINED = "open", "resolved", "accepted", "declined"
"""A comment is open or resolved; one that suggests other words is open, accepted or declined."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer to a comment: who and when (ISO 8601 UTC)."""

    text: str
    by: str = ""
    at: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment on a stretch of a section (code points of its Markdown), or on the whole section when start == end.

    `instead` is what the reviewer would write for the stretch, None when the comment suggests nothing; an empty text
    suggests to leave the stretch out.
    """

    id: str
    text: str = ""
    section: str = ""
    start: int = 0
    end: int = 0
    by: str = ""
    at: str = ""
    instead: str | None = None
    state: str = OPEN
    replies: tuple[Reply, ...] = ()
