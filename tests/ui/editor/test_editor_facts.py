"""The study's facts by key presses: not given is not empty, and another summary inherits none."""

from __future__ import annotations

from dataclasses import replace

from editor_desk import SUMMARY, Desk, facts
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication


def test_a_fact_that_the_paper_does_not_give_is_not_an_empty_one(desk: Desk) -> None:
    duration = facts(desk).duration
    duration.field.edit.setFocus()
    desk.type("Eight weeks")
    assert desk.summary.study_duration == "Eight weeks"
    duration.unspecified.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.summary.study_duration is None
    desk.press(Qt.Key.Key_Space)
    assert desk.summary.study_duration == "Eight weeks"
    assert desk.summary.participants == ""


def test_another_summary_does_not_inherit_a_fact(desk: Desk) -> None:
    duration = facts(desk).duration
    duration.field.edit.setFocus()
    desk.type("Eight weeks")
    desk.show(replace(SUMMARY, id="two", study_duration=None))
    duration.unspecified.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert desk.summary.study_duration == ""


def test_the_evidence_level_is_chosen_by_key_and_not_by_a_passing_wheel(desk: Desk) -> None:
    level = facts(desk).level
    level.setFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    assert desk.summary.evidence_level == "animal"
    desk.panel.show_section("simple_explanation")
    at = QPointF(level.rect().center())
    wheel = QWheelEvent(
        at, level.mapToGlobal(at), QPoint(0, -30), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(level, wheel)
    assert desk.summary.evidence_level == "animal"
