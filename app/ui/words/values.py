"""The shape of a finding in words."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Explanation:
    """A finding in words: what it is, why it matters, what to do."""

    headline: str
    why: str
    what_to_do: str
