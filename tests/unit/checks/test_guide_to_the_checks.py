"""The guide tells of every check, and of none that is not there."""

from __future__ import annotations

import re
from pathlib import Path

from app.checks.codes import CODES

GUIDE = Path(__file__).parents[3] / "docs" / "what-the-checks-look-for.md"


def test_every_code_is_told_once() -> None:
    told = re.findall(r"`([a-z]+(?:-[a-z]+)+)`", GUIDE.read_text("utf-8"))
    assert sorted(told) == sorted(code.code for code in CODES)
