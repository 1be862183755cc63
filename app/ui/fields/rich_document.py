"""Blocks in a QTextDocument: read them out, and bring the document to others by changing only what differs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtGui import (
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextListFormat,
)

from app.text.rich_text import BULLET, LITERAL, NUMBER, PARAGRAPH, Block, Run
from app.ui.look import colours

_RAW = QTextFormat.Property.UserProperty + 1
_LITERAL = QTextFormat.Property.UserProperty + 2
_LINE_BREAK = "\u2028"
_WORD = re.compile(r"\w+(?:[-‐‑'’]\w+)*")
LINE_HEIGHT = 113
"""Per cent of the font's natural line: 18 px type stands on 29 px."""


def blocks_of(document: QTextDocument) -> tuple[Block, ...]:
    """The blocks of a document as they stand."""
    found = []
    block = document.begin()
    while block.isValid():
        found.append(Block(kind_of(block), _runs(block)))
        block = block.next()
    return tuple(found)


def kind_of(block: QTextBlock) -> str:
    """What kind of block this is."""
    if listed := block.textList():
        return BULLET if listed.format().style() == QTextListFormat.Style.ListDisc else NUMBER
    return LITERAL if block.blockFormat().hasProperty(_LITERAL) else PARAGRAPH


def show_blocks(document: QTextDocument, wanted: tuple[Block, ...]) -> int:
    """Bring the document to these blocks and return where the change ends (in the document's positions)."""
    present = blocks_of(document)
    first = same(present, wanted)
    last = same(present[first:][::-1], wanted[first:][::-1])
    old, new = present[first : len(present) - last], wanted[first : len(wanted) - last]
    if not old and not new:
        return 0
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        if len(old) == len(new) == 1 and old[0].kind == new[0].kind:
            return _change_within(cursor, document.findBlockByNumber(first), old[0], new[0])
        return _replace_blocks(cursor, document, present, wanted, first)
    finally:
        cursor.endEditBlock()


def char_format(run: Run) -> QTextCharFormat:
    """How a run looks."""
    form = QTextCharFormat()
    if run.is_bold:  # else the field's own weight stands: a title is semibold by itself
        form.setFontWeight(QFont.Weight.DemiBold)
    form.setFontItalic(run.is_italic)
    if run.href:
        form.setAnchor(True)
        form.setAnchorHref(run.href)
        form.setForeground(colours.colour("link"))
        form.setFontUnderline(True)
    if run.is_raw:
        form.setProperty(_RAW, True)
        form.setForeground(colours.colour("faint"))
    return form


def formats_between(document: QTextDocument, start: int, end: int) -> list[QTextCharFormat]:
    """The formats of the letters between two positions."""
    found = []
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        iterator = block.begin()
        while not iterator.atEnd():
            fragment = iterator.fragment()
            if fragment.position() < end and start < fragment.position() + fragment.length():
                found.append(fragment.charFormat())
            iterator += 1
        block = block.next()
    return found


def leaves_stretch(cursor: QTextCursor) -> bool:
    """Whether the cursor stands right behind a link or a raw run, not inside it."""
    here = cursor.charFormat()
    if cursor.atBlockStart() or not (here.isAnchor() or here.property(_RAW)):
        return False
    position = cursor.position()
    behind = formats_between(cursor.document(), position, position + 1)
    return cursor.atBlockEnd() or not behind or behind[0] != here


def plain_format(form: QTextCharFormat) -> QTextCharFormat:
    """A format without its link or rawness: bold and italic stay."""
    return char_format(Run("", form.fontWeight() > QFont.Weight.Medium, form.fontItalic()))


def set_kind(cursor: QTextCursor, kind: str) -> None:
    """Make the blocks of the cursor's selection paragraphs, bullets or numbers; neighbours of a kind are one list."""
    document = cursor.document()
    block, last = document.findBlock(cursor.selectionStart()), document.findBlock(cursor.selectionEnd())
    cursor.beginEditBlock()
    while block.isValid():
        _set_block_kind(QTextCursor(block), kind)
        if block == last:
            break
        block = block.next()
    cursor.endEditBlock()


def block_format(kind: str) -> QTextBlockFormat:
    """The spacing of a block of a kind."""
    form = QTextBlockFormat()
    form.setLineHeight(LINE_HEIGHT, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    form.setBottomMargin(4 if kind in (BULLET, NUMBER) else 11)
    if kind == LITERAL:
        form.setProperty(_LITERAL, True)
    return form


def _set_block_kind(cursor: QTextCursor, kind: str) -> None:
    block = cursor.block()
    if listed := block.textList():
        listed.remove(block)
    cursor.setBlockFormat(block_format(kind))
    if kind not in (BULLET, NUMBER):
        return
    for neighbour in (block.previous(), block.next()):
        if neighbour.isValid() and kind_of(neighbour) == kind:
            neighbour.textList().add(block)
            return
    style = QTextListFormat.Style.ListDisc if kind == BULLET else QTextListFormat.Style.ListDecimal
    form = QTextListFormat()
    form.setStyle(style)
    form.setIndent(1)
    cursor.createList(form)


def _replace_blocks(
    cursor: QTextCursor, document: QTextDocument, present: tuple[Block, ...], wanted: tuple[Block, ...], first: int
) -> int:
    """Rewrite from block `first` to the last one that differs; the blocks after it keep their formats and carets."""
    first = min(first, len(present) - 1, len(wanted) - 1)
    last = same(present[first + 1 :][::-1], wanted[first + 1 :][::-1])
    end_block = document.findBlockByNumber(len(present) - last - 1)
    cursor.setPosition(document.findBlockByNumber(first).position())
    cursor.setPosition(end_block.position() + end_block.length() - 1, QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    for number, block in enumerate(wanted[first : len(wanted) - last]):
        if number:
            cursor.insertBlock()
        _set_block_kind(cursor, block.kind)
        for run in block.runs:
            cursor.insertText(run.text.replace("\n", _LINE_BREAK), char_format(run))
    return cursor.position()


def _change_within(cursor: QTextCursor, block: QTextBlock, old: Block, new: Block) -> int:
    """Change the middle of one block."""
    before, after = _letters(old), _letters(new)
    start = same(before, after)
    rest = same(before[start:][::-1], after[start:][::-1])
    cursor.setPosition(block.position() + _utf16(before[:start]))
    cursor.setPosition(block.position() + _utf16(before[: len(before) - rest]), QTextCursor.MoveMode.KeepAnchor)
    cursor.removeSelectedText()
    for run in after[start : len(after) - rest]:
        cursor.insertText(run.text.replace("\n", _LINE_BREAK), char_format(run))
    return cursor.position()


def _runs(block: QTextBlock) -> tuple[Run, ...]:
    found: list[Run] = []
    iterator = block.begin()
    while not iterator.atEnd():
        fragment = iterator.fragment()
        form = fragment.charFormat()
        run = Run(
            fragment.text().replace(_LINE_BREAK, "\n"),
            form.fontWeight() > QFont.Weight.Medium,
            form.fontItalic(),
            form.anchorHref() if form.isAnchor() else "",
            bool(form.property(_RAW)),
        )
        if found and _style(found[-1]) == _style(run):
            run = Run(found.pop().text + run.text, *_style(run))
        found.append(run)
        iterator += 1
    return tuple(found)


def _style(run: Run) -> tuple[bool, bool, str, bool]:
    return run.is_bold, run.is_italic, run.href, run.is_raw


def _letters(block: Block) -> tuple[Run, ...]:
    return tuple(Run(letter, *_style(run)) for run in block.runs for letter in run.text)


def _utf16(letters: tuple[Run, ...]) -> int:
    return sum(2 if ord(run.text) > 0xFFFF else 1 for run in letters)


def same(one: Sequence[object], other: Sequence[object]) -> int:
    """How many values two sequences begin with in common."""
    count = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        count += 1
    return count


def words_at(cursor: QTextCursor) -> str:
    """The words that are chosen, in one line; where none are, the word at the caret with its hyphens."""
    if chosen := " ".join(cursor.selectedText().split()):
        return chosen
    text = cursor.block().text()
    units = text.encode("utf-16-le", "surrogatepass")[: 2 * cursor.positionInBlock()]
    place = len(units.decode("utf-16-le", "ignore"))
    return next((word[0] for word in _WORD.finditer(text) if word.start() <= place <= word.end()), "")
