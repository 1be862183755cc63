"""What the seven formulas count, counted once: kept per word, sentence and line, and summed for a text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.model.score import SentenceSpan
from app.text.familiar import is_familiar
from app.text.language import Signs, signs
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
    addresses: int = 0
    signs: Signs = Signs()


Values = tuple[int, ...]
"""Sentences, words, syllables, characters, long words, unfamiliar words, addresses, and the five signs of language."""
_NOTHING: Values = (0,) * 12


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence by its place in its line."""

    start: int
    end: int
    values: Values


@dataclass(frozen=True, slots=True)
class _Line:
    """A counted line with its sentences; those without a word are left out."""

    values: Values
    sentences: tuple[_Sentence, ...]


def totals(text: str, *, includes_unfinished: bool = True) -> Counts:
    """Count a text: microseconds when only a sentence has changed since the last time.

    Without `includes_unfinished` the last sentence is left out while it has no stop, unless it is the only one.
    """
    lines = text.splitlines()
    rows = [counted for line in lines if (counted := _counted_line(line)).sentences]
    values = _sum([row.values for row in rows])
    if rows and not includes_unfinished and _is_open(text):
        last = rows[-1].sentences[-1].values
        if values[0] > 1:
            values = tuple(whole - part for whole, part in zip(values, last, strict=True))
    sentences, words_, spoken, characters, long_words, unfamiliar, addresses, *language = values
    return Counts(sentences, words_, spoken, characters, long_words, unfamiliar, addresses, Signs(*language))


def spans(text: str, *, includes_unfinished: bool = True) -> tuple[SentenceSpan, ...]:
    """The sentences that `totals` counts, with their places."""
    found = [
        SentenceSpan(line.start() + sentence.start, line.start() + sentence.end, sentence.values[1], sentence.values[2])
        for line in _LINE.finditer(text)
        for sentence in _counted_line(line[0]).sentences
    ]
    if not includes_unfinished and len(found) > 1 and _is_open(text):
        found.pop()
    return tuple(found)


def _is_open(text: str) -> bool:
    """Whether the text ends in a sentence that is still being written: no stop, and no new line begun."""
    end = len(text.rstrip(" \t"))
    return end > 0 and not text[end - 1].isspace() and not is_finished(text, end)


@lru_cache(maxsize=4096)
def _counted_line(line: str) -> _Line:
    places = sentences_of_line(line, 0, len(line))
    found = (_Sentence(start, end, _counted_sentence(line[start:end])) for start, end in places)
    sentences = tuple(sentence for sentence in found if sentence.values[1])
    return _Line(_sum([sentence.values for sentence in sentences]), sentences)


@lru_cache(maxsize=16384)
def _counted_sentence(sentence: str) -> Values:
    values = _sum([_counted_word(sentence[start:end]) for start, end in words(sentence)])
    return (1, *values[1:])


@lru_cache(maxsize=65536)
def _counted_word(word: str) -> Values:
    if is_address(word):
        return (0, 1, 1, ADDRESS_CHARACTERS, 0, 0, 1, 0, 0, 0, 0, 0)
    spoken = syllables(word)
    characters = sum(character.isalnum() for character in word)
    is_long = int(spoken >= LONG_WORD_SYLLABLES)
    return (0, 1, spoken, characters, is_long, int(not is_familiar(word)), 0, *signs(word))


def _sum(rows: list[Values]) -> Values:
    return tuple(map(sum, zip(*rows, strict=True))) or _NOTHING
