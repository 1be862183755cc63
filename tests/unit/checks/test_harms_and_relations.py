"""Benefits without harms, relations without their numbers, sections that repeat each other."""

from __future__ import annotations

from dataclasses import replace

import pytest
from held_against_paper import RATS, animal, found, texts

from app.model.summary import Summary


def test_a_benefit_without_any_harm_or_limit() -> None:
    bare = Summary("a", simple_explanation="The drug was given. It improved sleep.", evidence_level="randomised-trial")
    (finding,) = found(bare, "benefit-without-harm")
    assert (finding.text, finding.severity) == ("It improved sleep.", "warning")
    assert not found(replace(bare, study_limitations=("Some came late.",)), "benefit-without-harm")
    assert not found(replace(bare, research_summary="Some people had headaches."), "benefit-without-harm")
    assert not found(replace(bare, simple_explanation="It did not improve sleep."), "benefit-without-harm")


def test_a_benefit_when_the_paper_tells_of_side_effects() -> None:
    summary = animal(simple_explanation="The rats lived better.", study_limitations=("Some rats came late.",))
    (finding,) = found(summary, "benefit-without-harm", RATS)
    assert finding.severity == "notice" and finding.passage is not None
    assert finding.passage.text == "Side effects were not seen."
    assert RATS.whole()[finding.passage.start : finding.passage.end] == finding.passage.text


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The drug led to a 50% lower risk of a stroke.", "50% lower risk"),
        ("The risk of a stroke fell by 30 per cent.", "risk of a stroke fell by 30 per cent"),
        ("People were twice as likely to walk.", "twice as likely"),
        ("It halved the risk of death.", "halved the risk"),
        ("The odds were 2.77 times as high.", "odds were 2.77 times as high"),
    ],
)
def test_a_relation_without_its_numbers(text: str, words: str) -> None:
    assert texts(Summary("a", research_summary=text), "relative-without-absolute") == [words]
    told = text + " It was 2 out of 100 people instead of 4 out of 100."
    assert texts(Summary("a", research_summary=told), "relative-without-absolute") == []


@pytest.mark.parametrize(
    "text",
    [
        "The drug was given to 50% of the people.",
        "The risk fell from 10% to 5%, a 50% lower risk.",
        "Pain fell by 3 points.",
        "In the drug group 10% had a stroke and in the other 20%: half as likely.",
        "They walked twice as far.",
    ],
)
def test_other_numbers_are_no_relations(text: str) -> None:
    assert texts(Summary("a", research_summary=text), "relative-without-absolute") == []


def test_sections_that_repeat_each_other() -> None:
    long = "Rats that had four doses of the cells lived longer than rats that had one dose."
    summary = Summary("a", simple_explanation=long, key_findings=(long.replace("longer", "much longer"), "New. " * 9))
    (finding,) = found(summary, "sections-repeat")
    assert (finding.section, finding.facts["other"]) == ("key_findings[0]", "simple_explanation")
    other = "Rats that had four doses also kept their weight and their walk until they were very old."
    assert not found(replace(summary, key_findings=(other,)), "sections-repeat")
    assert not found(Summary("a", simple_explanation="It helps.", research_summary="It helps."), "sections-repeat")
    assert not found(Summary("a", simple_explanation=f"{long} {long}"), "sections-repeat")
