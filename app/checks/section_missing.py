"""Sections that every summary needs and that hold nothing yet."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.codes import ERROR
from app.model.finding import Finding
from app.model.sections import sections
from app.model.summary import Summary

_FIRST_OF_LIST = {
    "key_findings": "key_findings[0]",
    "practical_implications": "practical_implications[0].text",
    "study_limitations": "study_limitations[0]",
}


def section_missing(summary: Summary) -> Iterator[Finding]:
    """Each empty section; a fact that the paper does not specify (None) is not missing."""
    for section, text in sections(summary):
        if not text.strip() and not _is_unspecified(summary, section):
            yield Finding("section-missing", ERROR, section)
    for name, first in _FIRST_OF_LIST.items():
        if not getattr(summary, name):
            yield Finding("section-missing", ERROR, first)


def _is_unspecified(summary: Summary, section: str) -> bool:
    if section == "evidence_level":
        return summary.evidence_text is None or summary.evidence_level is not None
    return section in ("study_duration", "participants") and getattr(summary, section) is None
