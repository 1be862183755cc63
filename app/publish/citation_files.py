"""Papers as files that reference managers read: RIS and BibTeX."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from app.model.paper import Author, Paper
from app.model.summary import Summary
from app.publish.links import web_href

PAPER_FILES = ("citation.ris", "citation.bib")
RELATED_FILES = ("related.ris", "related.bib")
_RIS_TYPES = {"article-journal": "JOUR", "book": "BOOK", "chapter": "CHAP", "thesis": "THES", "report": "RPRT"}
_BIBTEX_TYPES = {"article-journal": "article", "book": "book", "chapter": "incollection", "thesis": "phdthesis"}
_LONGEST = 40
"""Letters of a name or word that go into a key."""
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
_BIBTEX_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\{",
    "}": r"\}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
_BIBTEX_ESCAPES = str.maketrans(_BIBTEX_SIGNS)


def citation_files(summary: Summary) -> Iterator[tuple[tuple[str, str], list[Paper]]]:
    """The files beside a page that cite, with the papers in each: its paper, its related research; none is empty."""
    for papers, names in (((summary.paper,), PAPER_FILES), (summary.related_research, RELATED_FILES)):
        if cited := [paper for paper in papers if paper.title.strip()]:
            yield names, cited


def ris(papers: Iterable[Paper]) -> bytes:
    """The papers in RIS, as its 2001 and 2011 specifications have it: one tag a line, CRLF, `ER` at the end of each."""
    lines = [line for paper in papers for line in (*_ris_lines(paper), "ER  - ", "")]
    return "\r\n".join(lines).encode("utf-8", "replace")


def bibtex(papers: Iterable[Paper]) -> bytes:
    """The papers in BibTeX, UTF-8, with keys such as `ukai2021repeated` that differ from each other."""
    taken: set[str] = set()
    entries = []
    for paper in papers:
        key = _key(paper, taken)
        fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex_fields(paper) if value)
        entries.append(f"@{_BIBTEX_TYPES.get(paper.type, 'misc')}{{{key},\n{fields}}}\n")
    return "\n".join(entries).encode("utf-8", "replace")


def _ris_lines(paper: Paper) -> Iterator[str]:
    yield f"TY  - {_RIS_TYPES.get(paper.type, 'GEN')}"
    first, _, last = paper.pages.replace("–", "-").partition("-")
    date = paper.published
    pairs = [
        ("TI", paper.title),
        *(("AU", _name(author)) for author in paper.authors),
        ("T2", paper.journal or paper.journal_short),
        ("J2", paper.journal_short),
        ("VL", paper.volume),
        ("IS", paper.issue),
        ("SP", first),
        ("EP", last),
        ("PY", str(date.year) if date else ""),
        ("DA", f"{date.year}/{date.month or 0:02}/{date.day or 0:02}/".replace("/00", "/") if date else ""),
        ("DO", paper.doi),
        ("AN", paper.pmid),
        ("UR", web_href(paper.url)),
    ]
    for tag, value in pairs:
        if text := _line(value):
            yield f"{tag}  - {text}"


def _bibtex_fields(paper: Paper) -> Iterator[tuple[str, str]]:
    date = paper.published
    yield "title", f"{{{_escaped(paper.title)}}}" if paper.title else ""  # the inner pair keeps capitals as they are
    yield "author", " and ".join(_bibtex_name(author) for author in paper.authors if author.full())
    yield "journal", _escaped(paper.journal or paper.journal_short)
    yield "year", str(date.year) if date else ""
    yield "month", str(date.month) if date and date.month else ""
    yield "volume", _escaped(paper.volume)
    yield "number", _escaped(paper.issue)
    yield "pages", _escaped(paper.pages.replace("–", "--"))
    yield "doi", _line(paper.doi).replace("{", "").replace("}", "")
    yield "pmid", _escaped(paper.pmid)
    yield "url", web_href(paper.url).replace("{", "").replace("}", "")


def _name(author: Author) -> str:
    return author.literal or ", ".join(part for part in (author.family, author.given) if part)


def _bibtex_name(author: Author) -> str:
    if author.literal:
        return f"{{{_escaped(author.literal)}}}"
    return ", ".join(_one_name(_escaped(part)) for part in (author.family, author.given) if part)


def _one_name(text: str) -> str:
    """A part of a name, in a pair of its own where BibTeX would take an "and" or a comma in it for its own."""
    return f"{{{text}}}" if "," in text or " and " in f" {text.lower()} " else text


def _escaped(text: str) -> str:
    return _line(text).translate(_BIBTEX_ESCAPES)


def _line(text: str) -> str:
    """The text on one line, without signs that would end a field or a record."""
    if not text.isprintable():
        text = _CONTROL.sub(" ", text)
    return " ".join(text.split())


def _key(paper: Paper, taken: set[str]) -> str:
    family = next((author.family or author.literal for author in paper.authors if author.full()), "")
    telling = next((word for word in map(_ascii, paper.title.split()) if len(word) > 3), "")
    year = str(paper.published.year) if paper.published else ""
    key = _ascii(family)[:_LONGEST] + year + telling[:_LONGEST] or "paper"
    number = 1
    while (name := key if number == 1 else f"{key}-{number}") in taken:
        number += 1
    taken.add(name)
    return name


def _ascii(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]", "", plain)
