"""PubMed's XML (`PubmedArticleSet`): articles and books of the bookshelf, with retractions and corrections.

The date is the one PubMed cites (`PubDate`, as exact as it is given), else the electronic one. The full stop that
PubMed puts behind every title is left off.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from app.errors import BadInput
from app.model.dates import PartialDate
from app.model.paper import Author, Notice, Paper
from app.model.paper_text import PaperFile, PaperRecord
from app.papers.given_dates import date_in, partial
from app.papers.identifiers import doi_in, pmcid, pmid
from app.papers.names import group, person
from app.papers.record import citation_record, file_of, is_known
from app.papers.source_text import shown
from app.papers.xml_source import child, children, everywhere, parsed_xml
from app.papers.xml_text import first_line, line_of
from app.translation import _

_NOTICES = {
    "RetractionIn": "retraction",
    "PartialRetractionIn": "retraction",
    "RetractionOf": "retraction",
    "ErratumIn": "correction",
    "ErratumFor": "correction",
    "CorrectedandRepublishedIn": "correction",
    "ExpressionOfConcernIn": "concern",
    "ExpressionOfConcernFor": "concern",
}


def read_pubmed_xml(content: bytes, name: str) -> PaperFile:
    """Every article of the file. Raises BadInput when it holds none."""
    return pubmed_file(parsed_xml(content, name), name)


def pubmed_file(root: etree._Element, name: str) -> PaperFile:
    """The articles and books under an XML root."""
    records = []
    for found in everywhere(root, "MedlineCitation", "BookDocument"):
        record = _book(found) if child(found, "Book") is not None else _article(found)
        if is_known(record.paper):
            records.append(record)
    if not records:
        said = line_of(root)[:120]
        told = f" It says: {said}" if said and len(said) < 120 else ""
        raise BadInput(_("{shown} is PubMed XML without an article.{told}").format(shown=shown(name), told=told))
    return file_of("pubmed-xml", records)


def without_stop(title: str) -> str:
    """A title without the full stop that PubMed adds."""
    return title[:-1] if title.endswith(".") and not title.endswith("..") else title


def _article(citation: etree._Element) -> PaperRecord:
    article = child(citation, "Article")
    above = citation.getparent()
    ids = child(above, "PubmedData", "ArticleIdList") if above is not None else None
    if article is None:
        return PaperRecord(Paper())
    issue = child(article, "Journal", "JournalIssue")
    short = first_line(article, "Journal", "ISOAbbreviation")
    paper = Paper(
        title=without_stop(_title(article)),
        authors=tuple(_authors(child(article, "AuthorList"))),
        journal=first_line(article, "Journal", "Title"),
        journal_short=short or first_line(citation, "MedlineJournalInfo", "MedlineTA"),
        volume=first_line(issue, "Volume"),
        issue=first_line(issue, "Issue"),
        pages=first_line(article, "Pagination", "MedlinePgn") or _location(article),
        doi=doi_in(_id(ids, "doi") or _doi(article)),
        pmid=pmid(first_line(citation, "PMID") or _id(ids, "pubmed")),
        pmcid=pmcid(_id(ids, "pmc")),
        published=_published(child(issue, "PubDate")) or _published(child(article, "ArticleDate")),
        publication_types=_types(article),
        notices=tuple(_notices(citation)),
        extra=_keywords(citation),
    )
    return citation_record(_retracted(paper), _abstract(article))


def _book(document: etree._Element) -> PaperRecord:
    book, ids = child(document, "Book"), child(document, "ArticleIdList")
    paper = Paper(
        title=line_of(child(document, "ArticleTitle")) or first_line(book, "BookTitle"),
        authors=tuple(_authors(child(document, "AuthorList")) or _authors(child(book, "AuthorList"))),
        journal=first_line(book, "BookTitle") if line_of(child(document, "ArticleTitle")) else "",
        volume=first_line(book, "Volume"),
        pages=first_line(document, "Pagination", "MedlinePgn"),
        doi=doi_in(_id(ids, "doi")),
        pmid=pmid(first_line(document, "PMID")),
        published=_published(child(document, "ContributionDate")) or _published(child(book, "PubDate")),
        publication_types=_types(document),
        type="chapter" if line_of(child(document, "ArticleTitle")) else "book",
    )
    return citation_record(paper, _abstract(document))


def _title(article: etree._Element) -> str:
    return line_of(child(article, "ArticleTitle")) or line_of(child(article, "VernacularTitle"))


def _authors(authors: etree._Element | None) -> list[Author]:
    if authors is None or authors.get("Type") == "editors":
        return []
    found: list[Author | None] = []
    for author in children(authors, "Author"):
        if author.get("ValidYN") == "N":
            continue
        if (collective := child(author, "CollectiveName")) is not None:
            found.append(group(line_of(collective)))
        else:
            given = first_line(author, "ForeName") or first_line(author, "Initials")
            found.append(person(first_line(author, "LastName"), given, first_line(author, "Suffix")))
    return [author for author in found if author]


def _published(date: etree._Element | None) -> PartialDate | None:
    if date is None:
        return None
    exact = partial(first_line(date, "Year"), first_line(date, "Month"), first_line(date, "Day"))
    return exact or date_in(first_line(date, "MedlineDate"))


def _id(ids: etree._Element | None, kind: str) -> str:
    found = (number for number in children(ids) if number.get("IdType") == kind) if ids is not None else iter(())
    return line_of(next(found, None))


def _doi(article: etree._Element) -> str:
    places = [place for place in children(article, "ELocationID") if place.get("EIdType") == "doi"]
    return next((line_of(place) for place in places if place.get("ValidYN") != "N"), "")


def _location(article: etree._Element) -> str:
    start, end = first_line(article, "Pagination", "StartPage"), first_line(article, "Pagination", "EndPage")
    return f"{start}-{end}" if start and end and start != end else start


def _types(article: etree._Element) -> tuple[str, ...]:
    holder = child(article, "PublicationTypeList")
    found = children(article if holder is None else holder, "PublicationType")
    return tuple(dict.fromkeys(line_of(kind) for kind in found))


def _keywords(citation: etree._Element) -> dict[str, str]:
    """The MeSH headings, as CSL's `keyword`: `Animals, Rats, Stroke`."""
    listed = child(citation, "MeshHeadingList")
    headings = children(listed, "MeshHeading") if listed is not None else ()
    words = [first_line(heading, "DescriptorName") for heading in headings]
    return {"keyword": ", ".join(filter(None, words))} if any(words) else {}


def _abstract(article: etree._Element) -> list[str]:
    lines = []
    holder = child(article, "Abstract")
    for part in children(holder, "AbstractText") if holder is not None else ():
        label = (part.get("Label") or "").strip().rstrip(":")
        words = line_of(part)
        if words:
            lines.append(f"{label}: {words}" if label and label != "UNLABELLED" else words)
    return lines


def _notices(citation: etree._Element) -> list[Notice]:
    listed = child(citation, "CommentsCorrectionsList")
    found = []
    for said in children(listed, "CommentsCorrections") if listed is not None else ():
        if kind := _NOTICES.get(said.get("RefType", "")):
            source = first_line(said, "RefSource")
            found.append(Notice(kind, doi_in(source)))
    return found


def _retracted(paper: Paper) -> Paper:
    """A publication type alone says it too, and so it does for the notice of a retraction itself."""
    kinds = {notice.kind for notice in paper.notices}
    said = {"Retracted Publication": "retraction", "Retraction of Publication": "retraction",
            "Expression of Concern": "concern", "Published Erratum": "correction"}  # fmt: skip
    more = [said[kind] for kind in paper.publication_types if kind in said and said[kind] not in kinds]
    return replace(paper, notices=(*paper.notices, *(Notice(kind) for kind in dict.fromkeys(more))))
