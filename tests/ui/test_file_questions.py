"""Where the system's own dialog for files begins."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from app.ui.dialogs import file_questions
from app.ui.dialogs.file_questions import file_to_open, file_to_save, files_to_open


def test_a_question_begins_at_home_and_the_next_where_the_last_was_answered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path, tmp_path: Path
) -> None:
    asked: list[Path] = []
    answers = [str(tmp_path / "one.ris"), "", str(tmp_path / "gone" / "copy.docx"), ""]

    def answer(_parent: QWidget, _title: str, place: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(place))
        return answers[len(asked) - 1], ""

    monkeypatch.setattr(file_questions, "_chosen_last", [])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    monkeypatch.chdir(tmp_path)
    window = QWidget()
    qtbot.addWidget(window)
    assert file_to_open(window, "", "") == answers[0]
    assert file_to_open(window, "", "") == ""
    assert file_to_save(window, "", "copy.docx", "") == answers[2]
    assert file_to_save(window, "", "copy.docx", "") == ""
    assert asked == [home, tmp_path, tmp_path / "copy.docx", home / "copy.docx"]  # a folder that is gone is none


def test_of_several_files_the_folder_is_remembered(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, home: Path, tmp_path: Path
) -> None:
    asked: list[str] = []

    def answer(_parent: QWidget, _title: str, place: str, _kinds: str) -> tuple[list[str], str]:
        asked.append(place)
        return [str(tmp_path / "one.ris"), str(tmp_path / "two.ris")], ""

    monkeypatch.setattr(file_questions, "_chosen_last", [])
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", answer)
    window = QWidget()
    qtbot.addWidget(window)
    assert len(files_to_open(window, "", "")) == 2
    files_to_open(window, "", "")
    assert asked == [str(home), str(tmp_path)]
