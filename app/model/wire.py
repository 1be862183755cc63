"""The shape of the published JSON, schema 1: what a reader may rely on. `codec` maps it to the values."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct, field

EvidenceLevel = Literal[
    "cells",
    "animal",
    "case-report",
    "pre-post",
    "observational",
    "randomised-trial",
    "systematic-review",
    "guideline",
    "narrative-review",
]
Status = Literal["draft", "in-review", "ready", "published", "unpublished"]
PLAIN_FIELDS = (
    "id", "slug", "slug_history", "language", "status", "plain_title", "simple_explanation", "study_duration",
    "participants", "evidence_level", "evidence_text", "subject", "stage", "key_findings", "research_summary",
    "study_limitations",
)  # fmt: skip
"""Fields of SummaryJson that stand in a Summary just as they are."""


class AuthorJson(Struct, omit_defaults=True):
    family: str = ""
    given: str = ""
    literal: str = ""


class NoticeJson(Struct, omit_defaults=True):
    kind: Literal["retraction", "correction", "concern"]
    doi: str = ""
    date: str = ""


class Issued(Struct):
    date_parts: list[list[int]] = field(name="date-parts", default_factory=list)


class PaperJson(Struct, omit_defaults=True):
    type: str = "article-journal"
    title: str = ""
    container_title: str = field(name="container-title", default="")
    container_title_short: str = field(name="container-title-short", default="")
    author: list[AuthorJson] = []
    doi: str = field(name="DOI", default="")
    pmid: str = field(name="PMID", default="")
    pmcid: str = field(name="PMCID", default="")
    volume: str = ""
    issue: str = ""
    page: str = ""
    url: str = field(name="URL", default="")
    issued: Issued | None = None
    publication_type: list[str] = []
    license: str = ""
    abstract: str = ""
    notices: list[NoticeJson] = []


class CategoryJson(Struct):
    slug: str
    name: str


class ImplicationJson(Struct):
    heading: str = ""
    text: str = ""


class TermJson(Struct):
    term: str
    plain: str = ""
    explanation: str = ""


class PassageJson(Struct):
    text: str
    locator: str = ""


class ClaimJson(Struct):
    section: str
    start: int
    end: int
    kind: Literal["from-paper", "explanation"]
    passage: PassageJson | None = None


class SourceJson(Struct):
    title: str = ""
    url: str = ""


class ContributorJson(Struct):
    role: str
    name: str


class DatesJson(Struct):
    created: str = ""
    published: str = ""
    modified: str = ""
    reviewed: str = ""


class CorrectionJson(Struct):
    date: str
    note: str


class DismissalJson(Struct):
    code: str
    text: str = ""
    scope: Literal["here", "summary"] = "here"
    section: str = ""
    context: str = ""
    reason: str = ""
    by: str = ""
    date: str = ""


class ReplyJson(Struct):
    text: str
    by: str = ""
    at: str = ""


class CommentJson(Struct):
    id: str
    text: str = ""
    section: str = ""
    start: int = 0
    end: int = 0
    by: str = ""
    at: str = ""
    instead: str | None = None
    state: Literal["open", "resolved", "accepted", "declined"] = "open"
    replies: tuple[ReplyJson, ...] = ()


class SummaryJson(Struct):
    id: str
    slug: str
    simple_explanation: str
    schema_: str = field(name="$schema", default="summary.schema.json")
    schema_version: int = 1
    slug_history: tuple[str, ...] = ()
    language: str = "en"
    status: Status = "draft"
    plain_title: str = ""
    categories: tuple[CategoryJson, ...] = ()
    paper: PaperJson = field(default_factory=PaperJson)
    study_duration: str | None = ""
    participants: str | None = ""
    evidence_level: EvidenceLevel | None = None
    evidence_text: str | None = ""
    subject: Literal["cells", "animal", "human", "mixed"] | None = None
    stage: Literal[1, 2, 3, 4] | None = None
    key_findings: tuple[str, ...] = ()
    research_summary: str = ""
    practical_implications: tuple[ImplicationJson, ...] = ()
    study_limitations: tuple[str, ...] = ()
    glossary: tuple[TermJson, ...] = ()
    claims: tuple[ClaimJson, ...] = ()
    related_research: tuple[PaperJson, ...] = ()
    sources: tuple[SourceJson, ...] = ()
    contributors: tuple[ContributorJson, ...] = ()
    dates: DatesJson = field(default_factory=DatesJson)
    corrections: tuple[CorrectionJson, ...] = ()
    dismissals: tuple[DismissalJson, ...] = ()
    comments: tuple[CommentJson, ...] = ()


class AnswerJson(Struct):
    question: str
    answer: Literal["yes", "no", "not-applicable", ""] = ""
    note: str = ""
    by: str = ""
    at: str = ""


class KeptSummaryJson(SummaryJson):
    """A summary as libraries and exchanged files keep it: with what is never published and no schema promises."""

    checklist: tuple[AnswerJson, ...] = ()
