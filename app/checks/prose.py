"""A section's text as the checks read it: plain words, sentences and paragraphs, with the way back to its Markdown."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import itemgetter
from typing import Any

from app.checks.codes import SEVERITY
from app.model.finding import Finding
from app.text.markup import PlainText, plain
from app.text.sentences import sentences
from app.text.words import words


@dataclass(frozen=True, eq=False)
class Prose:
    """The plain text of a section. Spans count its code points; a finding counts those of the Markdown.

    Two are the same only when they are the same object, so that what is found in one can be kept by it.
    """

    markdown: str
    plain: PlainText

    @property
    def text(self) -> str:
        """The words as a reader sees them, a paragraph or list item on a line."""
        return self.plain.text

    @cached_property
    def sentences(self) -> tuple[tuple[int, int], ...]:
        """The spans of the sentences."""
        return sentences(self.text)

    @cached_property
    def words(self) -> tuple[tuple[int, int], ...]:
        """The spans of the words."""
        return tuple(words(self.text))

    def paragraphs(self) -> Iterator[tuple[int, int]]:
        """The spans of the paragraphs and list items."""
        start = 0
        for line in self.text.split("\n"):
            if line.strip():
                yield start, start + len(line)
            start += len(line) + 1

    def sentence_at(self, place: int) -> tuple[int, int]:
        """The sentence in which a code point stands, or the place alone."""
        index = bisect_right(self.sentences, place, key=itemgetter(0)) - 1
        if index >= 0 and place < self.sentences[index][1]:
            return self.sentences[index]
        return place, place + 1

    def finding(
        self,
        code: str,
        start: int,
        end: int,
        facts: Mapping[str, Any] | None = None,
        *,
        suggestions: tuple[str, ...] = (),
        severity: str = "",
    ) -> Finding:
        """A finding about the plain text from `start` to `end`. The section's name is filled in later."""
        at, to = self.plain.span(start, end)
        return Finding(code, severity or SEVERITY[code], "", at, to, self.markdown[at:to], facts or {}, suggestions)


@lru_cache(maxsize=256)
def prose(markdown: str) -> Prose:
    """The prose of a section's Markdown, kept for the next check."""
    return Prose(markdown, plain(markdown))


@lru_cache(maxsize=8)
def prose_of_plain_text(text: str) -> Prose:
    """The prose of a text that is no Markdown: what `score` is given."""
    return Prose(text, PlainText(text, range(len(text)), range(1, len(text) + 1)))
