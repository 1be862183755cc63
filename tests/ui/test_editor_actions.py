"""A copy of the open summary in a file of its own: whole, or a sentence and what stood there before."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.model import codec
from app.model.summary import Summary
from app.ui.actions import Actions
from app.ui.editor_actions import EditorActions
from app.work.session import Session


def test_a_copy_is_written_whole_or_not_at_all(qtbot: QtBot, tmp_path: Path) -> None:
    window, session = QWidget(), Session()
    qtbot.addWidget(window)
    actions = EditorActions(Actions(window), session, lambda _key, _held: None, lambda _summary: (), window)
    told: list[tuple[str, Any]] = []
    failed: list[str] = []
    actions.did.connect(lambda code, facts: told.append((code, facts)))
    actions.failed.connect(failed.append)
    path = tmp_path / "copy.json"
    actions.save_copy(str(path))
    assert not path.exists() and not told and not failed, "nothing is open"

    session.open(replace(Summary(id="a"), plain_title="Rats"))
    actions.save_copy(str(path))
    assert codec.summary_from_json(path.read_bytes(), "copy.json").plain_title == "Rats"
    assert [code for code, _facts in told] == ["copy_written"]

    actions.save_copy(str(tmp_path))
    assert len(failed) == 1 and failed[0].startswith(f"The file was not written to {tmp_path}: "), failed
    assert [one.name for one in tmp_path.iterdir()] == ["copy.json"] and len(told) == 1
