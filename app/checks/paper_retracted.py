"""A paper that its journal has taken back, corrected or doubted, as a registry reports it."""

from __future__ import annotations

from collections.abc import Iterator

from app.checks.codes import ERROR, WARNING
from app.model.finding import Finding
from app.model.summary import Summary

_ORDER = ("retraction", "concern", "correction")


def paper_retracted(summary: Summary) -> Iterator[Finding]:
    """One finding for each kind of notice, on the card of the citation."""
    for kind in _ORDER:
        notice = next((one for one in summary.paper.notices if one.kind == kind), None)
        if notice is not None:
            severity = ERROR if kind == "retraction" else WARNING
            facts = {"kind": kind, "doi": notice.doi, "date": notice.date}
            yield Finding("paper-retracted", severity, "title", facts=facts)
