"""What the first pages of a PDF tell about the paper: its DOI, and a guess at its title."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from app.papers.columns import same_size
from app.papers.identifiers import doi_in
from app.papers.lines import Line, Page
from app.papers.signs import LINE_END_HYPHEN

_DOI = re.compile(r"\b10\.\d{4,9}/[^\s\"<>“”\t]+")
_NO_TITLE = re.compile(
    r"\.(?:docx?|pdf|indd|qxd|tex|rtf|eps)\b"
    r"|^(?:microsoft word|untitled|pii|doi|layout|journal|title)\b|^\S+$|^[\d\W]+$",
    re.I,
)
_LEAST_WORDS = 3
_LEAST_LETTERS = 15
_MOST_LETTERS = 400
_TALLER = 1.15
"""A title is at least this much taller than the running text."""


def doi_of(pages: Sequence[Page]) -> str:
    """The first DOI on page 1, else on page 2; empty where there is none."""
    for page in pages[:2]:
        for place, line in enumerate(page.lines):
            if match := _DOI.search(line.text.replace(LINE_END_HYPHEN, "-")):
                following = page.lines[place + 1].text if place + 1 < len(page.lines) else ""
                return doi_in(_with_rest(match, following))
    return ""


def _with_rest(match: re.Match[str], following: str) -> str:
    """A DOI that a line's end parted goes on with the next line's first word."""
    doi = match[0]
    is_at_end = match.end() >= len(match.string.rstrip())
    is_parted = doi.endswith(("-", "/", "_")) or not any(sign.isdigit() for sign in doi.split("/", 1)[1])
    if is_at_end and is_parted and (rest := re.match(r"[\w./()-]*\d[\w./()-]*", following)):
        return doi + rest[0]
    return doi


def title_of(field: str, pages: Sequence[Page], body: float) -> str:
    """A guess at the title: the PDF's Title field if page 1 shows it too, else the tallest lines of page 1.

    `body` is the size of the running text in points. Empty where nothing looks like a title.
    """
    field = " ".join(html.unescape(html.unescape(field)).replace("\N{HYPHEN}", "-").split())
    first = pages[0].lines if pages else ()
    if _may_be_title(field) and _letters(field) in _letters(" ".join(line.text for line in first)):
        return field
    return _tallest(first, body) or (field if _may_be_title(field) else "")


def _tallest(lines: Sequence[Line], body: float) -> str:
    groups: list[list[Line]] = []
    for line in lines:
        last = groups[-1][-1] if groups else None
        if last is not None and same_size(last.size, line.size) and 0 < last.base - line.base < 2.4 * line.size:
            groups[-1].append(line)
        else:
            groups.append([line])
    tall = [group for group in groups if group[0].size >= _TALLER * body and _may_be_title(_text(group))]
    return _text(max(tall, key=lambda group: (round(group[0].size), len(group)))) if tall else ""


def _text(lines: Sequence[Line]) -> str:
    """The lines of a title as one. Titles are seldom broken inside a word: the hyphen stays."""
    whole = ""
    for line in lines:
        text = line.text.replace(LINE_END_HYPHEN, "-")
        whole += text if not whole or whole.endswith(("-", "–", "/")) else f" {text}"
    return whole.strip(" *†‡§")


def _may_be_title(text: str) -> bool:
    letters = sum(sign.isalpha() for sign in text)
    return (
        len(text.split()) >= _LEAST_WORDS and _LEAST_LETTERS <= letters <= _MOST_LETTERS and not _NO_TITLE.search(text)
    )


def _letters(text: str) -> str:
    return "".join(sign for sign in text.casefold() if sign.isalpha())
