"""Papers on animals of every kind, told as if of people; and papers on people that only name an animal."""

from __future__ import annotations

import pytest

from app.checks.review import findings
from app.evidence.species import studied_species
from app.model.finding import Finding
from app.model.house_style import HouseStyle
from app.model.paper import Paper
from app.model.paper_text import PARAGRAPH, Block, PaperText
from app.model.summary import Summary

KINDS = [
    ("rabbits", "rabbit"),
    ("macaques", "monkey"),
    ("zebrafish", "zebrafish"),
    ("minipigs", "pig"),
    ("fruit flies", "fruit fly"),
    ("axolotls", "salamander"),
    ("locusts", "locust"),
    ("alpacas", "llama"),
    ("planarians", "flatworm"),
    ("ferrets", "ferret"),
]


def paper_on(plural: str) -> PaperText:
    sentences = (
        f"Nine {plural} were given the drug and nine {plural} were given salt water.",
        f"Infection was seen in 9.2% of the {plural} that were given the drug.",
        f"We tested whether the drug kept {plural} alive for longer than salt water.",
        f"All other {plural} stayed well. No {plural} were lost.",
    )
    return PaperText(tuple(Block(PARAGRAPH, sentence) for sentence in sentences))


def swapped(text: str, plural: str) -> list[Finding]:
    summary = Summary("1", paper=Paper(title=f"A drug in {plural}"), research_summary=text)
    found = findings(summary, HouseStyle(), paper_on(plural))
    return [one for one in found if one.code == "species-missing" and one.section == "research_summary"]


@pytest.mark.parametrize(("plural", "name"), KINDS)
def test_patients_where_the_paper_has_animals(plural: str, name: str) -> None:
    species = studied_species(f"A drug in {plural}", paper_on(plural))
    assert species is not None and species.names == (name,)
    for text in (
        "Infection was seen in 9.2% of the patients that were given the drug.",
        "It was seen in 9.2% of patients.",
        "Researchers tested whether the drug kept patients alive for longer than salt water.",
        "The patients were given the drug.",
    ):
        (one,) = swapped(text, plural)
        assert (one.text, one.severity) == ("patients", "warning")


@pytest.mark.parametrize(("plural", "name"), KINDS)
def test_the_animals_themselves_and_people_as_background(plural: str, name: str) -> None:
    for text in (
        f"Infection was seen in 9.2% of the {plural} that were given the drug.",
        "Half of all patients die within 30 months.",
        "About 40% of people with the disease need a wheelchair.",
        "It is not known whether patients would do better.",
    ):
        assert swapped(text, plural) == [], (text, name)


@pytest.mark.parametrize(
    ("title", "sentence"),
    [
        ("Snake bites in children", "The children were bitten by a snake, and most patients, women and men, got well."),
        ("Bed nets against mosquitoes", "People in each village, adults and children, slept under nets."),
        ("Fish oil for the heart", "The participants took fish oil; patients, men and women, were followed."),
    ],
)
def test_an_animal_in_the_title_of_a_study_of_people(title: str, sentence: str) -> None:
    assert studied_species(title, PaperText(tuple(Block(PARAGRAPH, sentence) for _ in range(6)))) is None
