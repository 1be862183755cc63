"""Which rules look at the open summary: checks, reading and page, all of the same value."""

from __future__ import annotations

from app.checks.review import findings
from app.model.site import Site, Targets
from app.model.summary import Summary
from app.publish.page import preview_html
from app.text.drivers import reading
from app.text.markup import plain
from app.text.readability import score
from app.work.review import Grade, Reviewed, grade_of


def grade(summary: Summary, targets: Targets) -> Grade:
    """The grade and the numbers of findings for the library's table. Any thread."""
    return grade_of(score(plain(summary.simple_explanation).text), findings(summary, targets))


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
