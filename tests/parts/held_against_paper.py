"""Two small papers, and what the checks find in a summary held against one of them."""

from __future__ import annotations

from dataclasses import replace

from app.checks.review import findings
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Paper
from app.model.paper_text import HEADING, PARAGRAPH, Block, PaperText
from app.model.sections import section_text
from app.model.summary import Summary
from app.ui.words import explanation

RATS = PaperText(
    (
        Block(HEADING, "Repeated infusion of stem cells in a rat model of ALS"),
        Block(HEADING, "Abstract"),
        Block(
            PARAGRAPH, "Amyotrophic lateral sclerosis is a fatal disease; half of all patients die within 30 months."
        ),
        Block(PARAGRAPH, "At 7, 14 and 21 days after the first infusion, eighteen rats were given stem cells."),
        Block(
            PARAGRAPH, "The rats in the repeated group lived longer and kept their gait. Side effects were not seen."
        ),
        Block(PARAGRAPH, "The mechanisms are not elucidated in the current study. Rats lost weight at the end."),
    )
)
PEOPLE = PaperText(
    (
        Block(HEADING, "Coffee and stroke: a cohort study"),
        Block(HEADING, "Abstract"),
        Block(PARAGRAPH, "We followed 4,000 women for 12 years. Coffee was associated with fewer strokes."),
    )
)


def found(summary: Summary, code: str, paper: PaperText | None = None) -> list[Finding]:
    one = replace(summary, id="a")
    result = [finding for finding in findings(one, HouseStyle(), paper) if finding.code == code]
    for finding in result:
        assert explanation(finding).what_to_do
        if finding.start is not None:
            assert section_text(one, finding.section)[finding.start : finding.end] == finding.text
    return result


def texts(summary: Summary, code: str, paper: PaperText | None = None) -> list[str | None]:
    return [finding.text for finding in found(summary, code, paper)]


def animal(**fields: object) -> Summary:
    paper = Paper(title="Repeated infusion of stem cells in a rat model of ALS")
    return replace(Summary("a", paper=paper), **fields)  # type: ignore[arg-type]
