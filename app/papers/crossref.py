"""Crossref's answers about a work: `/works/{doi}`, a list of works, or one work alone.

The date is `issued`, Crossref's own earliest of print and online; `[[null]]` is no date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.errors import BadInput
from app.model.paper import Author, Notice, Paper
from app.model.paper_text import PaperFile, PaperRecord, ReadWarning
from app.papers.given_dates import date_in, date_of_parts
from app.papers.identifiers import doi_in
from app.papers.json_source import all_of, at, link, mappings, raw, words
from app.papers.marked_text import plain_paragraphs
from app.papers.names import group, person
from app.papers.record import IS_A_NOTICE, citation_record, file_of, is_known, notice_kind, where
from app.papers.source_text import json_of, shown, text_of
from app.translation import _

_TYPES = {
    "journal-article": "article-journal", "posted-content": "article", "book-chapter": "chapter", "book": "book",
    "monograph": "book", "edited-book": "book", "reference-book": "book", "proceedings-article": "paper-conference",
    "dissertation": "thesis", "report": "report", "dataset": "dataset", "standard": "standard",
    "peer-review": "review", "reference-entry": "entry-encyclopedia", "database": "dataset",
}  # fmt: skip


def read_crossref(content: bytes, name: str) -> PaperFile:
    """Every work of the answer. Raises BadInput when it is no answer of Crossref or holds no work."""
    text, warnings = text_of(content, name)
    found = crossref_file(json_of(text, name), name)
    return PaperFile(found.kind, found.papers, (*warnings, *found.warnings))


def crossref_file(value: Any, name: str) -> PaperFile:
    """The works of an answer that is JSON already."""
    message = at(value, "message") if isinstance(value, Mapping) and "message" in value else value
    works = mappings(at(message, "items")) if at(message, "items") is not None else mappings(message)
    records = [(work, record) for work in works if is_known((record := crossref_record(work)).paper)]
    if not records:
        said = words(message) if isinstance(message, str) else words(message, "message")
        raise BadInput(
            _("{shown} is an answer of Crossref without a work in it.{part}").format(
                shown=shown(name), part=f" It says: {said}" if said else ""
            )
        )
    said_notices = [
        ReadWarning(IS_A_NOTICE, where(number, len(records)))
        for number, (work, _) in enumerate(records, 1)
        if any(notice_kind(raw(update, "type")) for update in mappings(work.get("update-to")))
    ]
    return file_of("crossref", (record for _, record in records), said_notices)


def crossref_record(work: Mapping[str, Any]) -> PaperRecord:
    """One work as a record; whatever is missing or odd in it stays empty."""
    paper = Paper(
        title=_title(work),
        authors=tuple(authors_of(work.get("author"))),
        journal=words(work.get("container-title")),
        journal_short=words(work.get("short-container-title")),
        volume=words(work, "volume"),
        issue=words(work, "issue") or words(work, "journal-issue", "issue"),
        pages=words(work, "page") or words(work, "article-number"),
        doi=doi_in(raw(work, "DOI")),
        url=_link(work),
        published=next((date for key in ("issued", "published", "published-online", "published-print", "posted")
                        if (date := date_of_parts(work.get(key)))), None),
        publication_types=tuple(dict.fromkeys(filter(None, (words(work, "type"), words(work, "subtype"))))),
        license=_license(work),
        notices=tuple(_notices(work)),
        type=_TYPES.get(words(work, "type"), words(work, "type") or "article-journal"),
    )  # fmt: skip
    return citation_record(paper, plain_paragraphs(raw(work, "abstract")))


def authors_of(value: Any) -> list[Author]:
    """Authors of Crossref and CSL: parts of a name, or a whole one (`name`, `literal`)."""
    found = []
    for author in mappings(value):
        whole = words(author, "literal") or words(author, "name")
        particle = " ".join(filter(None, (words(author, "dropping-particle"), words(author, "non-dropping-particle"))))
        family = " ".join(filter(None, (particle, words(author, "family"))))
        parts = person(family, words(author, "given"), words(author, "suffix"))
        found.append(parts if family or not whole else group(whole))
    found += [group(name) for name in all_of(value) if isinstance(name, str)]
    return [author for author in found if author]


def _title(work: Mapping[str, Any]) -> str:
    title, subtitle = words(work.get("title")), words(work.get("subtitle"))
    if not subtitle or subtitle.casefold() in title.casefold():
        return title
    return f"{title} {subtitle}" if title.endswith((":", "?", "!", ".")) else f"{title}: {subtitle}"


def _link(work: Mapping[str, Any]) -> str:
    links = (link(work, "resource", "primary", "URL"), link(work, "URL"))
    return next((found for found in links if found and "doi.org/" not in found), "")


def _license(work: Mapping[str, Any]) -> str:
    given = [(link(part, "URL"), raw(part, "content-version")) for part in mappings(work.get("license"))]
    open_ones = [found for found, _ in given if "creativecommons.org" in found]
    return next(iter(open_ones or [found for found, version in given if version == "vor"]), "")


def _notices(work: Mapping[str, Any]) -> list[Notice]:
    found = []
    for update in (*mappings(work.get("updated-by")), *mappings(work.get("update-to"))):
        if kind := notice_kind(raw(update, "type")):
            date = date_of_parts(update.get("updated")) or date_in(raw(update, "updated", "date-time")[:10])
            found.append(Notice(kind, doi_in(raw(update, "DOI")), date.iso() if date else ""))
    return found
