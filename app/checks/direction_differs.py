"""Words that point the other way: "26 days less" where the paper says "26 days longer", "reduced" for "increased".

Beside a number that the paper has, or in a sentence that it has nearly as it stands. A warning: "A is higher than B"
and "B is lower than A" are the same, and a rule cannot always tell.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.checks.held import Texts, findings_of
from app.evidence.opposite_words import opposites
from app.evidence.paper_numbers import PaperNumbers
from app.model.evidence import DIFFERS
from app.model.finding import Finding

CODE = "direction-differs"
_NEAR = 60
"""A number this close to a word that was flagged is the same slip."""


def direction_differs(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    """Every number, and every word of direction, that says more where the paper says less, or the other way round."""
    words = list(_opposite_words(texts, paper))
    yield from words
    for _, number in findings_of(CODE, texts, paper):
        if not any(
            one.section == number.section and abs((one.start or 0) - (number.start or 0)) < _NEAR for one in words
        ):
            yield number


def _opposite_words(texts: Texts, paper: PaperNumbers) -> Iterator[Finding]:
    for section, text in texts:
        for word in opposites(text.text, paper):
            facts = {"direction": word.way, "paper_direction": -word.way, "state": DIFFERS}
            yield replace(text.finding(CODE, word.start, word.end, facts), section=section, passage=word.passage)
