"""`backup`, `restore` and `doctor` as a script calls them: JSON, exit statuses, and nothing made where nothing was."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.commands import parser
from db.lock import WriterLock

COPIED = Path(__file__).parents[2] / "data" / "page-copied.txt"


@pytest.fixture
def library(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    path = tmp_path / "place" / "L.plainspoken"
    assert parser.run(["import", "--library", str(path), str(COPIED)]) == 0
    capsys.readouterr()
    return path


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, Any, str]:
    status = parser.run([str(word) for word in (*words, "--json")])
    captured = capsys.readouterr()
    return status, json.loads(captured.out) if captured.out else None, captured.err


def test_a_day_with_a_damaged_library(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, made, _ = run(capsys, "backup", "--library", library)
    assert status == 0 and made["ok"] and Path(made["path"]).is_file()
    whole = library.read_bytes()
    spoiled = whole[: len(whole) // 2] + bytes(4096) + whole[len(whole) // 2 + 4096 :]
    library.write_bytes(spoiled)

    status, found, _ = run(capsys, "doctor", "--library", library)
    assert status == 1 and not found["ok"] and found["problems"]
    assert set(found["problems"][0]) == {"code", "where"} and found["schema_version"] >= 1
    assert made["path"] in [backup["path"] for backup in found["backups"]]
    assert library.read_bytes() == spoiled

    status, done, _ = run(capsys, "restore", "--library", library)
    assert status == 0 and done["restored"] == str(library)
    assert Path(done["kept"]).read_bytes() == spoiled and Path(done["kept"]).name.startswith("L.plainspoken.damaged-")
    assert run(capsys, "doctor", "--library", library)[1] == {**found, "ok": True, "problems": []}
    assert len(run(capsys, "list", "--library", library)[1]["summaries"]) == 1


def test_a_copy_where_the_writer_says_but_never_over_a_file(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = library.parent / "copy.plainspoken"
    assert run(capsys, "backup", "--library", library, "--to", target)[:2] == (0, {"path": str(target), "ok": True})
    status, answer, said = run(capsys, "backup", "--library", library, "--to", target)
    assert status == 2 and answer is None and str(target) in said
    assert run(capsys, "restore", "--library", library, "--from", target)[1]["from"] == str(target)


@pytest.mark.parametrize("command", ["backup", "restore", "doctor"])
def test_nothing_is_made_where_there_is_nothing(
    command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    status, answer, said = run(capsys, command, "--library", folder / "no.plainspoken")
    assert status == 2 and answer is None and said.count("\n") == 1
    assert [file.name for file in folder.iterdir() if not file.name.endswith(".lock")] == []
    assert run(capsys, command, "--library", tmp_path / "nowhere" / "no.plainspoken")[0] == 2
    other = folder / "other.plainspoken"
    other.write_bytes(b"%PDF-1.7 something else")
    assert run(capsys, command, "--library", other)[0] == 2
    assert other.read_bytes() == b"%PDF-1.7 something else"


def test_an_open_library_is_not_restored_under_the_writer(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "backup", "--library", library)[0] == 0
    with WriterLock(library):
        status, _, said = run(capsys, "restore", "--library", library)
    assert status == 2 and "open in another Plainspoken" in said
