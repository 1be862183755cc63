"""The program where standard output is missing or knows few letters, as on Windows."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from app import paths
from db.library import Library
from db.lock import WriterLock

TITLE = "Ünïcode – “β-cells” 细胞 and \N{SNOWMAN}"
WITHOUT = """
import sys
sys.stdin = sys.stdout = sys.stderr = None
from app.__main__ import main
sys.exit(main())
"""


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "Bücher.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as opened:
        opened.save(replace(opened.new_summary(), plain_title=TITLE, status="published"), "save")
    return path


def run(*words: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(words, capture_output=True, check=False, env={**os.environ, **environment})


@pytest.mark.parametrize("environment", [{"PYTHONIOENCODING": "cp1252"}, {"PYTHONUTF8": "0", "LC_ALL": "C"}])
def test_what_is_printed_is_utf_8_whatever_the_console_speaks(library: Path, environment: dict[str, str]) -> None:
    environment |= {"PYTHONCOERCECLOCALE": "0"}
    for form in ([], ["--json"]):
        done = run(sys.executable, "-m", "app", "list", "--library", str(library), *form, **environment)
        assert TITLE in done.stdout.decode("utf-8") and not done.returncode, done.stderr
    if "LC_ALL" not in environment:  # else the words of the command line themselves are no longer what was typed
        refused = run(sys.executable, "-m", "app", "score", str(library.with_name("細胞.txt")), **environment)
        assert "細胞.txt" in refused.stderr.decode("utf-8") and refused.returncode == 2


def test_commands_do_their_work_without_any_streams(library: Path, tmp_path: Path) -> None:
    for words, status in (
        (["export", "--library", str(library), "--to", str(tmp_path / "site")], 0),
        (["list", "--library", str(library), "--json"], 0),
        (["list", "--library", str(tmp_path / "none.plainspoken")], 2),
    ):
        assert run(sys.executable, "-c", WITHOUT, *words).returncode == status, words


def test_a_frozen_window_starts_the_program_that_has_streams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    window = tmp_path / "Plainspoken.exe"
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    monkeypatch.setattr(sys, "executable", str(window))
    assert paths.own_command() == [str(window)]
    (tmp_path / "plainspoken-command.exe").touch()
    assert paths.own_command() == [str(tmp_path / "plainspoken-command.exe")]
    assert 'program("plainspoken-command"' in Path(__file__).parents[2].joinpath("build.spec").read_text("utf-8")
