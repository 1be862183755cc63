"""Undo and redo: any run of edits, undos and redos behaves as a plain list of values would."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from app.model.summary import Summary
from app.work.history import MERGE_WITHIN_S, MOST_STEPS, History, edited, redone, undone

EMPTY = Summary(id="a")


def typed(history: History, text: str, at_s: float, key: str = "simple_explanation") -> History:
    return edited(history, "Edit Simple Explanation", replace(history.current, simple_explanation=text), key, at_s)


def test_typing_without_a_pause_is_one_step() -> None:
    history = History(EMPTY)
    for index, text in enumerate(("T", "Th", "The")):
        history = typed(history, text, index * MERGE_WITHIN_S * 0.9)
    assert len(history.past) == 1
    assert undone(history).current == EMPTY


def test_a_pause_starts_a_new_step() -> None:
    history = typed(typed(History(EMPTY), "One", 0), "One two", MERGE_WITHIN_S + 0.01)
    assert undone(history).current.simple_explanation == "One"


def test_another_field_starts_a_new_step() -> None:
    history = typed(History(EMPTY), "One", 0)
    history = edited(history, "Edit title", replace(history.current, plain_title="T"), "title", 0.1)
    assert (history.undo_label, len(history.past)) == ("Edit title", 2)


def test_steps_without_a_key_never_join() -> None:
    history = edited(History(EMPTY), "Add a finding", replace(EMPTY, key_findings=("",)), "", 0)
    history = edited(history, "Add a finding", replace(EMPTY, key_findings=("", "")), "", 0)
    assert len(history.past) == 2


def test_typing_after_an_undo_does_not_join_the_step_before() -> None:
    history = typed(typed(History(EMPTY), "One", 0), "One two", 5)
    history = typed(undone(history), "One three", 5.1)
    assert undone(history).current.simple_explanation == "One"
    assert history.redo_label == ""


def test_an_equal_value_is_no_step() -> None:
    history = History(EMPTY)
    assert edited(history, "Edit title", replace(EMPTY), "", 0) is history


def test_the_history_has_an_end() -> None:
    history = History(EMPTY)
    for number in range(MOST_STEPS + 5):
        history = edited(history, "Edit", replace(EMPTY, plain_title=str(number)), "", number)
    assert len(history.past) == MOST_STEPS


@given(st.lists(st.one_of(st.integers(0, 30), st.sampled_from(["undo", "redo"])), max_size=40))
def test_it_behaves_as_a_list_of_values(moves: list[int | str]) -> None:
    history, values, place = History(EMPTY), [EMPTY], 0
    for time_s, move in enumerate(moves):
        if move == "undo":
            history, place = undone(history), max(place - 1, 0)
        elif move == "redo":
            history, place = redone(history), min(place + 1, len(values) - 1)
        else:
            value = replace(EMPTY, plain_title=str(move))
            history = edited(history, "Edit", value, "", time_s)
            if value != values[place]:
                values, place = [*values[: place + 1], value], place + 1
        assert history.current == values[place]
        assert (len(history.past), len(history.future)) == (place, len(values) - 1 - place)
