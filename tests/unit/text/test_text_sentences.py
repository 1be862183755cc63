"""Sentences, words and their places."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.text.sentences import is_finished, sentences
from app.text.words import is_address, words

HARD_CASES = {
    "It fell (p = 0.005). Rats lived 1.5 days longer.": 2,
    "Smith et al. (2019) found it. So did others.": 2,
    "As shown by Smith et al. The effect was large.": 2,
    "See Fig. 1 and Figs. S2 and S3. It was small.": 2,
    "It was compared vs. Placebo in trials. Good.": 2,
    "E. coli and S. aureus grew. They died.": 2,
    "Dr. J. R. Smith and Prof. Jones led it. It ran in the U.S. for 2 years.": 2,
    "They had hepatitis B. Patients got vitamin C. The dose was 5 mg. mRNA levels rose.": 4,
    "We used drugs, e.g. Aspirin, i.e. ASA. It worked!": 2,
    "“Is it safe?” she asked. “Yes.” He left.": 3,
    "It grew at approx. 5 mm per day. No. 5 was best. No. It was not.": 4,
    "It works.It is good. See www.example.org/a.B for more. DOI: 10.1186/s13041-021-00787-6. End.": 5,
    "One\nTwo words here\n\n• Bullet one\n• 2\n  Third item. Fourth.": 5,
    "It ended at 5 p.m. The team left. It starts at 9 a.m. on Monday.": 3,
    "The drug helped.1,2 The rats lived. [3] Others did not.": 3,
    "Wait... It works... maybe. Done.": 3,
    "In Dec. 2021 it ended. The trial began.": 2,
    "1. First item here. 2. Second": 2,
    "(It was small.) The end.": 2,
    "It is in the U.S. Food and Drug office.": 1,
    "Cells, tissue, etc. were used. Cells etc. They died.": 3,
    "What?! No way! Yes.": 3,
    "The ratio was 2:1. 43 trials were found.": 2,
    "Published in Nat. Med. and J. Clin. Invest. in 2020.": 1,
    "It affects St. John's wort. Group A. Rats got more.": 3,
    "She has a Ph.D. in biology. He has one too.": 2,
    "The p.5 page. Vol. 3, pp. 4–5 is it.": 2,
    "😀 Great. 𝒳 is. النص العربي هنا. مرحبا": 4,
}


@pytest.mark.parametrize(("text", "count"), HARD_CASES.items())
def test_hard_cases(text: str, count: int) -> None:
    found = [text[start:end] for start, end in sentences(text)]
    assert len(found) == count, found


def test_only_a_stop_finishes_a_sentence() -> None:
    assert is_finished("It ended.", 9)
    assert is_finished("“It ended.”", 11)
    assert not is_finished("It ended", 8)


@pytest.mark.parametrize(
    ("text", "expected"),
    {
        "blood-spinal neurons—which": ["blood", "spinal", "neurons", "which"],
        "0.005 and 1,009": ["0.005", "and", "1,009"],
        "the patient’s cells": ["the", "patient’s", "cells"],
        "e.g. the U.S. trial": ["e.g.", "the", "U.S.", "trial"],
        "See https://x.org/a_(b).": ["See", "https://x.org/a_(b)"],
        "doi:10.1186/s13041-021-00787-6, end": ["doi:10.1186/s13041-021-00787-6", "end"],
        "n=6/group": ["n", "6", "group"],
        "cafe\u0301 ends": ["cafe\u0301", "ends"],
    }.items(),
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected


def test_addresses_are_told_from_words() -> None:
    assert is_address("10.1186/s13041-021-00787-6") and is_address("me@example.org")
    assert not is_address("0.005")


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB1 .,!?\n\t-–•(\"'“”)[]:;/@é😀𝒳\u0301\u00adن\x00"), max_size=80))
def test_spans_lie_in_order_inside_the_text_and_hold_what_they_should(text: str) -> None:
    position = 0
    for start, end in sentences(text):
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert any(letter.isalpha() for letter in text[start:end])
        position = end
    position = 0
    for start, end in words(text):
        assert position <= start < end <= len(text)
        assert any(letter.isalnum() for letter in text[start:end])
        position = end


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet=st.sampled_from("aB .!?\n😀"), max_size=60))
def test_every_letter_stands_in_one_sentence(text: str) -> None:
    covered = {place for start, end in sentences(text) for place in range(start, end)}
    assert {place for place, letter in enumerate(text) if letter.isalpha()} <= covered
