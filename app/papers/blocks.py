"""Blocks of text, the form in which copied text and HTML meet before they become Markdown or sections."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

HEADING, TEXT, BULLET, NUMBER, QUOTE, TABLE, LEVEL = "heading", "text", "bullet", "number", "quote", "table", "level"
ITEMS = (BULLET, NUMBER)

_EDGE_LINE = re.compile(r"(?<!\w)_|_(?!\w)")
_STAR = re.compile(r"(?<=\S)\*|\*(?=\S)")
_SLASH = re.compile(r"\\(?=[\\`*_{}\[\]()#+\-.!<>&|~])")
_LINK = re.compile(r"\[(?=[^\[\]\n]*\]\()")
_ENTITY = re.compile(r"&(?=#?\w{1,31};)")
_TAG = re.compile(r"<(?=[A-Za-z/!])")
_LINE_MARK = re.compile(r"^(?=(?:#{1,6}|[-+>*=]|~{3,}|:)(?:\s|$)|>)", re.MULTILINE)
_LINE_NUMBER = re.compile(r"^(\d{1,9})([.)])(?=\s)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading or list item: its words, and the same as inline Markdown.

    `level` is a heading's rank or how deep a list item stands (1 is outermost; a text inside an item has the item's
    level, other text 0). `mark` is a `data-fact` or `data-level` of our own pages.
    """

    kind: str
    plain: str
    markdown: str = ""
    level: int = 0
    mark: str = ""
    href: str = ""


def escaped(text: str) -> str:
    """Plain words as Markdown that shows exactly these words."""
    text = _SLASH.sub(r"\\\\", text)
    text = _STAR.sub(r"\\*", text).replace("`", "\\`")
    text = _EDGE_LINE.sub(r"\\_", text)
    text = _LINK.sub(r"\\[", text)
    return _TAG.sub("&lt;", _ENTITY.sub("&amp;", text))


def escaped_line(markdown: str) -> str:
    """Inline Markdown made safe at the start of a line, where “1.” or “-” would begin a list."""
    return _LINE_NUMBER.sub(r"\1\\\2", _LINE_MARK.sub(r"\\", markdown))


def markdown_of(blocks: Iterable[Block], *, has_headings: bool = True) -> str:
    """The blocks as one Markdown text. Without headings a heading becomes a bold line."""
    out: list[str] = []
    counters: dict[int, int] = {}
    before: Block | None = None
    for block in blocks:
        if block.kind not in ITEMS and block.level == 0:
            counters.clear()
        out.append(_gap(before, block))
        out.append(_line(block, counters, has_headings))
        before = block
    return "".join(out).strip("\n")


def _gap(before: Block | None, block: Block) -> str:
    if before is None:
        return ""
    if block.kind in ITEMS and before.kind in ITEMS:
        is_new_list = block.level == before.level and block.kind != before.kind
        return "\n\n" if is_new_list else "\n"
    return "\n\n"


def _line(block: Block, counters: dict[int, int], has_headings: bool) -> str:
    text = block.markdown
    if block.kind == HEADING:
        return f"{'#' * max(3, block.level)} {text}" if has_headings else f"**{text.replace('**', '')}**"
    if block.kind == QUOTE:
        return "\n".join(f"> {line}" for line in escaped_line(text).split("\n"))
    if block.kind == TABLE:
        return text
    if block.kind not in ITEMS:
        indent = "    " * block.level
        return "\n".join(indent + line for line in escaped_line(text).split("\n"))
    for deeper in [level for level in counters if level > block.level]:
        del counters[deeper]
    counters[block.level] = counters.get(block.level, 0) + 1 if block.kind == NUMBER else 0
    mark = f"{counters[block.level]}. " if block.kind == NUMBER else "- "
    indent = "    " * (block.level - 1)
    first, *rest = escaped_line(text).split("\n")
    return "\n".join([indent + mark + first, *(f"{indent}    {line}" for line in rest)])
