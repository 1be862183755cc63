"""The whole library in two files: `summaries.json` for programs and the index of the search page.

Both name every summary; its whole text stands in its own `index.json`. One file with all texts would be written anew,
a hundred megabytes of it, whenever one word of ten thousand summaries changes.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import msgspec

from app.model.codec import SCHEMA_FILE
from app.model.site import Site
from app.model.summary import CategoryRef
from app.publish.entry import Entry

CATALOGUE_FILE = "summaries.json"
CATALOGUE_SCHEMA_FILE = "summaries.schema.json"
CATALOGUE_VERSION = 1


class Row(msgspec.Struct, frozen=True):
    """A summary: `url` is its page and `json` its whole text, both from the folder of the catalogue."""

    id: str
    slug: str
    url: str
    json: str
    title: str
    sentence: str
    language: str
    categories: tuple[CategoryRef, ...]
    journal: str
    year: str
    doi: str
    evidence_level: str | None
    published: str
    modified: str


class Catalogue(msgspec.Struct, frozen=True):
    """The file: whose it is, and a row for each summary, newest first."""

    schema_version: int
    name: str
    description: str
    home_page_url: str
    language: str
    summary_schema: str
    summaries: tuple[Row, ...]


def catalogue(entries: Sequence[Entry], site: Site) -> bytes:
    """`summaries.json`: one summary a line, so that a version-control diff reads well."""
    head = {
        "$schema": CATALOGUE_SCHEMA_FILE,
        "schema_version": CATALOGUE_VERSION,
        "name": site.name,
        "description": site.tagline,
        "home_page_url": site.base_url,
        "language": site.language,
        "summary_schema": SCHEMA_FILE,
    }
    lines = [b"%s: %s" % (_encoded(key), _encoded(value)) for key, value in head.items()]
    rows = b",\n".join(_encoded(_row(entry)) for entry in entries)
    summaries = b'"summaries": [\n%s\n]' % rows if entries else b'"summaries": []'
    return b"{\n" + b",\n".join([*lines, summaries]) + b"\n}\n"


def catalogue_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of `summaries.json`, made from the values above."""
    (schema,), components = msgspec.json.schema_components((Catalogue,), ref_template="#/$defs/{name}")
    whole = components[schema["$ref"].rpartition("/")[2]]
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **whole,
        "title": "Catalogue of plain-language summaries",
        "$defs": {name: part for name, part in components.items() if name != "Catalogue"},
    }


def search_index(entries: Sequence[Entry], language: str) -> bytes:
    """`search/index.js`: title, slug, first sentence, categories, year, the paper's own title, a summary a line.

    Its language comes last where it is not the site's `language`.

    A script and not JSON, because a page opened from a disk may not read other files.
    """
    rows = b",\n".join(
        _encoded(
            (
                entry.title,
                entry.slug,
                entry.sentence,
                [ref.name for ref in entry.categories],
                entry.year,
                "" if entry.heading == entry.title else entry.heading,
                *((entry.language,) if entry.language not in ("", language) else ()),
            )
        )
        for entry in entries
    )
    return b"window.plainspokenIndex = [\n%s\n];\n" % rows


def _row(entry: Entry) -> Row:
    return Row(
        id=entry.id,
        slug=entry.slug,
        url=entry.address,
        json=f"{entry.address}index.json",
        title=entry.title,
        sentence=entry.sentence,
        language=entry.language,
        categories=entry.categories,
        journal=entry.journal,
        year=entry.year,
        doi=entry.doi,
        evidence_level=entry.evidence_level or None,
        published=entry.published,
        modified=entry.modified,
    )


def _encoded(value: Any) -> bytes:
    return msgspec.json.encode(value)
