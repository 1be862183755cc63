"""RIS, the tagged text of reference managers and publishers, and Web of Science's own form of it; read with rispy.

Records are cut apart here, so that a broken one never takes the others with it: it is named, the others come in.
"""

from __future__ import annotations

import re
from typing import Any

import rispy
from rispy.config import TAG_KEY_MAPPING
from rispy.parser import WokParser

from app.errors import BadInput
from app.model.dates import PartialDate
from app.model.paper import Author, Paper
from app.model.paper_text import PaperFile, PaperRecord, ReadWarning
from app.papers.given_dates import date_in
from app.papers.identifiers import doi_in, pmcid, pmid
from app.papers.marked_text import plain_line, plain_paragraphs
from app.papers.names import comma_name
from app.papers.record import citation_record, file_of, is_known
from app.papers.source_text import shown, text_of
from app.translation import _

_TAG = re.compile(r"\s{0,2}([A-Z][A-Z0-9])( {0,2})-(?: (.*)|\s*)$")
_TYPES = {"BOOK": "book", "CHAP": "chapter", "THES": "thesis", "RPRT": "report", "CONF": "paper-conference",
          "CPAPER": "paper-conference", "ELEC": "webpage", "BLOG": "post-weblog", "DATA": "dataset",
          "COMP": "software", "UNPB": "manuscript", "NEWS": "article-newspaper", "MGZN": "article-magazine",
          "EBOOK": "book", "ECHAP": "chapter", "PAT": "patent", "STAND": "standard"}  # fmt: skip
_LIST_TAGS = ["A1", "A2", "A3", "A4", "AU", "KW", "N1", "UR", "M1", "M3", "C1", "C2", "C6", "AN", "DO", "PY", "Y1",
              "DA", "AB", "N2", "TI", "T1"]  # fmt: skip
Fields = dict[str, Any]


def read_ris(content: bytes, name: str) -> PaperFile:
    """Every whole record; broken ones are named by number. Raises BadInput when no record can be read."""
    text, warnings = text_of(content, name)
    records, said = [], list(warnings)
    for number, (lines, is_ended) in enumerate(_cut(text), 1):
        record = _record(lines)
        if is_known(record.paper):
            records.append(record)
            if not is_ended:
                said.append(ReadWarning("record-unfinished", f"record {number}"))
        else:
            said.append(ReadWarning("record-broken", f"record {number}"))
    if not records:
        raise BadInput(
            _("{shown} is RIS text, but no record of it holds a title or a DOI. Export it again.").format(
                shown=shown(name)
            )
        )
    return file_of("ris", records, said)


def read_web_of_science(content: bytes, name: str) -> PaperFile:
    """Every record of a Web of Science export. Raises BadInput when no record can be read."""
    text, warnings = text_of(content, name)
    records, said = [], list(warnings)
    for number, part in enumerate(re.split(r"^PT (?=[A-Z]\s*$)", text, flags=re.MULTILINE)[1:], 1):
        lines = [line for line in part.split("\n") if re.match(r"[A-Z][A-Z0-9] ", line) or line.startswith("   ")]
        fields = _parsed(["PT J", *lines, "ER "], implementation=WokParser, skip_unknown_tags=True)
        record = _wos_record(fields)
        if is_known(record.paper):
            records.append(record)
        else:
            said.append(ReadWarning("record-broken", f"record {number}"))
    if not records:
        raise BadInput(
            _("{shown} is a Web of Science export without a whole record. Export it again.").format(shown=shown(name))
        )
    return file_of("ris", records, said)


def _parsed(lines: list[str], **how: Any) -> Fields:
    """rispy's fields of one record; none where it trips over a line that goes on from nowhere."""
    try:
        found = rispy.loads("\n".join(lines), **how)
    except (KeyError, TypeError, AttributeError, ValueError, rispy.parser.ParseError):
        return {}
    return found[0] if found else {}


def _cut(text: str) -> list[tuple[list[str], bool]]:
    """The lines of each record in rispy's strict form, and whether it came to its end."""
    records: list[tuple[list[str], bool]] = []
    lines: list[str] = []
    for line in text.split("\n"):
        tag, value = _tag_and_value(line)
        if tag == "ER":
            if lines:
                records.append((lines, True))
            lines = []
        elif tag == "TY":
            if any(not old.startswith("TY") for old in lines):
                records.append((lines, False))
            lines = [f"TY  - {value}"]
        elif lines and tag and value:
            lines.append(f"{tag}  - {value}")
        elif lines and value and not tag and len(lines) > 1:
            lines[-1] += f"\t{value}" if not line.startswith(" ") else f" {value}"
    return [*records, (lines, False)] if any(not old.startswith("TY") for old in lines) else records


def _tag_and_value(line: str) -> tuple[str, str]:
    """`("AU", "Smith, J")`; no tag for a line that goes on. With one space before the dash only known tags count."""
    match = _TAG.match(line)
    if match and (match[2] == "  " or match[1] in TAG_KEY_MAPPING):
        return match[1], (match[3] or "").strip()
    return "", line.strip()


def _record(lines: list[str]) -> PaperRecord:
    fields = _parsed([*lines, "ER  - "], list_tags=_LIST_TAGS)
    paper = Paper(
        title=_line(fields, "primary_title", "title"),
        authors=tuple(_authors(fields)),
        journal=_line(fields, "alternate_title3", "secondary_title", "journal_name"),
        journal_short=_short(fields),
        volume=_line(fields, "volume"),
        issue=_line(fields, "number"),
        pages=_pages(fields),
        doi=_doi(fields),
        pmid=_pmid(fields),
        pmcid=next((found for key in ("custom2", "notes") for text in _all(fields, key) if (found := pmcid(text))
                    and "PMC" in text.upper()), ""),
        url=next((link for link in _links(fields) if "doi.org/" not in link.lower()), ""),
        published=_published(fields),
        publication_types=tuple(_kinds(fields)),
        type=_TYPES.get(_line(fields, "type_of_reference").upper(), "article-journal"),
    )  # fmt: skip
    texts = _all(fields, "abstract") or _all(fields, "notes_abstract")
    return citation_record(paper, plain_paragraphs(texts[0].replace("\t", " ")) if texts else [])


def _all(fields: Fields, key: str) -> list[str]:
    value = fields.get(key) or []
    return [text for text in (value if isinstance(value, list) else [value]) if isinstance(text, str) and text.strip()]


def _line(fields: Fields, *keys: str) -> str:
    return next((line for key in keys for text in _all(fields, key) if (line := plain_line(text))), "")


def _authors(fields: Fields) -> list[Author]:
    names = _all(fields, "authors") or _all(fields, "first_authors")
    return [author for text in names for part in text.split("\t") if (author := comma_name(plain_line(part)))]


def _short(fields: Fields) -> str:
    long = _line(fields, "alternate_title3", "secondary_title", "journal_name")
    short = _line(fields, "alternate_title2", "alternate_title1") or _line(fields, "journal_name")
    return short if short != long else ""


def _pages(fields: Fields) -> str:
    first, last = _line(fields, "start_page"), _line(fields, "end_page")
    if not first:
        return next((text for text in _all(fields, "custom7")), "")
    return f"{first}-{last}" if last and last != first and "-" not in first else first


def _doi(fields: Fields) -> str:
    texts = [*_all(fields, "doi"), *_all(fields, "notes"), *_all(fields, "type_of_work"), *_all(fields, "urls")]
    return next((doi for text in texts if (doi := doi_in(text))), "")


def _pmid(fields: Fields) -> str:
    numbers = [pmid(text) for text in _all(fields, "accession_number")] if "pubmed" in (
        _line(fields, "name_of_database") + _line(fields, "database_provider")).lower() else []  # fmt: skip
    texts = [*_all(fields, "notes"), *_all(fields, "accession_number"), *_all(fields, "urls")]
    return next((number for number in (*numbers, *(pmid(text) for text in texts if not text.isdigit())) if number), "")


def _kinds(fields: Fields) -> list[str]:
    words = (part.strip() for text in _all(fields, "type_of_work") for part in text.split(";"))
    return [plain_line(word) for word in words if len(word) > 3 and not doi_in(word) and "doi" not in word.lower()]


def _links(fields: Fields) -> list[str]:
    texts = (part for text in _all(fields, "urls") for part in re.split(r"[;\s]+", text))
    return [part for part in texts if re.fullmatch(r"https?://[^\s<>\"\x00-\x20]+", part, re.IGNORECASE)]


def _published(fields: Fields) -> PartialDate | None:
    """The most exact of PY, Y1 and DA that names the same year as the first of them."""
    dates = [date for key in ("year", "publication_year", "date") for text in _all(fields, key)
             if (date := date_in(text))]  # fmt: skip
    return max((date for date in dates if date.year == dates[0].year), key=lambda date: len(date.iso()), default=None)


def _wos_record(fields: Fields) -> PaperRecord:
    names = _all(fields, "author_full_name") or _all(fields, "authors")
    paper = Paper(
        title=_line(fields, "document_title"),
        authors=tuple(author for text in names if (author := comma_name(text))),
        journal=_line(fields, "publication_name"),
        journal_short=_line(fields, "iso_source_abbreviation", "source_abbreviation_29c"),
        volume=_line(fields, "volume"),
        issue=_line(fields, "issue"),
        pages="-".join(filter(None, (_line(fields, "beginning_page"), _line(fields, "ending_page"))))
        or _line(fields, "article_number"),
        doi=doi_in(_line(fields, "doi", "book_doi")),
        pmid=pmid(_line(fields, "pubmed_id")),
        published=date_in(f"{_line(fields, 'publication_year')} {_line(fields, 'publication_date')}".title())
        or date_in(_line(fields, "publication_year")),
        publication_types=tuple(_all(fields, "document_type")),
    )
    return citation_record(paper, plain_paragraphs(_line(fields, "abstract")))
