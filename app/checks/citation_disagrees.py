"""A text that names the paper's year, journal or authors otherwise than its citation does. Only where it is clear."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from app.checks.held import Texts
from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.paper import Paper

_MONTHS = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|spring|summer|autumn|fall"
    r"|winter|early|late|mid)"
)
_YEAR = re.compile(
    rf"\b(?:published|appeared|came out|released)(?:\sonline)?\s(?:in|on)\s(?:\d{{1,2}}\s)?(?:{_MONTHS},?\s)?"
    rf"(?:\d{{1,2}},\s)?(?P<year>(?:19|20)\d\d)\b"
    r"|\b[Tt]his\s(?P<this>(?:19|20)\d\d)\s(?:study|paper|article|review|trial|report)\b"
)
_JOURNAL = re.compile(
    rf"\b[Pp]ublished\s(?:\w+\s)?in\s(?:the\sjournal\s)?(?!{_MONTHS}\b|The\b)(?P<journal>[A-Z][\w&]+"
    r"(?:\s(?:(?:of|and|the|in|for|&)\s)*[A-Z][\w&]+)*)"
)
_AUTHOR = re.compile(
    r"\b(?:[Tt]his|[Tt]he)\s(?:study|paper|review|article|trial|work|research)\s(?:was\s|is\s)?(?:led|written|run|done"
    r"|carried out)?\s?by\s(?:(?:Dr|Prof|Professor)\.?\s)?(?P<name>(?:[A-Z][\w'’.-]*\s)*[A-Z][\w'’-]+)"
)


def citation_disagrees(texts: Texts, paper: Paper) -> Iterator[Finding]:
    """Each year, journal or author of a text that is said to be the paper's and is not."""
    for section, text in texts:
        for found in (*_years(text, paper), *_journals(text, paper), *_authors(text, paper)):
            yield replace(found, section=section)


def _years(text: Prose, paper: Paper) -> Iterator[Finding]:
    year = paper.published.year if paper.published else None
    for match in _YEAR.finditer(text.text) if year else ():
        name = "year" if match["year"] else "this"
        if int(match[name]) != year:
            yield text.finding("citation-disagrees", *match.span(name), {"kind": "year", "cited": str(year)})


def _journals(text: Prose, paper: Paper) -> Iterator[Finding]:
    names = [name for name in (paper.journal, paper.journal_short) if name]
    for match in _JOURNAL.finditer(text.text) if names else ():
        if not any(_is_same_journal(match["journal"], name) for name in names):
            yield text.finding("citation-disagrees", *match.span("journal"), {"kind": "journal", "cited": names[0]})


def _authors(text: Prose, paper: Paper) -> Iterator[Finding]:
    families = {_folded(author.family) for author in paper.authors if author.family}
    for match in _AUTHOR.finditer(text.text) if families else ():
        words = _folded(match["name"]).split()
        if not any(family in " ".join(words) for family in families):
            first = paper.authors[0].full()
            yield text.finding("citation-disagrees", *match.span("name"), {"kind": "author", "cited": first})


def _is_same_journal(one: str, other: str) -> bool:
    """Whether the words of one name begin those of the other, in order: "Mol Brain", "Molecular Brain"."""
    first, second = (
        [word.rstrip(".") for word in _folded(name).split() if word not in ("the", "of", "and", "&", "in", "for")]
        for name in (one, other)
    )
    return bool(first and second) and all(
        a.startswith(b) or b.startswith(a) for a, b in zip(first, second, strict=False)
    )


def _folded(name: str) -> str:
    plain = unicodedata.normalize("NFD", name.lower())
    return "".join(sign for sign in plain if not unicodedata.combining(sign))
