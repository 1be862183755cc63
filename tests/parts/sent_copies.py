"""A summary that goes out as a review copy, edited as a reviewer would, and brought back."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from app.model.comment import Comment, Reply
from app.model.paper import Paper
from app.model.summary import Claim, Implication, Passage, Summary
from app.review_copy.bring_back import BroughtBack, brought_back
from app.review_copy.opened_word import opened_word
from app.review_copy.word_file import word_file
from app.ui.words.review_copy import Wanted, review_sheet

NOW = "2026-11-22T10:00:00Z"
SUMMARY = Summary(
    "11111111-2222-3333-4444-555555555555",
    plain_title="Running rats",
    simple_explanation="Rats **ran far** and [saw](https://example.org/x) it.\n\n- one\n- two\n\n1. a\n2. b",
    key_findings=("First finding here.", "Second one."),
    practical_implications=(Implication("Ask", "Ask your team."),),
    paper=Paper(title="Running in rats", doi="10.1234/x", journal="Medicine"),
    claims=(Claim("key_findings[0]", 0, 19, "from-paper", Passage("The first finding.", "Results, 3")),),
    comments=(
        Comment("c1", "How far?", "simple_explanation", 7, 14, "Jonas", NOW),
        Comment("c2", "", "simple_explanation", 21, 24, "Jonas", NOW, "looked at"),
        Comment("c3", "Long.", "key_findings[1]", 0, 0, "Maria", NOW, replies=(Reply("No.", "Jonas", NOW),)),
    ),
)


def sent(summary: Summary = SUMMARY, wanted: Wanted | None = None) -> bytes:
    return word_file(review_sheet(summary, (), wanted or Wanted(), "Maria", NOW))


def with_parts(content: bytes, parts: dict[str, bytes], without: tuple[str, ...] = ()) -> bytes:
    """The file with some parts put in place of its own."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts and not name.startswith(without or ("-",)):
                new.writestr(name, old.read(name))
        for name, part in parts.items():
            new.writestr(name, part)
    return out.getvalue()


def edited(content: bytes, *changes: tuple[str, str], without: tuple[str, ...] = ()) -> bytes:
    """The file with words of its main part replaced, each of which must be there."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        text = old.read("word/document.xml").decode()
    for before, after in changes:
        assert before in text
        text = text.replace(before, after)
    etree.fromstring(text.encode())
    return with_parts(content, {"word/document.xml": text.encode()}, without)


def back(content: bytes, summary: Summary = SUMMARY) -> BroughtBack:
    return brought_back(summary, opened_word(content, "review.docx"), NOW)


def run(text: str, before: str = "", after: str = "") -> str:
    return (
        f"</w:t></w:r>{before}<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>{after}<w:r><w:t xml:space='preserve'>"
    )
