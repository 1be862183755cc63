"""The laws of merging: a change of one side is taken, the same change once, a clash is reported and never settled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.model.comment import RESOLVED, Comment, Reply
from app.model.dismissal import Dismissal
from app.model.merge import MINE, THEIRS, merged, settled
from app.model.summary import Claim, Source, Summary

texts = st.sampled_from(["", "Rats ran.", "Mice ran.", "Rats ran far.", "None."])
items = st.lists(st.sampled_from("ABCDEF"), max_size=5).map(tuple)
summaries = st.builds(
    Summary,
    id=st.just("s"),
    plain_title=texts,
    simple_explanation=texts,
    study_duration=st.none() | texts,
    status=st.sampled_from(["draft", "ready"]),
    key_findings=items,
    sources=st.lists(st.builds(Source, st.sampled_from("ab")), max_size=3).map(tuple),
)


@given(summaries, summaries)
def test_no_change_on_one_side_takes_the_other(base: Summary, other: Summary) -> None:
    for merge in (merged(base, base, other), merged(base, other, base)):
        assert merge.summary == other and merge.clashes == ()


@given(summaries, summaries)
def test_the_same_change_is_taken_once(base: Summary, other: Summary) -> None:
    merge = merged(base, other, other)
    assert (merge.summary, merge.clashes, merge.taken) == (other, (), ())
    assert merged(None, other, other).clashes == ()


@settings(deadline=None)
@given(summaries, summaries, summaries)
def test_what_clashes_is_the_same_from_both_sides_and_nothing_wins(
    base: Summary, mine: Summary, other: Summary
) -> None:
    here, there = merged(base, mine, other), merged(base, other, mine)
    assert [clash.field for clash in here.clashes] == [clash.field for clash in there.clashes]
    for clash in here.clashes:
        assert getattr(mine, clash.field) not in (getattr(base, clash.field), getattr(other, clash.field))
        assert getattr(here.summary, clash.field) == getattr(mine, clash.field)
    clashing = {clash.field for clash in here.clashes}
    for name in ("plain_title", "simple_explanation", "study_duration", "status", "key_findings", "sources"):
        if name not in clashing:
            assert getattr(here.summary, name) == getattr(there.summary, name)
    for choice, side in ((MINE, mine), (THEIRS, other)):
        whole = settled(here, dict.fromkeys(clashing, choice))
        assert all(getattr(whole, name) == getattr(side, name) for name in clashing)


@given(summaries, summaries)
def test_without_a_common_version_every_difference_clashes(mine: Summary, other: Summary) -> None:
    merge = merged(None, mine, other)
    names = ("plain_title", "simple_explanation", "study_duration", "status", "key_findings", "sources")
    assert {clash.field for clash in merge.clashes} == {n for n in names if getattr(mine, n) != getattr(other, n)}
    assert merge.summary == mine


@given(items, items, items)
def test_a_merged_list_has_what_either_added_and_not_what_either_removed(b: Any, m: Any, t: Any) -> None:
    merge = merged(Summary("s", key_findings=b), Summary("s", key_findings=m), Summary("s", key_findings=t))
    if not merge.clashes and m not in (b, t) and t != b:
        whole = set(merge.summary.key_findings)
        assert whole == (set(m) | set(t)) - (set(b) - set(m)) - (set(b) - set(t))
        assert len(merge.summary.key_findings) == len(whole)


def test_items_added_in_other_places_come_together() -> None:
    base = Summary("s", key_findings=("A", "B", "C"))
    merge = merged(
        base, replace(base, key_findings=("New", "A", "B", "C")), replace(base, key_findings=("A", "C", "D"))
    )
    assert (merge.summary.key_findings, merge.clashes) == (("New", "A", "C", "D"), ())


def test_one_item_changed_on_both_sides_is_a_clash() -> None:
    base = Summary("s", key_findings=("A", "B"))
    merge = merged(base, replace(base, key_findings=("A1", "B")), replace(base, key_findings=("A2", "B")))
    assert [clash.field for clash in merge.clashes] == ["key_findings"]


def test_a_clash_without_a_choice_is_not_settled() -> None:
    base = Summary("s", plain_title="A")
    merge = merged(base, replace(base, plain_title="B"), replace(base, plain_title="C"))
    with pytest.raises(KeyError):
        settled(merge, {})


def test_links_go_with_their_text() -> None:
    base = Summary("s", simple_explanation="Rats ran.", research_summary="Mice ran.")
    mine = replace(base, research_summary="All mice ran.", claims=(Claim("research_summary", 0, 13, "explanation"),))
    claim = Claim("simple_explanation", 0, 13, "explanation")
    theirs = replace(base, simple_explanation="Rats ran far.", claims=(claim,))
    merge = merged(base, mine, theirs)
    assert set(merge.summary.claims) == {claim, *mine.claims} and not merge.clashes


def test_comments_of_both_come_together() -> None:
    base = Summary("s", comments=(Comment("1", "One"), Comment("2", "Two")))
    one, two = base.comments
    mine = replace(base, comments=(replace(one, replies=(Reply("Mine"),)), two, Comment("3")))
    theirs = replace(base, comments=(replace(one, state=RESOLVED, replies=(Reply("Theirs"),)), Comment("4")))
    merge = merged(base, mine, theirs)
    assert [comment.id for comment in merge.summary.comments] == ["1", "3", "4"]
    assert merge.summary.comments[0].state == RESOLVED
    assert [reply.text for reply in merge.summary.comments[0].replies] == ["Mine", "Theirs"]


def test_dismissals_of_both_come_together() -> None:
    a, b, c = (Dismissal(code, "x") for code in "abc")
    base = Summary("s", dismissals=(a,))
    merge = merged(base, replace(base, dismissals=(a, b)), replace(base, dismissals=(c,)))
    assert merge.summary.dismissals == (b, c)


def test_what_a_library_sets_is_its_own() -> None:
    base = Summary("s", slug="a")
    assert merged(base, base, replace(base, slug="b")).summary.slug == "a"
