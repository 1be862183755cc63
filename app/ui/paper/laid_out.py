"""A paper's text as a document to be looked at, with the way between its places and the paper's own code points."""

from __future__ import annotations

import re
from bisect import bisect_right

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextFrameFormat

from app.model.paper_text import BETWEEN, CAPTION, HEADING, LIST, PARAGRAPH, REFERENCE, UNREADABLE, Block, PaperText
from app.translation import _
from app.ui.look import colours, fonts

LEFT, RIGHT = 40, 18
"""Pixels beside the words: at the left stand the bar and the disc of a passage."""
UNREADABLE_TIP = _("A sign of the file that could not be read. Look at the pages.")
_LINE_SEPARATOR = "\N{LINE SEPARATOR}"
_SIGNS = re.compile(rf"({UNREADABLE}+)")
_PROPORTIONAL = QTextBlockFormat.LineHeightTypes.ProportionalHeight.value
_WIDE = re.compile(r"[\U00010000-\U0010ffff]")


class LaidOut:
    """Fills a document with a paper's blocks. One block of the paper is one block of the document."""

    def __init__(self, document: QTextDocument, text: PaperText, size: int) -> None:
        self._texts = [_shown(block.text) for block in text.blocks]
        self._is_wide = [bool(_WIDE.search(words)) for words in self._texts]
        self._starts = list(text.starts())
        self._positions: list[int] = []
        self._fill(document, text, size)

    def position(self, offset: int) -> int:
        """The document's position of a code point of the paper's whole text."""
        if not self._starts:
            return 0
        at = max(0, bisect_right(self._starts, offset) - 1)
        inside = max(0, min(offset - self._starts[at], len(self._texts[at])))
        return self._positions[at] + (_units(self._texts[at][:inside]) if self._is_wide[at] else inside)

    def offset(self, position: int) -> int:
        """The code point of the paper's whole text at a position of the document."""
        if not self._starts:
            return 0
        at = max(0, bisect_right(self._positions, position) - 1)
        inside = position - self._positions[at]
        if self._is_wide[at]:
            units = self._texts[at].encode("utf-16-le")[: inside * 2]
            inside = len(units.decode("utf-16-le", "ignore"))
        return self._starts[at] + min(inside, len(self._texts[at]))

    def whole(self) -> str:
        """The paper's whole text as it is shown, code point for code point."""
        return BETWEEN.join(self._texts)

    def _fill(self, document: QTextDocument, text: PaperText, size: int) -> None:
        document.setUndoRedoEnabled(False)
        document.clear()
        looks = {kind: _look(kind, size) for kind in (HEADING, PARAGRAPH, CAPTION, LIST, REFERENCE)}
        cursor = QTextCursor(document)
        cursor.beginEditBlock()
        position = 0
        for index, block in enumerate(text.blocks):
            shape, letters = looks.get(block.kind, looks[PARAGRAPH])
            if index:
                cursor.insertBlock(shape, letters)
            else:
                cursor.setBlockFormat(shape)
                cursor.setBlockCharFormat(letters)
            self._positions.append(position)
            _insert(cursor, self._texts[index], letters)
            position += (_units(self._texts[index]) if self._is_wide[index] else len(self._texts[index])) + 1
        cursor.endEditBlock()
        frame = QTextFrameFormat()
        frame.setLeftMargin(LEFT)
        frame.setRightMargin(RIGHT)
        frame.setTopMargin(2)
        frame.setBottomMargin(28)
        document.rootFrame().setFrameFormat(frame)


def is_heading(block: Block) -> bool:
    """Whether a block belongs into the outline of headings."""
    return block.kind == HEADING and bool(block.text.strip())


def _insert(cursor: QTextCursor, words: str, letters: QTextCharFormat) -> None:
    if UNREADABLE not in words:
        cursor.insertText(words, letters)
        return
    strange = QTextCharFormat(letters)
    strange.setBackground(colours.colour("sand"))
    strange.setForeground(colours.colour("amber"))
    strange.setToolTip(UNREADABLE_TIP)
    for part in _SIGNS.split(words):
        if part:
            cursor.insertText(part, strange if part[0] == UNREADABLE else letters)


def _look(kind: str, size: int) -> tuple[QTextBlockFormat, QTextCharFormat]:
    shape, letters = QTextBlockFormat(), QTextCharFormat()
    shape.setLineHeight(112, _PROPORTIONAL)
    shape.setBottomMargin(10)
    shape.setAlignment(Qt.AlignmentFlag.AlignLeft)
    font, role = fonts.serif(size, 400), "ink"
    if kind == HEADING:
        font = fonts.serif(size + 2, 600)
        shape.setTopMargin(10)
        shape.setBottomMargin(5)
    elif kind in (CAPTION, REFERENCE):
        font, role = fonts.serif(max(13, size - 2), 400), "soft"
        shape.setLeftMargin(16)
        shape.setBottomMargin(6 if kind == REFERENCE else 12)
    elif kind == LIST:
        shape.setLeftMargin(16)
        shape.setBottomMargin(5)
    letters.setFont(font)
    letters.setForeground(colours.colour(role))
    return shape, letters


def _shown(words: str) -> str:
    """The words with every line end as one sign that stays inside a block; no code point is added or lost."""
    return re.sub(r"[\n\r\x0b\x0c\u2029]", _LINE_SEPARATOR, words).replace("\0", UNREADABLE)


def _units(words: str) -> int:
    return len(words.encode("utf-16-le", "surrogatepass")) // 2
