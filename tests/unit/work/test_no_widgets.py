"""The open summary works without a screen: nothing in its room may know widgets or pictures."""

from __future__ import annotations

import re
from pathlib import Path

ROOM = Path(__file__).parents[3] / "app" / "work"


def test_only_qt_core_is_imported() -> None:
    files = list(ROOM.glob("*.py"))
    texts = [file.read_text("utf-8") for file in files]
    imported = {name for text in texts for name in re.findall(r"^from (PySide6\S*) import", text, re.M)}
    assert files and imported == {"PySide6.QtCore"}
