"""Readable blocks out of a paper's plain text, as it comes from a clipboard or from a PDF without positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from app.model.paper_text import PARAGRAPH, UNREADABLE, Block, ReadWarning
from app.papers import captions, hyphens, section_names
from app.papers.signs import LINE_END_HYPHEN, with_plain_signs, with_single_spaces

_LINES_JUDGED = 20
_OWN_LINE = 220
"""A line longer than this is a paragraph: nobody's columns are as wide."""


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    is_set_off: bool
    """After an empty line, or indented as PDF copies begin a new piece of text."""


def blocks_of_text(text: str) -> tuple[Block, ...]:
    """Headings, paragraphs, captions, lists and references of a text in lines, with broken words mended.

    Nothing is lost but spaces, line breaks and the hyphens of broken words; unreadable signs become `UNREADABLE`. A
    text whose every line stands alone has its paragraphs already: cleaning twice changes nothing more.
    """
    lines = _lines(with_plain_signs(text))
    known = hyphens.Vocabulary(line.text for line in lines)
    pieces = [[line.text] for line in lines] if all(line.is_set_off for line in lines[1:]) else _pieces(lines)
    return captions.named([Block(PARAGRAPH, hyphens.joined(piece, known)) for piece in pieces])


def unreadable(blocks: Iterable[Block]) -> tuple[ReadWarning, ...]:
    """A warning for each page that holds signs nobody can read, or one for the text where pages are not known."""
    pages = {block.page for block in blocks if UNREADABLE in block.text}
    ordered = sorted(pages, key=lambda page: page or 0)
    return tuple(ReadWarning("unreadable-signs", f"page {page}" if page else "") for page in ordered)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    is_after_gap = True
    for raw in text.split("\n"):
        if line := with_single_spaces(raw):
            lines.append(_Line(line, is_after_gap or raw.startswith(" ")))
        is_after_gap = not line
    return lines


def _pieces(lines: list[_Line]) -> list[list[str]]:
    usual = median(len(line.text) for line in lines)
    pieces: list[list[str]] = []
    in_references = False
    for line in lines:
        if pieces and not _opens(pieces[-1], line, usual, in_references):
            pieces[-1].append(line.text)
            continue
        pieces.append([line.text])
        if section_names.is_section(line.text):
            in_references = section_names.is_references(line.text)
    return pieces


def _opens(piece: list[str], line: _Line, usual: float, in_references: bool) -> bool:
    """Whether the line begins a new block after the lines of the piece."""
    last, text = piece[-1], line.text
    if section_names.is_section(text) or (len(piece) == 1 and section_names.is_section(last)):
        return True
    if last.endswith(("-", LINE_END_HYPHEN)):
        return False
    if (in_references and captions.opens_reference(text)) or captions.opens_bullet(text):
        return True
    is_complete = captions.is_complete(last)
    if captions.opens_list(text) and is_complete:
        return True
    width = max(map(len, piece[-_LINES_JUDGED:])) if len(piece) > 1 else usual
    is_short = len(last) < 0.78 * width
    if captions.opens_caption(text) and (line.is_set_off or (is_complete and is_short)):
        return True
    if len(last) > _OWN_LINE or line.is_set_off:
        return is_complete or not _goes_on(last, text, is_short)
    return is_complete and is_short and not text[0].islower()


def _goes_on(last: str, text: str, is_short: bool) -> bool:
    """Whether a text that stops without a full stop goes on after a gap: at a column's or page's end."""
    return text[0].islower() or captions.leads_on(last) or not is_short
