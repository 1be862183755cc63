"""A paper made ready to be asked for numbers: its sentences, what they are about, and every number in order of size."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from math import log
from operator import attrgetter

from app.evidence.quantities import OF, Quantity, quantities
from app.evidence.tables import is_table, table_quantities
from app.evidence.terms import roots
from app.evidence.units import PERCENT, Unit
from app.model.finding import PassageSpan
from app.model.paper_text import REFERENCE, PaperText
from app.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class Entry:
    """One value of a quantity in the paper, with the paper's words for it. `base` is the value in base units."""

    value: float
    quantity: Quantity
    sentence: int
    unit: Unit | None
    text: str = ""
    is_worked_out: bool = False

    @property
    def base(self) -> float:
        """The value in base units, or as it stands when it has no unit."""
        return self.value * self.unit.factor if self.unit else self.value


@dataclass(frozen=True, eq=False)
class PaperNumbers:
    """The numbers of one paper. Made once for a text; two are the same only when they are the same object."""

    whole: str
    spans: tuple[tuple[int, int], ...]
    topics: tuple[frozenset[str], ...]
    entries: tuple[Entry, ...]
    by_value: tuple[Entry, ...]
    by_dimension: dict[str, tuple[Entry, ...]]
    in_sentence: dict[int, tuple[Entry, ...]]
    values_of: dict[int, frozenset[float]]
    weights: dict[str, float] = field(repr=False)
    postings: dict[str, tuple[int, ...]] = field(repr=False)

    def near(self, low: float, high: float) -> tuple[Entry, ...]:
        """The entries whose value stands between two values."""
        return _between(self.by_value, low, high, attrgetter("value"))

    def near_in_base(self, dimension: str, low: float, high: float) -> tuple[Entry, ...]:
        """The entries of a dimension between two values in its base unit."""
        return _between(self.by_dimension.get(dimension, ()), low, high, attrgetter("base"))

    def likeness(self, topic: frozenset[str]) -> dict[int, float]:
        """For every sentence that shares a word with the topic, the share of the topic's weight it covers, 0 to 1."""
        rarest = max(self.weights.values(), default=1.0)
        total = sum(self.weights.get(word, rarest) for word in topic) or 1.0
        shares: defaultdict[int, float] = defaultdict(float)
        for word in topic:
            weight = self.weights.get(word, 0.0) / total
            for sentence in self.postings.get(word, ()):
                shares[sentence] += weight
        return shares

    def passage(self, sentence: int) -> PassageSpan:
        """A sentence as a passage of the whole text."""
        start, end = self.spans[sentence]
        return PassageSpan(start, end, self.whole[start:end])


@lru_cache(maxsize=4)
def paper_numbers(text: PaperText) -> PaperNumbers:
    """Read every number of a paper. Headings, captions and lists count as its text, references do not."""
    spans: list[tuple[int, int]] = []
    entries: list[Entry] = []
    topics: list[frozenset[str]] = []
    for block, start in zip(text.blocks, text.starts(), strict=True):
        if block.kind != REFERENCE:
            for at, to, topic, found in _read(block.text):
                entries.extend(entry for one in found for entry in _entries(one, len(spans), block.text))
                spans.append((start + at, start + to))
                topics.append(topic)
    return _indexed(text.whole(), spans, topics, entries)


def _read(text: str) -> Iterator[tuple[int, int, frozenset[str], tuple[Quantity, ...]]]:
    """The sentences of a block, or the rows of a table: span, what it is about, numbers."""
    if is_table(text):
        yield from table_quantities(text)
        return
    found = quantities(text)
    index = 0
    for at, to in sentences(text) or ((0, len(text)),):
        while index < len(found) and found[index].start < at:  # an item's number before its first word
            index += 1
        first = index
        while index < len(found) and found[index].start < to:
            index += 1
        yield at, to, roots(text[at:to]), found[first:index]


def _entries(found: Quantity, sentence: int, block: str) -> Iterator[Entry]:
    text = block[found.start : found.end]
    if found.is_share:
        yield Entry(found.values[0] * 100, found, sentence, PERCENT, text, is_worked_out=True)
    for value in found.values:
        yield Entry(value, found, sentence, found.unit, text)
    if found.form == OF:
        yield Entry(100 * found.values[0] / found.values[1], found, sentence, PERCENT, text, is_worked_out=True)


def _indexed(
    whole: str, spans: list[tuple[int, int]], topics: list[frozenset[str]], entries: list[Entry]
) -> PaperNumbers:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for index, topic in enumerate(topics):
        for word in topic:
            postings[word].append(index)
    dimensions: defaultdict[str, list[Entry]] = defaultdict(list)
    in_sentence: defaultdict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        in_sentence[entry.sentence].append(entry)
        if entry.unit:
            dimensions[entry.unit.dimension].append(entry)
    return PaperNumbers(
        whole,
        tuple(spans),
        tuple(topics),
        tuple(entries),
        tuple(sorted(entries, key=attrgetter("value"))),
        {name: tuple(sorted(found, key=attrgetter("base"))) for name, found in dimensions.items()},
        {sentence: tuple(found) for sentence, found in in_sentence.items()},
        {sentence: frozenset(entry.value for entry in found) for sentence, found in in_sentence.items()},
        {word: log(1 + len(spans) / len(places)) for word, places in postings.items()},
        {word: tuple(places) for word, places in postings.items()},
    )


def _between(entries: tuple[Entry, ...], low: float, high: float, key: attrgetter[float]) -> tuple[Entry, ...]:
    return entries[bisect_left(entries, low, key=key) : bisect_right(entries, high, key=key)]
