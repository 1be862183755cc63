"""What the sections of a summary are called in front of people."""

from __future__ import annotations

SECTION_NAMES = {
    "title": "Title",
    "simple_explanation": "Simple Explanation",
    "study_duration": "Study Duration",
    "participants": "Participants",
    "evidence_level": "Evidence Level",
    "facts": "Study facts",
    "key_findings": "Key Findings",
    "research_summary": "Research Summary",
    "practical_implications": "Practical Implications",
    "study_limitations": "Study Limitations",
    "sources": "Sources",
}
_ITEM_NAMES = {"key_findings": "Finding", "practical_implications": "Card", "study_limitations": "Limitation"}


def section_name(section: str) -> str:
    """A section's name for people: `key_findings[1]` is "Finding 2"."""
    name, _, rest = section.partition("[")
    if rest:
        return f"{_ITEM_NAMES.get(name, SECTION_NAMES.get(name, name))} {int(rest.partition(']')[0]) + 1}"
    return SECTION_NAMES.get(name, name)
