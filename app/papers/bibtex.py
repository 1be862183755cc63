"""BibTeX and BibLaTeX, read with bibtexparser; LaTeX becomes Unicode. Broken entries are named, good ones come in."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator

from bibtexparser.entrypoint import parse_string
from bibtexparser.library import Library
from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock

from app.errors import BadInput
from app.model.dates import PartialDate
from app.model.paper import Author, Paper
from app.model.paper_text import PaperFile, PaperRecord, ReadWarning
from app.papers.bibtex_names import authors_of
from app.papers.given_dates import date_in, partial
from app.papers.identifiers import doi_in, pmcid, pmid
from app.papers.latex import latex_line
from app.papers.record import citation_record, file_of, is_known
from app.papers.source_text import shown, text_of
from app.translation import _

logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)  # it reports broken entries; they are named by us
_TYPES = {"article": "article-journal", "book": "book", "booklet": "book", "inbook": "chapter",
          "incollection": "chapter",
          "inproceedings": "paper-conference", "conference": "paper-conference", "proceedings": "book",
          "mastersthesis": "thesis", "phdthesis": "thesis", "thesis": "thesis", "techreport": "report",
          "report": "report", "online": "webpage", "electronic": "webpage", "software": "software",
          "dataset": "dataset", "unpublished": "manuscript", "misc": "document", "manual": "book"}  # fmt: skip
_INHERITED = {"title": "booktitle", "author": "author", "journal": "journal", "year": "year", "month": "month",
              "date": "date", "volume": "volume", "publisher": "publisher", "doi": ""}  # fmt: skip
Fields = dict[str, str]


def read_bibtex(content: bytes, name: str) -> PaperFile:
    """Every whole entry; broken ones are named with their line. Raises BadInput when no entry can be read."""
    text, warnings = text_of(content, name)
    try:
        library = parse_string(text)
    except Exception as error:  # a parser of others: whatever it trips over is the file's fault to a writer
        raise BadInput(
            _("{shown} is BibTeX that cannot be read. Export it again.").format(shown=shown(name))
        ) from error
    entries, said = _entries(library)
    records = []
    by_key = {entry.key.lower(): fields for entry, fields in reversed(entries)}
    for entry, own in entries:
        fields = _with_parent(entry.key, own, by_key)
        record = _record(entry.entry_type.lower(), fields)
        if not is_known(record.paper):
            said.append(
                ReadWarning("record-broken", f"line {entry.start_line + 1}" if entry.start_line is not None else "")
            )
            continue
        records.append(record)
        if re.search(r"\band\s+others\b", fields.get("author", "")):
            said.append(ReadWarning("authors-cut-short", f"paper {len(records)}"))
    if not records:
        place = f" ({said[0].where})" if said and said[0].where else ""
        raise BadInput(
            _(
                "{shown} is BibTeX without an entry that has a title, an author or a DOI{place}. Check its braces."
            ).format(shown=shown(name), place=place)
        )
    return file_of("bibtex", records, (*warnings, *said))


def _entries(library: Library) -> tuple[list[tuple[Entry, Fields]], list[ReadWarning]]:
    """The entries in order with their fields, doubles of a key or a field kept; a warning for each broken one."""
    found: list[tuple[Entry, Fields]] = []
    said: list[ReadWarning] = []
    strings = {string.key.lower(): str(string.value) for string in library.strings}
    for block in library.blocks:
        is_double = False
        while (
            isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) and block.ignore_error_block is not None
        ):
            block, is_double = block.ignore_error_block, True
        if isinstance(block, Entry):
            found.append((block, _fields(block, strings if is_double else {}, is_double)))
        elif isinstance(block, ParsingFailedBlock):
            said.append(ReadWarning("record-broken", f"line {(block.start_line or 0) + 1}"))
    return found, said


def _fields(entry: Entry, strings: Fields, is_double: bool) -> Fields:
    """The first value of each field. The parser leaves doubles as written: in braces, with names of strings."""
    fields: Fields = {}
    for field in entry.fields:
        value = str(field.value).strip()
        if is_double:
            value = strings.get(value.lower(), _unwrapped(value))
        fields.setdefault(field.key.lower(), value)
    return fields


def _unwrapped(value: str) -> str:
    is_quoted = len(value) > 1 and value[0] == value[-1] == '"'
    is_held = value[:1] == "{" and value[-1:] == "}" and _is_one_group(value)
    return value[1:-1].strip() if is_quoted or is_held else value


def _is_one_group(value: str) -> bool:
    depth = 0
    for place, char in enumerate(value):
        depth += (char == "{") - (char == "}")
        if depth == 0:
            return place == len(value) - 1
    return False


def _with_parent(own_key: str, fields: Fields, by_key: dict[str, Fields]) -> Fields:
    """What an entry does not say itself it has from the one it names in `crossref`."""
    seen = {own_key.lower()}
    key = fields.get("crossref", "").lower()
    whole = dict(fields)
    while key and key not in seen and key in by_key:
        seen.add(key)
        parent = by_key[key]
        for name, taken in _INHERITED.items():
            if taken and name in parent:
                whole.setdefault(taken, parent[name])
        key = parent.get("crossref", "").lower()
    return whole


def _record(kind: str, fields: Fields) -> PaperRecord:
    paper = Paper(
        title=_title(fields),
        authors=_authors(fields),
        journal=_first(fields, "journal", "journaltitle", "booktitle"),
        journal_short=_first(fields, "journal-abbreviation", "shortjournal", "journal_iso"),
        volume=_first(fields, "volume"),
        issue=_first(fields, "number", "issue") if kind != "techreport" else "",
        pages=re.sub(r"\s*[-–—]+\s*", "-", _first(fields, "pages", "eid", "article-number")),
        doi=doi_in(fields.get("doi", "").replace("\\_", "_")) or doi_in(fields.get("url", "").replace("\\_", "_")),
        pmid=pmid(_first(fields, "pmid")) or _note(fields, pmid, "PMID"),
        pmcid=pmcid(_first(fields, "pmcid", "pmc")) or _note(fields, pmcid, "PMC"),
        url=next(_links(fields), ""),
        published=_published(fields),
        type=_TYPES.get(kind, "article-journal"),
    )
    abstract = [line for part in re.split(r"\n\s*\n", fields.get("abstract", "")) if (line := latex_line(part))]
    return citation_record(paper, abstract)


def _title(fields: Fields) -> str:
    title, subtitle = _first(fields, "title"), _first(fields, "subtitle")
    return f"{title}: {subtitle}" if title and subtitle else title


def _authors(fields: Fields) -> tuple[Author, ...]:
    return authors_of(fields.get("author", "") or fields.get("authors", ""))


def _first(fields: Fields, *names: str) -> str:
    return next((line for name in names if (line := latex_line(fields.get(name, "")))), "")


def _note(fields: Fields, read: object, word: str) -> str:
    note = fields.get("note", "")
    return str(read(note)) if word in note and callable(read) else ""


def _links(fields: Fields) -> Iterator[str]:
    for name in ("url", "howpublished"):
        for link in re.findall(r"https?://[^\s{}\\]+", fields.get(name, "").replace("\\_", "_").replace("\\%", "%")):
            if "doi.org/" not in link.lower():
                yield link


def _published(fields: Fields) -> PartialDate | None:
    """BibLaTeX's `date` where it is given, else year and month."""
    if date := date_in(fields.get("date", "").split("/")[0]):
        return date
    month = re.sub(r"[{}\s]", "", fields.get("month", "")).strip(".")
    year = latex_line(fields.get("year", ""))
    return partial(year, month, fields.get("day", "")) or date_in(year)
