"""The research paper that a summary explains: its citation, as exact as its source gives it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.model.dates import PartialDate


@dataclass(frozen=True, slots=True)
class Author:
    """A person (family and given name) or a group (literal)."""

    family: str = ""
    given: str = ""
    literal: str = ""

    def full(self) -> str:
        """`Ryo Ukai`, or the group's name."""
        return self.literal or " ".join(part for part in (self.given, self.family) if part)


@dataclass(frozen=True, slots=True)
class Notice:
    """A retraction, correction or expression of concern that a registry reports for a paper."""

    kind: str
    doi: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A citation. Empty text means "not given"; nothing here is ever guessed.

    `doi` is bare (`10.1186/…`), `title` is plain text, `type` is a CSL type, `extra` keeps CSL keys unknown to us.
    """

    title: str = ""
    authors: tuple[Author, ...] = ()
    journal: str = ""
    journal_short: str = ""
    volume: str = ""
    issue: str = ""
    pages: str = ""
    doi: str = ""
    pmid: str = ""
    pmcid: str = ""
    url: str = ""
    published: PartialDate | None = None
    publication_types: tuple[str, ...] = ()
    license: str = ""
    notices: tuple[Notice, ...] = ()
    abstract: str = ""
    type: str = "article-journal"
    extra: Mapping[str, Any] = field(default_factory=dict, hash=False)
