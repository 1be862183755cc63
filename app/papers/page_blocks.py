"""Blocks of a paper out of the lines of its PDF pages: running heads gone, pieces named, broken words mended."""

from __future__ import annotations

from collections.abc import Sequence

from app.model.paper_text import HEADING, LIST, PARAGRAPH, REFERENCE, UNREADABLE, Block
from app.papers import captions, hyphens
from app.papers.columns import Typesetting
from app.papers.frames import without_frames
from app.papers.lines import Page
from app.papers.paragraphs import Piece, pieces

_BETWEEN_CELLS = "\t"
_MOST_OF_DRAWING = 20


def blocks_of_pages(pages: Sequence[Page]) -> tuple[Block, ...]:
    """Headings, paragraphs, captions, lists, references and rows of tables (as lists), each with its page from 1."""
    framed = without_frames(pages)
    setting = Typesetting(framed)
    known = hyphens.Vocabulary(line.text for page in framed for line in page.lines)
    blocks = (_block(piece, setting, known) for piece in pieces(framed, setting))
    return captions.named([block for block in blocks if not _is_drawing(block.text)])


def _is_drawing(text: str) -> bool:
    """Whether these are the few signs of a drawing that is set as a font: a logo, a button."""
    return len(text) < _MOST_OF_DRAWING and not text.replace(UNREADABLE, "").strip()


def _block(piece: Piece, setting: Typesetting, known: hyphens.Vocabulary) -> Block:
    page = piece.lines[0].page
    if piece.cells:
        return Block(LIST, _BETWEEN_CELLS.join(hyphens.joined([cell.text], known) for cell in piece.cells), page)
    text = hyphens.joined((line.text for line in piece.lines), known)
    return Block(_kind(piece, text, setting), text, page)


def _kind(piece: Piece, text: str, setting: Typesetting) -> str:
    """The kind where the setting tells, else paragraph: the words decide then."""
    if piece.is_heading:
        return HEADING
    if piece.is_in_references and not captions.opens_caption(text):
        return REFERENCE
    is_tall = piece.lines[0].size > setting.body + 1.2 and len(piece.lines) <= 6 and len(text) < 350
    return HEADING if is_tall and any(sign.isalpha() for sign in text) else PARAGRAPH
