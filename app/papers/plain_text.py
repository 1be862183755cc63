"""Plain text of a paper, as it is pasted or copied out of a PDF: cleaned blocks, and the little it says of itself."""

from __future__ import annotations

from collections import Counter

from app.model.paper import Paper
from app.model.paper_text import HEADING, REFERENCE, Block, PaperFile, PaperRecord, PaperText, ReadWarning
from app.papers.clean_text import blocks_of_text, unreadable
from app.papers.identifiers import doi_in
from app.papers.pasted import clean
from app.papers.related_works import related_works
from app.papers.source_text import text_of

_TIMES = 3
_SHARE = 0.3
_SENTENCE_WORDS, _LONG_WORDS = 6, 40
_DOI_WITHIN = 3000


def read_plain_text(content: bytes, name: str) -> PaperFile:
    """The text as one paper, or a listing of related works as several. Raises BadInput when it is no text."""
    text, warnings = text_of(content, name)
    if listing := related_works(text):
        return PaperFile("text", listing.papers, (*warnings, *listing.warnings))
    text, dropped = _without_boilerplate(text)
    blocks = blocks_of_text(text)
    said = [ReadWarning("boilerplate-dropped", f"{dropped} paragraphs")] if dropped else []
    record = PaperRecord(Paper(title=_title(blocks), doi=_doi(blocks)), PaperText(blocks))
    return PaperFile("text", (record,), (*warnings, *said, *unreadable(blocks)))


def _without_boilerplate(text: str) -> tuple[str, int]:
    """The text without what a web page repeats, and how many paragraphs were dropped.

    A paper repeats running heads, headings and the cells of tables, and none of that may go: a page is one where a
    sentence stands three times and repeated paragraphs are a good part of all.
    """
    keys = [" ".join(part.split()).casefold() for part in text.split("\n\n") if part.strip()]
    often = {key: times for key, times in Counter(keys).items() if times >= _TIMES}
    has_sentence = any(_SENTENCE_WORDS <= len(key.split()) <= _LONG_WORDS for key in often)
    if not has_sentence or sum(often.values()) < _SHARE * len(keys):
        return text, 0
    kept, dropped, _ = clean(text)
    return (kept, dropped) if kept.strip() else (text, 0)


def _title(blocks: tuple[Block, ...]) -> str:
    """The first block where it is a heading with an abstract's heading after it: only then it is surely the title."""
    if len(blocks) > 2 and blocks[0].kind == HEADING and len(blocks[0].text.split()) > 2:
        following = (block.text.casefold().rstrip(":. ") for block in blocks[1:8] if block.kind == HEADING)
        if any(words in ("abstract", "summary") for words in following):
            return blocks[0].text
    return ""


def _doi(blocks: tuple[Block, ...]) -> str:
    """The first DOI near the beginning, before any reference."""
    place = 0
    for block in blocks:
        if block.kind == REFERENCE or place > _DOI_WITHIN:
            return ""
        if doi := doi_in(block.text):
            return doi
        place += len(block.text)
    return ""
