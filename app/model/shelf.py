"""A library's contents handed over whole, as exports and imports want it."""

from __future__ import annotations

from dataclasses import dataclass

from app.model.site import Site
from app.model.summary import Summary


@dataclass(frozen=True, slots=True)
class Shelf:
    """The summaries to publish, newest first, and the site they belong to."""

    summaries: tuple[Summary, ...]
    site: Site
