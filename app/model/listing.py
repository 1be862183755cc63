"""A summary as the library table shows it: enough for a row, without the long texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


class Address(NamedTuple):
    """Where a summary stands on the website, and when the library last changed it (ISO 8601 UTC)."""

    id: str
    slug: str
    updated: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A row of the library. `updated` is ISO 8601 UTC; `grade` is None when there is too little text to score.

    `comments` are those that are open; `trashed` is since when it is in the trash (ISO 8601 UTC).
    """

    id: str
    slug: str
    title: str
    paper_title: str = ""
    status: str = "draft"
    categories: tuple[str, ...] = ()
    category_slugs: tuple[str, ...] = ()
    grade: float | None = None
    journal: str = ""
    year: int | None = None
    updated: str = ""
    is_trashed: bool = False
    errors: int = 0
    warnings: int = 0
    notices: int = 0
    comments: int = 0
    trashed: str = ""
    is_graded: bool = True
    """Whether the grade and the numbers are of a reading of the text; none was read yet otherwise."""
    state_at: str = ""
    state_by: str = ""
    """When it was given its state (ISO 8601 UTC), and by whom."""


@dataclass(frozen=True, slots=True)
class Filter:
    """Which summaries to list, and in what order. Empty means all. Newest edited first unless `order` says so."""

    search: str = ""
    status: str = ""
    category: str = ""
    is_trashed: bool = False
    above_grade: float | None = None
    has_findings: bool = False
    order: str = "updated"
    is_descending: bool = True


@dataclass(frozen=True, slots=True)
class Counts:
    """How many summaries stand on each shelf. The trash is counted apart and in nothing else."""

    statuses: Mapping[str, int] = field(default_factory=dict, hash=False)
    categories: Mapping[str, int] = field(default_factory=dict, hash=False)
    trashed: int = 0

    @property
    def all(self) -> int:
        """Every summary outside the trash."""
        return sum(self.statuses.values())
