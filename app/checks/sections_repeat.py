"""Sentences that stand in two sections nearly word for word: a reader who goes on deserves something new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary
from app.text.words import words

_LEAST_WORDS = 8
_RUN = 3
_ALIKE = 0.7
Runs = frozenset[tuple[str, ...]]


def sections_repeat(
    _summary: Summary, texts: list[tuple[str, Prose]], _paper: PaperText | None = None
) -> Iterator[Finding]:
    """The first sentence of each section that repeats one of an earlier section."""
    before: list[tuple[str, Runs]] = []
    for section, prose in texts:
        here = _runs(prose)
        for (start, end), runs in here:
            other = next((name for name, held in before if name != section and _alike(runs, held)), None)
            if other is not None:
                yield replace(prose.finding("sections-repeat", start, end, {"other": other}), section=section)
                break
        before.extend((section, runs) for _span, runs in here)


@lru_cache(maxsize=256)
def _runs(prose: Prose) -> tuple[tuple[tuple[int, int], Runs], ...]:
    """The sentences that are long enough, each with its runs of three words."""
    found = []
    for start, end in prose.sentences:
        said = [prose.text[at:to].lower() for at, to in words(prose.text, start, end)]
        if len(said) >= _LEAST_WORDS:
            runs = frozenset(tuple(said[place : place + _RUN]) for place in range(len(said) - _RUN + 1))
            found.append(((start, end), runs))
    return tuple(found)


def _alike(one: Runs, other: Runs) -> bool:
    shorter = min(len(one), len(other))
    return shorter * 2 >= max(len(one), len(other)) and len(one & other) >= _ALIKE * shorter
