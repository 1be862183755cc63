"""A pasted listing of related works: several papers, some without titles, never one paper.

Such a listing gives for each work a line with its year, then volume, pages and authors, each line ended by a sign
such as ◽, and perhaps the title before and the abstract after it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from app.model.paper import Author, Paper
from app.model.paper_text import PaperFile, PaperRecord, ReadWarning
from app.papers.given_dates import partial
from app.papers.identifiers import doi_in
from app.papers.names import group, written_out
from app.papers.one_line import one_line

RELATED_WORKS = "related-works"
_SIGNS = "◽◻▫□·•|"
_YEAR = re.compile(r"(1[6-9]\d\d|20\d\d)")
_VOLUME = re.compile(r"Vol(?:ume)?\.?\s*([\w.-]+(?:\s*[–-]\s*\w+)?)(?:\s*\(([^)]+)\))?", re.IGNORECASE)
_PAGES = re.compile(r"pp?\.\s*([\w.]+(?:\s*[-–]\s*[\w.]+)?)", re.IGNORECASE)
_AUTHORS = re.compile(r"Author(?:s|\(s\))?\s*:\s*(.*)", re.IGNORECASE)
_LONGEST_TITLE = 300
_SHORTEST_ABSTRACT = 120


@dataclass
class _Work:
    year: str
    lines: list[str] = field(default_factory=list)
    title: str = ""
    journal: str = ""
    after: list[str] = field(default_factory=list)


def related_works(text: str) -> PaperFile | None:
    """The works of a listing with the warning `related-works`; None when the text is no listing of two or more."""
    works = _works([one_line(line) for line in text.split("\n")])
    if len(works) < 2:
        return None
    records = [_record(work) for work in works]
    cut = [ReadWarning("authors-cut-short", f"paper {number}") for number, work in enumerate(works, 1)
           if any(re.fullmatch(r"\.\.\.|…", line) for line in work.lines)]  # fmt: skip
    return PaperFile("text", tuple(records), (ReadWarning(RELATED_WORKS), *cut))


def _works(lines: Sequence[str]) -> list[_Work]:
    works: list[_Work] = []
    before: list[str] = []
    place = 0
    while place < len(lines):
        if year := _opens(lines, place):
            work = _Work(year)
            _take_before(work, before, works[-1] if works else None)
            place = _header(work, lines, place + 1)
            works.append(work)
            before = []
        else:
            before.append(lines[place])
            place += 1
    if works:
        works[-1].after = before
    return works


def _opens(lines: Sequence[str], place: int) -> str:
    """The year, where a line holds nothing else and volume, pages or authors follow close by."""
    if not (match := _YEAR.fullmatch(_bare(lines[place]))):
        return ""
    following = lines[place + 1 : place + 5]
    marks = sum(bool(_VOLUME.match(line) or _PAGES.match(line) or _AUTHORS.match(line)) for line in following)
    has_sign = lines[place].rstrip().endswith(tuple(_SIGNS))
    return match[1] if marks >= 2 or (marks and has_sign) else ""


def _header(work: _Work, lines: Sequence[str], place: int) -> int:
    """Take volume, pages and authors up to the empty line after them; the place behind them."""
    has_authors = False
    while place < len(lines):
        line = lines[place]
        has_authors = has_authors or bool(_AUTHORS.match(line))
        if not line and (has_authors or not _is_header(lines, place + 1)):
            return place
        if line:
            work.lines.append(_bare(line))
        place += 1
    return place


def _is_header(lines: Sequence[str], place: int) -> bool:
    line = lines[place] if place < len(lines) else ""
    return bool(_VOLUME.match(line) or _PAGES.match(line) or _AUTHORS.match(line))


def _take_before(work: _Work, before: list[str], last: _Work | None) -> None:
    """What stands before a year: journal and title of this work, and the abstract of the one before."""
    rest = list(before)
    while rest and not rest[-1]:
        rest.pop()
    if rest and rest[-1].endswith(tuple(_SIGNS)):
        work.journal = _bare(rest.pop())
    blocks = _blocks(rest)
    if blocks and _is_title(blocks[-1]):
        work.title = blocks.pop()
    if last is not None:
        last.after = blocks


def _is_title(block: str) -> bool:
    return len(block) <= _LONGEST_TITLE and not block.endswith(".") and not re.match(r"Abstract(?=[A-Z])", block)


def _blocks(lines: Sequence[str]) -> list[str]:
    return [" ".join(part.split()) for part in re.split(r"\n{2,}", "\n".join(lines)) if part.strip()]


def _bare(line: str) -> str:
    return line.strip(f"{_SIGNS}, \t")


def _record(work: _Work) -> PaperRecord:
    found = " ; ".join(work.lines)
    volume, pages = _match(_VOLUME, work.lines), _match(_PAGES, work.lines)
    abstract = _abstract(work.after)
    paper = Paper(
        title=work.title,
        authors=tuple(_authors(work.lines)),
        journal=work.journal,
        volume=volume[1] if volume else "",
        issue=(volume[2] or "") if volume else "",
        pages=re.sub(r"\s*[-–]\s*", "-", pages[1]) if pages else "",
        doi=doi_in(found),
        published=partial(work.year),
        abstract=abstract,
    )
    return PaperRecord(paper)


def _match(pattern: re.Pattern[str], lines: Sequence[str]) -> re.Match[str] | None:
    return next((match for line in lines if (match := pattern.match(line))), None)


def _authors(lines: Sequence[str]) -> list[Author]:
    start = next((number for number, line in enumerate(lines) if _AUTHORS.match(line)), len(lines))
    names = [_AUTHORS.sub(r"\1", line) if number == start else line for number, line in enumerate(lines)][start:]
    parts = [part.strip() for name in names for part in re.split(rf"[{_SIGNS};]", name)]
    found = (written_out(part) or group(part) for part in parts if part and not re.fullmatch(r"\.\.\.|…", part))
    return [author for author in found if author]


def _abstract(after: Sequence[str]) -> str:
    """The first long paragraph after the authors; short lines are the page's own buttons."""
    for block in after if all(after) else _blocks(after):
        words = re.sub(r"^Abstract(?=[\sA-Z:])[\s:]*", "", block)
        if len(words) >= _SHORTEST_ABSTRACT or words != block:
            return words
    return ""
