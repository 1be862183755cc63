"""What was found in a paper about a summary: numbers held against it, passages behind a sentence, facts it offers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.finding import PassageSpan

FOUND, VALUE_FOUND, DIFFERS, NOT_IN_PAPER, UNREADABLE_SIGN, WORLD_AT_LARGE = (
    "found",
    "value-found",
    "differs",
    "not-in-paper",
    "unreadable",
    "world-at-large",
)
"""Found with its unit or noun; value found, please look; unit or rate differs; not in the paper; beside an
unreadable sign; about the world at large, which a paper need not hold. None of them is a verdict."""


@dataclass(frozen=True, slots=True)
class HeldNumber:
    """A number of a section (code points of its Markdown, `text` exactly those) and how the paper answers it.

    `passage` is the sentence of the paper that answers best; `code` is the finding's code where there is one, else "".
    """

    start: int
    end: int
    text: str
    state: str
    passage: PassageSpan | None = None
    code: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)


@dataclass(frozen=True, slots=True)
class Support:
    """A passage of the paper that may stand behind a sentence: BM25 score, and the share of words it covers, 0 to 1."""

    passage: PassageSpan
    score: float
    share: float


@dataclass(frozen=True, slots=True)
class Suggestion:
    """The paper's own words for a field, and where they stand in its whole text."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class LevelSuggestion:
    """An evidence level the paper looks like, and the words (and their place) that say so.

    `start` and `end` are None when a registry's publication type said it, not the text.
    """

    level: str
    trigger: str
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What a paper offers for the fields of a summary, best first."""

    participants: tuple[Suggestion, ...] = ()
    study_duration: tuple[Suggestion, ...] = ()
    evidence_level: tuple[LevelSuggestion, ...] = ()
    key_findings: tuple[Suggestion, ...] = ()
    study_limitations: tuple[Suggestion, ...] = ()
