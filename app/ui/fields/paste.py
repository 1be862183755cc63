"""What a paste brings into a text: its structure without its styling, and a quiet sentence about what is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QTextCursor

from app.model.summary import Source
from app.papers import pasted
from app.papers.rich_paste import markdown_from_html
from app.text.rich_blocks import blocks
from app.text.rich_text import Block
from app.translation import _, counted
from app.ui.fields import rich_document
from app.ui.fields.base import clean

LONGEST_PASTE = 50_000
"""Letters, some 8,000 words: more would keep the window busy for long, and is more than a section ever wants."""
_LONGEST_PAGE = 1_000_000
"""Letters of HTML, which has far more marks than words."""


@dataclass(frozen=True, slots=True)
class Paste:
    """Blocks where the source had structure, else plain words. `said` is empty, or a sentence for the writer."""

    words: str
    content: tuple[Block, ...] = ()
    links: tuple[Source, ...] = ()
    said: tuple[str, ...] = ()

    def insert(self, cursor: QTextCursor, *, is_one_line: bool) -> None:
        """Put it in the place of what is chosen."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        if is_one_line:
            cursor.insertText(" ".join(self.words.split()))
        elif self.content:
            _insert_blocks(cursor, self.content)
        else:
            _insert_plain(cursor, self.words)
        cursor.endEditBlock()


def paste_of(source: QMimeData, *, is_one_line: bool) -> Paste:
    """What comes in from the clipboard or a drop."""
    had_styling, dropped = False, 0
    links: tuple[Source, ...] = ()
    content: tuple[Block, ...] = ()
    said = []
    page = source.html()
    if page and (len(page) <= _LONGEST_PAGE or not source.hasText()):
        if len(page) > _LONGEST_PAGE:
            page = page[: page.rfind(">", 0, _LONGEST_PAGE) + 1]
        markdown, had_styling = markdown_from_html(page)
        markdown, dropped, links = pasted.clean(clean(markdown))
        content = blocks(markdown)
    words = clean(source.text()) if source.hasText() else "\n\n".join(map(_words_of, content))
    if not content and not is_one_line:
        words, dropped, links = pasted.clean(words)
    if len(words) > LONGEST_PASTE:
        said.append(
            _("Only the first {longest_paste:,} letters were pasted: the text is longer than a field.").format(
                longest_paste=LONGEST_PASTE
            )
        )
        words, content = words[:LONGEST_PASTE], ()
    if dropped:
        said.append(
            counted(
                "One repeated part was left out.",
                "{n} repeated parts of the page were left out of the paste.",
                dropped,
            )
        )
    elif had_styling:
        said.append(_("Pasted without the styling of the page it came from."))
    return Paste(words, content, () if is_one_line else links, tuple(said))


def _words_of(block: Block) -> str:
    return "".join(run.text for run in block.runs)


def _insert_plain(cursor: QTextCursor, text: str) -> None:
    for number, line in enumerate(re.split(r"\n\s*\n|\n", text.strip("\n"))):
        if number:
            cursor.insertBlock()
        cursor.insertText(line)


def _insert_blocks(cursor: QTextCursor, content: tuple[Block, ...]) -> None:
    is_fresh_line = not cursor.block().text()
    for number, block in enumerate(content):
        if number:
            cursor.insertBlock()
        if number or is_fresh_line:
            rich_document.set_kind(cursor, block.kind)
        for run in block.runs:
            cursor.insertText(run.text.replace("\n", " "), rich_document.char_format(run))
