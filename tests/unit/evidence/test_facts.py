"""What a paper offers for the facts of a summary: true cases, and what must not be taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.evidence.facts import suggestions
from app.model.evidence import Suggestions
from app.model.paper import Paper
from app.model.paper_text import BLOCK_KINDS, HEADING, PARAGRAPH, Block, PaperText


def paper_text(*parts: str) -> PaperText:
    """Headings begin with "# "."""
    return PaperText(
        tuple(Block(HEADING, part[2:]) if part.startswith("# ") else Block(PARAGRAPH, part) for part in parts)
    )


def offered(*parts: str, title: str = "A study", types: tuple[str, ...] = ()) -> Suggestions:
    return suggestions(Paper(title=title, publication_types=types), paper_text(*parts))


DURATIONS = [
    "At 7, 14, and 21 days after the first infusion, the rats were given cells.",
    "The test was performed twice a week from the age of 12 weeks to the endpoint.",
    "Scores were higher on days 14 and 21 and on day 42 after infusion.",
    "Patients were followed for 12 months after surgery.",
    "The median follow-up was 1.84 years.",
    "Patients were enrolled between January 2005 and October 2016.",
    "This was a 12-week randomised trial of exercise.",
    "The animals were treated for 8 weeks.",
]
NO_DURATIONS = [
    "We searched PubMed for articles published between January 2005 and October 2016.",
    "The literature search covered the years from 1990 to 2012.",
    "The plates were incubated at 37 °C for 24 hours.",
    "Patients aged 18 to 65 years were eligible for the trial if their expected lifetime was 3 months.",
    "The gel was run for 30 minutes and the tissue was fixed.",
]


@pytest.mark.parametrize("sentence", DURATIONS)
def test_a_duration_is_offered(sentence: str) -> None:
    found = offered("# Methods", sentence)
    assert [one.text for one in found.study_duration] == [sentence]


@pytest.mark.parametrize("sentence", NO_DURATIONS)
def test_what_is_no_duration_of_the_study_is_not_offered(sentence: str) -> None:
    assert not offered("# Methods", sentence).study_duration


PARTICIPANTS = [
    "In total, 43 patients were enrolled.",
    "Twenty-three studies involving 1,009 women were included.",
    "Rats were divided into three groups (n = 6/group).",
    "We recruited twelve healthy volunteers.",
    "A total of 28 female mice were inoculated.",
]
NO_PARTICIPANTS = [
    "A total of 199 potential trials were identified via the primary search, and 63 remained after duplicates.",
    "The patients were treated with 30 mg of the drug.",
    "About 47% to 80% of patients feel sick.",
]


@pytest.mark.parametrize("sentence", PARTICIPANTS)
def test_participants_are_offered(sentence: str) -> None:
    assert [one.text for one in offered("# Results", sentence).participants] == [sentence]


@pytest.mark.parametrize("sentence", NO_PARTICIPANTS)
def test_what_counts_nobody_is_not_offered(sentence: str) -> None:
    assert not offered("# Results", sentence).participants


def test_the_study_s_own_count_comes_before_others() -> None:
    found = offered(
        "# Introduction", "A study of 2019 patients found yeast in 54.4%.", "# Methods", "We enrolled 43 patients."
    )
    assert [one.text for one in found.participants] == ["We enrolled 43 patients."]


def test_limitations_are_the_announcement_and_its_list() -> None:
    text = (
        "Our results are new. This study has several limitations. First, it was small. Old people took part. "
        "Second, it was short. It agrees with others."
    )
    found = offered("# Discussion", text).study_limitations
    assert [one.text for one in found] == [
        "This study has several limitations.",
        "First, it was small.",
        "Old people took part.",
        "Second, it was short.",
    ]


def test_a_section_of_limitations_is_offered_whole_until_the_next_heading() -> None:
    found = offered("# Strengths and limitations", "It was small. It was short.", "# Conclusions", "It works.")
    assert [one.text for one in found.study_limitations] == ["It was small.", "It was short."]


@pytest.mark.parametrize(
    "sentence",
    [
        "No limitations were imposed on language.",
        "Physical limitations are common in old age.",
        "We overcome the limitations of previous methods.",
        "The virus used a limited number of genes.",
    ],
)
def test_other_limits_are_not_the_study_s(sentence: str) -> None:
    assert not offered("# Discussion", sentence).study_limitations


def test_a_lone_warning_is_offered() -> None:
    sentence = "The therapeutic mechanisms of these changes are not elucidated in the current study."
    assert [one.text for one in offered("# Discussion", sentence).study_limitations] == [sentence]


LEVELS = [
    ("A meta-analysis of exercise", "", "systematic-review"),
    ("Exercise in old age: a randomised controlled trial", "", "randomised-trial"),
    ("Cells in the SOD1 rat model of ALS", "", "animal"),
    ("In vitro activity of seed oils", "", "cells"),
    ("Exercise", "We did a retrospective cohort study of 400 patients.", "observational"),
    ("Exercise", "Patients were randomly assigned to exercise or rest.", "randomised-trial"),
    ("A case of late walking", "", "case-report"),
    ("Guidelines for the care of ALS", "", "guideline"),
    ("Walking", "In this review we discuss walking.", "narrative-review"),
    ("Walking", "We did a single-arm trial.", "pre-post"),
]


@pytest.mark.parametrize(("title", "abstract", "level"), LEVELS)
def test_the_level_comes_with_the_words_that_say_so(title: str, abstract: str, level: str) -> None:
    text = paper_text("# " + title, "# Abstract", abstract or "Nothing much.")
    first = suggestions(Paper(title=title), text).evidence_level[0]
    assert first.level == level
    if first.start is not None:
        assert text.whole()[first.start : first.end] == first.trigger
    else:
        assert first.trigger in title


def test_a_registry_s_word_comes_first() -> None:
    found = offered("# Abstract", "A cohort study.", types=("Journal Article", "Randomized Controlled Trial"))
    assert [one.level for one in found.evidence_level] == ["randomised-trial", "observational"]
    assert found.evidence_level[0].trigger == "Randomized Controlled Trial"
    assert found.evidence_level[0].start is None


def test_rats_randomly_assigned_are_no_trial_in_people() -> None:
    found = offered("# Abstract", "Rats were randomly assigned to two groups.", title="Stem cells in rats")
    assert [one.level for one in found.evidence_level] == ["animal"]


def test_an_antibody_raised_in_rabbits_is_no_animal_study() -> None:
    found = offered("# Methods", "We used a rabbit anti-actin antibody. " * 9, title="Patients with stroke")
    assert "animal" not in [one.level for one in found.evidence_level]


def test_findings_are_what_the_abstract_found() -> None:
    found = offered(
        "# Abstract",
        "ALS is a fatal disease. We tested whether cells help rats. We found that repeated infusion significantly "
        "prolonged life compared with one infusion (77 vs 51 days). Further studies are needed.",
    )
    assert [one.text[:30] for one in found.key_findings] == ["We found that repeated infusio"]


@given(st.lists(st.tuples(st.sampled_from(BLOCK_KINDS), st.text(max_size=200)), max_size=8), st.text(max_size=40))
def test_every_offer_stands_where_it_says(blocks: list[tuple[str, str]], title: str) -> None:
    text = PaperText(tuple(Block(kind, words) for kind, words in blocks))
    whole, found = text.whole(), suggestions(Paper(title=title), text)
    quoted = (*found.participants, *found.study_duration, *found.key_findings, *found.study_limitations)
    assert all(whole[one.start : one.end] == one.text for one in quoted)


def test_a_sentence_that_stands_twice_is_offered_once() -> None:
    told = "A total of 43 patients were enrolled in the trial."
    text = PaperText((Block("paragraph", told), Block("paragraph", told.replace(" of ", "  of "))))
    assert len(suggestions(Paper(), text).participants) == 1
