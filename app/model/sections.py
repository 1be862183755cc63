"""The reader-facing texts of a summary under the names that findings, claims and the command line use."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.model.summary import Summary

CARDS = (
    "title",
    "simple_explanation",
    "facts",
    "key_findings",
    "research_summary",
    "practical_implications",
    "study_limitations",
    "sources",
)
"""The eight cards of the form, in page order."""

_FACTS = {"study_duration": "study_duration", "participants": "participants", "evidence_level": "evidence_text"}
_LISTS = ("key_findings", "study_limitations")
_INDEXED = re.compile(r"(key_findings|study_limitations|practical_implications)\[(\d+)\](?:\.(heading|text))?")


def card_of(section: str) -> str:
    """The card of the form on which a section stands: `study_duration` is on `facts`."""
    name = section.partition("[")[0]
    return "facts" if name in _FACTS else name


def sections(summary: Summary) -> Iterator[tuple[str, str]]:
    """Every section with its Markdown, in the order a reader meets them. Facts that are None count as empty."""
    yield "title", summary.plain_title or summary.paper.title
    yield "simple_explanation", summary.simple_explanation
    for section, attribute in _FACTS.items():
        yield section, getattr(summary, attribute) or ""
    for index, text in enumerate(summary.key_findings):
        yield f"key_findings[{index}]", text
    yield "research_summary", summary.research_summary
    for index, card in enumerate(summary.practical_implications):
        yield f"practical_implications[{index}].heading", card.heading
        yield f"practical_implications[{index}].text", card.text
    for index, text in enumerate(summary.study_limitations):
        yield f"study_limitations[{index}]", text


def section_text(summary: Summary, section: str) -> str:
    """The Markdown of one section. Raises KeyError for a section the summary does not have."""
    return dict(sections(summary))[section]


def with_section(summary: Summary, section: str, text: str) -> Summary:
    """The summary with one section's Markdown replaced. Raises KeyError for a section it does not have.

    The section `title` replaces the plain title where there is one, else the paper's title.
    """
    if section == "title":
        if summary.plain_title:
            return replace(summary, plain_title=text)
        return replace(summary, paper=replace(summary.paper, title=text))
    if section in ("simple_explanation", "research_summary"):
        return replace(summary, **{section: text})  # type: ignore[arg-type]
    if section in _FACTS:
        return replace(summary, **{_FACTS[section]: text})  # type: ignore[arg-type]
    match = _INDEXED.fullmatch(section)
    if not match:
        raise KeyError(section)
    name, index, part = match[1], int(match[2]), match[3]
    values = list(getattr(summary, name))
    if index >= len(values) or (name in _LISTS) != (part is None):
        raise KeyError(section)
    values[index] = text if part is None else replace(values[index], **{part: text})
    return replace(summary, **{name: tuple(values)})  # type: ignore[arg-type]
