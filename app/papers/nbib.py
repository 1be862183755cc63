"""NBIB, PubMed's tagged text (also called MEDLINE format): one field a line, further lines indented.

The date is the one PubMed cites (DP). The full stop that PubMed puts behind every title is left off.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from app.errors import BadInput
from app.model.paper import Author, Notice, Paper
from app.model.paper_text import PaperFile, PaperRecord, ReadWarning
from app.papers.given_dates import date_in
from app.papers.identifiers import doi_in, pmcid, pmid
from app.papers.marked_text import plain_line
from app.papers.names import comma_name, group, initials_last
from app.papers.one_line import one_line
from app.papers.pubmed_xml import without_stop
from app.papers.record import citation_record, file_of, is_known
from app.papers.source_text import shown, text_of
from app.translation import _

_FIELD = re.compile(r"([A-Z]{2,4}[0-9]?) {0,2}- ?(.*)")
_LABEL = re.compile(r"(?:(?<=^)|(?<=[.?!\])] ))([A-Z][A-Z/&, -]{3,60}): (?=[A-Z0-9])")
_NOTICES = {"RIN": "retraction", "PRIN": "retraction", "ROF": "retraction", "EIN": "correction", "EFR": "correction",
            "CRI": "correction", "ECI": "concern", "ECF": "concern"}  # fmt: skip
_TYPES = {"Retracted Publication": "retraction", "Retraction of Publication": "retraction"}
Fields = dict[str, list[str]]


def read_nbib(content: bytes, name: str) -> PaperFile:
    """Every record of the file; lines that belong to none are named. Raises BadInput when there is no record."""
    text, warnings = text_of(content, name)
    found, strays = _records(text)
    records, said = [], [*warnings, *(ReadWarning("line-ignored", f"line {line}") for line in strays)]
    for number, fields in enumerate(found, 1):
        record = _record(fields)
        if is_known(record.paper):
            records.append(record)
        else:
            said.append(ReadWarning("record-broken", f"record {number}"))
    if not records:
        raise BadInput(
            _("{shown} is NBIB text without a title or a PubMed id. Export it from PubMed again.").format(
                shown=shown(name)
            )
        )
    return file_of("nbib", records, said)


def _records(text: str) -> tuple[list[Fields], list[int]]:
    records: list[Fields] = []
    strays: list[int] = []
    current: Fields = {}
    tag = ""
    for number, line in enumerate(text.split("\n"), 1):
        match = _FIELD.match(line)
        if match:
            tag = match[1]
            if tag == "PMID" and ("PMID" in current or (current and set(current) - {"PMC"})):
                records.append(current)
                current = {}
            current.setdefault(tag, []).append(match[2].strip())
        elif not line.strip():
            if current:
                records.append(current)
            current, tag = {}, ""
        elif tag and line.startswith("  "):
            current[tag][-1] = f"{current[tag][-1]} {line.strip()}".strip()
        else:
            strays.append(number)
    return ([*records, current] if current else records), strays


def _record(fields: Fields) -> PaperRecord:
    places = fields.get("AID", []) + fields.get("LID", [])
    title = plain_line(" ".join(filter(None, fields.get("TI", []))))
    paper = Paper(
        title=without_stop(title or plain_line(_first(fields, "TT", "BTI", "CTI"))),
        authors=tuple(_authors(fields)),
        journal=plain_line(_first(fields, "JT")),
        journal_short=plain_line(_first(fields, "TA")),
        volume=_first(fields, "VI"),
        issue=_first(fields, "IP"),
        pages=_first(fields, "PG") or next((place.split(" ")[0] for place in places if "[pii]" in place
                                            and place.startswith("e")), ""),
        doi=next((doi for place in places if (doi := doi_in(place))), ""),
        pmid=pmid(_first(fields, "PMID")),
        pmcid=pmcid(_first(fields, "PMC")),
        published=date_in(_first(fields, "DP")) or date_in(_first(fields, "DEP")),
        publication_types=tuple(dict.fromkeys(one_line(kind) for kind in fields.get("PT", []) if kind)),
        notices=tuple(
            Notice(kind, doi_in(said)) for tag, kind in _NOTICES.items() for said in fields.get(tag, []) if said
        ),
        type="book" if "Book" in fields.get("PT", []) and not fields.get("JT") else "article-journal",
    )  # fmt: skip
    return citation_record(_retracted(paper), _abstract(fields))


def _authors(fields: Fields) -> list[Author]:
    whole = [comma_name(one_line(name)) for name in fields.get("FAU", []) if name]
    short = [initials_last(one_line(name)) for name in fields.get("AU", []) if name]
    people = whole if len(whole) >= len(short) else short
    return [author for author in (*people, *(group(one_line(name)) for name in fields.get("CN", []))) if author]


def _first(fields: Fields, *tags: str) -> str:
    return next((one_line(value) for tag in tags for value in fields.get(tag, []) if value), "")


def _abstract(fields: Fields) -> list[str]:
    """One paragraph for each part with a label in capitals (`METHODS: …`)."""
    text = plain_line(" ".join(filter(None, fields.get("AB", []))))
    starts = [match.start() for match in _LABEL.finditer(text)]
    places = sorted({0, *starts, len(text)})
    return [part for start, end in pairwise(places) if (part := text[start:end].strip())]


def _retracted(paper: Paper) -> Paper:
    kinds = {notice.kind for notice in paper.notices}
    more = {_TYPES[kind] for kind in paper.publication_types if kind in _TYPES} - kinds
    return replace(paper, notices=(*paper.notices, *(Notice(kind) for kind in sorted(more))))
