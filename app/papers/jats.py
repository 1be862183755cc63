"""JATS, the XML of PubMed Central and most publishers: citation and abstract of an article; `jats_body` reads its text.

The date is the electronic one (`epub`, or `pub` in electronic form), else the printed one, else that of the
collection, else any other but the archive's own release; each as exact as it is given.
"""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from app.errors import BadInput
from app.model.dates import PartialDate
from app.model.paper import Author, Notice, Paper
from app.model.paper_text import PaperFile, PaperRecord
from app.papers.given_dates import partial
from app.papers.identifiers import doi_in, pmcid, pmid
from app.papers.jats_abstract import abstract_lines
from app.papers.jats_body import text_blocks
from app.papers.names import group, person
from app.papers.record import file_of, is_known, notice_kind, with_title_notice
from app.papers.source_text import shown
from app.papers.xml_source import child, children, everywhere, local, parsed_xml
from app.papers.xml_text import first_line, line_of
from app.translation import _

_LINK = "{http://www.w3.org/1999/xlink}href"
_UNWANTED = ("fn", "xref", "break")


def read_jats(content: bytes, name: str) -> PaperFile:
    """Every article of the file. Raises BadInput when it is no JATS or says nothing of a paper."""
    return jats_file(parsed_xml(content, name), name)


def jats_file(root: etree._Element, name: str) -> PaperFile:
    """The articles under an XML root, those within another article left out."""
    articles = (found for found in everywhere(root, "article") if not _is_inside(found))
    records = [record for article in articles if is_known((record := _record(article)).paper)]
    if not records:
        raise BadInput(
            _("{shown} is JATS XML without a title or a DOI of an article. Fetch it again.").format(shown=shown(name))
        )
    return file_of("jats", records)


def _is_inside(article: etree._Element) -> bool:
    return any(local(up) == "article" for up in article.iterancestors())


def _record(article: etree._Element) -> PaperRecord:
    paper = _paper(article)
    return PaperRecord(paper, text_blocks(article, paper.title))


def _paper(article: etree._Element) -> Paper:
    meta = child(article, "front", "article-meta")
    if meta is None:
        return Paper()
    journal = child(article, "front", "journal-meta")
    paper = Paper(
        title=_title(meta),
        authors=tuple(_authors(meta)),
        journal=first_line(journal, "journal-title-group", "journal-title") or first_line(journal, "journal-title"),
        journal_short=_journal_short(journal),
        volume=first_line(meta, "volume"),
        issue=first_line(meta, "issue"),
        pages=_pages(meta),
        doi=doi_in(_id(meta, "doi")),
        pmid=pmid(_id(meta, "pmid")),
        pmcid=pmcid(_id(meta, "pmcid", "pmc", "pmcaid")),
        published=_published(meta),
        publication_types=tuple(_types(article, meta)),
        license=_license(meta),
        notices=tuple(_notices(meta)),
        abstract="\n\n".join(abstract_lines(meta)),
    )
    return replace(paper, notices=with_title_notice(paper))


def _title(meta: etree._Element) -> str:
    titles = child(meta, "title-group")
    title = line_of(child(titles, "article-title"), _UNWANTED)
    subtitle = line_of(child(titles, "subtitle"), _UNWANTED)
    if not subtitle or subtitle in title:
        return title
    return f"{title} {subtitle}" if title.endswith((":", "?", "!", ".", "–", "—")) else f"{title}: {subtitle}"


def _authors(meta: etree._Element) -> list[Author]:
    found: list[Author | None] = []
    for contributors in children(meta, "contrib-group"):
        group_type = contributors.get("content-type", "author")
        for contributor in children(contributors, "contrib"):
            kind = contributor.get("contrib-type") or ("author" if group_type in ("author", "authors") else group_type)
            if kind in ("author", "group", "collab", "person", "") and not _is_editor(contributor):
                found.extend(_names(contributor))
    return [author for author in found if author]


def _is_editor(contributor: etree._Element) -> bool:
    return "editor" in first_line(contributor, "role").lower() and not contributor.get("contrib-type")


def _names(contributor: etree._Element) -> list[Author | None]:
    for holder in (contributor, child(contributor, "name-alternatives")):
        if holder is None:
            continue
        for name in children(holder, "name", "string-name")[:1]:
            family, given = first_line(name, "surname"), first_line(name, "given-names")
            if family or given:
                return [person(family, given, first_line(name, "suffix"))]
            return [group(line_of(name))]
    holder = child(contributor, "collab-alternatives")
    return [group(line_of(found, ("contrib-group", "xref", "fn"))) for found in children(contributor, "collab")
            or (children(holder, "collab")[:1] if holder is not None else [])]  # fmt: skip


def _journal_short(journal: etree._Element | None) -> str:
    if journal is None:
        return ""
    for kind in ("iso-abbrev", "nlm-ta"):
        for found in children(journal, "journal-id"):
            if found.get("journal-id-type") == kind:
                return line_of(found)
    return line_of(next(everywhere(journal, "abbrev-journal-title"), None))


def _pages(meta: etree._Element) -> str:
    first, last = first_line(meta, "fpage"), first_line(meta, "lpage")
    if first:
        return f"{first}-{last}" if last and last != first else first
    return first_line(meta, "elocation-id") or first_line(meta, "page-range")


def _id(meta: etree._Element, *kinds: str) -> str:
    return next((line_of(found) for found in children(meta, "article-id") if found.get("pub-id-type") in kinds), "")


def _published(meta: etree._Element) -> PartialDate | None:
    dates: dict[str, PartialDate] = {}
    for found in (*children(meta, "pub-date"), *everywhere(meta, "pub-date")):
        kind = found.get("pub-type") or f"{found.get('date-type', '')} {found.get('publication-format', '')}".strip()
        iso = (found.get("iso-8601-date") or "").split("-")
        date = partial(first_line(found, "year"), first_line(found, "month"), first_line(found, "day")) or (
            partial(*[*iso, None, None][:3]) if iso[0] else None
        )
        if date:
            dates.setdefault(kind, date)
    return next((dates[kind] for kind in sorted(dates, key=_rank) if "release" not in kind), None)


def _rank(kind: str) -> int:
    order = ("epub", "epub-ppub", "pub electronic", "epreprint", "pub", "ppub", "pub print",
             "collection", "ecollection", "collection electronic", "collection print")  # fmt: skip
    return order.index(kind) if kind in order else len(order)


def _types(article: etree._Element, meta: etree._Element) -> list[str]:
    headings = (
        first_line(subjects, "subject")
        for subjects in everywhere(meta, "subj-group")
        if subjects.get("subj-group-type") in ("heading", "display-channel", "article-type")
    )
    return list(dict.fromkeys(kind for kind in (article.get("article-type", ""), *headings) if kind))


def _license(meta: etree._Element) -> str:
    for found in everywhere(meta, "license"):
        links = [found.get(_LINK, ""), *(line_of(link) for link in everywhere(found, "license_ref")),
                 *(link.get(_LINK, "") for link in everywhere(found, "ext-link"))]  # fmt: skip
        if link := next((link for link in links if link.startswith("http")), ""):
            return link
    return ""


def _notices(meta: etree._Element) -> list[Notice]:
    found = []
    for related in everywhere(meta, "related-article"):
        kind = related.get("related-article-type", "")
        base = kind.removesuffix("-forward").removesuffix("ed-article").removesuffix("-notice")
        word = {"retract": "retraction", "correct": "correction", "concern": "concern"}.get(base, base)
        if word := notice_kind(word.replace("object-of-concern", "concern")):
            found.append(Notice(word, doi_in(related.get(_LINK, "") or line_of(related))))
    return found
