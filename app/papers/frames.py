"""What stands around a paper's text on every page: running heads, running feet and page numbers."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from app.papers.captions import opens_caption
from app.papers.lines import Line, Page

_EDGE, _LEAST_EDGE = 0.09, 68.0
"""The share of a page's height at its top and bottom where these lines stand, and the least of it in points."""
_NUMBER = re.compile(r"\d+")
_PAGE_NUMBER = re.compile(r"(?:page|p\.)?\s*(?:[a-z]?\d{1,6}|[ivxl]{1,6})(?:\s*(?:of|/|\|)\s*\d{1,5})?", re.IGNORECASE)
_STAMP = re.compile(r"downloaded from|author manuscript|this article is protected|provisional|for personal use", re.I)
_SAME_HEIGHT = 8.0


def without_repeats(page: Page) -> Page:
    """The page without lines that are drawn twice in one place: for a shadow, or beneath a figure."""
    kept: defaultdict[str, list[Line]] = defaultdict(list)
    for line in page.lines:
        if not any(_is_in_place_of(line, before) for before in kept[line.text]):
            kept[line.text].append(line)
    stay = {id(line) for lines in kept.values() for line in lines}
    return replace(page, lines=tuple(line for line in page.lines if id(line) in stay))


def _is_in_place_of(line: Line, before: Line) -> bool:
    return abs(line.left - before.left) < 0.5 * line.size and abs(line.base - before.base) < 0.7 * line.size


def without_frames(pages: Sequence[Page]) -> list[Page]:
    """The pages without the lines that come back at the edge of several pages, and without lone page numbers.

    A line comes back when it is the same on both pages, but for a number that counts with the pages.
    """
    seen: defaultdict[str, set[tuple[int, int]]] = defaultdict(set)
    for page in pages:
        for line in page.lines:
            if _is_at_edge(line, page):
                for form in _forms(line):
                    seen[form].add((page.number, round(line.base / _SAME_HEIGHT)))
    return [
        replace(page, lines=tuple(line for line in page.lines if not _is_frame(line, page, seen))) for page in pages
    ]


def _is_frame(line: Line, page: Page, seen: dict[str, set[tuple[int, int]]]) -> bool:
    if line.is_turned and _STAMP.search(line.text):
        return True
    if not _is_at_edge(line, page) or opens_caption(line.text):
        return False
    if _PAGE_NUMBER.fullmatch(line.text.strip()):
        return True
    height = round(line.base / _SAME_HEIGHT)
    return any(len({number for number, level in seen[form] if abs(level - height) <= 1}) > 1 for form in _forms(line))


def _is_at_edge(line: Line, page: Page) -> bool:
    if line.is_turned:
        return False
    edge = max(page.height * _EDGE, _LEAST_EDGE)
    return line.base < edge or line.base > page.height - edge


def _forms(line: Line) -> list[str]:
    """The line's text, and the same with each of its numbers told as the distance from its page's number."""
    text = line.text.casefold().strip()
    counted = [
        f"{text[: match.start()]}#{int(match[0]) - line.page}#{text[match.end() :]}"
        for match in _NUMBER.finditer(text)
        if len(match[0]) < 7
    ]
    return [text, *counted]
