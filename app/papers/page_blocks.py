"""Blocks of a paper out of the lines of its PDF pages: running heads gone, pieces named, broken words mended."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from app.model.paper_text import HEADING, LIST, PARAGRAPH, REFERENCE, UNREADABLE, Block
from app.papers import captions, hyphens
from app.papers.columns import Typesetting
from app.papers.frames import without_frames, without_repeats
from app.papers.lines import Page
from app.papers.paragraphs import Piece, pieces
from app.papers.section_names import is_numbered, is_section

_BETWEEN_CELLS = " | "
_MOST_OF_DRAWING = 20
_SMALLER = 0.5
"""Points below the running text from which type is small: notes, tables, references."""


def blocks_of_pages(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Headings, paragraphs, captions, lists, references and rows of tables (as lists), each with its page from 1."""
    framed = [without_repeats(page) for page in without_frames(pages)]
    setting = Typesetting(framed)
    known = hyphens.Vocabulary(line.text for page in framed for line in page.lines)
    found = pieces(framed, setting)
    inside = _in_tables(found, setting)
    blocks = [_block(piece, is_in, setting, known) for piece, is_in in zip(found, inside, strict=True)]
    named = captions.named(blocks)
    checked = [
        replace(block, kind=LIST if is_in else PARAGRAPH) if is_false else block
        for block, piece, is_in in zip(named, found, inside, strict=True)
        for is_false in [block.kind == HEADING and not _may_head(piece, is_in, setting)]
    ]
    return tuple(block for block in checked if not _is_drawing(block.text))


def _may_head(piece: Piece, is_in_table: bool, setting: Typesetting) -> bool:
    """Type smaller than the running text heads nothing, unless it names or counts a section outside a table."""
    first = piece.lines[0]
    if first.size >= setting.body - _SMALLER and not first.is_turned:
        return True
    return not is_in_table and (is_section(first.text) or is_numbered(first.text))


def _is_drawing(text: str) -> bool:
    """Whether these are the few signs of a drawing that is set as a font: a logo, a button."""
    return len(text) < _MOST_OF_DRAWING and not text.replace(UNREADABLE, "").strip()


def _block(piece: Piece, is_in_table: bool, setting: Typesetting, known: hyphens.Vocabulary) -> Block:
    page = piece.lines[0].page
    if piece.cells:
        return Block(LIST, _BETWEEN_CELLS.join(hyphens.joined([cell.text], known) for cell in piece.cells), page)
    text = hyphens.joined((line.text for line in piece.lines), known)
    is_cell = is_in_table and not captions.is_complete(text) and not captions.opens_caption(text)
    return Block(LIST if is_cell else _kind(piece, text, is_in_table, setting), text, page)


def _kind(piece: Piece, text: str, is_in_table: bool, setting: Typesetting) -> str:
    """The kind where the setting tells, else paragraph: the words decide then."""
    size = piece.lines[0].size
    if piece.is_heading and _may_head(piece, is_in_table, setting):
        return HEADING
    if piece.is_in_references and not captions.opens_caption(text):
        return REFERENCE
    is_tall = size > setting.body + 1.2 and len(piece.lines) <= 6 and len(text) < 350
    is_open = (not captions.is_complete(text) and not captions.holds_sentence(text)) or text.endswith("?")
    return HEADING if is_tall and is_open and sum(sign.isalpha() for sign in text) > 2 else PARAGRAPH


def _in_tables(found: Sequence[Piece], setting: Typesetting) -> list[bool]:
    """For each piece whether it is small type after a table's caption, or turned: a cell, a row."""
    inside, out = False, []
    for piece in found:
        first = piece.lines[0]
        if captions.opens_caption(first.text):
            inside = first.text.casefold().startswith(("table", "tab."))
        elif (setting.is_body(first) and len(piece.lines) > 2) or is_section(first.text):
            inside = False
        out.append(first.is_turned or (inside and first.size < setting.body - _SMALLER))
    return out
