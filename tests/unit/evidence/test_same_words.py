"""Slips in words that the paper has much as they stand: another number, another unit, the other way round."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.numbers import held
from app.evidence.opposite_words import opposites
from app.evidence.paper_numbers import PaperNumbers, paper_numbers
from app.evidence.side_by_side import agreement, common, place
from app.evidence.way_words import ways_of
from app.model.paper_text import PARAGRAPH, Block, PaperText

SENTENCES = (
    "Each rat in the treated group received 3 doses of stem cells.",
    "A total of 62 tumour types were sequenced in the laboratory.",
    "Patients who had survived 24 months after starting therapy had a longer life expectancy.",
    "Men and women were followed for 24 years in the register.",
    "Life expectancy was higher in patients who started therapy early than in patients who started late.",
    "Treatment (10 mg daily) reduced the nausea of patients within 12 hours (odds lower by half).",
    "The drug did not increase the risk of bleeding in older patients.",
    "Accuracy was better in the new model, and worse in the old one.",
    "Acupuncture might more effectively reduce vomiting after surgery.",
    "The animals lived in 4 cages.",
)


def paper_of(*sentences: str) -> PaperNumbers:
    return paper_numbers(PaperText(tuple(Block(PARAGRAPH, sentence) for sentence in sentences)))


PAPER = paper_of(*SENTENCES)


def codes(text: str) -> list[tuple[str, str]]:
    return [(one.text, one.code) for one in held(text, PAPER) if one.code]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Each rat in the treated group received 4 doses of stem cells.", "4"),
        ("Each rat in the treated group received four doses of stem cells.", "four"),
        ("In all, 24 tumour types were sequenced in the laboratory.", "24"),
    ],
)
def test_another_number_in_the_same_words(text: str, number: str) -> None:
    (one,) = [one for one in held(text, PAPER) if one.code]
    assert (one.text, one.code) == (number, "number-elsewhere")
    assert one.facts["paper_value"] in (3, 62)
    assert one.passage is not None
    assert "group" in one.passage.text or "tumour" in one.passage.text


@pytest.mark.parametrize(
    "text",
    [
        "Each rat in the treated group received 3 doses of stem cells.",
        "Each rat received three doses.",
        "Some 60 tumour types were sequenced in the laboratory.",  # rounded
        "The treated group received stem cells for 24 years.",  # other words
        "More than 3 doses of stem cells were given to each rat in the treated group.",
        "",
    ],
)
def test_the_same_number_or_other_words(text: str) -> None:
    assert [code for _, code in codes(text) if code == "number-elsewhere"] == []


THRESHOLDS = paper_of(
    "Survivors must start therapy before their blood count drops below 200 cells.",
    "Guidelines say that therapy starts when blood counts fall below 350 cells.",
    "Patients were left out if their viral load was below 400 copies.",
    "All proteins of 211 bacterial species were compared between all pairs of the 211 bacterial genomes.",
    "The drug was given to 20 rats in the first cage and 20 rats in the second cage.",
)


@pytest.mark.parametrize(
    ("text", "code", "number"),
    [  # 350 and 400 are near, but said of something else; 211 twice is no sum
        ("Survivors must start therapy before their blood count drops below 400 cells.", "number-elsewhere", "200"),
        (
            "The proteins of 422 bacterial species were compared between pairs of bacterial genomes.",
            "number-not-in-paper",
            "211",
        ),
    ],
)
def test_a_doubled_count_is_no_other_number_of_the_paper(text: str, code: str, number: str) -> None:
    (one,) = [one for one in held(text, THRESHOLDS) if one.code]
    assert one.code == code
    assert one.passage is not None and number in one.passage.text


@pytest.mark.parametrize(
    "text",
    [
        "Survivors must start therapy before their blood count drops below 200 cells.",
        "Survivors must start therapy before their blood count drops to about 200 cells.",
        "The proteins of 211 bacterial species were compared between pairs of bacterial genomes.",
        "The drug was given to 40 rats in the first and the second cage.",  # 20 and 20
    ],
)
def test_thresholds_and_sums_that_are_true(text: str) -> None:
    assert [(one.text, one.code) for one in held(text, THRESHOLDS) if one.code] == []


def test_a_unit_of_another_sentence_does_not_hide_a_slip() -> None:
    slip = "Patients who had survived 24 years after starting therapy had a longer life expectancy."
    assert codes(slip) == [("24 years", "number-unit-differs")]
    assert codes("Men and women were followed for 24 years in the register.") == []
    assert codes("They were followed for 24 years.") == []


TURNED = [
    ("Life expectancy was lower in patients who started therapy early than in patients who started late.", "lower"),
    ("Treatment increased the nausea of patients within 12 hours.", "increased"),
    ("The drug did not reduce the risk of bleeding in older patients.", "reduce"),
    ("Accuracy was worse in the new model.", "worse"),
    ("Acupuncture might more effectively increase vomiting after surgery.", "increase"),
    ("Acupuncture might less effectively reduce vomiting after surgery.", "less"),
    ("Life expectancy was higher in patients who started late than in patients who started therapy early.", "higher"),
]


@pytest.mark.parametrize(("text", "word"), TURNED)
def test_words_that_point_the_other_way(text: str, word: str) -> None:
    (one,) = opposites(text, PAPER)
    assert text[one.start : one.end] == word
    assert PAPER.whole[one.passage.start : one.passage.end] == one.passage.text


@pytest.mark.parametrize(
    "text",
    [
        *SENTENCES,
        "Life expectancy was lower in patients who started late than in patients who started therapy early.",
        "Life expectancy fell where many smoke a lot.",
        "Treatment increased the costs of hospitals.",
        "The drug may reduce pain in older patients.",
        "Accuracy was worse in the old model.",
        "Nausea became more or less common within 12 hours of treatment.",
        "More importantly, nausea of patients was reduced within 12 hours.",
    ],
)
def test_words_that_point_the_same_way_or_elsewhere(text: str) -> None:
    assert opposites(text, PAPER) == ()


ABROAD = paper_of(
    "It is not clear whether volatile signals increase plant fitness in nature, and few have looked.",
    "Recent trials of the new regimen saw a better overall prognosis of elderly patients in most of the centres.",
    "Walking speed rose in rats, and walking speed fell in mice.",
)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Nobody has shown that signals decrease the fitness of a plant, so their use is a riddle.", "decrease"),
        ("We saw that elderly patients have a worse overall prognosis with the new regimen.", "worse"),
    ],
)
def test_other_words_about_a_measure_that_the_paper_tells_only_the_other_way(text: str, word: str) -> None:
    (one,) = opposites(text, ABROAD)
    assert text[one.start : one.end] == word


@pytest.mark.parametrize(
    "text",
    [
        "Nobody has shown that signals increase the fitness of a plant, so their use is a riddle.",
        "Walking speed fell.",  # the paper says both
        "Plants decrease the number of insects in nature.",  # of another thing
        "Many patients were lost to follow-up in nature.",
        "We saw that elderly patients have a longer overall prognosis with the new regimen.",  # of another scale
    ],
)
def test_other_words_that_nothing_speaks_against(text: str) -> None:
    assert opposites(text, ABROAD) == ()


def test_what_is_set_against_what() -> None:
    (way,) = ways_of("Survival was longer in men than in women.")
    assert (way.way, way.scale) == (1, "length")
    assert way.this and way.that and not way.this & way.that
    (alone,) = ways_of("Survival was longer.")
    assert (alone.this, alone.that) == (frozenset(), frozenset())


def test_brackets_beside_a_place_are_left_out() -> None:
    text = "Nausea (12%) was reduced (by 4 mg) in patients"
    at = text.index("reduced")
    around = place(text, at, at + len("reduced"))
    assert around == place("Nausea was reduced in patients", 11, 18)
    within = place(text, text.index("4"), text.index("4") + 1)
    assert "mg" in within.after


WORDS = st.lists(
    st.sampled_from(["drug", "pain", "rats", "12", "lived", "longer", "(cells)", "weeks", "the", "mg"]), max_size=14
)


@settings(max_examples=60, deadline=None)
@given(WORDS, WORDS, st.integers(0, 40), st.integers(0, 8))
def test_a_place_agrees_with_itself_and_never_beyond_one(one: list[str], other: list[str], at: int, size: int) -> None:
    text = " ".join(one)
    start = min(at, len(text))
    mine, theirs = place(text, start, min(len(text), start + size)), place(" ".join(other), 0, 0)
    assert agreement(mine, mine) == (1.0 if mine else 0.0)
    assert 0.0 <= agreement(mine, theirs) <= 1.0
    assert common(mine, theirs) == common(theirs, mine)


@settings(max_examples=40, deadline=None)
@given(WORDS)
def test_a_sentence_never_contradicts_itself(words: list[str]) -> None:
    text = " ".join(words).capitalize() + "."
    paper = paper_of(text, *SENTENCES)
    assert opposites(text, paper) == ()


def test_what_another_word_of_the_sentence_agrees_with_is_not_held_against_this_one() -> None:
    paper = paper_of(
        "These results show that repeated infusion reduces the deterioration of motor deficits in rats.",
        "Cages were cleaned every week.",
    )
    told = (
        "Rats with repeated infusion showed reduced deterioration of motor deficits, as indicated by higher BBB scores."
    )
    assert opposites(told, paper) == ()
    slip = opposites(told.replace("reduced", "increased"), paper)
    assert (told.index("reduced"), 1) in [(one.start, one.way) for one in slip]
