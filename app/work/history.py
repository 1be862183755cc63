"""Undo and redo as snapshots of the one open summary. Pure values: no clock, no Qt."""

from __future__ import annotations

from dataclasses import dataclass, replace

from app.model.summary import Summary

MERGE_WITHIN_S = 1.5
"""Keys typed into the same field with no longer pause than this are one undo step."""
MOST_STEPS = 1000


@dataclass(frozen=True, slots=True)
class Step:
    """A step's name for the menu and the value on its other side: before it (past) or after it (future)."""

    label: str
    value: Summary


@dataclass(frozen=True, slots=True)
class History:
    """The current value with the steps behind it and, after an undo, those ahead of it (nearest last)."""

    current: Summary
    past: tuple[Step, ...] = ()
    future: tuple[Step, ...] = ()
    open_key: str = ""
    edited_at_s: float = 0.0

    @property
    def undo_label(self) -> str:
        """The name of the step that undo would take back, empty when there is none."""
        return self.past[-1].label if self.past else ""

    @property
    def redo_label(self) -> str:
        """The name of the step that redo would bring back, empty when there is none."""
        return self.future[-1].label if self.future else ""


def edited(history: History, label: str, value: Summary, merge_key: str, at_s: float) -> History:
    """The history after a step. The same non-empty `merge_key` within MERGE_WITHIN_S joins the last step.

    `at_s` is seconds on any steady clock. A value equal to the current one is no step.
    """
    if value == history.current:
        return history
    joins = bool(merge_key) and merge_key == history.open_key and at_s - history.edited_at_s <= MERGE_WITHIN_S
    past = history.past if joins else (*history.past, Step(label, history.current))[-MOST_STEPS:]
    return History(value, past, (), merge_key, at_s)


def undone(history: History) -> History:
    """The history one step back; the same history when there is nothing to take back."""
    if not history.past:
        return history
    *past, step = history.past
    future = (*history.future, Step(step.label, history.current))
    return History(step.value, tuple(past), future)


def redone(history: History) -> History:
    """The history one step forward again; the same history when nothing was taken back."""
    if not history.future:
        return history
    *future, step = history.future
    past = (*history.past, Step(step.label, history.current))
    return History(step.value, past, tuple(future))


def with_current(history: History, value: Summary) -> History:
    """The history with another current value and no new step: what the store filled in at a save."""
    return replace(history, current=value)
