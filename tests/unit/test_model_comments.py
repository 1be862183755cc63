"""Comments follow their words; one whose words are gone stays on its section."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.comment import ACCEPTED, DECLINED, OPEN, RESOLVED, Comment, Reply
from app.model.comments import (
    accepted,
    answered,
    declined,
    has_words,
    reopened,
    resolved,
    with_comment,
    with_comments_moved,
    without_comment,
)
from app.model.sections import section_text
from app.model.summary import Summary

TEXT = "Rats ran far. Mice ran less."
ON_MICE = Comment("1", "Sure?", "simple_explanation", 14, 18)
SUMMARY = Summary(id="s", simple_explanation=TEXT, key_findings=("One.", "Two mice.", "Three."), comments=(ON_MICE,))


def words_of(summary: Summary) -> str:
    comment = summary.comments[0]
    return section_text(summary, comment.section)[comment.start : comment.end]


def edited(text: str) -> Summary:
    return with_comments_moved(SUMMARY, replace(SUMMARY, simple_explanation=text))


def test_words_before_move_it() -> None:
    assert words_of(edited("All rats ran far. Mice ran less.")) == "Mice"


def test_a_comment_without_words_stays_on_its_section() -> None:
    moved = edited("Rats ran far.")
    assert moved.comments == (replace(ON_MICE, start=0, end=0),) and not has_words(moved, moved.comments[0])


def test_it_follows_its_item_and_stays_on_the_list() -> None:
    before = replace(SUMMARY, comments=(replace(ON_MICE, section="key_findings[1]", start=4, end=8),))
    moved = with_comments_moved(before, replace(before, key_findings=("Two mice.", "One.", "Three.")))
    assert (moved.comments[0].section, words_of(moved)) == ("key_findings[0]", "mice")
    gone = with_comments_moved(before, replace(before, key_findings=("One.", "Three.")))
    assert (gone.comments[0].section, gone.comments[0].start, gone.comments[0].end) == ("key_findings", 0, 0)


def test_a_step_that_sets_comments_is_left_alone() -> None:
    new = replace(SUMMARY, simple_explanation="x", comments=())
    assert with_comments_moved(SUMMARY, new) == new


@given(st.text(st.sampled_from("ab. \n"), max_size=30), st.text(st.sampled_from("ab. \n"), max_size=30), st.data())
def test_every_comment_stays_and_fits(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(start, len(old)))
    before = Summary(id="s", research_summary=old, comments=(Comment("1", "?", "research_summary", start, end),))
    (comment,) = with_comments_moved(before, replace(before, research_summary=new)).comments
    assert 0 <= comment.start <= comment.end <= len(new) and comment.section == "research_summary"


def test_replies_and_states() -> None:
    summary = answered(SUMMARY, "1", Reply("Yes.", "Jo", "2026-11-22T10:00:00Z"))
    assert [reply.text for reply in summary.comments[0].replies] == ["Yes."]
    assert resolved(summary, "1").comments[0].state == RESOLVED
    assert reopened(resolved(summary, "1"), "1").comments[0].state == OPEN
    assert with_comment(summary, Comment("2")).comments[1].id == "2"
    assert without_comment(summary, "1").comments == ()


def test_a_suggestion_is_taken_or_not() -> None:
    offered = replace(
        SUMMARY, comments=(replace(ON_MICE, instead="Most mice"), Comment("2", "", "simple_explanation", 23, 27))
    )
    taken = accepted(offered, "1")
    assert taken.simple_explanation == "Rats ran far. Most mice ran less."
    assert taken.comments[0].state == ACCEPTED and words_of(taken) == "Most mice"
    other = taken.comments[1]
    assert taken.simple_explanation[other.start : other.end] == "less"
    assert declined(offered, "1").simple_explanation == TEXT and declined(offered, "1").comments[0].state == DECLINED


def test_a_suggestion_whose_words_are_gone_is_not_taken() -> None:
    offered = replace(SUMMARY, comments=(replace(ON_MICE, instead="x", start=0, end=0),))
    with pytest.raises(KeyError):
        accepted(offered, "1")
    with pytest.raises(KeyError):
        accepted(SUMMARY, "1")
