"""A summary to and from its rows: the body as JSON, the columns of the table, the words that search looks in."""

from __future__ import annotations

import hashlib
import json
import zlib
from dataclasses import dataclass
from typing import Any

from app.model.codec import summary_from_json, summary_to_json
from app.model.comment import OPEN
from app.model.listing import Listing
from app.model.sections import sections
from app.model.summary import CategoryRef, Summary, title_of

_LONGEST_UNPACKED = 200_000_000
"""Bytes: a file from elsewhere may hold a few that unpack to all the memory there is."""


@dataclass(frozen=True, slots=True)
class Body:
    """A summary as it is stored: its JSON and the SHA-256 of that JSON."""

    text: str
    sha256: str


def body_of(summary: Summary) -> Body:
    """The JSON of a summary as it is stored, one line."""
    text = storable(json.dumps(summary_to_json(summary), ensure_ascii=False, separators=(",", ":")))
    return Body(text, sha256_of(text))


def content_sha256(summary: Summary) -> str:
    """The SHA-256 that a summary's stored body has or would have: equal content, equal hash."""
    return body_of(summary).sha256


def sha256_of(text: str) -> str:
    """The SHA-256 of a text's UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


def summary_of(body: str, categories: tuple[CategoryRef, ...] | None = None) -> Summary:
    """The summary of a stored body, with the categories it stands in today (a category may have a new name)."""
    raw = json.loads(body)
    if categories is not None:
        raw["categories"] = [{"slug": category.slug, "name": category.name} for category in categories]
    return summary_from_json(raw, "The library")


def columns_of(summary: Summary) -> dict[str, Any]:
    """The columns of `summaries` that follow from a summary."""
    paper = summary.paper
    return {
        "id": summary.id,
        "slug": summary.slug,
        "title": _plain(title_of(summary)),
        "paper_title": _plain(paper.title),
        "status": summary.status,
        "doi": _plain(paper.doi).lower(),
        "journal": _plain(paper.journal_short or paper.journal),
        "year": paper.published.year if paper.published else None,
        "updated": summary.dates.modified,
        "published": summary.dates.published,
        "comments": sum(comment.state == OPEN for comment in summary.comments),
    }


def search_columns_of(summary: Summary) -> dict[str, str]:
    """The three texts that full-text search looks in: titles, citation, everything else a reader or writer wrote."""
    paper = summary.paper
    citation = [paper.journal, paper.journal_short, paper.doi, paper.pmid, paper.pmcid]
    citation += [author.full() for author in paper.authors]
    words = [text for name, text in sections(summary) if name != "title"]
    words += [category.name for category in summary.categories]
    words += [f"{term.term} {term.plain} {term.explanation}" for term in summary.glossary]
    words += [source.title for source in summary.sources]
    return {
        "title": _plain(f"{summary.plain_title} {paper.title}"),
        "citation": _plain(" ".join(citation)),
        "words": _plain("\n".join(words)),
    }


def listing_of(row: tuple[Any, ...], categories: list[tuple[str, str]]) -> Listing:
    """A row of the table from its columns (in the order of LISTING_COLUMNS) and its categories (slug, name)."""
    slugs, names = tuple(slug for slug, _ in categories), tuple(name for _, name in categories)
    _, id_, slug, title, paper_title, status, grade, journal, year, updated, is_trashed, *rest = row
    errors, warnings, notices, comments, trashed, scorer, state = rest
    state_at, _sign, state_by = (state or "").partition("\n")
    return Listing(
        id_, slug, title, paper_title, status, names, slugs, grade, journal, year, updated, bool(is_trashed),
        errors, warnings, notices, comments, trashed, bool(scorer) or grade is not None, state_at, state_by,
    )  # fmt: skip


LISTING_COLUMNS = (
    "s.number, s.id, s.slug, s.title, s.paper_title, s.status, s.grade, s.journal, s.year, s.updated, s.is_trashed, "
    "s.errors, s.warnings, s.notices, s.comments, s.trashed, s.scorer, "
    "(SELECT t.moment || char(10) || t.writer FROM states t WHERE t.summary = s.number ORDER BY t.number DESC LIMIT 1)"
)


def unpacked(data: bytes) -> bytes:
    """What was kept compressed. Raises zlib.error when it is damaged, or unpacks to more than any text of ours."""
    unpacking = zlib.decompressobj()
    content = unpacking.decompress(data, _LONGEST_UNPACKED)
    if not unpacking.eof:
        raise zlib.error("cut off, or too long")
    return content


def storable(text: str) -> str:
    """The text without what UTF-8 cannot hold: a lone half of a surrogate pair becomes U+FFFD."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def _plain(text: str) -> str:
    return storable(text).replace("\0", " ").strip()
