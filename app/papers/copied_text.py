"""Text copied from a page in a browser, as blocks, and the breadcrumb in it."""

from __future__ import annotations

import re

from app.papers.blocks import BULLET, ITEMS, NUMBER, TEXT, Block, escaped
from app.papers.page_sections import ENDS, SECTIONS, section_name

_MARK_LINE = re.compile(r"\s*(?:[•◦▪‣·*–-]\s*)?(\d{1,3})[.)]?\s*")
_BULLET_LINE = re.compile(r"\s*[•◦▪‣]\s*(\S.*)")
_NUMBER_LINE = re.compile(r"\s*(\d{1,3})[.)]\s+(\S.*)")


def blocks_of_text(text: str) -> list[Block]:
    """The blocks of copied text: paragraphs are joined lines; a bullet or number line makes the next text an item."""
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    blocks: list[Block] = []
    is_open, kind = False, TEXT
    for raw in text.split("\n"):
        line = raw.strip()
        if not line:
            is_open = False
        elif _MARK_LINE.fullmatch(raw) and raw != line:
            is_open, kind = False, NUMBER
        elif match := _BULLET_LINE.fullmatch(raw) or _NUMBER_LINE.fullmatch(raw):
            kind = BULLET if _BULLET_LINE.fullmatch(raw) else NUMBER
            blocks.append(_text_block(match[match.lastindex or 1], kind))
            is_open, kind = True, TEXT
        elif is_open and line.rstrip(":").casefold() not in (*SECTIONS, *ENDS) and not _wassection_name(blocks):
            joined = f"{blocks[-1].plain} {line}"
            blocks[-1] = _text_block(joined, blocks[-1].kind)
        else:
            blocks.append(_text_block(line, kind))
            is_open, kind = True, TEXT
    return blocks


def _text_block(text: str, kind: str) -> Block:
    return Block(kind, text, escaped(text), 1 if kind in ITEMS else 0)


def _wassection_name(blocks: list[Block]) -> bool:
    return section_name(blocks[-1]) in SECTIONS


def crumbs_of(blocks: list[Block]) -> tuple[str, ...]:
    """The breadcrumb in copied text: items from Home on, the second of them Research."""
    for index, block in enumerate(blocks[:-1]):
        if block.plain == "Home" and blocks[index + 1].plain == "Research":
            return tuple(found.plain for found in blocks[index : index + 4])
    return ()
