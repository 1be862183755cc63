"""A summary in parts, as its history shows them, brings them back and merges them: fields that belong together."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from app.model.checklist import ChecklistAnswer
from app.model.paper import Paper
from app.model.summary import Summary

PARTS: dict[str, tuple[str, ...]] = {
    "title": ("plain_title",),
    "paper": ("paper",),
    "categories": ("categories",),
    "simple_explanation": ("simple_explanation",),
    "study_duration": ("study_duration",),
    "participants": ("participants",),
    "evidence_level": ("evidence_level", "evidence_text", "subject", "stage"),
    "key_findings": ("key_findings",),
    "research_summary": ("research_summary",),
    "practical_implications": ("practical_implications",),
    "study_limitations": ("study_limitations",),
    "related_research": ("related_research",),
    "sources": ("sources",),
    "contributors": ("contributors",),
    "corrections": ("corrections",),
    "checklist": ("checklist",),
}
"""The parts in page order with the fields of each."""


def changed_parts(old: Summary, new: Summary) -> Iterator[str]:
    """The parts in which two versions differ, in page order."""
    for part, names in PARTS.items():
        if any(getattr(old, name) != getattr(new, name) for name in names):
            yield part


def with_part(summary: Summary, other: Summary, part: str) -> Summary:
    """The summary with one part as it is in another version."""
    return replace(summary, **{name: getattr(other, name) for name in PARTS[part]})


def part_text(summary: Summary, part: str, unspecified: str = "") -> str:
    """A part as one text to be read and compared; `unspecified` stands for what the paper does not specify."""
    values = [value_text(getattr(summary, name), unspecified) for name in PARTS[part]]
    return "\n".join(value for value in values if value)


def value_text(value: Any, unspecified: str = "") -> str:
    """What a field holds as one text to be read and compared."""
    if value is None:
        return unspecified
    if isinstance(value, tuple):
        return "\n".join(_line(one) for one in value)
    return _line(value)


def _line(value: Any) -> str:
    if isinstance(value, Paper):
        names = ", ".join(author.full() for author in value.authors)
        year = str(value.published.year) if value.published else ""
        return " · ".join(text for text in (names, value.title, value.journal, year, value.doi, value.url) if text)
    if isinstance(value, (str, int)):
        return str(value)
    if isinstance(value, ChecklistAnswer):
        said = f"{value.question.replace('-', ' ')}: {value.answer.replace('-', ' ')}"
        return f"{said}. {value.note}" if value.note else said
    named = [
        getattr(value, name)
        for name in ("name", "role", "heading", "text", "title", "url", "date", "note")
        if hasattr(value, name)
    ]
    return ": ".join(text for text in named if text)
