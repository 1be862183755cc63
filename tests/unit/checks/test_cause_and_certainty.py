"""A cause told of an observational study, and words more certain than the study is."""

from __future__ import annotations

import pytest
from held_against_paper import PEOPLE, texts

from app.model.summary import Summary


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Coffee prevents strokes.", "prevents"),
        ("Coffee led to fewer strokes.", "led to"),
        ("Drinking coffee lowers the risk of a stroke.", "lowers the risk"),
        ("Smoking causes strokes.", "causes"),
    ],
)
def test_a_cause_told_of_an_observational_study(sentence: str, words: str) -> None:
    for paper, level in ((PEOPLE, None), (None, "observational")):
        summary = Summary("a", key_findings=(sentence,), evidence_level=level)
        assert texts(summary, "cause-overclaimed", paper) == [words]
    trial = Summary("a", key_findings=(sentence,), evidence_level="randomised-trial")
    assert texts(trial, "cause-overclaimed", PEOPLE) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Women who drank coffee had fewer strokes.",
        "Coffee may lower the risk of a stroke.",
        "Coffee was linked to a lower risk.",
        "The study cannot show that coffee prevents strokes.",
        "They asked whether coffee prevents strokes.",
        "A stroke is a condition that results in loss of speech.",
        "HIV is the virus that causes AIDS.",
    ],
)
def test_links_questions_and_background_are_no_causes(sentence: str) -> None:
    assert texts(Summary("a", key_findings=(sentence,)), "cause-overclaimed", PEOPLE) == []


@pytest.mark.parametrize(
    ("sentence", "level", "words"),
    [
        ("Coffee definitely helps.", "systematic-review", "definitely"),
        ("There is no doubt that it works.", "randomised-trial", "no doubt"),
        ("The treatment is effective.", "pre-post", "is effective"),
        ("It will improve walking.", "case-report", "will improve"),
        ("The drug is safe.", "observational", "is safe"),
    ],
)
def test_more_certain_than_the_study(sentence: str, level: str, words: str) -> None:
    assert texts(Summary("a", key_findings=(sentence,), evidence_level=level), "certainty-overclaimed") == [words]


@pytest.mark.parametrize(
    ("sentence", "level"),
    [
        ("The treatment is effective.", "systematic-review"),
        ("It is not known if it is safe.", "observational"),
        ("It may be that the drug is safe.", "observational"),
        ("In rats, the drug is safe.", "animal"),
        ("Nobody can say for certain.", "animal"),
        ("Nothing is guaranteed.", "animal"),
        ("The aim was to guarantee good care.", "observational"),
        ("The drug is tested until it is safe.", "observational"),
    ],
)
def test_as_certain_as_the_study(sentence: str, level: str) -> None:
    assert texts(Summary("a", key_findings=(sentence,), evidence_level=level), "certainty-overclaimed") == []
