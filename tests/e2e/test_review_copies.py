"""A review copy goes out by keys and its Word file comes back; the checklist is answered by keys and undone."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.model.comment import Comment
from app.model.summary import Summary
from app.ui.dialogs.checklist import ChecklistDialog
from app.ui.dialogs.review_copy import ReviewCopyDialog
from app.ui.window import Window
from db.library import Library
from db.lock import WriterLock

Steps = Generator[Any, None, None]
CTRL_ALT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


def dialog_of(kind: type) -> Any:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def edited(path: Path, before: str, after: str) -> None:
    """Change words of a Word file, as a reader does without Track changes."""
    out = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(name, part.replace(before.encode(), after.encode()) if name == "word/document.xml" else part)
    path.write_bytes(out.getvalue())


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as made:
        comments = (Comment("c1", "How far?", "simple_explanation", 9, 12, "Jonas", "2026-11-20T10:00:00Z"),)
        first = made.new_summary()
        values = {"plain_title": "Rats", "simple_explanation": "Rats ran far.", "comments": comments}
        made.save(Summary(first.id, **values), "save")
    return path


def test_a_copy_goes_out_and_comes_back(
    desktop: Any, library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "copy"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(place), ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_: ([str(tmp_path / "copy.docx")], ""))

    def work(window: Window) -> Steps:
        yield lambda: window.page == "library"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        for form in ("docx", "pdf"):
            desktop.key(Qt.Key.Key_R, CTRL_ALT)
            yield lambda: dialog_of(ReviewCopyDialog)
            if form == "pdf":
                desktop.key(Qt.Key.Key_Down)
            desktop.key(Qt.Key.Key_Return)
            yield lambda form=form: place.with_suffix(f".{form}").exists()
            yield lambda: dialog_of(ReviewCopyDialog) is None
            window.activateWindow()
            yield window.isActiveWindow
            window.editor.form.field("simple_explanation").edit.setFocus()
        pages = pypdfium2.PdfDocument(place.with_suffix(".pdf").read_bytes())
        assert pages.get_metadata_dict()["Title"] == "Rats"
        assert "How far?" in pages[0].get_textpage().get_text_range()
        pages.close()
        edited(place.with_suffix(".docx"), ">far<", ">very far<")
        for times in range(2):
            window.notices.clear()
            desktop.key(Qt.Key.Key_B, CTRL_ALT)
            yield window.notices.text
            assert len(window.editor.summary.comments) == 2, window.notices.text()
            expected = "1 suggested change" if times == 0 else "Nothing new"
            assert expected in window.notices.text()
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: len(window.editor.summary.comments) == 1
        desktop.ctrl(Qt.Key.Key_Y)
        yield lambda: len(window.editor.summary.comments) == 2
        (tmp_path / "copy.docx").write_bytes(b"no Word file")
        desktop.key(Qt.Key.Key_B, CTRL_ALT)
        yield lambda: "no Word file" in window.notices.text()

    desktop.run(work, str(library))


def test_the_checklist_is_answered_by_keys_and_kept(desktop: Any, library: Path) -> None:
    def work(window: Window) -> Steps:
        yield lambda: window.page == "library"
        desktop.key(Qt.Key.Key_Return)
        yield lambda: window.page == "editor"
        desktop.ctrl(Qt.Key.Key_I, SHIFT)
        yield lambda: dialog_of(ChecklistDialog)
        dialog = dialog_of(ChecklistDialog)
        row = dialog.rows["one-main-message"]
        yield row.answer.hasFocus
        desktop.keys("Y")
        yield lambda: window.editor.summary.checklist
        desktop.key(Qt.Key.Key_Tab)
        yield row.note.hasFocus
        desktop.keys("In the title")
        desktop.key(Qt.Key.Key_Tab)
        yield lambda: window.editor.summary.checklist[0].note == "In the title"
        assert window.editor.summary.checklist[0].answer == "yes" and "1 of 1 points" in dialog.score.text()
        assert row.given.isVisible() and "Today" in row.given.text()
        desktop.key(Qt.Key.Key_Escape)
        yield lambda: dialog_of(ChecklistDialog) is None
        window.activateWindow()
        yield window.isActiveWindow
        desktop.ctrl(Qt.Key.Key_Z)
        yield lambda: window.editor.summary.checklist[0].note == ""
        desktop.ctrl(Qt.Key.Key_Y)
        yield lambda: window.editor.summary.checklist[0].note == "In the title"
        desktop.ctrl(Qt.Key.Key_S)
        yield lambda: not window.header.saving.isHidden()

    desktop.run(work, str(library))
    with Library.open(library) as kept:
        (summary,) = kept.load_many()
        assert summary.checklist[0].note == "In the title"
        assert kept.revision(kept.revisions(summary.id)[0].number).checklist == summary.checklist
