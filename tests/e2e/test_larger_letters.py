"""Letters made larger by keys while somebody writes: nothing is cut, and what is written stays in sight."""

from __future__ import annotations

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTabBar, QToolButton

from app.model.summary import CategoryRef
from app.ui.fields.rich_edit import RichEdit
from app.ui.look import fonts, style
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

LONG = "\n\n".join(["The rats that had four doses lived the longest. They could also walk for longer."] * 12)


def test_larger_letters_leave_the_writer_where_they_were(
    desktop: Any, library: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with WriterLock(library) as lock, Library.open(library, lock) as opened:
        (found,) = opened.load_many()
        summary = opened.load(found.id)
        refs = (CategoryRef("neurology", "Neurology"),)
        opened.save(replace(summary, simple_explanation=LONG, categories=refs), "save")

    def script(window: Window) -> Generator[Any, None, None]:
        window.resize(1440, 900)
        yield lambda: window.page == "library"
        yield 300
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        yield 500
        desktop.ctrl(Qt.Key.Key_2)
        yield lambda: window.side.tab == "reading"
        desktop.ctrl(Qt.Key.Key_End)
        yield 100
        edit = desktop.focus()
        assert isinstance(edit, RichEdit)
        dressed: list[int] = []
        apply = style.apply
        monkeypatch.setattr(style, "apply", lambda *a, **k: (dressed.append(1), apply(*a, **k)))
        for _key in range(3):
            desktop.ctrl(Qt.Key.Key_Plus)
        yield lambda: fonts.px(100) == 150
        assert len(dressed) == 1, "Each key dressed the window anew"
        yield 1_000
        tabs = window.side.findChild(QTabBar)
        assert tabs is not None
        assert tabs.width() >= tabs.sizeHint().width(), "The names of the panels are cut"
        assert _caret_is_seen(window, edit)

        for _key in range(3):
            desktop.ctrl(Qt.Key.Key_Plus)
        yield lambda: fonts.px(100) == 200
        yield 1_000
        assert desktop.focus() is edit
        assert edit.isVisible(), "The panel took the place of the form"
        assert _caret_is_seen(window, edit)
        chips = [button for button in window.editor.form.findChildren(QToolButton) if button.text() == "Neurology"]
        assert [chip.height() >= chip.sizeHint().height() for chip in chips] == [True]

    desktop.run(script, str(library))


def _caret_is_seen(window: Window, edit: RichEdit) -> bool:
    view = window.editor.form.viewport()
    caret = edit.cursorRect()
    top = edit.viewport().mapTo(view, caret.topLeft()).y()
    return top >= 0 and top + caret.height() <= view.height()
