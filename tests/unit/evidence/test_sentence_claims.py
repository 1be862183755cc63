"""Sentences with where they come from, and the place of a passage in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.evidence.sentence_claims import passage_of, sentence_claims
from app.model.claims import FROM_PAPER, OPEN, linked, marked_explanation, moved
from app.model.finding import PassageSpan
from app.model.paper_text import HEADING, PARAGRAPH, Block, PaperText
from app.model.summary import Passage, Summary

TEXT = "The **rats** lived. They walked. Why?"
PASSAGE = Passage("Rats lived longer.", "Results")


def test_each_sentence_has_its_kind_and_its_place_in_the_markdown() -> None:
    summary = linked(Summary("a", research_summary=TEXT), "research_summary", 0, 19, PASSAGE)
    summary = marked_explanation(summary, "research_summary", 20, 32)
    found = sentence_claims("research_summary", TEXT, summary.claims)
    assert [(one.text, one.kind) for one in found] == [
        ("The rats lived.", "from-paper"),
        ("They walked.", "explanation"),
        ("Why?", "open"),
    ]
    assert TEXT[found[0].start : found[0].end] == "The **rats** lived." and found[0].passage == PASSAGE


def test_a_sentence_split_in_two_stays_linked() -> None:
    old, new = "The rats lived and walked.", "The rats lived. And walked."
    claims = linked(Summary("a", research_summary=old), "research_summary", 0, len(old), PASSAGE).claims
    kept = moved(claims, "research_summary", old, new)
    assert [one.kind for one in sentence_claims("research_summary", new, kept)] == [FROM_PAPER, FROM_PAPER]


def test_claims_of_other_sections_do_not_count() -> None:
    summary = linked(Summary("a", simple_explanation=TEXT), "simple_explanation", 0, 19, PASSAGE)
    assert {one.kind for one in sentence_claims("research_summary", TEXT, summary.claims)} == {OPEN}


def test_a_passage_is_located_by_heading_and_page() -> None:
    text = PaperText((Block(HEADING, "Results"), Block(PARAGRAPH, "Rats lived.", 3), Block(PARAGRAPH, "Mice too.")))
    start = text.whole().index("Rats")
    assert passage_of(PassageSpan(start, start + 11, "Rats lived."), text) == Passage("Rats lived.", "Results, page 3")
    last = text.whole().index("Mice")
    assert passage_of(PassageSpan(last, last + 9, "Mice too."), text).locator == "Results"
    assert passage_of(PassageSpan(0, 1, "x"), PaperText()).locator == ""


@given(st.text(alphabet="ab. *_\n", max_size=60))
def test_sentences_stand_apart_in_order(markdown: str) -> None:
    edges = [place for one in sentence_claims("title", markdown, ()) for place in (one.start, one.end)]
    assert edges == sorted(edges) and all(0 <= place <= len(markdown) for place in edges)
