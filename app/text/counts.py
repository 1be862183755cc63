"""What the seven formulas count, counted once: per sentence, kept per sentence and per line, summed for a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.model.score import SentenceSpan
from app.text.familiar import is_familiar
from app.text.sentences import is_finished, sentences_of_line
from app.text.syllables import syllables
from app.text.words import is_address, words

_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
LONG_WORD_SYLLABLES = 3
ADDRESS_CHARACTERS = 4
"""A web address or DOI counts as one word of one syllable and four letters: it is a link, nobody reads it out."""


@dataclass(frozen=True, slots=True)
class Counts:
    """The totals of a text. `characters` are the letters and digits of its words."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    characters: int = 0
    long_words: int = 0
    unfamiliar_words: int = 0


@dataclass(frozen=True, slots=True)
class CountedText:
    """The totals of a text and the place of every sentence counted."""

    counts: Counts
    spans: tuple[SentenceSpan, ...]


def counted(text: str, *, includes_unfinished: bool = True) -> CountedText:
    """Count a text. Without `includes_unfinished` the last sentence is left out while it has no stop.

    A text of one unfinished sentence is counted all the same: something is better than nothing.
    """
    rows: list[tuple[int, tuple[_Counted, ...]]] = [
        (line.start(), _counted_line(line[0])) for line in _LINE.finditer(text)
    ]
    rows = [row for row in rows if row[1]]
    if rows and not includes_unfinished and _is_open(text, rows):
        start, last = rows.pop()
        if last[:-1]:
            rows.append((start, last[:-1]))
    totals = [0] * 5
    spans = []
    for start, line in rows:
        for sentence in line:
            spans.append(
                SentenceSpan(start + sentence.start, start + sentence.end, sentence.values[0], sentence.values[1])
            )
            for index, value in enumerate(sentence.values):
                totals[index] += value
    return CountedText(Counts(len(spans), *totals), tuple(spans))


@dataclass(frozen=True, slots=True)
class _Counted:
    """A sentence by its place in its line. `values` are words, syllables, characters, long and unfamiliar words."""

    start: int
    end: int
    values: tuple[int, int, int, int, int]


def _is_open(text: str, rows: list[tuple[int, tuple[_Counted, ...]]]) -> bool:
    start, line = rows[-1]
    end = start + line[-1].end
    is_only_one = len(rows) == 1 and len(line) == 1
    return not is_only_one and not text[end:].strip() and "\n" not in text[end:] and not is_finished(text, end)


@lru_cache(maxsize=4096)
def _counted_line(line: str) -> tuple[_Counted, ...]:
    spans = sentences_of_line(line, 0, len(line))
    counted_spans = (_Counted(start, end, _counted_sentence(line[start:end])) for start, end in spans)
    return tuple(sentence for sentence in counted_spans if sentence.values[0])


@lru_cache(maxsize=16384)
def _counted_sentence(sentence: str) -> tuple[int, int, int, int, int]:
    totals = [0] * 5
    for start, end in words(sentence):
        for index, value in enumerate(_counted_word(sentence[start:end])):
            totals[index] += value
    return totals[0], totals[1], totals[2], totals[3], totals[4]


@lru_cache(maxsize=65536)
def _counted_word(word: str) -> tuple[int, int, int, int, int]:
    if is_address(word):
        return 1, 1, ADDRESS_CHARACTERS, 0, 0
    spoken = syllables(word)
    characters = sum(character.isalnum() for character in word)
    return 1, spoken, characters, int(spoken >= LONG_WORD_SYLLABLES), int(not is_familiar(word))
