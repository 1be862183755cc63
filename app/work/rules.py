"""Which rules look at the open summary: checks, reading and page, all of the same value.

The checks, the page and the scores are loaded when the first summary is looked at: the window need not wait for them.
"""

from __future__ import annotations

from app.model.house_style import HouseStyle
from app.model.paper_text import PaperText
from app.model.site import Site
from app.model.summary import Summary
from app.work.review import Grade, Reviewed, grade_of


def grade(summary: Summary, style: HouseStyle, paper: PaperText | None = None) -> Grade:
    """The grade and the numbers of open findings for the library's table. Any thread."""
    from app.checks.review import checked
    from app.text.markup import plain
    from app.text.readability import score

    return grade_of(score(plain(summary.simple_explanation).text), checked(summary, style, paper).open)


def reviewed(summary: Summary, site: Site, style: HouseStyle, paper: PaperText | None = None) -> Reviewed:
    """Everything the panels show about a summary. Runs on any thread; equal sections are only checked once."""
    from app.checks.review import checked
    from app.publish.page import preview_html
    from app.text.drivers import reading
    from app.text.glossary import explained

    found = checked(summary, style, paper)
    return Reviewed(
        summary,
        found.open,
        reading(summary.simple_explanation, style.targets, style.glossary),
        preview_html(explained(summary, style.glossary), site),
        tuple(finding for finding in found.open if finding.severity == "error"),
        found.set_aside,
    )
