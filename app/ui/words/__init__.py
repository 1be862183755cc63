"""The sentences that people read: for every finding by its code, for the warnings of a score, for the panel's drivers.

Rules return codes and facts; this room alone turns them into words, for the window and for the command line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from app.model.finding import Finding
from app.model.score import Driver, Score
from app.translation import _
from app.ui.words import findings, numbers, paper
from app.ui.words.sections import SECTION_NAMES as SECTION_NAMES
from app.ui.words.sections import section_name as section_name
from app.ui.words.so_many import so_many
from app.ui.words.values import Explanation

SEVERITY_NAMES = {"error": _("Must be mended"), "warning": _("Look at this"), "notice": _("A thought")}


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
    gain = _("grade {grade_now:.1f} to {grade_then:.1f}").format(
        grade_now=driver.grade_now, grade_then=driver.grade_then
    )
    if driver.kind == "word":
        return _("Say “{suggestion}” for “{text}”: {gain}").format(
            suggestion=driver.suggestion, text=driver.text, gain=gain
        )
    return (
        _("Split this sentence: {gain}").format(gain=gain)
        if driver.splits
        else _("Shorten this sentence: {gain}").format(gain=gain)
    )


def score_lines(score: Score, hints: Iterable[Finding]) -> Iterator[str]:
    """What the `score` command prints for people."""
    counted = (_count(score.words, "word"), _count(score.sentences, "sentence"), _count(score.syllables, "syllable"))
    yield ", ".join(counted) + "."
    if score.scores is None or score.range is None:
        yield warning(score.warning)
        return
    low, high = score.range
    scores = score.scores
    yield _("Flesch-Kincaid grade {flesch_kincaid_grade:.1f} (likely {low:.1f} to {high:.1f})").format(
        flesch_kincaid_grade=scores.flesch_kincaid_grade, low=low, high=high
    )
    yield _("Flesch Reading Ease  {flesch_reading_ease:.1f} (100 is easy, 0 is hard)").format(
        flesch_reading_ease=scores.flesch_reading_ease
    )
    yield _("SMOG                 {smog_index:.1f} (made for 30 sentences or more: a rough guide here)").format(
        smog_index=scores.smog_index
    )
    yield _("Gunning Fog          {gunning_fog:.1f}").format(gunning_fog=scores.gunning_fog)
    yield f"ARI                  {scores.automated_readability_index:.1f}"
    yield f"Coleman-Liau         {scores.coleman_liau_index:.1f}"
    yield f"Dale-Chall           {scores.dale_chall:.1f}"
    for hint in hints:
        yield f"{hint.start:>6}  {hint_line(hint)}"


def hint_line(finding: Finding) -> str:
    """A finding in one line with the words it is about and what could stand there instead."""
    shown = " ".join((finding.text or "").split())
    shown = shown if len(shown) <= 60 else shown[:59].rstrip() + "…"
    instead = (
        _(" Perhaps: {suggestions}.").format(suggestions=", ".join(finding.suggestions)) if finding.suggestions else ""
    )
    quoted = f" “{shown}”." if shown else ""
    return f"{headline(finding)}.{quoted}{instead}"


_WARNINGS = {
    "no-text": _("There is no text to score yet."),
    "not-english": _("Scores are for English, and this does not look like English."),
}


def _count(number: int, noun: str) -> str:
    return so_many(number, noun)
