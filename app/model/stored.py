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

    def content_key(self, *made_with: str) -> str:
        """Equal for equal content, and equal texts that are used together with it."""
        names = (text for ref in self.categories for text in (ref.slug, ref.name))
        return hashlib.sha256(b"\0".join((self.body, "\0".join((*names, *made_with)).encode()))).hexdigest()

    def summary(self) -> Summary:
        """The summary, read."""
        raw = json_object(self.body, "The library")
        raw = {**raw, "categories": [{"slug": ref.slug, "name": ref.name} for ref in self.categories]}
        return summary_from_json(raw, "The library")


def content_key(source: Summary | StoredSummary, *made_with: str) -> str:
    """Equal for equal content of one kind of source, and equal texts that are used together with it."""
    if isinstance(source, StoredSummary):
        return source.content_key(*made_with)
    return hashlib.sha256(b"\0".join((summary_json(source), *map(str.encode, made_with)))).hexdigest()


def summary_in(source: Summary | StoredSummary) -> Summary:
    """The summary of either."""
    return source.summary() if isinstance(source, StoredSummary) else source
