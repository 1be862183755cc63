"""A style sheet for a window from right to left has its left and right exchanged."""

from __future__ import annotations

from app.ui.look.mirror import mirrored_sheet


def test_sides_change_places_and_nothing_else_does() -> None:
    rule = "QFrame { border-left: 3px; padding: 1px 2px 3px 4px; margin: 2px 4px; border-top-left-radius: 2px; }"
    mirrored = "QFrame { border-right: 3px; padding: 1px 4px 3px 2px; margin: 2px 4px; border-top-right-radius: 2px; }"
    assert mirrored_sheet(rule) == mirrored
    assert mirrored_sheet(mirrored) == rule


def test_push_buttons_are_left_to_qt() -> None:
    rule = "QPushButton { padding: 2px 8px 2px 34px; text-align: left; }"
    assert mirrored_sheet(rule) == rule
