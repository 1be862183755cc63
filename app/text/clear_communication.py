"""The questions of the checklist after the CDC Clear Communication Index, read once from resources/checklist."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from app import paths

FILE = "clear-communication.json"


@dataclass(frozen=True, slots=True)
class Question:
    """A question by its id. Open findings of `codes`, or an empty one of `fields`, speak for a no."""

    id: str
    part: str
    text: str
    codes: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()


@cache
def questions() -> tuple[Question, ...]:
    """Every question in its order."""
    held = json.loads((paths.resources() / "checklist" / FILE).read_text("utf-8"))
    return tuple(
        Question(one["id"], part["name"], one["text"], tuple(one.get("codes", ())), tuple(one.get("fields", ())))
        for part in held["parts"]
        for one in part["questions"]
    )
