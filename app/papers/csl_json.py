"""CSL-JSON, the form of citation programs: one entry, a list of them, or a list under `items`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.errors import BadInput
from app.model.paper import Paper
from app.model.paper_text import PaperFile, PaperRecord, ReadWarning
from app.papers.crossref import authors_of
from app.papers.given_dates import date_of_parts
from app.papers.identifiers import doi_in, pmcid, pmid
from app.papers.json_source import at, first_words, link, mappings, raw, words
from app.papers.marked_text import plain_paragraphs
from app.papers.record import citation_record, file_of, is_known
from app.papers.source_text import shown
from app.translation import _


def csl_file(value: Any, name: str) -> PaperFile:
    """The entries of CSL that is JSON already; entries that say nothing are named."""
    entries = mappings(at(value, "items")) if isinstance(value, Mapping) and "items" in value else mappings(value)
    records, said = [], []
    for number, entry in enumerate(entries, 1):
        record = csl_record(entry)
        if is_known(record.paper) or record.paper.published:
            records.append(record)
        else:
            said.append(ReadWarning("record-broken", f"record {number}"))
    if not records:
        raise BadInput(
            _("{shown} is JSON, but nothing in it is a paper: no title, author, date or DOI.").format(shown=shown(name))
        )
    return file_of("csl-json", records, said)


def csl_record(entry: Mapping[str, Any]) -> PaperRecord:
    """One entry as a record."""
    note = raw(entry, "note")
    paper = Paper(
        title=words(entry, "title"),
        authors=tuple(authors_of(entry.get("author"))),
        journal=words(entry, "container-title"),
        journal_short=first_words(entry, "container-title-short", "journalAbbreviation"),
        volume=words(entry, "volume"),
        issue=words(entry, "issue"),
        pages=re.sub(r"\s*[–—]\s*", "-", words(entry, "page")),
        doi=doi_in(raw(entry, "DOI")) or doi_in(_link(entry, "")),
        pmid=pmid(raw(entry, "PMID")) or pmid(note if "PMID" in note else ""),
        pmcid=pmcid(raw(entry, "PMCID")) or pmcid(note if "PMC" in note else ""),
        url=_link(entry, "doi.org/"),
        published=date_of_parts(entry.get("issued")),
        publication_types=tuple(filter(None, (words(entry, "genre"),))),
        license=words(entry, "license"),
        type=words(entry, "type") or "article-journal",
    )
    return citation_record(paper, plain_paragraphs(raw(entry, "abstract")))


def _link(entry: Mapping[str, Any], unwanted: str) -> str:
    found = link(entry, "URL")
    return "" if unwanted and unwanted in found else found
