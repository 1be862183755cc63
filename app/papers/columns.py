"""Where the column of a line begins and ends, and how far apart lines of one size stand."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.papers.lines import Line, Page

_WIDEST_INDENT = 45.0
_LEAST_INDENT = 0.45
"""In sizes of the line."""
_LONG_LINE = 25
_ENOUGH_STEPS = 3
_LINES_OF_PARAGRAPH = 40
_STEP = 2.0
"""Points within which two left edges are the same."""


@dataclass(frozen=True, slots=True)
class Column:
    """The edges of a column, in points: where most of its lines begin, and where the longest end."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """In points."""
        return self.right - self.left


class Typesetting:
    """How a paper is set: the size of its running text, the distance of its lines, and each line's column."""

    def __init__(self, pages: Sequence[Page]) -> None:
        lines = [line for page in pages for line in page.lines]
        self.body = _usual(Counter(dict(_weighted(lines).items())), 10.0)
        self._lines = lines
        self._has_indents: bool | None = None
        self._pitches = _pitches(pages)
        self._peers: defaultdict[tuple[int, float], list[Line]] = defaultdict(list)
        for line in lines:
            self._peers[line.page, round(line.size)].append(line)

    @property
    def has_indents(self) -> bool:
        """Whether paragraphs begin with an indent: then a line without one goes on with the paragraph before."""
        if self._has_indents is None:
            long = [line for line in self._lines if self.is_body(line) and len(line.text) > _LONG_LINE]
            indents = sum(_LEAST_INDENT < (line.left - self.column(line).left) / line.size < 4 for line in long)
            self._has_indents = indents >= 2 and indents * _LINES_OF_PARAGRAPH > len(long)
        return self._has_indents

    def is_body(self, line: Line) -> bool:
        """Whether the line has the size of the running text."""
        return same_size(line.size, self.body)

    def pitch(self, line: Line) -> float:
        """The usual distance of lines of this size, in points."""
        return self._pitches.get(round(line.size), 1.25 * line.size)

    def column(self, line: Line) -> Column:
        """The column of a line, judged by the lines of its size on its page."""
        near = [
            peer
            for size in (-1, 0, 1)
            for peer in self._peers[line.page, round(line.size) + size]
            if abs(peer.left - line.left) < _WIDEST_INDENT and peer.width > 4 * line.size
        ]
        if not near:
            return Column(line.left, line.right)
        edges = Counter(round(peer.left / _STEP) for peer in near)
        left = max(edges, key=lambda edge: (edges[edge], -edge)) * _STEP
        return Column(left, _usual_right(near, line.right))


def same_size(one: float, other: float) -> bool:
    """Whether two sizes are the same to a reader's eye."""
    return abs(one - other) <= max(0.45, 0.05 * max(one, other))


def _usual_right(lines: list[Line], least: float) -> float:
    """Where justified lines end; in text that ends where it likes, where the longest but one does.

    `least` is where the line in question ends: a line beyond the usual edge belongs to a wider column.
    """
    edges = Counter(round(line.right / _STEP) for line in lines)
    edge, count = max(edges.items(), key=lambda item: (item[1], item[0]))
    if count * 4 >= len(lines) and count > 2 and least <= (edge + 1) * _STEP:
        return max(edge * _STEP, least)
    rights = sorted((line.right for line in lines), reverse=True)
    stray = len(rights) > 2 and rights[0] - rights[1] > 2 * _STEP
    return max(rights[1] if stray else rights[0], least)


def _weighted(lines: Iterable[Line]) -> Counter[float]:
    weights: Counter[float] = Counter()
    for line in lines:
        weights[line.size] += len(line.text)
    near: Counter[float] = Counter()
    for size in weights:
        near[size] = sum(weight for other, weight in weights.items() if abs(other - size) < 0.15)
    return near


def _pitches(pages: Sequence[Page]) -> dict[int, float]:
    steps: defaultdict[int, Counter[float]] = defaultdict(Counter)
    for page in pages:
        for line, following in zip(page.lines, page.lines[1:], strict=False):
            step = line.base - following.base
            if same_size(line.size, following.size) and 0.8 * line.size < step < 2.2 * line.size:
                steps[round(line.size)][round(step * 2) / 2] += 1
    return {size: _usual(counts, 1.25 * size) for size, counts in steps.items() if counts.total() >= _ENOUGH_STEPS}


def _usual(counts: Counter[float], otherwise: float) -> float:
    return max(counts, key=lambda value: (counts[value], -value)) if counts else otherwise
