"""What the form says about each section: its title, its purpose and a good example, from resources/form."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache

from app import paths
from app.translation import _


@dataclass(frozen=True, slots=True)
class Definition:
    """The words of a section's card."""

    title: str
    purpose: str
    example: str


@cache
def definitions() -> dict[str, Definition]:
    """The definition of each card by its name."""
    raw = json.loads((paths.resources() / "form" / "sections.json").read_text(encoding="utf-8"))
    return {name: Definition(**{part: _(text) for part, text in words.items()}) for name, words in raw.items()}
