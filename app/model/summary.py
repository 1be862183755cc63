"""The plain-language summary of one paper: every field that a writer fills, and its life."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.checklist import ChecklistAnswer
from app.model.comment import Comment
from app.model.dismissal import Dismissal
from app.model.paper import Paper
from app.model.vocabulary import DRAFT
from app.translation import _


@dataclass(frozen=True, slots=True)
class Category:
    """A shelf of the library. `slug` is its address, `slug_history` older addresses that redirect."""

    slug: str
    name: str
    description: str = ""
    slug_history: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryRef:
    """A category as a summary names it."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class Implication:
    """A card of Practical Implications."""

    heading: str = ""
    text: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryTerm:
    """A hard word with plain words for it and an explanation for readers."""

    term: str
    plain: str = ""
    explanation: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """The paper's own words behind a claim, and where they stand."""

    text: str
    locator: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """A stretch of a section (code points of its Markdown) and where it comes from."""

    section: str
    start: int
    end: int
    kind: str
    passage: Passage | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A further source: a title and, when there is one, an http(s) address."""

    title: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Contributor:
    """A person and what they did: writer, reviewer."""

    role: str
    name: str


@dataclass(frozen=True, slots=True)
class Correction:
    """A mended mistake that the page shows: an ISO date and what changed."""

    date: str
    note: str


@dataclass(frozen=True, slots=True)
class Dates:
    """Moments in ISO 8601 UTC (`2026-11-22T14:32:05Z`), empty when it has not happened."""

    created: str = ""
    published: str = ""
    modified: str = ""
    reviewed: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """One summary. Long texts are Markdown.

    In the three facts (study_duration, participants, evidence_text) an empty string means "not written yet"
    and None means "the paper does not specify it". `extra` keeps JSON keys that this version does not know.
    """

    id: str
    slug: str = ""
    slug_history: tuple[str, ...] = ()
    language: str = "en"
    status: str = DRAFT
    plain_title: str = ""
    categories: tuple[CategoryRef, ...] = ()
    paper: Paper = Paper()
    simple_explanation: str = ""
    study_duration: str | None = ""
    participants: str | None = ""
    evidence_level: str | None = None
    evidence_text: str | None = ""
    subject: str | None = None
    stage: int | None = None
    key_findings: tuple[str, ...] = ()
    research_summary: str = ""
    practical_implications: tuple[Implication, ...] = ()
    study_limitations: tuple[str, ...] = ()
    glossary: tuple[GlossaryTerm, ...] = ()
    claims: tuple[Claim, ...] = ()
    related_research: tuple[Paper, ...] = ()
    sources: tuple[Source, ...] = ()
    contributors: tuple[Contributor, ...] = ()
    dates: Dates = Dates()
    corrections: tuple[Correction, ...] = ()
    dismissals: tuple[Dismissal, ...] = ()
    comments: tuple[Comment, ...] = ()
    checklist: tuple[ChecklistAnswer, ...] = ()
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)


def title_of(summary: Summary) -> str:
    """The name a summary goes by in lists: the plain title, else the paper's, else "Untitled"."""
    return summary.plain_title or summary.paper.title or _("Untitled")
