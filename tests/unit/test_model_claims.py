"""Links of sentences to passages: made, taken back, and kept while the text around them and in them changes."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.model.claims import (
    EXPLANATION,
    FROM_PAPER,
    claim_at,
    linked,
    marked_explanation,
    moved,
    opened,
    with_claims_moved,
)
from app.model.codec import summary_from_json, summary_to_json
from app.model.sections import section_text, with_section
from app.model.summary import Claim, Implication, Passage, Summary

PASSAGE = Passage("Rats lived longer.", "Results")
TWO = "The rats lived. The mice died."


def claims_of(text: str, *stretches: str) -> tuple[Claim, ...]:
    return tuple(
        Claim("research_summary", text.index(one), text.index(one) + len(one), FROM_PAPER, PASSAGE) for one in stretches
    )


def after(old: str, new: str, *stretches: str) -> list[str]:
    return [new[one.start : one.end] for one in moved(claims_of(old, *stretches), "research_summary", old, new)]


def test_typing_before_in_and_after_a_sentence() -> None:
    assert after(TWO, "Now. " + TWO, "The mice died.") == ["The mice died."]
    assert after(TWO, "The rats lived. The mice all died.", "The mice died.") == ["The mice all died."]
    assert after(TWO, TWO + " So it is.", "The mice died.") == ["The mice died."]


def test_a_deleted_sentence_takes_its_link_with_it_and_no_other() -> None:
    assert after(TWO, "The mice died.", "The rats lived.", "The mice died.") == ["The mice died."]
    assert after(TWO, "The rats lived.", "The rats lived.", "The mice died.") == ["The rats lived."]
    assert after(TWO, "", "The rats lived.", "The mice died.") == []


def test_a_sentence_written_before_a_like_one_gets_no_link() -> None:
    assert after(TWO, "The rats lived. The dogs ran. The mice died.", "The rats lived.", "The mice died.") == [
        "The rats lived.",
        "The mice died.",
    ]


def test_two_sentences_made_one_keep_both_links() -> None:
    found = after(TWO, "The rats lived and the mice died.", "The rats lived.", "The mice died.")
    assert len(found) == 2 and "".join(found) == "The rats lived and the mice died."


def test_claims_of_other_sections_stay() -> None:
    other = Claim("title", 0, 3, EXPLANATION)
    assert moved((other,), "research_summary", TWO, "") == (other,)


def test_link_explain_and_open() -> None:
    summary = Summary("a", research_summary=TWO, simple_explanation="Why.")
    one = linked(summary, "research_summary", 0, 15, PASSAGE)
    two = marked_explanation(one, "research_summary", 16, 30)
    three = marked_explanation(two, "simple_explanation", 0, 4)
    assert [(claim.section, claim.start, claim.kind) for claim in three.claims] == [
        ("simple_explanation", 0, EXPLANATION),
        ("research_summary", 0, FROM_PAPER),
        ("research_summary", 16, EXPLANATION),
    ]
    again = marked_explanation(three, "research_summary", 0, 15)
    assert [claim.kind for claim in again.claims] == [EXPLANATION] * 3
    assert opened(again, "research_summary", 2, 3).claims == again.claims[::2]
    found = claim_at(three.claims, "research_summary", 2, 20)
    assert found is not None and found.passage == PASSAGE
    assert claim_at(three.claims, "research_summary", 15, 16) is None


def test_a_moved_list_item_takes_its_link_along() -> None:
    summary = linked(Summary("a", key_findings=("One.", "Two.", "Three.")), "key_findings[2]", 0, 6, PASSAGE)
    turned = with_claims_moved(summary, replace(summary, key_findings=("Three.", "One.", "Two.")))
    assert [(claim.section, claim.end) for claim in turned.claims] == [("key_findings[0]", 6)]
    gone = with_claims_moved(turned, replace(turned, key_findings=("One.", "Two.")))
    assert gone.claims == ()


def test_an_edited_item_keeps_its_link_and_an_added_one_has_none() -> None:
    summary = linked(Summary("a", key_findings=("One.", "Two.")), "key_findings[1]", 0, 4, PASSAGE)
    edited = with_claims_moved(summary, replace(summary, key_findings=("One.", "Two is more.")))
    assert [(claim.section, claim.end) for claim in edited.claims] == [("key_findings[1]", 12)]
    added = with_claims_moved(edited, replace(edited, key_findings=("Zero.", "One.", "Two is more.")))
    assert [claim.section for claim in added.claims] == ["key_findings[2]"]


def test_cards_move_as_a_whole() -> None:
    cards = (Implication("First", "Same."), Implication("Second", "Same."))
    summary = linked(Summary("a", practical_implications=cards), "practical_implications[1].text", 0, 5, PASSAGE)
    turned = with_claims_moved(summary, replace(summary, practical_implications=cards[::-1]))
    assert [claim.section for claim in turned.claims] == ["practical_implications[0].text"]


def test_a_step_that_sets_claims_is_left_alone() -> None:
    summary = linked(Summary("a", research_summary=TWO), "research_summary", 0, 15, PASSAGE)
    new = replace(summary, research_summary="", claims=())
    assert with_claims_moved(summary, new) is new


def test_links_travel_in_json() -> None:
    summary = linked(Summary("a", slug="a", research_summary=TWO), "research_summary", 0, 15, PASSAGE)
    assert summary_from_json(summary_to_json(summary), "test").claims == summary.claims


_TEXT = st.text(alphabet="The ratsmice. \n", max_size=40)


@st.composite
def _edits(draw: st.DrawFn) -> tuple[str, list[tuple[int, int]], int, int, str]:
    text = draw(_TEXT)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=6)))
    stretches = [(a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=False) if a < b]
    start = draw(st.integers(0, len(text)))
    return text, stretches, start, draw(st.integers(start, len(text))), draw(_TEXT)


@given(_edits())
def test_claims_stay_in_order_apart_and_inside_the_text(case: tuple[str, list[tuple[int, int]], int, int, str]) -> None:
    old, stretches, start, end, typed = case
    new = old[:start] + typed + old[end:]
    claims = tuple(Claim("title", a, b, FROM_PAPER, PASSAGE) for a, b in stretches)
    found = moved(claims, "title", old, new)
    assert len(found) <= len(claims)
    edges = [place for claim in found for place in (claim.start, claim.end)]
    assert edges == sorted(edges) and all(0 <= place <= len(new) for place in edges)
    assert all(claim.start < claim.end for claim in found)


@given(_TEXT, _TEXT)
def test_sentences_around_an_edit_keep_their_link(before: str, later: str) -> None:
    old, new = f"Alpha. {before} Omega.", f"Alpha. {later} Omega."
    claims = (Claim("title", 0, 6, FROM_PAPER), Claim("title", len(old) - 6, len(old), FROM_PAPER))
    assert [new[claim.start : claim.end] for claim in moved(claims, "title", old, new)] == ["Alpha.", "Omega."]


@given(_TEXT, _TEXT)
def test_an_edit_and_its_undoing_through_a_summary(before: str, later: str) -> None:
    summary = Summary("a", research_summary=before)
    for a in range(0, len(before) - 4, 7):
        summary = linked(summary, "research_summary", a, a + 4, PASSAGE)
    edited = with_claims_moved(summary, with_section(summary, "research_summary", later))
    length = len(section_text(edited, "research_summary"))
    assert all(0 <= claim.start < claim.end <= length for claim in edited.claims)
    same = with_claims_moved(summary, replace(summary, slug="b"))
    assert same.claims == summary.claims
