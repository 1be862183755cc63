"""Paragraphs in which a reader finds no rest."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets
from app.text.words import words

MOST_SENTENCES = 5
MOST_WORDS = 100


def dense_paragraph(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Over five sentences or a hundred words."""
    starts = [start for start, _end in prose.sentences]
    for start, end in prose.paragraphs():
        sentence_count = bisect_left(starts, end) - bisect_left(starts, start)
        word_count = len(words(prose.text, start, end))
        if sentence_count > MOST_SENTENCES or word_count > MOST_WORDS:
            yield prose.finding("dense-paragraph", start, end, {"sentences": sentence_count, "words": word_count})
