"""Which words the speller doubts, which it lets be, and what it offers."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.model.codec import summary_from_json
from app.model.paper import Author, Paper
from app.model.summary import GlossaryTerm, Summary
from app.text.markup import plain
from app.text.spelling import is_word, known_words, misspelt, suggestions
from app.text.word_lists import listed

SLIPS = listed(
    "recieve seperate definately occured teh accomodate goverment untill wich thier beleive neccessary occurence"
    " begining enviroment existance foriegn independant mispell noticable publically recomend rythm succesful tommorow"
    " truely wierd adn helth studys improoved pateints alot acheive collegue immediatly knowlege lenght maintenence"
    " questionaire refered relevent resistence similer strenght suprise temperture tendancy writting"
)
RIGHT = listed(
    "colour randomised randomized oedema edema haemoglobin tumour tumours paediatric diarrhoea anaesthetic"
    " anaesthetised centre centres fibre litre analyse analysed catalysed behaviour behavioural travelled modelling"
    " labelled programme programmes defence licence grey ageing judgement sceptical fulfil enrol skilful orthopaedic"
    " mesenchymal amyotrophic sclerosis infusions acupoint placebo biomarkers comorbidities neuroprotection covid"
    " smartphone wellbeing preclinical isn't don't they're patients' naïve café rats walked longer attaches"
)


@pytest.mark.parametrize("word", sorted(SLIPS))
def test_a_slip_is_doubted(word: str) -> None:
    assert misspelt(f"They {word} it.") == ((5, 5 + len(word)),)


@pytest.mark.parametrize("word", sorted(RIGHT))
def test_british_american_and_medical_words_are_right(word: str) -> None:
    assert misspelt(f"They {word} it.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "The team of Kwiatkowski and Nagaoka met in Aarhus.",
        "SOD1G93A rats had mRNA, MSCs and IL-6 at 5mg.",
        "See https://example.org/recieve or write to teh@example.org, doi 10.1000/teh.",
        "α-synuclein in Österreich",
        "",
    ],
)
def test_names_short_forms_numbers_and_addresses_are_let_be(text: str) -> None:
    assert misspelt(text) == ()


def test_a_slip_that_begins_a_sentence_is_doubted() -> None:
    text = "It helped. Recieved by rats. “Teh” end."
    assert [text[start:end] for start, end in misspelt(text)] == ["Recieved", "Teh"]


def test_places_count_letters_not_units() -> None:
    text = "😀 rats recieve cells."
    assert [text[start:end] for start, end in misspelt(text)] == ["recieve"]


def test_what_the_summary_brings_with_it_is_known() -> None:
    summary = Summary(
        id="one",
        paper=Paper(
            title="The zibrovax trial", authors=(Author("van hoorebeke", "Jo"),), abstract="We gave florbinol."
        ),
        glossary=(GlossaryTerm("quendil", "wexlow"),),
    )
    text = "Then zibrovax and florbinol met hoorebeke’s quendil, wexlow and ploverine."
    assert [text[start:end] for start, end in misspelt(text, known_words(summary))] == ["ploverine"]


@pytest.mark.parametrize(
    ("slip", "meant"),
    [
        ("recieve", "receive"),
        ("Pateints", "Patients"),
        ("seperate", "separate"),
        ("teh", "the"),
        ("inflamatory", "inflammatory"),
        ("randomisd", "randomised"),
        ("questionaire", "questionnaire"),
        ("imunotherapie", "immunotherapy"),
    ],
)
def test_what_was_meant_is_offered(slip: str, meant: str) -> None:
    assert meant in suggestions(slip)


def test_offers_are_words() -> None:
    for slip in SLIPS:
        assert all(is_word(word.lower()) for word in suggestions(slip))


def test_the_sample_library_has_no_slips() -> None:
    for file in sorted((Path(__file__).parents[3] / "resources" / "sample").glob("*-*.json")):
        summary = summary_from_json(file.read_bytes(), file.name)
        for markdown in (summary.simple_explanation, summary.research_summary, *summary.key_findings):
            text = plain(markdown).text
            assert [text[start:end] for start, end in misspelt(text, known_words(summary))] == []
