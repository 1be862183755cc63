"""What another person sends back: summaries for another library, and a review copy out of a word processor."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from app.model.comment import Comment
from app.model.exchange import ExchangeFile, Sent, exchange_bytes, exchange_in
from app.model.merge import merged, settled
from app.model.paper_text import AttachedPaper, Block, PaperText
from app.model.summary import Summary
from app.review_copy.bring_back import brought_back
from app.review_copy.opened_word import opened_word
from app.review_copy.word_file import word_file
from app.ui.words.review_copy import Wanted, review_sheet
from bench.faulting.fuzz import Read

Reader = tuple[list[bytes], Read]
_NOW = "2026-11-22T12:00:00Z"
_PARTS = {"text": "word/document.xml", "comments": "word/comments.xml", "links": "word/_rels/document.xml.rels"}


def sent_readers(summaries: list[Summary]) -> Iterator[tuple[str, Reader]]:
    """The readers of sent summaries and of a review copy: as a file, and of the parts inside of it."""
    yield "sent summaries", ([_sent(summaries)], _exchange_reader(summaries))
    mine = replace(summaries[0], comments=(Comment("1", "Say how many.", "simple_explanation", 0, 4),))
    whole = word_file(review_sheet(mine, (), Wanted(), "Ana", _NOW))
    yield "review copy", ([whole], lambda data: _bring_back(mine, data))
    with zipfile.ZipFile(io.BytesIO(whole)) as packed:
        parts = {name: packed.read(name) for name in packed.namelist()}
    ours = next(name for name in parts if name.startswith("customXml/item") and b"simple_explanation" in parts[name])
    for kind, name in {**_PARTS, "sent part": ours}.items():
        yield f"review copy: {kind}", ([parts[name]], _part_reader(mine, parts, name))


def _sent(summaries: list[Summary]) -> bytes:
    paper = AttachedPaper("text", PaperText((Block("paragraph", "Forty adults walked.", 1),)), "a.txt", "", _NOW)
    sent = tuple(Sent(summary, ("0" * 64,), paper) for summary in summaries)
    return exchange_bytes(ExchangeFile("Ana", _NOW, sent))


def _exchange_reader(summaries: list[Summary]) -> Read:
    """What came is held against a summary here, with and without a version that both have had, and all is taken."""
    mine = replace(summaries[0], plain_title="Mine", research_summary="")

    def read(data: bytes) -> None:
        for sent in exchange_in(data, "sent.plainspoken-summary").summaries:
            for base in (None, summaries[0]):
                merge = merged(base, mine, sent.summary)
                settled(merge, dict.fromkeys((clash.field for clash in merge.clashes), "theirs"))

    return read


def _part_reader(mine: Summary, parts: dict[str, bytes], broken: str) -> Read:
    def read(data: bytes) -> None:
        held = io.BytesIO()
        with zipfile.ZipFile(held, "w") as packed:
            for name, content in parts.items():
                packed.writestr(name, data if name == broken else content)
        _bring_back(mine, held.getvalue())

    return read


def _bring_back(mine: Summary, data: bytes) -> None:
    brought_back(mine, opened_word(data, "copy.docx"), _NOW)
