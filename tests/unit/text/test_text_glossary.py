"""Where glossary words are found, and which explanations a summary takes from its library."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.house_style import Term
from app.model.summary import GlossaryTerm, Summary
from app.text.glossary import Lexicon, explained, key_of, lexicon, own_words

MEDIAN = Term("median", "middle value", "The value in the middle.")


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end, _index in Lexicon(words).places(text)]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Medians and a median.", "median", ["Medians", "median"]),
        ("A study, two studies", "study", ["study", "studies"]),
        ("metastases of a metastasis", "metastasis", ["metastases", "metastasis"]),
        ("Stem-cells, stem cells, stem\u00a0cell", "stem cell", ["Stem-cells", "stem cells", "stem\u00a0cell"]),
        ("A p value, a p-value", "p-value", ["p value", "p-value"]),
        ("ALS, als, ALSs, ALS's", "ALS", ["ALS", "ALSs", "ALS"]),
        ("self-control and control-group", "control", ["control"]),
        ("uncontrolled controller", "control", []),
        ("Crohn’s disease", "Crohn's disease", ["Crohn’s disease"]),
        ("(p) R&D 5-HT", "(p)", ["(p)"]),
        ("R&D", "R&D", ["R&D"]),
        ("😀 median", "median", ["median"]),
        ("", "median", []),
        ("anything", " - ", []),
    ],
)
def test_a_word_is_found_in_its_forms_and_not_inside_another(text: str, word: str, expected: list[str]) -> None:
    assert found(text, word) == expected


def test_the_longest_word_wins_and_none_stands_inside_another() -> None:
    assert found("A stem cell is a cell.", "cell", "stem cell") == ["stem cell", "cell"]


def test_spellings_of_one_word_have_one_key() -> None:
    assert key_of("Stem-Cell") == key_of("stem  cell")
    assert key_of("AIDS") != key_of("aids")


def test_a_summary_takes_explanations_of_words_that_stand_in_it_in_reading_order() -> None:
    summary = Summary("1", simple_explanation="*Medians* first.", study_limitations=("A cohort.",))
    cohort, unused = Term("cohort", "", "A group."), Term("placebo", "", "A sham.")
    plain_only, title = Term("first", "at once"), replace(summary, plain_title="placebo")
    assert explained(title, (cohort, unused, plain_only, MEDIAN)).glossary == (
        GlossaryTerm("median", "middle value", "The value in the middle."),
        GlossaryTerm("cohort", "", "A group."),
    )


def test_a_word_only_inside_a_longer_one_of_the_summary_is_not_explained() -> None:
    summary = Summary("1", simple_explanation="A stem cell.", glossary=(GlossaryTerm("stem cell", "", "Young."),))
    assert explained(summary, (Term("cell", "", "Small."),)) == summary


def test_the_summary_s_own_entry_wins() -> None:
    summary = Summary("1", simple_explanation="A median.", glossary=(GlossaryTerm("Median", "", "My own."),))
    assert explained(summary, (MEDIAN,)) == summary


WORDS = st.sampled_from(["median", "stem cell", "cell", "ALS", "als", "p-value", "R&D", "study", "X", "-", ""])
TERMS = st.lists(st.builds(Term, WORDS, st.just(""), st.sampled_from(["", "What it is."])), max_size=6)
TEXTS = st.lists(
    st.sampled_from(["medians", "stem-cells", "ALS", "als", "p", "value", "R&D", "studies", "**x**", "cell"]),
    max_size=12,
)
OWN = st.lists(st.builds(GlossaryTerm, WORDS, st.just(""), st.sampled_from(["", "Mine."])), max_size=3)


@given(TEXTS, TERMS, OWN)
def test_explaining_twice_adds_nothing_and_loses_nothing(text: list[str], terms: list[Term], own: list) -> None:  # type: ignore[type-arg]
    summary = Summary("1", research_summary=" ".join(text), glossary=tuple(own))
    once = explained(summary, terms)
    assert explained(once, terms) == once
    assert once.glossary[: len(own)] == tuple(own)
    again = own_words(once, terms)
    assert set(explained(again, terms).glossary) == set(once.glossary)


@given(st.text(max_size=80), st.lists(st.text(max_size=12), max_size=5))
def test_any_text_and_any_words(text: str, words: list[str]) -> None:
    places = list(lexicon(tuple(words)).places(text))
    assert all(0 <= start < end <= len(text) for start, end, _ in places)
    assert all(first[1] <= second[0] for first, second in itertools.pairwise(places))
