"""The checks on numbers: against the paper, between sections, against the citation, and the two seed pages."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.checks.codes import SEVERITY
from app.checks.number_checks import NUMBER_CHECKS
from app.checks.review import findings
from app.model.dates import PartialDate
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Author, Paper
from app.model.paper_text import PARAGRAPH, UNREADABLE, Block, PaperText
from app.model.sections import section_text
from app.model.summary import Summary
from app.papers.clean_text import blocks_of_text
from app.papers.published_page import parse_copied_text
from app.ui import words

PAPER = PaperText(
    (
        Block(PARAGRAPH, "In this study, repeated infusion of cells (weekly, four times) increased survival of rats."),
        Block(PARAGRAPH, "Median survival was prolonged by 16.5 days in the treated group of 24 rats."),
        Block(PARAGRAPH, f"The mean change in the pain score was {UNREADABLE}7.06 points."),
    )
)
CITED = Paper(
    title="Cells",
    authors=(Author("Ukai", "Ryo"), Author("Müller", "Eva")),
    journal="Molecular Brain",
    published=PartialDate(2021, 4),
)
CODES = {
    "rate-differs",
    "number-unit-differs",
    "direction-differs",
    "number-not-in-paper",
    "number-elsewhere",
    "number-world-at-large",
    "number-unreadable",
    "sections-disagree",
    "citation-disagrees",
    "parts-do-not-add-up",
}


def found(summary: Summary, paper: PaperText | None = None) -> list[Finding]:
    return [one for one in findings(summary, HouseStyle(), paper) if one.code in CODES]


def in_explanation(text: str, paper: PaperText | None = PAPER) -> list[Finding]:
    return found(Summary("1", plain_title="Cells in rats", paper=CITED, simple_explanation=text), paper)


AGAINST_PAPER = [
    ("Cells were given four times weekly.", "rate-differs", "error", "four times weekly"),
    ("The rats lived 16.5 weeks longer.", "number-unit-differs", "error", "16.5 weeks"),
    ("Survival was shortened by 16.5 days.", "direction-differs", "warning", "shortened"),
    ("Repeated infusion of cells decreased survival of rats.", "direction-differs", "warning", "decreased"),
    ("Median survival was prolonged by 31 days.", "number-not-in-paper", "warning", "31 days"),
    ("About 34 million people worldwide have it.", "number-world-at-large", "notice", "34 million"),
    ("The pain score changed by 7.06 points.", "number-unreadable", "warning", "7.06"),
]


@pytest.mark.parametrize(("text", "code", "severity", "expected"), AGAINST_PAPER)
def test_against_the_paper(text: str, code: str, severity: str, expected: str) -> None:
    (one,) = in_explanation(text)
    assert (one.code, one.severity, one.text, one.section) == (code, severity, expected, "simple_explanation")
    assert one.start is not None and one.end is not None and text[one.start : one.end] == expected
    assert words.headline(one) != one.code
    assert "None" not in " ".join(vars_of(one))
    if one.passage:
        assert PAPER.whole()[one.passage.start : one.passage.end] == one.passage.text


def vars_of(finding: Finding) -> tuple[str, str, str]:
    known = words.explanation(finding)
    return known.headline, known.why, known.what_to_do


@pytest.mark.parametrize("text", [text for text, *_ in AGAINST_PAPER])
def test_without_a_paper_nothing_is_said_about_it(text: str) -> None:
    assert in_explanation(text, None) == []
    assert in_explanation(text, PaperText()) == []


def test_every_check_has_its_code() -> None:
    assert {check.__name__.replace("_", "-") for check in NUMBER_CHECKS} <= set(SEVERITY)


@pytest.mark.parametrize(
    "text",
    [
        "Cells were given once a week, four times in all.",
        "The rats lived about 17 days longer.",
        "Twenty-four rats were treated.",
        "Repeated infusion of cells increased the survival of rats.",
        "Cells did not decrease the risk of cancer.",
        "MSC-4 rats in Fig. 1 [4-7] lived longer.",
    ],
)
def test_true_numbers_are_left_alone(text: str) -> None:
    assert in_explanation(text) == []


def two_sections(one: str, other: str) -> list[tuple[str, str | None]]:
    summary = Summary("1", plain_title="Cells", simple_explanation=one, research_summary=other)
    return [(finding.section, finding.text) for finding in found(summary) if finding.code == "sections-disagree"]


def test_sections_that_disagree() -> None:
    flagged = [("research_summary", "42 trials")]
    assert two_sections("The review looked at 43 studies.", "It included 42 trials.") == flagged
    one = two_sections("The rats received 2 doses of cells.", "Rats were given three doses.")
    assert one == [("research_summary", "three doses")]
    fields = {"simple_explanation": "It included 43 studies.", "participants": "It had 42 trials."}
    (told,) = found(Summary("1", plain_title="Cells", **fields))
    assert words.headline(told) == "“42 trials” here, but “43 studies” in Simple Explanation"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The review included 43 studies.", "It looked at 43 clinical trials."),
        ("The review included 43 studies.", "Three studies reported pain."),
        ("The study enrolled 20 healthy adults.", "It enrolled 30 patients with a spinal cord injury."),
        ("One group received 2 doses, the other received 3 doses.", "They were given three doses."),
        ("The trial recruited 20 women.", "The trial recruited 30 men."),
        ("About 40 studies were included.", "The review included 43 studies."),
        ("", ""),
    ],
)
def test_sections_that_do_not_disagree(one: str, other: str) -> None:
    assert two_sections(one, other) == []


def test_the_odd_one_out_is_flagged() -> None:
    summary = Summary(
        "1",
        plain_title="Cells",
        simple_explanation="It included 42 studies.",
        participants="43 studies were included.",
        research_summary="The review included 43 trials.",
    )
    assert [(one.section, one.text) for one in found(summary)] == [("simple_explanation", "42 studies")]


TOLD = (
    "Three studies reported a rise. Thirteen other studies had a smaller one.",
    "Eight studies showed no change, and 13 studies did not mention it.",
)


def test_parts_told_one_after_the_other() -> None:
    summary = Summary("1", plain_title="Cells", simple_explanation="It included 43 studies.", key_findings=TOLD)
    (one,) = found(summary)
    assert (one.code, one.severity, one.section) == ("parts-do-not-add-up", "notice", "key_findings[1]")
    assert one.text == "Eight studies showed no change, and 13 studies"
    assert (one.facts["sum"], one.facts["whole"], one.facts["parts"]) == (37, 43, [3, 13, 8, 13])


@pytest.mark.parametrize("whole", ["It included 37 studies.", "It included 400 studies.", "It was large."])
def test_parts_that_add_up_or_are_told_by_the_way(whole: str) -> None:
    assert found(Summary("1", plain_title="Cells", simple_explanation=whole, key_findings=TOLD)) == []


CITATION = [
    ("This paper was published in 2019.", "2019", "year"),
    ("It was published on 3 May 2020.", "2020", "year"),
    ("This 2019 study is small.", "2019", "year"),
    ("It was published in Nature Medicine.", "Nature Medicine", "journal"),
    ("This study was led by Dr Smith.", "Smith", "author"),
]


@pytest.mark.parametrize(("text", "expected", "kind"), CITATION)
def test_a_text_that_disagrees_with_the_citation(text: str, expected: str, kind: str) -> None:
    (one,) = in_explanation(text, None)
    assert (one.code, one.text, one.facts["kind"]) == ("citation-disagrees", expected, kind)
    assert words.headline(one).startswith(f"“{expected}” is not the paper’s")


@pytest.mark.parametrize(
    "text",
    [
        "It was published in 2021, in April 2021.",
        "It was published in the journal Molecular Brain.",
        "It was published in Mol Brain.",
        "This study was led by Professor Eva Muller.",
        "In 2019, other teams had tried it. Smith and colleagues found little.",
        "The paper was written by a team in Japan.",
    ],
)
def test_a_text_that_agrees_or_is_about_others(text: str) -> None:
    assert in_explanation(text, None) == []


def test_nothing_is_said_about_a_citation_that_is_not_there() -> None:
    summary = Summary("1", plain_title="Cells", simple_explanation="It was published in Nature in 2019 by Smith.")
    assert found(summary) == []


# ------------------------------------------------------------------ the seed pages


def test_the_published_page_with_its_paper(corpus: Path) -> None:
    page = parse_copied_text((corpus / "seeds" / "page-mol-brain-2021.txt").read_text(encoding="utf-8"))
    source = (corpus / "seeds" / "paper-mol-brain-2021.txt").read_text(encoding="utf-8")
    paper = PaperText(tuple(blocks_of_text(source)))
    (one,) = found(page, paper)
    assert (one.code, one.severity, one.text) == ("rate-differs", "error", "four times weekly")
    assert section_text(page, one.section)[one.start : one.end] == "four times weekly"
    assert one.passage and "(weekly, four times)" in one.passage.text
    assert paper.whole()[one.passage.start : one.passage.end] == one.passage.text


def test_a_word_changed_in_the_published_page_is_seen(corpus: Path) -> None:
    page = parse_copied_text((corpus / "seeds" / "page-mol-brain-2021.txt").read_text(encoding="utf-8"))
    source = (corpus / "seeds" / "paper-mol-brain-2021.txt").read_text(encoding="utf-8")
    paper = PaperText(tuple(blocks_of_text(source)))
    text = "The rats lived 26 weeks longer than after one infusion, and 42.5 days longer than controls."
    changed = replace(page, key_findings=(text,))
    assert [(one.code, one.text) for one in found(changed, paper) if one.section == "key_findings[0]"] == [
        ("number-unit-differs", "26 weeks")
    ]


def test_the_review_page_alone(corpus: Path) -> None:
    page = parse_copied_text((corpus / "seeds" / "page-frontiers-2024.txt").read_text(encoding="utf-8"))
    (one,) = found(page)
    assert (one.code, one.severity) == ("parts-do-not-add-up", "notice")
    assert (one.facts["sum"], one.facts["whole"]) == (37, 43)
