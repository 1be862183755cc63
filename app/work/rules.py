"""Which rules look at the open summary: checks, reading and page, all of the same value."""

from __future__ import annotations

from app.checks.review import findings
from app.model.site import Site, Targets
from app.model.summary import Summary
from app.publish.page import preview_html
from app.text.drivers import reading
from app.work.review import Reviewed


def reviewed(summary: Summary, site: Site, targets: Targets) -> Reviewed:
    """Everything the panels show about a summary. Runs on any thread; equal sections are only checked once."""
    found = findings(summary, targets)
    return Reviewed(
        summary,
        found,
        reading(summary.simple_explanation, targets),
        preview_html(summary, site),
        tuple(finding for finding in found if finding.severity == "error"),
    )
