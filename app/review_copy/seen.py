"""Markdown as the letters that stand in a Word file, and where each of them stands in the Markdown."""

from __future__ import annotations

from dataclasses import dataclass

from app.text.difference import ADDED, REMOVED, difference
from app.text.rich_blocks import blocks
from app.text.rich_markdown import write

NOT_XML = dict.fromkeys((*range(9), 11, 12, *range(14, 32), 127, 65534, 65535, *range(55296, 57344)))
"""The signs that no XML file may hold: they stay behind when a text goes out, so nobody sees them."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What a reader of a section sees. `offsets[i]` is where letter `i` stands in the Markdown; one more is the end."""

    markdown: str
    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the Markdown behind the letters from `start` to `end`, at least one."""
        return self.offsets[start], self.offsets[end - 1] + 1

    def at(self, offset: int) -> int:
        """The first letter that stands at or after an offset of the Markdown."""
        return next((at for at, place in enumerate(self.offsets[:-1]) if place >= offset), len(self.text))


def seen(markdown: str) -> Seen:
    """The letters of a Markdown text, its blocks one a line."""
    shown = blocks(markdown)
    written = write(shown)
    text = "\n".join(block.text for block in shown)
    offsets = written.offsets
    if written.markdown != markdown:  # written by another hand: "*" for "-", spaces at a line's end
        offsets = tuple(carried(written.markdown, markdown, offsets))
    kept = [at for at, sign in enumerate(text) if ord(sign) not in NOT_XML]
    return Seen(markdown, text.translate(NOT_XML), (*(offsets[at] for at in kept), *offsets[len(text) :]))


def carried(old: str, new: str, offsets: tuple[int, ...]) -> list[int]:
    """Where places of an older text stand in a newer one; one whose letter is gone stands where it was cut."""
    runs: list[tuple[int, int, int]] = []
    before = after = 0
    for piece in difference(old, new):
        size = len(piece.text)
        if piece.kind != ADDED:
            runs.append((before, before + size, after if piece.kind != REMOVED else -after - 1))
            before += size
        if piece.kind != REMOVED:
            after += size
    return [_carried(runs, offset, len(new)) for offset in offsets]


def carried_span(old: str, new: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a stretch of an older text stands in a newer one; None when its words are not there as they were."""
    wanted = old[start:end]
    if old == new:
        return start, end
    first, last = carried(old, new, (start, max(start, end - 1)))
    if new[first : last + 1] == wanted:
        return first, last + 1
    place = new.find(wanted)
    is_only = bool(wanted.strip()) and place >= 0 and new.find(wanted, place + 1) < 0
    return (place, place + len(wanted)) if is_only else None


def _carried(runs: list[tuple[int, int, int]], offset: int, end: int) -> int:
    for start, stop, to in runs:
        if start <= offset < stop:
            return to + offset - start if to >= 0 else min(-to - 1, end)
    return end
