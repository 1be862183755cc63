"""How hard a text reads: counts, seven grades, a range, and what would make it easier."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SentenceSpan:
    """A sentence by code points of the scored text, with its counts."""

    start: int
    end: int
    words: int
    syllables: int


@dataclass(frozen=True, slots=True)
class Scores:
    """The seven published formulas. Grades are US school years; reading ease runs from 0 (hard) to 100 (easy)."""

    flesch_kincaid_grade: float
    flesch_reading_ease: float
    smog_index: float
    gunning_fog: float
    automated_readability_index: float
    coleman_liau_index: float
    dale_chall: float


@dataclass(frozen=True, slots=True)
class Score:
    """A scored text. `scores` and `range` are None when `warning` is "no-text" or "not-english".

    `range` is the lowest and highest likely Flesch-Kincaid grade, given how few sentences there are.
    `scorer` names the program and version that counted, and is kept beside a saved score.
    """

    words: int
    sentences: int
    syllables: int
    scores: Scores | None = None
    range: tuple[float, float] | None = None
    sentence_spans: tuple[SentenceSpan, ...] = ()
    warning: str = ""
    scorer: str = ""


@dataclass(frozen=True, slots=True)
class Driver:
    """What makes a text hard, and the Flesch-Kincaid grade if it were mended.

    `kind` is "sentence" (mended by splitting at the code points `splits`) or "word" (mended by `suggestion`).
    `section` is the section scored; `start` and `end` are code points of its Markdown.
    """

    kind: str
    start: int
    end: int
    text: str
    grade_now: float
    grade_then: float
    splits: tuple[int, ...] = ()
    suggestion: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """The reading panel's value: the score, the target band, what costs most, and the grade if all were mended."""

    score: Score
    target: tuple[float, float]
    sentences: tuple[Driver, ...] = ()
    words: tuple[Driver, ...] = ()
    grade_if_mended: float | None = None
