"""How safe the open text is: one small value, in words a status line can show."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SaveState:
    """`kind` is "saved", "unsaved", "saving", "failed", "read-only" or "none" (no summary is open).

    `at` is when the last save was done (ISO 8601 UTC); `reason` is the sentence that says why a save failed.
    """

    kind: str = "none"
    at: str = ""
    reason: str = ""
