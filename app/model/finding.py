"""What a check or a hint has to say about a place in a summary: codes and facts, never sentences for people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.dismissal import Dismissal


@dataclass(frozen=True, slots=True)
class PassageSpan:
    """A stretch of the paper's text (code points) with its words."""

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding. `start` and `end` count code points of the section's Markdown and `text` is exactly those.

    All three are None for a finding about an empty section. `facts` holds what `ui/words.py` needs for its sentence,
    plain JSON values only; `suggestions` are alternatives that may replace `text`, best first.
    """

    code: str
    severity: str
    section: str
    start: int | None = None
    end: int | None = None
    text: str | None = None
    facts: Mapping[str, Any] = field(default_factory=dict, hash=False)
    suggestions: tuple[str, ...] = ()
    passage: PassageSpan | None = None


@dataclass(frozen=True, slots=True)
class SetAside:
    """A finding with the dismissal that covers it."""

    finding: Finding
    by: Dismissal


@dataclass(frozen=True, slots=True)
class Checked:
    """What the checks have to say about a summary: what is open, and what somebody has set aside."""

    open: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
