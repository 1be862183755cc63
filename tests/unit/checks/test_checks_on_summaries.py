"""The checks on a whole summary, their order, and their words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.checks.codes import CODES, SEVERITY
from app.checks.review import findings, section_findings
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Paper
from app.model.site import Targets
from app.model.summary import GlossaryTerm, Implication, Summary
from app.ui import words

WHOLE = Summary(
    "1",
    plain_title="Rats and cells",
    paper=Paper(title="MSC in ALS", doi="10.1186/s13041-021-00787-6"),
    simple_explanation="The rats lived longer.",
    study_duration=None,
    participants="Six rats.",
    evidence_level="animal",
    key_findings=("The rats lived.",),
    research_summary="They ate well.",
    practical_implications=(Implication("More work", "It helps rats."),),
    study_limitations=("The study was small.",),
)


def found(summary: Summary, code: str) -> list[tuple[str, str | None]]:
    return [(finding.section, finding.text) for finding in findings(summary, HouseStyle()) if finding.code == code]


def test_a_whole_summary_has_nothing_missing() -> None:
    assert found(WHOLE, "section-missing") == []


def test_an_empty_summary_misses_everything_in_page_order() -> None:
    missing = findings(Summary("1"), HouseStyle())
    assert {finding.severity for finding in missing} == {"error"}
    assert all((finding.start, finding.end, finding.text) == (None, None, None) for finding in missing)
    assert [finding.section for finding in missing] == [
        "title",
        "simple_explanation",
        "study_duration",
        "participants",
        "evidence_level",
        "key_findings[0]",
        "research_summary",
        "practical_implications[0].text",
        "study_limitations[0]",
    ]


def test_an_empty_item_is_missing() -> None:
    summary = replace(WHOLE, key_findings=("One.", " "))
    assert found(summary, "section-missing") == [("key_findings[1]", None)]


def test_short_forms_are_read_in_page_order() -> None:
    summary = replace(
        WHOLE,
        simple_explanation="BBB rose.",
        key_findings=("The Basso, Beattie and Bresnahan (BBB) score rose.", "BBB again. MSC too."),
        research_summary="MSC stays.",
    )
    assert found(summary, "short-form-undefined") == [("simple_explanation", "BBB"), ("key_findings[1]", "MSC")]
    later = replace(summary, simple_explanation="The rats lived.")
    assert found(later, "short-form-undefined") == [("key_findings[1]", "MSC")]


def test_a_title_may_use_what_the_page_spells_out() -> None:
    summary = replace(
        WHOLE, plain_title="Cells for ALS", simple_explanation="ALS (amyotrophic lateral sclerosis) is rare."
    )
    assert found(summary, "short-form-undefined") == []
    assert found(replace(WHOLE, plain_title="Cells for ALS"), "short-form-undefined") == [("title", "ALS")]


def test_the_papers_own_title_is_left_alone() -> None:
    summary = replace(WHOLE, plain_title="", paper=replace(WHOLE.paper, title="SOD1G93A rats utilised MSC"))
    assert not [finding for finding in findings(summary, HouseStyle()) if finding.section == "title"]


def test_the_glossary_explains() -> None:
    summary = replace(WHOLE, simple_explanation="Mesenchymal MSC cells.")
    assert found(summary, "hard-word") and found(summary, "short-form-undefined")
    explained = replace(summary, glossary=(GlossaryTerm("mesenchymal"), GlossaryTerm("MSC")))
    assert not found(explained, "hard-word") and not found(explained, "short-form-undefined")


@pytest.mark.parametrize("href", ["#nowhere", "about/", "", "javascript:alert(1)", "https://", "#word-3", "10.1000/x"])
def test_a_link_that_leads_nowhere(href: str) -> None:
    text = f"They ate. See [the *list*]({href}) here."
    summary = replace(WHOLE, research_summary=text)
    (finding,) = [finding for finding in findings(summary, HouseStyle()) if finding.code == "link-nowhere"]
    assert (finding.section, finding.text, finding.facts["href"]) == ("research_summary", f"[the *list*]({href})", href)
    assert text[finding.start : finding.end] == finding.text


@pytest.mark.parametrize(
    "text",
    ["See [it](https://example.org/a).", "[Write](mailto:a@b.org).", "[up](#key-findings)", "\\[no](link)", "[1] (2)"],
)
def test_links_that_lead_somewhere(text: str) -> None:
    assert not found(replace(WHOLE, research_summary=text), "link-nowhere")


@pytest.mark.parametrize("doi", ["10.1186", "11.1186/x", "10.1186/a b", "doi", "10.1/x", "10.1186/x."])
def test_a_malformed_doi(doi: str) -> None:
    (finding,) = findings(replace(WHOLE, paper=replace(WHOLE.paper, doi=doi)), HouseStyle())
    assert (finding.code, finding.severity, finding.facts["doi"]) == ("doi-malformed", "error", doi)


@pytest.mark.parametrize("doi", ["", "10.1186/s13041-021-00787-6", "https://doi.org/10.3389/fmed.2024.1361723"])
def test_a_doi_that_may_be_one(doi: str) -> None:
    assert findings(replace(WHOLE, paper=replace(WHOLE.paper, doi=doi)), HouseStyle()) == ()


def test_the_reading_level_is_held_against_the_target() -> None:
    hard = (
        "The investigation demonstrated that repeated administration considerably prolonged survival in animals. " * 4
    )
    summary = replace(WHOLE, simple_explanation=hard)
    (level,) = [finding for finding in findings(summary, HouseStyle()) if finding.code == "reading-level"]
    assert level.section == "simple_explanation" and level.facts["target"] == 8 < level.facts["grade"]
    lenient = replace(Targets(), grade=(6, 30))
    assert not [finding for finding in findings(summary, HouseStyle(lenient)) if finding.code == "reading-level"]


def test_a_keystroke_rechecks_one_section() -> None:
    findings(WHOLE, HouseStyle())
    before = section_findings.cache_info().misses
    findings(replace(WHOLE, research_summary="They ate very well."), HouseStyle())
    assert section_findings.cache_info().misses == before + 1


@pytest.mark.parametrize("code", CODES)
def test_every_code_has_its_words(code: object) -> None:
    name = code.code  # type: ignore[attr-defined]
    explained = words.explanation(Finding(name, SEVERITY[name], "simple_explanation", 0, 3, "BBB"))
    assert explained.headline and explained.why and explained.what_to_do
    assert "verified" not in " ".join((explained.headline, explained.why, explained.what_to_do)).lower()


def test_sections_have_names_for_people() -> None:
    assert words.section_name("key_findings[1]") == "Finding 2"
    assert words.section_name("practical_implications[0].heading") == "Card 1"
    assert words.section_name("evidence_level") == "Evidence Level"
