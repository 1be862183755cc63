"""`python -m app paper` as a program of its own: bytes in, one JSON object or one sentence out, no library made."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DATA = ROOT / "tests" / "data" / "papers"


def program(*words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "app", "paper", *words],
        input=given,
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def test_a_paper_through_the_pipe(home: Path) -> None:
    ended = program("-", "--json", given=(DATA / "walking-jats.xml").read_bytes())
    assert (ended.returncode, ended.stderr) == (0, b"")
    value = json.loads(ended.stdout)
    assert (value["kind"], value["papers"][0]["doi"]) == ("jats", "10.5555/walk.2018")
    assert value["papers"][0]["published"] == {"year": 2018, "month": 3, "day": None}
    assert not list(home.rglob("*.plainspoken"))


def test_a_broken_paper_through_the_pipe() -> None:
    ended = program("--json", given=(DATA / "walking-jats.xml").read_bytes()[:900])
    assert (ended.returncode, ended.stdout) == (2, b"")
    assert ended.stderr.decode().startswith("The text is not whole XML (line")
    assert ended.stderr.count(b"\n") == 1


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no head, and ends a pipe in another way")
def test_a_reader_that_goes_away_is_no_fault() -> None:
    ended = subprocess.run(
        f'"{sys.executable}" -m app paper "{DATA / "walking-jats.xml"}" --json | head -c 10',
        shell=True, capture_output=True, cwd=ROOT, timeout=60, check=False,
    )  # fmt: skip
    assert (ended.stdout[:1], ended.stderr) == (b"{", b"")
