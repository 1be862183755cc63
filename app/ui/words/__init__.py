"""The sentences that people read: for every finding by its code, for the warnings of a score, for the panel's drivers.

Rules return codes and facts; this room alone turns them into words, for the window and for the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.finding import Finding
from app.model.score import Driver, Reading, Score
from app.ui.words import findings, numbers, paper
from app.ui.words.sections import SECTION_NAMES as SECTION_NAMES
from app.ui.words.sections import section_name as section_name
from app.ui.words.values import Explanation

SEVERITY_NAMES = {"error": "Must be mended", "warning": "Look at this", "notice": "A thought"}


def explanation(finding: Finding) -> Explanation:
    """The finding in words. A code that this version does not know is shown by its code."""
    kinds = (findings.EXPLANATIONS, paper.EXPLANATIONS, numbers.EXPLANATIONS)
    known = next((kind[finding.code] for kind in kinds if finding.code in kind), None)
    if known is None:
        return Explanation(finding.code.replace("-", " ").capitalize(), "", "")
    return known if isinstance(known, Explanation) else known(finding)


def headline(finding: Finding) -> str:
    """What the finding is, in one short line."""
    return explanation(finding).headline


def warning(code: str) -> str:
    """The sentence for a warning of a score: "no-text" or "not-english"."""
    return _WARNINGS.get(code, "")


def driver(driver: Driver) -> str:
    """What mending a costly sentence or word would gain, in one line."""
    gain = f"grade {driver.grade_now:.1f} to {driver.grade_then:.1f}"
    if driver.kind == "word":
        return f"Say “{driver.suggestion}” for “{driver.text}”: {gain}"
    return f"Split this sentence: {gain}" if driver.splits else f"Shorten this sentence: {gain}"


def grade_verdict(reading: Reading) -> str:
    """Where the grade stands against the target, in words: a number alone is no verdict."""
    scores = reading.score.scores
    if scores is None:
        return warning(reading.score.warning)
    low, high = reading.target
    grade = round(scores.flesch_kincaid_grade, 1)
    if grade > high + 4:
        return f"Hard: well above your target of grade {high:g}."
    if grade > high:
        return f"A little hard: above your target of grade {high:g}."
    return f"Easy: grade {high:g} or lower was the aim." if grade < low else "On target: easy to read."


def score_lines(score: Score, hints: Iterable[Finding]) -> Iterator[str]:
    """What the `score` command prints for people."""
    counted = (_count(score.words, "word"), _count(score.sentences, "sentence"), _count(score.syllables, "syllable"))
    yield ", ".join(counted) + "."
    if score.scores is None or score.range is None:
        yield warning(score.warning)
        return
    low, high = score.range
    scores = score.scores
    yield f"Flesch-Kincaid grade {scores.flesch_kincaid_grade:.1f} (likely {low:.1f} to {high:.1f})"
    yield f"Flesch Reading Ease  {scores.flesch_reading_ease:.1f} (100 is easy, 0 is hard)"
    yield f"SMOG                 {scores.smog_index:.1f} (made for 30 sentences or more: a rough guide here)"
    yield f"Gunning Fog          {scores.gunning_fog:.1f}"
    yield f"ARI                  {scores.automated_readability_index:.1f}"
    yield f"Coleman-Liau         {scores.coleman_liau_index:.1f}"
    yield f"Dale-Chall           {scores.dale_chall:.1f}"
    for hint in hints:
        yield f"{hint.start:>6}  {hint_line(hint)}"


def hint_line(finding: Finding) -> str:
    """A finding in one line with the words it is about and what could stand there instead."""
    shown = " ".join((finding.text or "").split())
    shown = shown if len(shown) <= 60 else shown[:59].rstrip() + "…"
    instead = f" Perhaps: {', '.join(finding.suggestions)}." if finding.suggestions else ""
    quoted = f" “{shown}”." if shown else ""
    return f"{headline(finding)}.{quoted}{instead}"


_WARNINGS = {
    "no-text": "There is no text to score yet.",
    "not-english": "Scores are for English, and this does not look like English.",
}


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
