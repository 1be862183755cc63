"""Two writers' versions of one summary made one, with the version that both have had as base. Nothing silently wins.

Field by field: what only one side changed is taken from it, what both changed alike is taken once, what both changed
differently is a clash. Lists are merged by item. Without a common version every difference is a clash.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from app.model.claims import with_claims_moved
from app.model.comment import Comment
from app.model.comments import with_comments_moved
from app.model.paper import Paper
from app.model.parts import PARTS
from app.model.summary import Summary

T = TypeVar("T")
MINE, THEIRS = "mine", "theirs"
_LISTS = ("categories", "key_findings", "practical_implications", "study_limitations", "related_research", "sources")
_LIBRARYS = ("id", "slug", "slug_history", "dates", "extra")
"""What the receiving library sets itself, or keeps as it has it."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both sides changed differently. `base` is what both have had, None without a common version."""

    field: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged summary (mine stands for every clash until it is settled), and the fields taken from theirs."""

    summary: Summary
    clashes: tuple[Clash, ...]
    taken: tuple[str, ...]


def merged(base: Summary | None, mine: Summary, theirs: Summary) -> Merged:
    """Mine with what theirs changed since `base`."""
    values: dict[str, Any] = {}
    clashes: list[Clash] = []
    taken: list[str] = []
    for name in _fields():
        b, m, t = getattr(base, name) if base else None, getattr(mine, name), getattr(theirs, name)
        if name == "comments":
            values[name] = _comments(b or (), m, t)
        elif name == "dismissals":
            values[name] = _union(b or (), m, t)
        elif m == t or (base is not None and t == b):
            continue
        elif base is not None and m == b:
            values[name] = t
            taken.append(name)
        elif base is not None and name in _LISTS and (together := _list(b or (), m, t)) is not None:
            values[name] = together
            taken.append(name)
        else:
            clashes.append(Clash(name, b, m, t))
    return Merged(_written(mine, theirs, values), tuple(clashes), tuple(taken))


def settled(merge: Merged, theirs: Summary, choices: Mapping[str, str]) -> Summary:
    """The merged summary with theirs for every clash for which `choices` says so, by field: "mine" or "theirs".

    Raises KeyError for a clash that no choice settles: nothing silently wins.
    """
    values = {clash.field: clash.theirs for clash in merge.clashes if choices[clash.field] == THEIRS}
    return _written(merge.summary, theirs, values)


def part_of(field: str) -> str:
    """The part of a summary, as people know it, in which a field stands."""
    return next((part for part, names in PARTS.items() if field in names), field)


def _fields() -> list[str]:
    """Fields in their order. Claims follow the texts; what the library sets is not merged."""
    return [one.name for one in fields(Summary) if one.name not in (*_LIBRARYS, "claims")]


def _written(mine: Summary, theirs: Summary, values: Mapping[str, Any]) -> Summary:
    """Mine with other values. Links to passages follow the texts; for texts of theirs, theirs are taken."""
    changed = replace(mine, **{name: value for name, value in values.items() if name != "comments"})
    changed = with_comments_moved(mine, with_claims_moved(mine, changed))
    same = {name for name in values if getattr(changed, name, None) == getattr(theirs, name)}
    others = [one for one in changed.claims if _field_of(one.section) not in same]
    claims = (*others, *(one for one in theirs.claims if _field_of(one.section) in same))
    changed = replace(changed, claims=claims)
    return replace(changed, comments=values["comments"]) if "comments" in values else changed


def _field_of(section: str) -> str:
    name = section.partition("[")[0]
    return {"title": "plain_title", "evidence_level": "evidence_text"}.get(name, name)


def _list(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...] | None:
    """Both sides' items in one list, None where that is not certain.

    It is certain where no item stands twice, the items that both kept stand in one order on both sides, and neither
    side put new items where the other put or removed some.
    """
    keys = [_key(one) for one in (*base, *mine, *theirs)]
    lists = (keys[: len(base)], keys[len(base) : len(base) + len(mine)], keys[len(base) + len(mine) :])
    if any(len(set(one)) < len(one) for one in lists):
        return None
    b, m, t = lists
    kept = [key for key in b if key in m and key in t]
    if any([key for key in side if key in kept] != kept for side in (m, t)):
        return None
    mine_gaps, their_gaps, base_gaps = (_gaps(side, kept) for side in (m, t, b))
    whole: list[Hashable] = []
    for at, (one, other, before) in enumerate(zip(mine_gaps, their_gaps, base_gaps, strict=True)):
        if one == other or other == before:
            whole += one
        elif one == before:
            whole += other
        else:
            return None
        whole += kept[at : at + 1]
    if len(set(whole)) < len(whole):
        return None
    values = dict(zip(keys, (*base, *mine, *theirs), strict=True))
    return tuple(values[key] for key in whole)


def _gaps(side: Sequence[Hashable], kept: Sequence[Hashable]) -> list[list[Hashable]]:
    """What stands before, between and after the items that both kept."""
    gaps: list[list[Hashable]] = [[]]
    for key in side:
        if len(gaps) <= len(kept) and key == kept[len(gaps) - 1]:
            gaps.append([])
        else:
            gaps[-1].append(key)
    return gaps


def _key(value: Any) -> Hashable:
    return (value.doi or value.title, repr(value)) if isinstance(value, Paper) else value


def _union(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...]:
    """Mine without what theirs took away, and with what they added."""
    gone = [one for one in base if one not in theirs]
    kept = [one for one in mine if one not in gone]
    return (*kept, *(one for one in theirs if one not in kept and one not in base))


def _comments(base: Sequence[Comment], mine: Sequence[Comment], theirs: Sequence[Comment]) -> tuple[Comment, ...]:
    """Every comment of both by its id: answers of both, the state of the one who changed it; deleted is deleted."""
    before, ours, others = ({one.id: one for one in side} for side in (base, mine, theirs))
    whole = []
    for comment_id in dict.fromkeys((*ours, *others)):
        one, other, old = ours.get(comment_id), others.get(comment_id), before.get(comment_id)
        if one is not None and other is not None:
            whole.append(_comment(old, one, other))
        elif old is None and (alone := one or other) is not None:
            whole.append(alone)
    return tuple(whole)


def _comment(old: Comment | None, mine: Comment, theirs: Comment) -> Comment:
    replies = (*mine.replies, *(reply for reply in theirs.replies if reply not in mine.replies))
    state = theirs.state if old is None or mine.state == old.state else mine.state
    return replace(mine, replies=replies, state=state)
