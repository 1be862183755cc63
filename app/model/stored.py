"""A summary as its library keeps it: named, but not read yet. Most exports need to read a few of ten thousand."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from app.model.codec import json_object, summary_from_json, summary_json
from app.model.summary import CategoryRef, Summary


@dataclass(frozen=True, slots=True)
class StoredSummary:
    """The stored JSON of a summary, with the categories it stands in today (one may have a new name)."""

    slug: str
    body: bytes
    categories: tuple[CategoryRef, ...]

    def content_key(self) -> str:
        """Equal for equal content."""
        names = "\0".join(f"{ref.slug}\0{ref.name}" for ref in self.categories)
        return hashlib.sha256(self.body + b"\0" + names.encode()).hexdigest()

    def summary(self) -> Summary:
        """The summary, read."""
        raw = json_object(self.body, "The library")
        raw = {**raw, "categories": [{"slug": ref.slug, "name": ref.name} for ref in self.categories]}
        return summary_from_json(raw, "The library")


def content_key(source: Summary | StoredSummary) -> str:
    """Equal for equal content of one kind of source."""
    if isinstance(source, StoredSummary):
        return source.content_key()
    return hashlib.sha256(summary_json(source)).hexdigest()


def summary_in(source: Summary | StoredSummary) -> Summary:
    """The summary of either."""
    return source.summary() if isinstance(source, StoredSummary) else source
