"""History and review through the real program by keys: comment, name a version, compare, bring it back, undo."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.model.summary import Summary
from app.ui.dialogs.comment import CommentDialog
from app.ui.dialogs.name_version import NameVersionDialog
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def dialog_of(kind: type) -> Any:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def test_a_version_is_named_commented_compared_and_brought_back(desktop: Any, tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        library.save(Summary("s", plain_title="Rats", simple_explanation="Rats ran far."), "save")

    def work(window: Window) -> Steps:
        history: Any = window.side._stack.widget(4)
        yield lambda: window.page == "library"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        field = window.editor.form.field("simple_explanation")
        assert field is not None
        yield field.edit.hasFocus
        field.place_caret(9, 12)
        desktop.key(Qt.Key.Key_M, CTRL_ALT)
        yield lambda: dialog_of(CommentDialog)
        desktop.keys("How far?")
        desktop.ctrl(Qt.Key.Key_Return)
        yield lambda: window.editor.summary.comments and dialog_of(CommentDialog) is None
        window.activateWindow()
        yield window.isActiveWindow
        field.edit.setFocus()
        yield field.edit.hasFocus
        desktop.key(Qt.Key.Key_S, CTRL_ALT)
        yield lambda: dialog_of(NameVersionDialog)
        desktop.keys("Sent to Jonas")
        desktop.key(Qt.Key.Key_Return)
        yield lambda: dialog_of(NameVersionDialog) is None
        window.activateWindow()
        yield window.isActiveWindow
        field.edit.setFocus()
        yield field.edit.hasFocus
        desktop.ctrl(Qt.Key.Key_End)
        desktop.keys(" They won.")
        desktop.ctrl(Qt.Key.Key_S)
        yield lambda: len(history._versions) == 3
        desktop.ctrl(Qt.Key.Key_5)
        yield history.list.isVisible
        history.list.setFocus()
        desktop.key(Qt.Key.Key_Down)
        desktop.key(Qt.Key.Key_Return)
        yield history.comparison.isVisible
        assert "Sent to Jonas" in history.comparison.heading.text()
        assert [change.part for change in history.comparison.compared.parts] == ["simple_explanation"]
        history.comparison.all.setFocus()
        desktop.key(Qt.Key.Key_Space)
        yield lambda: window.editor.summary.simple_explanation == "Rats ran far."
        yield lambda: not history.comparison.compared.parts
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: window.editor.summary.simple_explanation == "Rats ran far. They won."
        assert window.editor.summary.comments[0].text == "How far?"
        desktop.ctrl(Qt.Key.Key_6)
        yield history.comments.isVisible
        assert history.comments_part.text() == "Comments  1"

    desktop.run(work, "--library", str(path))
    with Library.open(path) as library:
        assert library.listings()[0].comments == 1
        assert [version.name for version in library.revisions("s")][1:2] == ["Sent to Jonas"]
