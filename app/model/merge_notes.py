"""What goes with the texts when two versions are merged: comments, links to passages, findings left as they are."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TypeVar

from app.model.comment import OPEN, Comment, Reply
from app.model.summary import Claim

T = TypeVar("T")


def field_of(section: str) -> str:
    """The field of a summary that holds a section's text: `key_findings[1]` is in `key_findings`."""
    name = section.partition("[")[0]
    return {"title": "plain_title", "evidence_level": "evidence_text"}.get(name, name)


def union(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Mine without what theirs took away, and with what they added."""
    gone = [one for one in base if one not in theirs]
    kept = [one for one in mine if one not in gone]
    return (*kept, *(one for one in theirs if one not in kept and one not in base))


def links_of_both(
    base: Sequence[Claim], mine: Sequence[Claim], theirs: Sequence[Claim], taken: Collection[str]
) -> tuple[tuple[Claim, ...], int]:
    """The links of both, and how many of theirs gave way because mine stand on the same words.

    All three are links of the merged text already. For the fields in `taken`, which are theirs, theirs hold.
    """
    links = [one for one in mine if field_of(one.section) not in taken and (one not in base or one in theirs)]
    gave_way = 0
    for one in theirs:
        if one in links or (one in base and field_of(one.section) not in taken):
            continue
        if any(_is_over(one, other) for other in links):
            gave_way += 1
        else:
            links.append(one)
    if set(links) == set(theirs) and len(links) == len(theirs):
        return tuple(theirs), gave_way
    return tuple(links), gave_way


def comments_of_both(
    base: Sequence[Comment], mine: Sequence[Comment], theirs: Sequence[Comment], taken: Collection[str]
) -> tuple[Comment, ...]:
    """Every comment of both by its id, with the answers of both and the state of the side that changed it.

    What one side deleted is gone, unless the other has said something to it since. A state that both changed
    differently is open again. On the fields in `taken`, which are theirs, it stands where it stands with them.
    """
    before, ours, others = ({one.id: one for one in side} for side in (base, mine, theirs))
    whole = []
    for comment_id in dict.fromkeys((*ours, *others)):
        one, other, old = ours.get(comment_id), others.get(comment_id), before.get(comment_id)
        if one is not None and other is not None:
            whole.append(_comment(old, one, other, taken))
        elif (alone := one or other) is not None and (old is None or _said(alone) != _said(old)):
            whole.append(alone)
    return tuple(whole)


def _comment(old: Comment | None, mine: Comment, theirs: Comment, taken: Collection[str]) -> Comment:
    whole, replies = mine, [*mine.replies]
    if _words(theirs) != _words(mine):
        if old is not None and _words(mine) == _words(old):
            whole = replace(whole, text=theirs.text, instead=theirs.instead)
        elif old is None or _words(theirs) != _words(old):
            replies.append(Reply("\n".join(filter(None, (theirs.text, theirs.instead))), theirs.by, theirs.at))
    replies += [reply for reply in theirs.replies if reply not in replies]
    if field_of(theirs.section) in taken:
        whole = replace(whole, section=theirs.section, start=theirs.start, end=theirs.end)
    return replace(whole, replies=tuple(replies), state=_state(old, mine.state, theirs.state))


def _state(old: Comment | None, mine: str, theirs: str) -> str:
    before = old.state if old else OPEN
    if mine == before:
        return theirs
    return mine if theirs in (mine, before) else OPEN


def _words(comment: Comment) -> tuple[str, str | None]:
    return comment.text, comment.instead


def _said(comment: Comment) -> Comment:
    """A comment wherever it stands."""
    return replace(comment, section="", start=0, end=0)


def _is_over(one: Claim, other: Claim) -> bool:
    return one.section == other.section and one.start < other.end and other.start < one.end
