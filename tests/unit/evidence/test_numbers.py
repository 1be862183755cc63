"""Numbers of a summary held against a paper: found, elsewhere, differing, not there, unreadable."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.numbers import held
from app.evidence.paper_numbers import PaperNumbers, paper_numbers
from app.model.evidence import DIFFERS, FOUND, NOT_IN_PAPER, UNREADABLE_SIGN, VALUE_FOUND, WORLD_AT_LARGE, HeldNumber
from app.model.paper_text import CAPTION, HEADING, LIST, PARAGRAPH, REFERENCE, UNREADABLE, Block, PaperText

SENTENCES = (
    "We tested whether repeated administration of stem cells (weekly, four times) increased survival in rats.",
    "The median survival in the treated group was 51 days, prolonged by 16.5 days compared with the control group.",
    "Body weight was 292 g in the treated group and 238 g in the control group at 28 days.",
    "Approximately 50% of patients with ALS die within 30 months of symptom onset.",
    "Motor function was tested twice a week from the age of 12 weeks.",
    "Of 24 rats, 12 lost weight, and the mean change in score was −7.06 points.",
    "Cells were given at a dose of 1 × 10^6 cells in 100 µl of medium over 2 weeks.",
    "The trial took place in 2018 with 1,009 participants at nine hospitals.",
    "A rise in fever was seen in 37 of 43 children, which was higher than expected by 12%.",
)


def paper_of(*sentences: str, kind: str = PARAGRAPH) -> PaperNumbers:
    return paper_numbers(PaperText(tuple(Block(kind, sentence) for sentence in sentences)))


PAPER = paper_of(*SENTENCES)


def state(text: str, paper: PaperNumbers = PAPER) -> list[tuple[str, str, str]]:
    return [(one.text, one.state, one.code) for one in held(text, paper)]


def only(text: str, paper: PaperNumbers = PAPER) -> HeldNumber:
    (one,) = held(text, paper)
    return one


THERE = [
    "Rats that were treated lived about 17 days longer than the control group.",
    "The treated rats survived for a median of 51 days.",
    "Half of patients with ALS die within 30 months.",
    "Stem cells were given four times.",
    "Stem cells were given once a week.",
    "Twelve of the 24 rats lost weight.",
    "Half of the 24 rats lost weight.",
    "One million cells were given.",
    "Cells were given over 14 days.",
    "More than 1,000 participants took part in the trial in 2018.",
    "Fever rose in 86% of children.",
    "The score changed by −7.06 points.",
    "The dose was 0.1 ml.",
    "Motor function was tested two times per week.",
    "The trial took place at 9 hospitals.",
]


@pytest.mark.parametrize("text", THERE)
def test_what_is_there_is_never_flagged(text: str) -> None:
    assert [one for one in held(text, PAPER) if one.code] == []
    assert all(one.passage for one in held(text, PAPER) if one.state == FOUND)


FLAGGED = [
    ("Stem cells were given four times weekly.", "four times weekly", "rate-differs"),
    ("Motor function was tested three times a week.", "three times a week", "rate-differs"),
    ("Motor function was tested twice a day.", "twice a day", "rate-differs"),
    ("Median survival in the treated group was 51 weeks.", "51 weeks", "number-unit-differs"),
    ("Body weight was 292 kg in the treated group.", "292 kg", "number-unit-differs"),
    ("The treated group survived 16.5 days less than the control group.", "16.5 days", "direction-differs"),
    ("Fever was 12% lower than expected in children.", "12%", "direction-differs"),
    ("Median survival in the treated group was 87 days.", "87 days", "number-not-in-paper"),
    ("The trial took place with 1,003 participants.", "1,003", "number-not-in-paper"),
    ("The trial took place in 2017.", "2017", "number-not-in-paper"),
]


@pytest.mark.parametrize(("text", "words", "code"), FLAGGED)
def test_what_differs_is_flagged(text: str, words: str, code: str) -> None:
    assert [(one.text, one.code) for one in held(text, PAPER) if one.code] == [(words, code)]


def test_the_rate_of_the_published_page() -> None:
    one = only("Repeated infusions (four times weekly) of stem cells increased survival in rats.")
    assert (one.text, one.state, one.code) == ("four times weekly", DIFFERS, "rate-differs")
    assert one.facts["rate"] == 4 and one.facts["per"] == "week"
    assert one.facts["paper_rate"] == 1 and one.facts["paper_per"] == "week" and one.facts["paper_total"] == 4
    assert one.facts["paper"] == "weekly, four times"
    assert one.passage and "(weekly, four times)" in one.passage.text


def test_the_same_rate_in_other_words_is_found() -> None:
    paper = paper_of("Patients got three sessions of exercise per week for two years.")
    assert state("Patients exercised three times a week.", paper)[0][2] == ""
    assert state("Patients got 3 weekly exercise sessions.", paper)[0][2] == ""


def test_a_passage_is_the_sentence_of_the_whole_text() -> None:
    text = PaperText((Block(HEADING, "Results"), Block(PARAGRAPH, f"{SENTENCES[0]} {SENTENCES[1]}")))
    one = only("Survival was prolonged by 16.5 days.", paper_numbers(text))
    assert one.passage and one.passage.text == SENTENCES[1]
    assert text.whole()[one.passage.start : one.passage.end] == SENTENCES[1]


def test_a_number_beside_an_unreadable_sign_is_never_found() -> None:
    paper = paper_of(f"The mean change in score was {UNREADABLE}7.06 points in rats.")
    one = only("The score of the rats changed by 7.06 points.", paper)
    assert (one.state, one.code) == (UNREADABLE_SIGN, "number-unreadable")
    assert only(f"It was {UNREADABLE}7.06 points.").state == UNREADABLE_SIGN


def test_captions_and_tables_count_and_references_do_not() -> None:
    row = "Group | Survival (days)\nTreated | 77\nControl | 34"
    assert only("Control survival was 34 days.", paper_of(row, kind=LIST)).state == FOUND
    assert only("It lasted 77 days.", paper_of("Fig. 1 Survival over 77 days.", kind=CAPTION)).state == FOUND
    assert only("It lasted 77 days.", paper_of("Smith 2019: 77 days of rats.", kind=REFERENCE)).state == NOT_IN_PAPER


def test_a_value_that_counts_something_else() -> None:
    paper = paper_of(
        "We enrolled 38 patients with a spinal cord injury in the trial.",
        "The microscope was cooled to 83 °C with nitrogen from a tank.",
    )
    one = only("The trial enrolled 83 patients with a spinal cord injury.", paper)
    assert one.code == "number-elsewhere" and one.state == VALUE_FOUND


def test_a_slip_of_one_digit_shows_the_number_of_the_paper() -> None:
    paper = paper_of(
        "We enrolled 138 patients with a spinal cord injury in the trial.",
        "A microscope with 158 lenses was cooled with nitrogen from a tank.",
    )
    one = only("The trial enrolled 158 patients with a spinal cord injury.", paper)
    assert one.code == "number-elsewhere" and one.facts["paper_value"] == 138
    assert one.passage and "138 patients" in one.passage.text


def test_a_number_of_the_world_at_large_is_told_apart() -> None:
    assert only("Some 34 million people live with it.").state == WORLD_AT_LARGE
    assert only("The trial had 1,234 participants.").state == NOT_IN_PAPER


def test_one_and_once_are_never_missed() -> None:
    assert [one.code for one in held("A single dog was seen. One rat of one group died.", PAPER)] == ["", ""]


def test_an_empty_paper_has_no_numbers() -> None:
    paper = paper_numbers(PaperText())
    assert only("It took 12 days.", paper).state == NOT_IN_PAPER


def test_spans_count_the_markdown() -> None:
    text = "It was **four times weekly** in [12](https://example.org) rats, 🐀 *16.5* days."
    for one in held(text, PAPER):
        assert text[one.start : one.end] == one.text
    assert next(one.text for one in held(text, PAPER)) == "four times weekly"


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(SENTENCES))
def test_a_sentence_of_the_paper_itself_is_never_flagged(sentence: str) -> None:
    assert [one for one in held(sentence, PAPER) if one.code] == []


@settings(max_examples=60, deadline=None)
@given(st.permutations(SENTENCES), st.sampled_from(THERE + [text for text, _, _ in FLAGGED]))
def test_the_order_of_the_paper_does_not_matter(sentences: list[str], text: str) -> None:
    assert [(one.text, one.code) for one in held(text, paper_of(*sentences))] == [
        (one.text, one.code) for one in held(text, PAPER)
    ]


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(SENTENCES), max_size=4), st.text(alphabet="ab 12.%-–*_[]()\n�🐀", max_size=30))
def test_spans_always_match(parts: list[str], noise: str) -> None:
    text = noise.join(["", *parts, ""])
    for one in held(text, PAPER):
        assert text[one.start : one.end] == one.text
        if one.passage:
            assert PAPER.whole[one.passage.start : one.passage.end] == one.passage.text


def test_numbers_changed_by_a_digit_are_mostly_caught() -> None:
    source, caught, tried = random.Random(3), 0, 0
    for sentence in SENTENCES:
        for place in [place for place, sign in enumerate(sentence) if sign.isdigit() and sentence[place - 1] != "^"]:
            digit = source.choice([one for one in "123456789" if one != sentence[place]])
            changed = sentence[:place] + digit + sentence[place + 1 :]
            tried += 1
            caught += any(one.code and one.start <= place < one.end for one in held(changed, PAPER))
    assert caught / tried > 0.8
