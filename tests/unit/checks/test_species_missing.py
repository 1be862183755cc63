"""An animal study told as if of people: true cases, near misses, false alarms."""

from __future__ import annotations

from dataclasses import replace

import pytest
from held_against_paper import PEOPLE, RATS, animal, found, texts

from app.model.paper_text import PaperText
from app.model.summary import Implication, Summary

SPECIES_MISSING = [
    ({"plain_title": "Stem cells slow ALS"}, "Stem cells slow ALS"),
    ({"key_findings": ("Treatment improved walking.",)}, "Treatment improved walking."),
    ({"key_findings": ("Patients walked for longer.",)}, "Patients walked for longer."),
    (
        {"practical_implications": (Implication("Life", "It may improve the quality of life of patients."),)},
        "It may improve the quality of life of patients.",
    ),
    ({"simple_explanation": "Stem cells were tested. They kept them alive."}, "Stem cells were tested."),
]
SPECIES_NAMED = [
    {"plain_title": "Stem cells slow ALS in rats"},
    {"key_findings": ("Rats walked for longer. The treatment helped.",)},
    {"key_findings": ("The cells were grown for a week.",)},
    {"practical_implications": (Implication("In rats", "Four doses helped more than one."),)},
    {"practical_implications": (Implication("Next", "Future studies should show how the treatment helps."),)},
    {"practical_implications": (Implication("Not yet", "It is not known whether it helps people."),)},
    {"simple_explanation": "People with ALS can no longer move. The rats were given stem cells."},
    {"study_limitations": ("It may not help people.",)},
]


@pytest.mark.parametrize(("fields", "marked"), SPECIES_MISSING)
@pytest.mark.parametrize("paper", [None, RATS])
def test_an_animal_study_told_as_if_of_people(fields: dict[str, object], marked: str, paper: PaperText | None) -> None:
    summary = animal(**{"plain_title": "Cells in rats", "simple_explanation": "Rats were given cells.", **fields})
    assert texts(summary, "species-missing", paper)[:1] == [marked]


@pytest.mark.parametrize("fields", SPECIES_NAMED)
@pytest.mark.parametrize("paper", [None, RATS])
def test_an_animal_study_that_says_so(fields: dict[str, object], paper: PaperText | None) -> None:
    summary = animal(**{"plain_title": "Cells in rats", "simple_explanation": "Rats were given cells.", **fields})
    assert texts(summary, "species-missing", paper) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "The patients were given cells three times.",
        "Patients in the repeated group lived longer.",
        "Eighteen patients took part.",
    ],
)
def test_people_where_the_paper_has_rats(sentence: str) -> None:
    summary = animal(research_summary=sentence)
    (finding,) = found(summary, "species-missing", RATS)
    assert finding.facts["about"] == "swapped"
    assert (finding.text or "").lower() == "patients"
    assert texts(animal(research_summary="Half of all patients die within 30 months."), "species-missing", RATS) == []


def test_a_study_of_people_needs_no_species() -> None:
    summary = Summary("a", key_findings=("Patients walked further.",), evidence_level="randomised-trial")
    assert texts(summary, "species-missing", PEOPLE) == []
    assert texts(replace(summary, evidence_level=None), "species-missing", PEOPLE) == []
    assert texts(animal(key_findings=("Patients walked further.",), subject="mixed"), "species-missing", RATS) == []


def test_the_writer_s_word_for_the_subject_counts_without_a_paper() -> None:
    summary = Summary("a", key_findings=("It helps patients.",), subject="cells")
    assert texts(summary, "species-missing") == ["It helps patients."]
    assert texts(replace(summary, key_findings=("In the lab, it helps cells live.",)), "species-missing") == []
