"""The guide tells of every check, and of none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from app.checks.codes import CODES

CHECKS = Path(__file__).parents[3] / "app" / "checks"
GUIDE = Path(__file__).parents[3] / "docs" / "what-the-checks-look-for.md"


def test_every_code_is_told_once() -> None:
    told = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", GUIDE.read_text("utf-8"))
    assert sorted(told) == sorted(code.code for code in CODES)


def test_every_check_tells_why_and_how_it_errs() -> None:
    paragraphs = re.split(r"(?m)^### ", GUIDE.read_text("utf-8"))[1:]
    marks = ("*Why:*", "*How it errs:*")
    lacking = [one.partition("\n")[0] for one in paragraphs if any(mark not in " ".join(one.split()) for mark in marks)]
    assert lacking == []


def test_every_code_has_a_file_of_its_own_or_one_that_gives_it() -> None:
    sources = [file.read_text("utf-8") for file in CHECKS.glob("*.py") if file.name != "codes.py"]
    assert [code.code for code in CODES if not any(f'"{code.code}"' in source for source in sources)] == []
