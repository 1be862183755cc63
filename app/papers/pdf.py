"""The door for PDFs: one reading process for each file, that can be watched, cancelled and stopped."""

from __future__ import annotations

import json
import logging
import queue
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO

from app.errors import BadInput, Cancelled
from app.model.paper import Paper
from app.model.paper_text import Block, PaperFile, PaperRecord, PaperText, ReadWarning
from app.own_process import started
from app.papers.clean_text import unreadable
from app.translation import _

LOG = logging.getLogger("plainspoken")
ARGUMENT = "read-one-pdf"
"""The one word with which `app.__main__` is the reading process. No command for people."""
PATIENCE_S = 30.0
"""How long one page, or the start, may take."""
_LAYOUT_S = 0.1
"""What each page adds to it after the last page, when the paragraphs of all pages are put together."""
_POLL_S = 0.05
_ONE_AT_A_TIME = threading.Lock()

SENTENCES = {
    "empty": _("{name} is empty: there is nothing in the file. Download or copy it again."),
    "no-pdf": _("{name} is not a PDF, whatever its name says. Open it to see what it is, or choose another file."),
    "corrupt": _("{name} is damaged, or only part of it arrived. Download it again and try once more."),
    "encrypted": _("{name} is locked with a password. Save a copy without the password, then bring in the copy."),
    "picture": _("{name} holds pictures of pages and no text. Use a PDF with text, or paste the text of the paper."),
    "blank": _("{name} has no text on any page. Check that it is the right file."),
    "unreadable": _(
        "The fonts in {name} do not say which letters they draw, so its text cannot be read."
        " Paste the text of the paper instead."
    ),
    "stopped": _("Reading {name} was stopped because it did not get on. Use another copy, or paste the text."),
    "ours": _("{name} could not be read: our own fault, and it is in the log. Paste the text of the paper instead."),
}
"""What the writer is told, by the last part of the error's code (`pdf-corrupt`)."""


def never() -> bool:
    """Nobody asks to stop."""
    return False


def silent(_page: int, _of: int) -> None:
    """Nobody listens."""


def read_pdf(
    content: bytes,
    name: str = "",
    should_stop: Callable[[], bool] = never,
    told: Callable[[int, int], None] = silent,
) -> PaperFile:
    """The one paper of a PDF: its text in blocks, its DOI, and a guess at its title.

    `told` hears (page, of how many) while it reads. Raises Cancelled when `should_stop` says so, and BadInput with a
    code of `pdf-` and a key of `SENTENCES`.
    """
    if not content.strip(b"\0\r\n\t "):
        raise _refused("empty", name)
    if b"%PDF-" not in content[:1024]:
        raise _refused("no-pdf", name)
    with _ONE_AT_A_TIME:
        answer = _answer(content, should_stop, told)
    if fault := answer.get("fault"):
        if fault == "ours":
            LOG.error("The reading process failed:\n%s", answer.get("report", ""))
        raise _refused(fault, name)
    return _paper_file(answer)


def _refused(fault: str, name: str) -> BadInput:
    called = f"“{Path(name).name}”" if name else _("This PDF")
    return BadInput(SENTENCES[fault].format(name=called), code=f"pdf-{fault}")


def _paper_file(answer: dict[str, Any]) -> PaperFile:
    blocks = tuple(Block(kind, text, page) for kind, text, page in answer["blocks"])
    warnings = [*unreadable(blocks), *(ReadWarning("broken-page", f"page {page}") for page in answer["broken"])]
    if answer["title"]:
        warnings.insert(0, ReadWarning("title-guessed"))
    paper = Paper(title=answer["title"], doi=answer["doi"])
    return PaperFile("pdf", (PaperRecord(paper, PaperText(blocks)),), tuple(warnings))


def _answer(content: bytes, should_stop: Callable[[], bool], told: Callable[[int, int], None]) -> dict[str, Any]:
    """What the reading process says last, or the fault for which it was stopped or died."""
    process = started(ARGUMENT)
    lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threads = [
        threading.Thread(target=_feed, args=(process.stdin, content), daemon=True),
        threading.Thread(target=_listen, args=(process.stdout, lines), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        return _last_word(lines, should_stop, told)
    finally:
        process.kill()
        process.wait()
        for thread in threads:
            thread.join()


def _last_word(
    lines: queue.SimpleQueue[bytes], should_stop: Callable[[], bool], told: Callable[[int, int], None]
) -> dict[str, Any]:
    heard, patience = time.monotonic(), PATIENCE_S
    while True:
        if should_stop():
            raise Cancelled
        try:
            line = lines.get(timeout=_POLL_S)
        except queue.Empty:
            if time.monotonic() - heard > patience:
                return {"fault": "stopped"}
            continue
        heard = time.monotonic()
        if not line:
            return {"fault": "corrupt"}  # it died: PDFium crashed on the file
        answer: dict[str, Any] = json.loads(line)
        if "of" not in answer:
            return answer
        if answer["page"] == answer["of"]:
            patience += answer["of"] * _LAYOUT_S
        told(answer["page"], answer["of"])


def _feed(pipe: BinaryIO, content: bytes) -> None:
    try:
        with pipe:
            pipe.write(content)
    except OSError:
        pass  # it died or was stopped: its silence tells


def _listen(pipe: BinaryIO, lines: queue.SimpleQueue[bytes]) -> None:
    with pipe:
        for line in pipe:
            lines.put(line)
    lines.put(b"")
