"""The laws of merging: a change of one side is taken, the same change once, a clash is reported and never settled."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from app.model.comment import ACCEPTED, DECLINED, OPEN, RESOLVED, Comment, Reply
from app.model.dismissal import Dismissal
from app.model.merge import BOTH, MINE, THEIRS, merged, settled
from app.model.summary import Claim, GlossaryTerm, Passage, Source, Summary

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
@example(("A", "B"), ("B", "A"), ("A",))
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


@settings(deadline=None)
@given(summaries, summaries, summaries)
def test_no_new_word_is_lost(base: Summary, mine: Summary, other: Summary) -> None:
    """What a side wrote since the base is in the merged text or in a clash; items that it added too."""
    merge = merged(base, mine, other)
    asked = {clash.field for clash in merge.clashes}
    for side in (mine, other):
        for name in ("plain_title", "simple_explanation", "study_duration", "status"):
            if getattr(side, name) != getattr(base, name):
                assert name in asked or getattr(merge.summary, name) == getattr(side, name)
        for name in ("key_findings", "sources"):
            added = set(getattr(side, name)) - set(getattr(base, name))
            assert name in asked or added <= set(getattr(merge.summary, name))
    assert set(merge.taken) & set(merge.kept) == set() == asked & {*merge.taken, *merge.kept}


@settings(deadline=None)
@given(summaries, summaries, summaries)
def test_both_has_the_words_of_both(base: Summary, mine: Summary, other: Summary) -> None:
    merge = merged(base, mine, other)
    choices = {clash.field: BOTH if clash.both is not None else MINE for clash in merge.clashes}
    whole = settled(merge, choices)
    for clash in merge.clashes:
        value = getattr(whole, clash.field)
        if clash.both is None:
            assert value == clash.mine
        elif isinstance(value, tuple):
            assert {*value} == {*clash.mine, *clash.theirs}
        else:
            assert value.startswith(clash.mine) and value.endswith(clash.theirs)


def test_both_is_no_choice_where_only_one_can_stand() -> None:
    base = Summary("s", status="draft")
    merge = merged(base, replace(base, status="in-review"), replace(base, status="ready"))
    with pytest.raises(KeyError):
        settled(merge, {"status": BOTH})


def test_with_both_texts_the_links_and_comments_of_both_stand_on_their_words() -> None:
    base = Summary("s", simple_explanation="Rats ran.")
    mine = replace(base, simple_explanation="All rats ran.", claims=(Claim("simple_explanation", 4, 8, "explanation"),))
    theirs = replace(
        base,
        simple_explanation="Mice ran.",
        claims=(Claim("simple_explanation", 0, 4, "explanation"),),
        comments=(Comment("1", "Which?", "simple_explanation", 0, 4),),
    )
    whole = settled(merged(base, mine, theirs), {"simple_explanation": BOTH})
    text = whole.simple_explanation
    assert [text[claim.start : claim.end] for claim in whole.claims] == ["rats", "Mice"]
    (comment,) = whole.comments
    assert text[comment.start : comment.end] == "Mice"


def test_links_to_text_that_nobody_changed_come_too_and_mine_is_not_overridden() -> None:
    base = Summary("s", simple_explanation="Rats ran. Mice ran.")
    one = Claim("simple_explanation", 0, 9, "from-paper", Passage("A"))
    other, two = replace(one, passage=Passage("B")), Claim("simple_explanation", 10, 19, "from-paper", Passage("C"))
    merge = merged(base, replace(base, claims=(one,)), replace(base, claims=(other, two)))
    assert set(merge.summary.claims) == {one, two} and merge.gave_way == 1
    assert merged(replace(base, claims=(one,)), replace(base, claims=(one,)), base).summary.claims == ()


def test_a_deleted_comment_that_was_answered_since_stays() -> None:
    base = Summary("s", comments=(Comment("1", "One"), Comment("2", "Two")))
    answered = replace(base, comments=(replace(base.comments[0], replies=(Reply("Yes"),)), base.comments[1]))
    for mine, theirs in ((replace(base, comments=()), answered), (answered, replace(base, comments=()))):
        assert [comment.id for comment in merged(base, mine, theirs).summary.comments] == ["1"]


@pytest.mark.parametrize(
    ("mine", "theirs", "whole"),
    [
        (OPEN, RESOLVED, RESOLVED),
        (RESOLVED, OPEN, RESOLVED),
        (ACCEPTED, ACCEPTED, ACCEPTED),
        (ACCEPTED, DECLINED, OPEN),
    ],
)
def test_the_state_of_a_comment_is_that_of_who_changed_it(mine: str, theirs: str, whole: str) -> None:
    base = Summary("s", comments=(Comment("1", "One", instead="x"),))
    states = [replace(base, comments=(replace(base.comments[0], state=state),)) for state in (mine, theirs)]
    assert merged(base, *states).summary.comments[0].state == whole


def test_other_words_under_one_id_are_kept_as_an_answer() -> None:
    mine, theirs = Summary("s", comments=(Comment("1", "One"),)), Summary("s", comments=(Comment("1", "Uno", by="B"),))
    (comment,) = merged(None, mine, theirs).summary.comments
    assert comment.text == "One" and comment.replies == (Reply("Uno", "B"),)


terms = st.lists(
    st.builds(GlossaryTerm, st.sampled_from(["rat", "trial", "dose"]), st.sampled_from(["", "a", "b"])),
    max_size=3, unique_by=lambda term: term.term,
).map(tuple)  # fmt: skip


@given(terms, terms, terms)
def test_glossaries_are_merged_by_word_and_nothing_wins(b: Any, m: Any, t: Any) -> None:
    base, mine, theirs = (Summary("s", glossary=side) for side in (b, m, t))
    merge, other = merged(base, mine, theirs), merged(base, theirs, mine)
    assert [clash.field for clash in merge.clashes] == [clash.field for clash in other.clashes]
    if merge.clashes:
        return
    assert merge.summary.glossary == other.summary.glossary
    whole = {term.term: term for term in merge.summary.glossary}
    assert len(whole) == len(merge.summary.glossary)
    before, own, sent = ({term.term: term for term in side} for side in (b, m, t))
    for word in ("rat", "trial", "dose"):
        allowed = [side.get(word) for side in (own, sent) if side.get(word) != before.get(word)] or [before.get(word)]
        assert allowed == [whole.get(word)] * len(allowed)


def test_other_entries_of_a_glossary_are_no_clash() -> None:
    rat, trial = GlossaryTerm("rat", "an animal"), GlossaryTerm("trial")
    base = Summary("s", glossary=(rat, trial))
    mine = replace(base, glossary=(replace(rat, plain="a rodent"), trial, GlossaryTerm("dose", "how much")))
    theirs = replace(base, glossary=(rat, replace(trial, plain="a test"), GlossaryTerm("arm", "a group")))
    merge = merged(base, mine, theirs)
    assert not merge.clashes and merge.taken == ("glossary",)
    assert [(term.term, term.plain) for term in merge.summary.glossary] == [
        ("rat", "a rodent"), ("trial", "a test"), ("arm", "a group"), ("dose", "how much"),
    ]  # fmt: skip
    both = replace(base, glossary=(replace(rat, plain="a pest"), trial))
    assert [clash.field for clash in merged(base, mine, both).clashes] == ["glossary"]
