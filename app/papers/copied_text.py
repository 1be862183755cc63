"""Text copied from a page in a browser, as blocks, and the breadcrumb in it."""

from __future__ import annotations

import re

from app.papers.blocks import BULLET, ITEMS, NUMBER, TEXT, Block, escaped
from app.papers.page_sections import ENDS, SECTIONS

_MARK_LINE = re.compile(r"(?P<bullet>[•◦▪‣·*–-]\s*)?(?P<number>\d{1,3})[.)]?")
_BULLET_LINE = re.compile(r"[•◦▪‣]\s*(\S.*)")
_NUMBER_LINE = re.compile(r"\d{1,3}[.)]\s+(\S.*)")


def blocks_of_text(text: str) -> list[Block]:
    """The blocks of copied text. A bullet or number line makes the next text an item; lines of a paragraph are joined.

    Above the first section every line stands alone: there are no paragraphs, only titles, names and the citation.
    """
    reader = _Reader()
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    for line in text.split("\n"):
        reader.read(line.strip())
    return [_block(" ".join(lines), kind) for kind, lines in reader.paragraphs]


def crumbs_of(blocks: list[Block]) -> tuple[str, ...]:
    """The breadcrumb in copied text: items from Home on, the second of them Research."""
    for index, block in enumerate(blocks[:-1]):
        if block.plain == "Home" and blocks[index + 1].plain == "Research":
            return tuple(found.plain for found in blocks[index : index + 4])
    return ()


class _Reader:
    """Takes line after line and knows what the next one continues."""

    def __init__(self) -> None:
        self.paragraphs: list[tuple[str, list[str]]] = []
        self._is_above = True
        self._is_open = False
        self._kind = TEXT
        self._number = 0

    def read(self, line: str) -> None:
        """Take the next line, without the space around it."""
        if not line:
            self._is_open = False
        elif self._is_mark(line):
            self._is_open, self._kind = False, NUMBER
        elif match := _BULLET_LINE.fullmatch(line):
            self._begin(match[1], BULLET)
        elif match := _NUMBER_LINE.fullmatch(line):
            self._begin(match[1], NUMBER)
        elif self._is_open and not self._is_name(line) and not self._is_name(self.paragraphs[-1][1][0]):
            self.paragraphs[-1][1].append(line)
        else:
            self._begin(line, self._kind)

    def _begin(self, text: str, kind: str) -> None:
        if self._is_name(text):
            kind, self._number = TEXT, 0
            self._is_above = self._is_above and text.casefold() != SECTIONS[0]
        self.paragraphs.append((kind, [text]))
        self._is_open, self._kind = not self._is_above, TEXT

    def _is_mark(self, line: str) -> bool:
        """Whether a line is only the number of the item that follows; a bare number must be the next in its list."""
        match = _MARK_LINE.fullmatch(line)
        if not match or not (match["bullet"] or int(match["number"]) == self._number + 1):
            return False
        self._number = int(match["number"])
        return True

    def _is_name(self, line: str) -> bool:
        return line.rstrip(":").casefold() in (*SECTIONS, *ENDS)


def _block(text: str, kind: str) -> Block:
    return Block(kind, text, escaped(text), 1 if kind in ITEMS else 0)
