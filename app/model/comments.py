"""Comments on a summary: adding, answering, settling, and keeping them where their words stand while text is edited."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.model.claims import names_after, with_claims_moved
from app.model.comment import ACCEPTED, DECLINED, OPEN, RESOLVED, Comment, Reply
from app.model.sections import section_text, sections, with_section
from app.model.summary import Claim, Summary


def with_comment(summary: Summary, comment: Comment) -> Summary:
    """The summary with one comment more."""
    return replace(summary, comments=(*summary.comments, comment))


def without_comment(summary: Summary, comment_id: str) -> Summary:
    """The summary without one comment."""
    return replace(summary, comments=tuple(comment for comment in summary.comments if comment.id != comment_id))


def answered(summary: Summary, comment_id: str, reply: Reply) -> Summary:
    """The summary with one answer more to a comment."""
    return _changed(summary, comment_id, lambda comment: replace(comment, replies=(*comment.replies, reply)))


def resolved(summary: Summary, comment_id: str) -> Summary:
    """The summary with a comment that needs nothing more."""
    return _changed(summary, comment_id, lambda comment: replace(comment, state=RESOLVED))


def reopened(summary: Summary, comment_id: str) -> Summary:
    """The summary with a comment open again."""
    return _changed(summary, comment_id, lambda comment: replace(comment, state=OPEN))


def declined(summary: Summary, comment_id: str) -> Summary:
    """The summary with a suggested change that is not taken."""
    return _changed(summary, comment_id, lambda comment: replace(comment, state=DECLINED))


def accepted(summary: Summary, comment_id: str) -> Summary:
    """The summary with a suggested change in the place of the words it is about.

    Raises KeyError when there is no such comment, it suggests nothing, or its words are gone.
    """
    comment = next((one for one in summary.comments if one.id == comment_id), None)
    if comment is None or comment.instead is None or not has_words(summary, comment):
        raise KeyError(comment_id)
    text = section_text(summary, comment.section)
    changed = with_section(summary, comment.section, text[: comment.start] + comment.instead + text[comment.end :])
    changed = with_comments_moved(summary, with_claims_moved(summary, changed))
    stands = replace(comment, state=ACCEPTED, end=comment.start + len(comment.instead))
    return _changed(changed, comment_id, lambda _comment: stands)


def has_words(summary: Summary, comment: Comment) -> bool:
    """Whether a comment stands on words that are there."""
    text = dict(sections(summary)).get(comment.section, "")
    return 0 <= comment.start < comment.end <= len(text)


def with_comments_moved(old: Summary, new: Summary) -> Summary:
    """`new` with the comments of `old` where their words now stand. A step that set comments itself is left alone.

    A comment whose words are gone stays as one on its section; of an item that is gone, on its list.
    """
    if not old.comments or new.comments != old.comments:
        return new
    marks = tuple(Claim(one.section, one.start, one.end, one.id) for one in old.comments)
    there = with_claims_moved(replace(old, claims=marks), replace(new, claims=marks)).claims
    places = {mark.kind: mark for mark in there}
    names, after = names_after(old, new), dict(sections(new))
    comments = tuple(_settled(comment, places.get(comment.id), names, after) for comment in old.comments)
    return new if comments == old.comments else replace(new, comments=comments)


def _settled(comment: Comment, place: Claim | None, names: dict[str, str], after: dict[str, str]) -> Comment:
    if place is not None:
        return replace(comment, section=place.section, start=place.start, end=place.end)
    section = names.get(comment.section, comment.section)
    if section not in after:
        section = comment.section.partition("[")[0]
    return replace(comment, section=section, start=0, end=0)


def _changed(summary: Summary, comment_id: str, change: Callable[[Comment], Comment]) -> Summary:
    comments = tuple(change(comment) if comment.id == comment_id else comment for comment in summary.comments)
    return replace(summary, comments=comments)
