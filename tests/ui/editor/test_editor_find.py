"""Finding words in the open summary, section by section."""

from __future__ import annotations

from dataclasses import replace

from editor_desk import SHIFT, SUMMARY, Desk, focus, title
from PySide6.QtCore import Qt


def test_find_counts_every_section_and_steps_through_them(desk: Desk) -> None:
    desk.panel.show_find()
    desk.type("rats")
    everywhere = "title 1, explanation 2, findings 3, research 1, implications 1, limitations 1"
    assert desk.panel.find_bar.count() == "9 found", everywhere
    desk.press(Qt.Key.Key_Return)
    assert desk.panel.find_bar.count() == "1 of 9"
    desk.press(Qt.Key.Key_Return, SHIFT)
    assert desk.panel.find_bar.count() == "9 of 9"
    desk.press(Qt.Key.Key_Escape)
    assert not desk.panel.find_bar.isVisible()
    assert desk.panel.form.sections["study_limitations"].isAncestorOf(focus())


def test_find_reaches_the_citation_and_follows_the_text(desk: Desk) -> None:
    desk.panel.show_find()
    desk.type("molecular")
    assert desk.panel.find_bar.count() == "1 found"
    desk.press(Qt.Key.Key_Return)
    assert title(desk).journal.edit.selectedText() == "Molecular"
    desk.show(replace(SUMMARY, paper=replace(SUMMARY.paper, journal="Cell")))
    assert desk.panel.find_bar.count() == "Not found"
