"""Europe PMC's JSON: the search answer, one record alone, and XML-made forms where every value is a list.

The date is the electronic one, else the issue's as it is written (`2019 Mar`). Not `firstPublicationDate` nor
`printPublicationDate`: they fill a missing day or month with 01.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from app.errors import BadInput
from app.model.dates import PartialDate
from app.model.paper import Author, Notice, Paper
from app.model.paper_text import PaperFile, PaperRecord
from app.papers.given_dates import date_in
from app.papers.identifiers import doi_in, pmcid, pmid
from app.papers.json_source import all_of, at, first_words, mappings, raw, words
from app.papers.marked_text import plain_paragraphs
from app.papers.names import group, initials_last, person
from app.papers.pubmed_xml import without_stop
from app.papers.record import citation_record, file_of, is_known
from app.papers.source_text import json_of, shown, text_of
from app.translation import _

_NOTICES = {"retraction in": "retraction", "partial retraction in": "retraction", "retraction of": "retraction",
            "erratum in": "correction", "erratum for": "correction", "corrected and republished in": "correction",
            "expression of concern in": "concern", "expression of concern for": "concern"}  # fmt: skip
_TYPES = {"retracted publication": "retraction", "retraction of publication": "retraction",
          "expression of concern": "concern", "published erratum": "correction"}  # fmt: skip


def read_europepmc(content: bytes, name: str) -> PaperFile:
    """Every record of the answer. Raises BadInput when there is none, or with the error the service tells."""
    text, warnings = text_of(content, name)
    found = europepmc_file(json_of(text, name), name)
    return PaperFile(found.kind, found.papers, (*warnings, *found.warnings))


def europepmc_file(value: Any, name: str) -> PaperFile:
    """The records of an answer that is JSON already."""
    if said := words(value, "errMsg"):
        raise BadInput(_("{shown} is an error of Europe PMC, not a paper: {said}").format(shown=shown(name), said=said))
    holders = mappings(at(value, "resultList", "result")) or [at(part, "full") or at(part, "result") or part
                                                              for part in mappings(value)]  # fmt: skip
    found = (europepmc_record(holder) for holder in holders if isinstance(holder, Mapping))
    records = [record for record in found if is_known(record.paper)]
    if not records:
        raise BadInput(_("{shown} is an answer of Europe PMC without a paper in it.").format(shown=shown(name)))
    return file_of("europepmc", records)


def europepmc_record(given: Mapping[str, Any]) -> PaperRecord:
    """One record of a `core` answer."""
    issue = at(given, "journalInfo")
    lists = all_of(at(given, "pubTypeList", "pubType")) or words(given, "pubType").split(";")
    types = [words(kind) for kind in lists]
    paper = Paper(
        title=without_stop(words(given, "title")),
        authors=tuple(_authors(given)),
        journal=words(issue, "journal", "title") or first_words(given, "journalTitle"),
        journal_short=words(issue, "journal", "ISOAbbreviation") or words(issue, "journal", "isoabbreviation")
        or words(issue, "journal", "medlineAbbreviation"),
        volume=words(issue, "volume") or words(given, "journalVolume"),
        issue=words(issue, "issue") or words(given, "issue"),
        pages=words(given, "pageInfo"),
        doi=doi_in(raw(given, "doi")),
        pmid=pmid(raw(given, "pmid")),
        pmcid=pmcid(raw(given, "pmcid")),
        published=_published(given),
        publication_types=tuple(dict.fromkeys(filter(None, types))),
        license=words(given, "license"),
        notices=tuple(_notices(given)),
        type="article" if raw(given, "source") == "PPR" else "article-journal",
    )  # fmt: skip
    return citation_record(_told_by_types(paper), plain_paragraphs(raw(given, "abstractText")))


def _authors(given: Mapping[str, Any]) -> list[Author]:
    found: list[Author | None] = []
    for author in mappings(at(given, "authorList", "author")):
        if collective := words(author, "collectiveName"):
            found.append(group(collective))
        elif family := words(author, "lastName"):
            found.append(person(family, words(author, "firstName") or words(author, "initials")))
        else:
            found.append(initials_last(words(author, "fullName")))
    if not found:
        names = words(given, "authorString").rstrip(".").split(", ")
        found = [initials_last(name) for name in names if name]
    return [author for author in found if author]


def _published(given: Mapping[str, Any]) -> PartialDate | None:
    texts = (raw(given, "electronicPublicationDate"), raw(given, "journalInfo", "dateOfPublication"))
    if date := next((date for text in texts if (date := date_in(text))), None):
        return date
    return date_in(raw(given, "journalInfo", "yearOfPublication")) or date_in(raw(given, "pubYear"))


def _notices(given: Mapping[str, Any]) -> list[Notice]:
    found = []
    for said in mappings(at(given, "commentCorrectionList", "commentCorrection")):
        if kind := _NOTICES.get(words(said, "type").lower()):
            found.append(Notice(kind, doi_in(raw(said, "doi")) or doi_in(raw(said, "reference"))))
    return found


def _told_by_types(paper: Paper) -> Paper:
    """A publication type alone says it too."""
    kinds = {notice.kind for notice in paper.notices}
    more = [_TYPES[kind.lower()] for kind in paper.publication_types if kind.lower() in _TYPES]
    return replace(
        paper, notices=(*paper.notices, *(Notice(kind) for kind in dict.fromkeys(more) if kind not in kinds))
    )
