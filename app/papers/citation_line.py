"""The citation line of a published page: `Journal, year · DOI: … · Published: Month D, YYYY`."""

from __future__ import annotations

import re
from contextlib import suppress

from app.model.dates import PartialDate, parse_date
from app.model.paper import Paper

_DOI = re.compile(r"10\.\d{4,9}/\S+")
_JOURNAL_YEAR = re.compile(r"(.*?),?\s*\b(\d{4})")
_LABEL = re.compile(r"\b(?:DOI|Published)\s*:", re.IGNORECASE)


def is_citation(text: str) -> bool:
    """Whether a line is the citation line."""
    return bool(_LABEL.search(text)) or ("·" in text and bool(re.search(r", \d{4}\b", text)))


def bare_doi(text: str) -> str:
    """The DOI in a text, without address, label or closing punctuation; empty when there is none."""
    match = _DOI.search(text)
    if not match:
        return ""
    doi = match[0].rstrip(".,;:\"'”’»>")
    while doi.endswith((")", "]")) and doi.count("(") + doi.count("[") < doi.count(")") + doi.count("]"):
        doi = doi[:-1]
    return doi


def paper_of(line: str, title: str) -> Paper:
    """The paper that a citation line and a title describe; what the line does not say stays empty."""
    journal, year, published, doi = "", 0, None, ""
    for part in re.split(r"\s*[·•|]\s*", line):
        if re.match(r"DOI\s*:", part, re.IGNORECASE):
            doi = bare_doi(part)
        elif match := re.match(r"Published\s*:\s*(.*)", part, re.IGNORECASE):
            with suppress(ValueError):
                published = parse_date(match[1])
        elif match := _JOURNAL_YEAR.fullmatch(part):
            journal, year = match[1].strip(), int(match[2])
        elif part and not journal:
            journal = part
    if published is None and year:
        published = PartialDate(year)
    return Paper(title=title, journal=journal, published=published, doi=doi)
