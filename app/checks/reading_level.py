"""The grade of the Simple Explanation against the target."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.prose import prose
from app.model.finding import Finding
from app.model.site import Targets
from app.model.summary import Summary
from app.text.readability import live_score

LEAST_WORDS = 30
"""Shorter texts have no grade that means anything."""


def reading_level(summary: Summary, targets: Targets) -> Iterator[Finding]:
    """One finding on the whole text when it reads harder than the highest grade of the target."""
    text = prose(summary.simple_explanation)
    score = live_score(text.text, is_finished=True)
    if score.scores is None or score.range is None or score.words < LEAST_WORDS:
        return
    grade = score.scores.flesch_kincaid_grade
    if round(grade, 1) > targets.grade[1]:
        facts = {"grade": round(grade, 1), "low": score.range[0], "high": score.range[1], "target": targets.grade[1]}
        places = text.sentences
        found = text.finding("reading-level", places[0][0], places[-1][1], facts)
        yield Finding(found.code, found.severity, "simple_explanation", found.start, found.end, found.text, facts)
