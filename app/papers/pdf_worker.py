"""The process that reads one PDF and ends: the file comes in by standard input, lines of JSON go out.

PDFium crashes and hangs on some hostile files and is not thread-safe; in a process of its own it can be stopped.
`{"page": 3, "of": 12}` tells how far it is; the last line holds `fault`, or `title`, `doi` and `blocks`.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from typing import Any

import pypdfium2 as pdfium
from pypdfium2 import raw

from app.model.paper_text import UNREADABLE
from app.papers.columns import Typesetting
from app.papers.first_page import doi_of, title_of
from app.papers.frames import without_frames
from app.papers.lines import Page
from app.papers.page_blocks import blocks_of_pages
from app.papers.pdf_lines import page_of

MOST_MEMORY = 4_000_000_000
_PICTURE, _BLANK, _CORRUPT, _ENCRYPTED, _UNREADABLE, _OURS = (
    "picture", "blank", "corrupt", "encrypted", "unreadable", "ours",
)  # fmt: skip
_LEAST_LETTERS = 20


def main() -> int:
    """Read the file from standard input and tell what is in it."""
    _bound_memory()
    content = sys.stdin.buffer.read()
    try:
        answer = _read(content)
    except MemoryError:
        answer = {"fault": _CORRUPT}
    except pdfium.PdfiumError as error:
        is_locked = getattr(error, "err_code", None) == raw.FPDF_ERR_PASSWORD or "password" in str(error).lower()
        answer = {"fault": _ENCRYPTED if is_locked else _CORRUPT}
    except Exception:
        answer = {"fault": _OURS, "report": traceback.format_exc()}
    _tell(answer)
    sys.stdout.flush()
    os._exit(0)  # PDFium's own end may crash on what it has just survived


def _tell(answer: dict[str, Any]) -> None:
    sys.stdout.buffer.write(json.dumps(answer).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()


def _bound_memory() -> None:
    """On systems that can: a file that unfolds without end meets a wall."""
    if sys.platform.startswith("linux"):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY, MOST_MEMORY))


def _read(content: bytes) -> dict[str, Any]:
    document = pdfium.PdfDocument(content)
    count = len(document)
    if not count:
        return {"fault": _CORRUPT}
    pages, broken = [], []
    for number in range(1, count + 1):
        _tell({"page": number, "of": count})
        try:
            pages.append(page_of(document, number))
        except pdfium.PdfiumError:
            broken.append(number)
    if not pages:
        return {"fault": _CORRUPT}
    if fault := _fault(document, pages):
        return {"fault": fault}
    return _answer(document, pages, broken)


def _answer(document: pdfium.PdfDocument, pages: list[Page], broken: list[int]) -> dict[str, Any]:
    setting = Typesetting(without_frames(pages))
    return {
        "title": title_of(document.get_metadata_value("Title"), pages, setting.body),
        "doi": doi_of(pages),
        "blocks": [[block.kind, block.text, block.page] for block in blocks_of_pages(pages)],
        "broken": broken,
    }


def _fault(document: pdfium.PdfDocument, pages: list[Page]) -> str:
    """Why there is nothing to read, or nothing."""
    text = "".join(line.text for page in pages for line in page.lines)
    letters = sum(sign.isalpha() for sign in text)
    if letters >= _LEAST_LETTERS or letters > text.count(UNREADABLE):
        return _UNREADABLE if text.count(UNREADABLE) > letters else ""
    if text.count(UNREADABLE) > _LEAST_LETTERS:
        return _UNREADABLE
    return _PICTURE if any(_has_picture(document, page.number) for page in pages) else _BLANK


def _has_picture(document: pdfium.PdfDocument, number: int) -> bool:
    page = document[number - 1]
    try:
        return next(iter(page.get_objects(max_depth=3)), None) is not None
    finally:
        page.close()
