"""DataCite's JSON: the REST answer (`{data: {attributes}}`), its attributes alone, and the older crosscite form.

The date is the one of kind `Issued`, else the year of publication.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from app.errors import BadInput
from app.model.dates import PartialDate
from app.model.paper import Author, Paper
from app.model.paper_text import PaperFile, PaperRecord
from app.papers.given_dates import date_in
from app.papers.identifiers import doi_in
from app.papers.json_source import at, first_words, link, mappings, raw, words
from app.papers.marked_text import plain_paragraphs
from app.papers.names import comma_name, group, person, written_out
from app.papers.record import citation_record, file_of, is_known
from app.papers.source_text import json_of, shown, text_of
from app.translation import _


def read_datacite(content: bytes, name: str) -> PaperFile:
    """Every record of the answer. Raises BadInput when it holds none."""
    text, warnings = text_of(content, name)
    found = datacite_file(json_of(text, name), name)
    return PaperFile(found.kind, found.papers, (*warnings, *found.warnings))


def datacite_file(value: Any, name: str) -> PaperFile:
    """The records of an answer that is JSON already."""
    holders = mappings(at(value, "data")) if isinstance(value, Mapping) and "data" in value else mappings(value)
    found = (datacite_record(at(holder, "attributes") or holder) for holder in holders)
    records = [record for record in found if is_known(record.paper)]
    if not records:
        raise BadInput(_("{shown} is an answer of DataCite without a record in it.").format(shown=shown(name)))
    return file_of("datacite", records)


def datacite_record(given: Mapping[str, Any]) -> PaperRecord:
    """One record, from the REST answer's attributes or the older form."""
    kinds = given.get("types")
    pages = [words(given, "container", "firstPage"), words(given, "container", "lastPage")]
    paper = Paper(
        title=_title(given),
        authors=tuple(_authors(given)),
        journal=words(given, "container", "title"),
        volume=words(given, "container", "volume"),
        issue=words(given, "container", "issue"),
        pages="-".join(dict.fromkeys(filter(None, pages))),
        doi=doi_in(raw(given, "doi")) or doi_in(raw(given, "id")),
        url=link(given, "url"),
        published=_published(given),
        publication_types=tuple(filter(None, (first_words(kinds, "resourceType", "resourceTypeGeneral")
                                              or first_words(given, "resource-type", "resource-type-general"),))),
        license=next((found for part in mappings(given.get("rightsList")) if (found := link(part, "rightsUri"))), ""),
        type=words(kinds, "citeproc") or "article-journal",
    )  # fmt: skip
    return citation_record(paper, _abstract(given))


def _title(given: Mapping[str, Any]) -> str:
    titles = mappings(given.get("titles"))
    main = next((words(part, "title") for part in titles if not part.get("titleType")), "")
    subtitle = next((words(part, "title") for part in titles if part.get("titleType") == "Subtitle"), "")
    title = main or words(given, "title") or (words(titles[0], "title") if titles else "")
    return f"{title}: {subtitle}" if title and subtitle else title


def _authors(given: Mapping[str, Any]) -> list[Author]:
    found: list[Author | None] = []
    for creator in mappings(given.get("creators") or given.get("creator") or given.get("author")):
        family, name = words(creator, "familyName"), words(creator, "name")
        if family:
            found.append(person(family, words(creator, "givenName")))
        elif creator.get("nameType") == "Organizational" or creator.get("type") == "Organization":
            found.append(group(name))
        elif "," in name:
            found.append(comma_name(name))
        else:
            is_person = "Person" in (creator.get("nameType"), creator.get("type"))
            found.append(written_out(name) if is_person else group(name))
    return [author for author in found if author]


def _published(given: Mapping[str, Any]) -> PartialDate | None:
    for kind in ("Issued", "Available"):
        for part in mappings(given.get("dates")):
            if part.get("dateType") == kind and (date := date_in(raw(part, "date").split("/")[0])):
                return date
    texts = (raw(given, key) for key in ("date-published", "publicationYear", "publication-year"))
    return next((date for text in texts if (date := date_in(text))), None)


def _abstract(given: Mapping[str, Any]) -> list[str]:
    for part in mappings(given.get("descriptions")):
        if part.get("descriptionType") == "Abstract":
            return plain_paragraphs(raw(part, "description"))
    return plain_paragraphs(raw(given, "description"))
