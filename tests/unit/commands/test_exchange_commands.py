"""`export --format exchange` and `import` of what another writer sent, by the commands alone."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.commands import parser
from db.library import Library
from db.lock import WriterLock


@pytest.fixture
def annas(tmp_path: Path) -> Path:
    path = tmp_path / "Anna.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        for title in ("Rats", "Mice"):
            library.save(replace(library.new_summary(), plain_title=title, simple_explanation="They ran."), "save")
    return path


def run(capsys: pytest.CaptureFixture[str], *words: Any) -> tuple[int, Any, str]:
    status = parser.run([str(word) for word in words])
    said = capsys.readouterr()
    return status, json.loads(said.out) if "--json" in words else said.out, said.err


def change(path: Path, slug: str, **values: Any) -> None:
    with WriterLock(path) as lock, Library.open(path, lock) as library:
        library.save(replace(library.load_by_slug(slug), **values), "save")


def test_to_and_fro(annas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bens, sent = tmp_path / "Ben.plainspoken", tmp_path / "sent.plainspoken-summary"
    status, told, _ = run(
        capsys, "export", "--library", annas, "--format", "exchange", "--only", "rats", "--to", sent, "--json"
    )
    assert status == 0 and told["written"] == 1
    assert told["pages"] == [{"slug": "rats", "path": "sent.plainspoken-summary"}]
    status, told, _ = run(capsys, "import", "--library", bens, sent, "--json")
    assert (status, [done["action"] for done in told["imported"]]) == (0, ["added"])
    assert run(capsys, "import", "--library", bens, sent, "--json")[1]["imported"][0]["action"] == "unchanged"

    change(bens, "rats", participants="Ten rats", simple_explanation="They ran far.")
    back = tmp_path / "back.plainspoken-summary"
    assert run(capsys, "export", "--library", bens, "--format", "exchange", "--to", back)[0] == 0
    status, told, _ = run(capsys, "import", "--library", annas, back, "--json")
    assert (status, [done["action"] for done in told["imported"]]) == (0, ["updated"])

    change(annas, "rats", simple_explanation="They ran fast.")
    change(bens, "rats", simple_explanation="They ran slowly.")
    assert run(capsys, "export", "--library", bens, "--format", "exchange", "--to", back)[0] == 0
    status, told, said = run(capsys, "import", "--library", annas, back, "--json")
    assert status == 2 and not told["imported"] and told["refused"][0]["reason"] == "clash"
    assert "Simple Explanation" in said and "Nothing was overwritten" in said
    with Library.open(annas) as library:
        assert library.load_by_slug("rats").simple_explanation == "They ran fast."
    status, told, _ = run(capsys, "import", "--library", annas, back, "--as-new", "--json")
    assert status == 0 and told["imported"][0]["action"] == "added"


def test_all_go_out_in_one_file_and_a_renamed_one_comes_in(
    annas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent, renamed = tmp_path / "all.plainspoken-summary", tmp_path / "attachment.json"
    assert run(capsys, "export", "--library", annas, "--format", "exchange", "--to", sent)[1].endswith(
        "2 summaries for another writer.\n"
    )
    sent.rename(renamed)
    status, told, _ = run(capsys, "import", "--library", tmp_path / "Ben.plainspoken", renamed, "--json")
    assert status == 0 and len(told["imported"]) == 2


def test_a_library_that_a_window_has_open_is_sent_from_all_the_same(
    annas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "all.plainspoken-summary"
    with WriterLock(annas):
        assert run(capsys, "export", "--library", annas, "--format", "exchange", "--to", sent)[0] == 0
    assert sent.exists()


def test_a_file_that_cannot_be_written_or_read_is_said(
    annas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = ("export", "--library", annas, "--format", "exchange", "--to")
    status, _, said = run(capsys, *export, tmp_path / "x.zip")
    assert status == 2 and ".plainspoken-summary" in said
    status, _, said = run(capsys, *export, tmp_path / "none" / "x.plainspoken-summary")
    assert status == 2 and "was not written" in said and not list(tmp_path.glob(".*tmp"))
    bad = tmp_path / "bad.plainspoken-summary"
    bad.write_bytes(b"\0\0")
    status, told, _ = run(capsys, "import", "--library", annas, bad, "--json")
    assert status == 2 and "bad.plainspoken-summary" in told["refused"][0]["message"]
