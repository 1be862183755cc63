"""What the sections of a summary are called in front of people."""

from __future__ import annotations

from app.translation import _

SECTION_NAMES = {
    "title": _("Title"),
    "simple_explanation": _("Simple Explanation"),
    "study_duration": _("Study Duration"),
    "participants": _("Participants"),
    "evidence_level": _("Evidence Level"),
    "facts": _("Study facts"),
    "key_findings": _("Key Findings"),
    "research_summary": _("Research Summary"),
    "practical_implications": _("Practical Implications"),
    "study_limitations": _("Study Limitations"),
    "sources": _("Sources"),
}
_ITEM_NAMES = {"key_findings": _("Finding"), "practical_implications": _("Card"), "study_limitations": _("Limitation")}


def section_name(section: str) -> str:
    """A section's name for people: `key_findings[1]` is "Finding 2"."""
    name, _, rest = section.partition("[")
    if rest:
        return f"{_ITEM_NAMES.get(name, SECTION_NAMES.get(name, name))} {int(rest.partition(']')[0]) + 1}"
    return SECTION_NAMES.get(name, name)
