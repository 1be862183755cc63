"""The lines of a PDF's pages as PDFium finds them. Runs in the reading process only: PDFium is not thread-safe."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from ctypes import byref, c_int, create_string_buffer
from statistics import median_low
from typing import NamedTuple

import pypdfium2 as pdfium
from pypdfium2 import raw

from app.model.paper_text import UNREADABLE
from app.papers.lines import Line, Page
from app.papers.raised import with_raised
from app.papers.signs import LINE_END_HYPHEN, with_plain_signs, with_single_spaces

_BOLD = (b"bold", b"black", b"heavy", b"semibold", b"-bd", b".b", b"demi")
_MAY_BE_HYPHENS = frozenset((0x02, 0xFFFE, 0x2D, 0xAD, 0x2010, 0x2011))
_MOST_RAISED = 12
"""Signs of another size that may belong to one line: a raised reference, not a caption beside the line."""
_WIDE_GAP = 1.6
"""Between two signs of a row, in heights of a sign: cells of a table, or two columns on one baseline."""


class Sign(NamedTuple):
    """One sign of a page, or a space that PDFium saw between two; `bottom` and `top` are its font's, not its ink's."""

    text: str
    place: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def size(self) -> float:
        """Height of the font, in points."""
        return self.top - self.bottom

    def turned_back(self, quarters: int) -> Sign:
        """The sign of a text that runs up (1), head over (2) or down (3) the page, as if it ran across."""
        left, bottom, right, top = self.left, self.bottom, self.right, self.top
        boxes = {1: (bottom, -right, top, -left), 2: (-right, -top, -left, -bottom), 3: (-top, left, -bottom, right)}
        return Sign(self.text, self.place, *boxes[quarters])


def page_of(document: pdfium.PdfDocument, number: int) -> Page:
    """A page, from 1. Raises PdfiumError when the page itself is broken."""
    page = document[number - 1]
    try:
        textpage = page.get_textpage()
        try:
            lines = [line for row in _whole_rows(textpage) for line in _lines(textpage, row, number)]
        finally:
            textpage.close()
        return Page(number, page.get_width(), page.get_height(), tuple(line for line in lines if line.text))
    finally:
        page.close()


def _whole_rows(textpage: pdfium.PdfTextPage) -> Iterator[list[Sign]]:
    """The rows, those put together again that PDFium parted only because a sign stands higher or lower."""
    whole: list[Sign] = []
    for row in _rows(textpage):
        drawn = [sign for sign in row if sign.text.strip()]
        if not drawn:
            continue
        if angle := _quarter_turns(textpage, drawn[0].place):
            row = [sign.turned_back(angle) for sign in row]
            drawn = [sign for sign in row if sign.text.strip()]
        if whole and (gap := _goes_on(whole, drawn)) is not None:
            whole = [*whole, *gap, *row]
            continue
        if whole:
            yield whole
        whole = row
    yield whole


def _goes_on(whole: list[Sign], drawn: list[Sign]) -> list[Sign] | None:
    """None when a row begins a line of its own; else what stands between it and the row before: a space or nothing."""
    last, first = next((sign for sign in reversed(whole) if sign.text.strip()), whole[-1]), drawn[0]
    size = max(last.size, first.size)
    if last.text == LINE_END_HYPHEN or size <= 0 or abs(last.bottom - first.bottom) > 0.6 * size:
        return None
    gap = first.left - last.right
    if not -0.3 * size < gap < 0.8 * size or not _are_of_one_line(whole, drawn):
        return None
    return [Sign(" ", last.place, last.right, last.bottom, first.left, last.top)] if gap > 0.15 * size else []


def _are_of_one_line(whole: list[Sign], drawn: list[Sign]) -> bool:
    """Whether two rows have one size of type, or one of them is no more than a raised reference."""
    before = [sign for sign in whole if sign.text.strip()]
    if min(len(before), len(drawn)) <= _MOST_RAISED:
        return True
    return abs(_usual_size(before) - _usual_size(drawn)) < 0.07 * _usual_size(before)


def _rows(textpage: pdfium.PdfTextPage) -> Iterator[list[Sign]]:
    """Signs of one line after the other. PDFium ends a line with a line break, or silently after a marked hyphen."""
    row: list[Sign] = []
    for sign in _signs(textpage):
        if sign.text == "\n":
            yield row
            row = []
            continue
        if sign.text != "\r":
            row.append(sign)
        if sign.text == LINE_END_HYPHEN:
            yield row
            row = []
    yield row


def _signs(textpage: pdfium.PdfTextPage) -> Iterator[Sign]:
    box = raw.FS_RECTF()
    for index in range(textpage.count_chars()):
        code = raw.FPDFText_GetUnicode(textpage, index)
        raw.FPDFText_GetLooseCharBox(textpage, index, byref(box))
        yield Sign(_text(textpage, index, code), index, box.left, box.bottom, box.right, box.top)


def _text(textpage: pdfium.PdfTextPage, index: int, code: int) -> str:
    """The sign itself, `LINE_END_HYPHEN`, or `UNREADABLE` where the font does not tell what its drawing means."""
    if code in (13, 10, 32):
        return chr(code)
    if code in _MAY_BE_HYPHENS and raw.FPDFText_IsHyphen(textpage, index) == 1:
        return LINE_END_HYPHEN
    if code < 32 or code > 0x10FFFF or raw.FPDFText_HasUnicodeMapError(textpage, index) == 1:
        return UNREADABLE
    return chr(code)


def _lines(textpage: pdfium.PdfTextPage, row: list[Sign], page: int) -> Iterator[Line]:
    for cell in _cells(row):
        drawn = [sign for sign in cell if sign.text.strip()]
        if not drawn:
            continue
        size = _usual_size(drawn)
        level = median_low(sign.bottom for sign in drawn if abs(sign.size - size) < 0.1 * size + 0.1)
        text = with_single_spaces(with_plain_signs(with_raised(cell, level, size), has_visible_soft_hyphens=True))
        yield Line(
            text.replace("\n", " "),
            page,
            min(sign.left for sign in drawn),
            max(sign.right for sign in drawn),
            level,
            round(size, 1),
            all(_is_bold(textpage, drawn[place].place) for place in {0, len(drawn) // 2, len(drawn) - 1}),
            _quarter_turns(textpage, drawn[0].place) != 0,
        )


def _usual_size(drawn: list[Sign]) -> float:
    """The tallest size that at least a quarter of the signs have: small raised ones may be more."""
    counts = Counter(round(sign.size, 1) for sign in drawn)
    return max(size for size, count in counts.items() if count * 4 >= len(drawn) or count == max(counts.values()))


def _cells(row: list[Sign]) -> Iterator[list[Sign]]:
    """A row parted at wide gaps."""
    cell: list[Sign] = []
    last: Sign | None = None
    for sign in row:
        if not sign.text.strip():
            cell.append(sign)
            continue
        if last is not None and sign.left - last.right > _WIDE_GAP * max(last.size, sign.size, 1):
            yield cell
            cell = []
        cell.append(sign)
        last = sign
    yield cell


def _is_bold(textpage: pdfium.PdfTextPage, index: int) -> bool:
    if raw.FPDFText_GetFontWeight(textpage, index) >= 600:
        return True
    name, flags = create_string_buffer(128), c_int()
    raw.FPDFText_GetFontInfo(textpage, index, name, 128, byref(flags))
    return any(mark in name.value.lower() for mark in _BOLD)


def _quarter_turns(textpage: pdfium.PdfTextPage, index: int) -> int:
    """0 for text across the page, 1 for text that runs up, 2 for text on its head, 3 for text that runs down."""
    angle: float = raw.FPDFText_GetCharAngle(textpage, index)
    return (4 - round(angle / (math.pi / 2)) % 4) % 4 if angle > 0 else 0
