"""A summary and a site in which the same bad text stands in every field there is."""

from __future__ import annotations

from dataclasses import replace

from app.model.claims import FROM_PAPER
from app.model.comment import Comment, Reply
from app.model.dismissal import Dismissal
from app.model.paper import Author, Notice, Paper
from app.model.site import MenuLink, Site
from app.model.summary import (
    Category,
    CategoryRef,
    Claim,
    Contributor,
    Correction,
    Dates,
    GlossaryTerm,
    Implication,
    Passage,
    Source,
    Summary,
)
from app.model.vocabulary import PUBLISHED

MOMENT = "2026-11-22T12:00:00Z"


def hostile_summary(vector: str) -> Summary:
    """Every text of a summary is the vector; what must be an address or a word of ours stays one."""
    paper = Paper(
        vector, (Author(vector, vector), Author(literal=vector)), vector, vector, vector, vector, vector, vector,
        vector, vector, vector, None, (vector,), vector, (Notice("retraction", vector, vector),), vector, vector,
        {vector: vector},
    )  # fmt: skip
    length = len(vector)
    claims = (
        Claim("simple_explanation", 0, length, FROM_PAPER, Passage(vector, vector)),
        Claim("research_summary", 0, length, FROM_PAPER, Passage(vector, vector)),
    )
    return Summary(
        id="0f6d1c8e-5b0a-4d0e-9c54-7a4f3f1f2b99", slug="a-hostile-summary", slug_history=("an-old-hostile-address",),
        status=PUBLISHED, plain_title=vector, categories=(CategoryRef("hostile", vector),), paper=paper,
        simple_explanation=vector, study_duration=vector, participants=vector, evidence_text=vector,
        key_findings=(vector, vector), research_summary=vector, practical_implications=(Implication(vector, vector),),
        study_limitations=(vector,), glossary=(GlossaryTerm(vector, vector, vector),), claims=claims,
        related_research=(replace(paper, url=vector, license=vector),), sources=(Source(vector, vector),),
        contributors=(Contributor("writer", vector), Contributor("reviewer", vector)),
        dates=Dates(MOMENT, MOMENT, MOMENT, MOMENT), corrections=(Correction(vector, vector),),
        dismissals=(Dismissal(vector, vector, reason=vector, by=vector),),
        comments=(Comment("c", vector, "simple_explanation", 0, length, vector, MOMENT, vector,
                          replies=(Reply(vector, vector, MOMENT),)),),
        extra={vector: vector},
    )  # fmt: skip


def hostile_site(vector: str) -> Site:
    """Every text of the website is the vector."""
    return Site(
        name=vector, tagline=vector, base_url="https://site.example/", about=vector, contact=vector, disclaimer=vector,
        subscribe=vector, contact_target=vector, subscribe_target=vector, feedback_target=vector, shows_claims=True,
        menu=(MenuLink(vector, "about/"), MenuLink(vector, vector), MenuLink(vector, f"https://x.example/{vector}")),
        categories=(Category("hostile", vector, vector),), extra={vector: vector},
    )  # fmt: skip
