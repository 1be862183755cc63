"""Where sentences come from: linking them to passages, calling them explanation, and keeping the links while the text
is edited. A sentence without a claim is open."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.model.sections import sections
from app.model.summary import Claim, Passage, Summary

FROM_PAPER, EXPLANATION, OPEN = "from-paper", "explanation", "open"
_WORD = re.compile(r"\w")


def linked(summary: Summary, section: str, start: int, end: int, passage: Passage) -> Summary:
    """The summary with a stretch (code points of the section's Markdown) linked to a passage of the paper."""
    return _with_claim(summary, Claim(section, start, end, FROM_PAPER, passage))


def marked_explanation(summary: Summary, section: str, start: int, end: int) -> Summary:
    """The summary with a stretch called explanation: background of the writer's own, which needs no passage."""
    return _with_claim(summary, Claim(section, start, end, EXPLANATION))


def opened(summary: Summary, section: str, start: int, end: int) -> Summary:
    """The summary without any claim that touches a stretch."""
    return replace(summary, claims=tuple(_apart(summary.claims, section, start, end)))


def claim_at(claims: Sequence[Claim], section: str, start: int, end: int) -> Claim | None:
    """The claim of a section that covers most of a stretch, or None when none touches it."""
    touching = [claim for claim in claims if claim.section == section and claim.start < end and start < claim.end]
    return max(touching, key=lambda claim: min(end, claim.end) - max(start, claim.start), default=None)


def moved(claims: Sequence[Claim], section: str, old_text: str, new_text: str) -> tuple[Claim, ...]:
    """The claims after one section's text has changed. A claim whose words are all gone goes too."""
    if old_text == new_text:
        return tuple(claims)
    mine = [claim for claim in claims if claim.section == section]
    edit = _edit(old_text, new_text, mine) if mine else (0, 0, 0)
    kept = (_moved(claim, new_text, *edit) if claim.section == section else claim for claim in claims)
    return tuple(claim for claim in kept if claim is not None)


def with_claims_moved(old: Summary, new: Summary) -> Summary:
    """`new` with the claims of `old` where their sentences now stand. A step that set claims itself is left alone."""
    if not old.claims or new.claims != old.claims:
        return new
    before, after = dict(sections(old)), dict(sections(new))
    names = names_after(old, new)
    claims: list[Claim] = []
    for claim in old.claims:
        name = names.get(claim.section, claim.section) if claim.section in before else ""
        if name in after:
            at_home = replace(claim, section=name)
            claims.extend(moved((at_home,), name, before[claim.section], after[name]))
    return new if tuple(claims) == old.claims else replace(new, claims=_ordered(new, claims))


def _with_claim(summary: Summary, claim: Claim) -> Summary:
    others = _apart(summary.claims, claim.section, claim.start, claim.end)
    return replace(summary, claims=_ordered(summary, [*others, claim]))


def _apart(claims: Sequence[Claim], section: str, start: int, end: int) -> list[Claim]:
    return [one for one in claims if one.section != section or one.end <= start or end <= one.start]


def _ordered(summary: Summary, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    places = {section: place for place, (section, _text) in enumerate(sections(summary))}
    return tuple(sorted(claims, key=lambda claim: (places.get(claim.section, len(places)), claim.start)))


def _edit(old: str, new: str, claims: Sequence[Claim]) -> tuple[int, int, int]:
    """What changed, as the start and end of the old stretch and the end of the new one.

    Where the same change can be told in several places ("The rats. The mice." without its first sentence has lost
    "The rats. " as well as "rats. The "), the one that cuts the fewest claims is told.
    """
    room = min(len(old), len(new))
    start = next((place for place in range(room) if old[place] != new[place]), room)
    tail = next((count for count in range(room - start) if old[-1 - count] != new[-1 - count]), room - start)
    old_end, new_end = len(old) - tail, len(new) - tail
    if old_end > start and new_end > start:
        return start, old_end, new_end
    longer, length = (old, old_end - start) if old_end > start else (new, new_end - start)
    best, least = 0, _cuts(claims, start, old_end)
    shift = 0
    while least and start > shift and longer[start - shift - 1] == longer[start - shift - 1 + length]:
        shift += 1
        cuts = _cuts(claims, start - shift, old_end - shift)
        if cuts < least:
            best, least = shift, cuts
    return start - best, old_end - best, new_end - best


def _cuts(claims: Sequence[Claim], start: int, end: int) -> int:
    """How many claims have one of the ends of a stretch inside them."""
    return sum((claim.start < start < claim.end) + (claim.start < end < claim.end) for claim in claims)


def _moved(claim: Claim, text: str, start: int, old_end: int, new_end: int) -> Claim | None:
    if claim.end <= start:
        return claim
    shift = new_end - old_end
    if claim.start >= old_end:
        return replace(claim, start=claim.start + shift, end=claim.end + shift)
    if start <= claim.start and claim.end <= old_end:
        return None
    first = claim.start if claim.start <= start else new_end
    last = claim.end + shift if claim.end >= old_end else new_end
    while first < last and text[first].isspace():
        first += 1
    while last > first and text[last - 1].isspace():
        last -= 1
    return replace(claim, start=first, end=last) if _WORD.search(text, first, last) else None


def names_after(old: Summary, new: Summary) -> dict[str, str]:
    """The new name of every section of a list whose items moved; an item that is gone has the name ""."""
    names: dict[str, str] = {}
    for field in ("key_findings", "study_limitations", "practical_implications"):
        before, after = getattr(old, field), getattr(new, field)
        if before == after:
            continue
        homes = dict(_homes(before, after))
        for index in range(len(before)):
            for part in (".heading", ".text") if field == "practical_implications" else ("",):
                home = homes.get(index)
                names[f"{field}[{index}]{part}"] = "" if home is None else f"{field}[{home}]{part}"
    return names


def _homes(before: Sequence[object], after: Sequence[object]) -> Iterator[tuple[int, int]]:
    """For each old item the place where it stands now: unchanged items first, then changed ones in their order."""
    free = list(range(len(after)))
    left = []
    for index, thing in enumerate(before):
        home = (
            index if index in free and after[index] == thing else next((at for at in free if after[at] == thing), None)
        )
        if home is None:
            left.append(index)
        else:
            free.remove(home)
            yield index, home
    if len(left) == len(free):
        yield from zip(left, free, strict=True)
    else:
        yield from ((index, index) for index in left if index in free)
