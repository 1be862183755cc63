"""The checklist: scored as the index is, kept with the version, never published, merged question by question."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from app.checks.checklist_hints import hint_for
from app.errors import BadInput
from app.model.checklist import NO, NOT_APPLICABLE, YES, ChecklistAnswer, answers_of_both, score, with_answer
from app.model.codec import json_schema, published_json, summary_from_json, summary_json
from app.model.finding import Finding
from app.model.parts import changed_parts, part_text, with_part
from app.model.summary import Summary
from app.text.clear_communication import questions

IDS = [one.id for one in questions()]
ANSWERED = Summary(
    "s", simple_explanation="Rats ran.", checklist=(ChecklistAnswer("lists", YES, "Yes, three.", "M", "2026"),)
)


def test_the_questions_are_twenty_in_parts_each_with_its_own_id() -> None:
    assert len(IDS) == len(set(IDS)) == 20 and len({one.part for one in questions()}) == 5
    assert all(one.text.endswith("?") for one in questions())


def test_the_score_counts_yes_of_what_applies() -> None:
    answers = [ChecklistAnswer(IDS[0], YES), ChecklistAnswer(IDS[1], NO), ChecklistAnswer(IDS[2], NOT_APPLICABLE)]
    found = score([*answers, ChecklistAnswer("of another version", YES), ChecklistAnswer(IDS[3], "", "Later")], IDS)
    assert (found.yes, found.of, found.open, found.per_cent) == (1, 2, 17, 50)
    assert score((), IDS).per_cent is None
    assert score([ChecklistAnswer(one, YES) for one in IDS], IDS).per_cent == 100


def test_an_answer_is_replaced_where_it_stands_and_taken_back() -> None:
    both = (ChecklistAnswer("a", YES), ChecklistAnswer("b", NO))
    assert with_answer(both, ChecklistAnswer("a", NO)) == (ChecklistAnswer("a", NO), ChecklistAnswer("b", NO))
    assert with_answer(both, ChecklistAnswer("a")) == both[1:]


def test_it_is_kept_and_never_published() -> None:
    assert summary_from_json(summary_json(ANSWERED), "x") == ANSWERED
    assert b"checklist" not in published_json(ANSWERED) and b"Yes, three" not in published_json(ANSWERED)
    assert "checklist" not in json.dumps(json_schema())
    assert b"checklist" not in summary_json(replace(ANSWERED, checklist=()))  # an old file reads the same
    raw = json.loads(summary_json(ANSWERED))
    raw["checklist"][0]["answer"] = "perhaps"
    with pytest.raises(BadInput):
        summary_from_json(raw, "x")


def test_the_history_shows_it_as_a_part() -> None:
    old = replace(ANSWERED, checklist=())
    assert list(changed_parts(old, ANSWERED)) == ["checklist"]
    assert part_text(ANSWERED, "checklist") == "lists: yes. Yes, three."
    assert with_part(ANSWERED, old, "checklist") == old


def test_both_writers_answers_are_kept_and_the_later_of_two() -> None:
    base = (ChecklistAnswer("a", YES, at="1"), ChecklistAnswer("b", YES, at="1"))
    mine = (ChecklistAnswer("a", NO, at="2"), base[1], ChecklistAnswer("c", NO, at="2"))
    theirs = (ChecklistAnswer("a", NOT_APPLICABLE, at="3"), ChecklistAnswer("d", YES, at="3"))
    whole = {one.question: one.answer for one in answers_of_both(base, mine, theirs)}
    assert whole == {"a": NOT_APPLICABLE, "c": NO, "d": YES}


def test_a_hint_speaks_and_never_answers() -> None:
    by_id = {one.id: one for one in questions()}
    found = [Finding("hard-word", "notice", "simple_explanation", 0, 4, "Rats")]
    words = hint_for(by_id["readers-words"], ANSWERED, found)
    assert words is not None and (words.answer, words.count) == (NO, 1)
    lists = hint_for(by_id["lists"], ANSWERED, ())
    assert lists is not None and (lists.answer, lists.empty) == (NO, ("key_findings",))
    fine = hint_for(by_id["lists"], replace(ANSWERED, key_findings=("One.",)), ())
    assert fine is not None and fine.answer == YES
    assert hint_for(by_id["one-main-message"], ANSWERED, found) is None
