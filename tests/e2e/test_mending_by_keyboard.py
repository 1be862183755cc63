"""A page that reads at grade 17 comes to grade 8 or lower: by keyboard, where the Reading panel leads."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt

from app.commands import parser
from app.text.markup import plain
from app.text.readability import score
from app.ui.window import Window
from db.library import Library

Steps = Generator[Any, None, None]
INSTEAD = (
    "The rats had a disease like ALS. Some got stem cells once. Others got them once a week, four times in all.",
    "The rats with four doses lived longer. They moved better, and they got worse more slowly.",
    "They could also walk for longer.",
)


def test_three_sentences_are_enough(desktop: Any, corpus: Path, tmp_path: Path) -> None:
    library = tmp_path / "hard.plainspoken"
    assert parser.run(["import", "--library", str(library), str(corpus / "seeds" / "page-mol-brain-2021.txt")]) == 0

    def mend(window: Window) -> Steps:
        yield lambda: window.page == "library"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        desktop.ctrl(Qt.Key.Key_2)
        yield 900
        for text in INSTEAD:
            desktop.key(Qt.Key.Key_F6)
            yield 50
            desktop.key(Qt.Key.Key_Tab)
            yield 50
            desktop.key(Qt.Key.Key_Tab)
            yield 50
            desktop.key(Qt.Key.Key_Return)
            yield lambda: window.editor.form.field("simple_explanation").edit.textCursor().hasSelection()
            desktop.keys(text)
            yield 900  # the panel reads anew

    before = grade(library)
    desktop.run(mend, "--library", str(library))
    assert before == pytest.approx(17.02, abs=0.005)
    assert grade(library) <= 8


def grade(path: Path) -> float:
    with Library.open(path) as library:
        scores = score(plain(next(library.load_many()).simple_explanation).text).scores
    assert scores is not None
    return scores.flesch_kincaid_grade
