"""Two writers' versions of one summary made one, with the version that both have had as base. Nothing silently wins.

Field by field: what only one side changed is taken from it, what both changed alike is taken once, what both changed
differently is a clash. Lists are merged by item, the glossary by its words. Without a common version every difference
is a clash.
"""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any, TypeVar

from app.model.checklist import answers_of_both
from app.model.claims import with_claims_moved
from app.model.comments import with_comments_moved
from app.model.merge_glossary import glossary_of_both
from app.model.merge_notes import comments_of_both, links_of_both, union
from app.model.paper import Paper
from app.model.summary import Claim, Summary

T = TypeVar("T")
MINE, THEIRS, BOTH = "mine", "theirs", "both"
_LISTS = ("categories", "key_findings", "practical_implications", "study_limitations", "related_research", "sources")
_JOINED_BY = {
    "plain_title": " / ",
    "simple_explanation": "\n\n",
    "study_duration": " / ",
    "participants": " / ",
    "evidence_text": " / ",
    "research_summary": "\n\n",
}
"""Texts of which both can be kept, and what stands between the two."""
_NOTES = ("claims", "comments", "dismissals", "checklist")
_LIBRARYS = ("id", "slug", "slug_history", "dates", "extra")
"""What the receiving library sets itself, or keeps as it has it."""


@dataclass(frozen=True, slots=True)
class Clash:
    """A field that both sides changed differently. `base` is what both have had, None without a common version."""

    field: str
    base: Any
    mine: Any
    theirs: Any

    @property
    def both(self) -> Any:
        """Both, one after the other; None where only one can stand, or the one is in the other already."""
        if isinstance(self.mine, tuple):
            whole = (*self.mine, *(one for one in self.theirs if one not in self.mine))
            return None if whole in (self.mine, self.theirs) else whole
        between = _JOINED_BY.get(self.field)
        if between is None or not self.mine or not self.theirs:
            return None
        return f"{self.mine}{between}{self.theirs}"


@dataclass(frozen=True, slots=True)
class Merged:
    """The merged summary (mine stands for every clash until it is settled), and how each field came about.

    `taken` are the fields taken from theirs, `kept` those that only mine changed; `gave_way` counts links of theirs
    to passages that stand on words which mine has linked otherwise.
    """

    summary: Summary
    clashes: tuple[Clash, ...]
    taken: tuple[str, ...]
    kept: tuple[str, ...]
    gave_way: int
    base: Summary | None
    mine: Summary
    theirs: Summary


def merged(base: Summary | None, mine: Summary, theirs: Summary) -> Merged:
    """Mine with what theirs changed since `base`."""
    values: dict[str, Any] = {}
    clashes: list[Clash] = []
    kept: list[str] = []
    for name in _fields():
        b, m, t = getattr(base, name) if base else None, getattr(mine, name), getattr(theirs, name)
        if m == t:
            continue
        if base is not None and t == b:
            kept.append(name)
        elif base is not None and m == b:
            values[name] = t
        elif base is not None and name in _LISTS and (together := _list(b or (), m, t)) is not None:
            values[name] = together
        elif base is not None and name == "glossary" and (entries := glossary_of_both(b or (), m, t)) is not None:
            values[name] = entries
        else:
            clashes.append(Clash(name, b, m, t))
    whole, gave_way = _written(base, mine, theirs, values)
    return Merged(whole, tuple(clashes), tuple(values), tuple(kept), gave_way, base, mine, theirs)


def settled(merge: Merged, choices: Mapping[str, str]) -> Summary:
    """The merged summary with what was chosen for every clash, by its field: "mine", "theirs" or "both".

    Raises KeyError for a clash that no choice settles, or settles in a way that it has not: nothing silently wins.
    """
    values = {name: getattr(merge.summary, name) for name in merge.taken}
    for clash in merge.clashes:
        value = {MINE: clash.mine, THEIRS: clash.theirs, BOTH: clash.both}[choices[clash.field]]
        if choices[clash.field] == BOTH and value is None:
            raise KeyError(clash.field)
        if choices[clash.field] != MINE:
            values[clash.field] = value
    return _written(merge.base, merge.mine, merge.theirs, values)[0]


def _fields() -> list[str]:
    """Fields in their order. Notes follow the texts; what the library sets is not merged."""
    return [one.name for one in fields(Summary) if one.name not in (*_LIBRARYS, *_NOTES)]


def _written(base: Summary | None, mine: Summary, theirs: Summary, values: Mapping[str, Any]) -> tuple[Summary, int]:
    """Mine with other values and the notes of both where their words now stand; how many links gave way."""
    whole = replace(mine, **values)
    before = base or replace(theirs, claims=(), comments=(), dismissals=(), checklist=())
    taken = {name for name, value in values.items() if value == getattr(theirs, name)}
    links, gave_way = links_of_both(_links(before, whole), _links(mine, whole), _links(theirs, whole), taken)
    ours, others = (with_comments_moved(side, replace(whole, comments=side.comments)) for side in (mine, theirs))
    comments = comments_of_both(before.comments, ours.comments, others.comments, taken)
    dismissals = union(before.dismissals, mine.dismissals, theirs.dismissals)
    checklist = answers_of_both(before.checklist, mine.checklist, theirs.checklist)
    whole = replace(whole, claims=links, comments=comments, dismissals=dismissals, checklist=checklist)
    return whole, gave_way


def _links(side: Summary, whole: Summary) -> tuple[Claim, ...]:
    """The links of one side where their words stand in the merged text."""
    return with_claims_moved(side, replace(whole, claims=side.claims)).claims


def _list(base: Sequence[T], mine: Sequence[T], theirs: Sequence[T]) -> tuple[T, ...] | None:
    """Both sides' items in one list, None where that is not certain.

    It is certain where no item stands twice, the items that both kept stand in one order on both sides, neither side
    put new items where the other put or removed some, and neither moved an item that the other removed.
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
    if len(set(whole)) < len(whole) or any(key in b and key not in kept for key in whole):
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
