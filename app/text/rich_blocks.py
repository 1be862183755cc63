"""Light Markdown as the blocks a writer sees."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import replace

from app.text.rich_text import BULLET, LITERAL, NUMBER, PARAGRAPH, Block, Run

_BULLET = re.compile(r"[-*+] +(?=\S)")
_NUMBER = re.compile(r"\d{1,9}[.)] +(?=\S)")
_LITERAL = re.compile(r"#|>|\||```|~~~| {4}|\t|</?[a-zA-Z!]|(?:-{3,}|\*{3,}|_{3,})\s*$|\[[^\]]+\]:|!\[")
_RAW = re.compile(r"`+[^`\n]+`+|!\[[^\]\n]*\]\([^)\n]*\)|<[a-zA-Z/!][^>\n]*>")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(((?:[^()\s\\]|\\.|\([^()\s]*\))+)\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_MARKUP = re.compile(r"[\\`!<\[*_]")
_PLAIN = Run("")
_MOST_LOOKED_THROUGH = 20_000
"""How many letters of a paragraph are searched in vain for closing marks; a text of nothing but stars stays quick."""


def blocks(markdown: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text; at least one, which may be empty."""
    found: list[Block] = []
    for chunk in re.split(r"\n(?:[ \t]*\n)+", markdown.replace("\r\n", "\n").replace("\r", "\n").strip("\n")):
        found.extend(_chunk(chunk))
    return tuple(found) or (Block(),)


def _chunk(chunk: str) -> Iterator[Block]:
    lines = chunk.split("\n")
    for kind, marker in ((BULLET, _BULLET), (NUMBER, _NUMBER)):
        if all(marker.match(line) for line in lines):
            yield from (Block(kind, runs(marker.sub("", line, count=1))) for line in lines)
            return
    if _LITERAL.match(chunk) or any(_BULLET.match(line.lstrip()) or _NUMBER.match(line.lstrip()) for line in lines):
        yield Block(LITERAL, (Run(chunk),))
    else:
        yield Block(PARAGRAPH, runs(chunk))


def runs(text: str, style: Run = _PLAIN) -> tuple[Run, ...]:
    """The runs of one paragraph's Markdown, in a style that they stand in."""
    found: list[Run] = []
    plain: list[str] = []

    def flush() -> None:
        if plain:
            found.append(replace(style, text="".join(plain)))
            plain.clear()

    at, in_vain = 0, 0
    while at < len(text):
        if match := _ESCAPE.match(text, at):
            plain.append(match[1])
        elif match := _ENTITY.match(text, at):
            plain.append(html.unescape(match[0]))
        elif match := _RAW.match(text, at):
            flush()
            found.append(replace(style, text=match[0], is_raw=True))
        elif not style.href and (match := _LINK.match(text, at)):
            flush()
            found.extend(runs(match[1], replace(style, href=match[2])))
        elif text[at] in "*_" and in_vain < _MOST_LOOKED_THROUGH and (inner := _emphasis(text, at)):
            flush()
            content, at, width = inner
            is_bold, is_italic = style.is_bold or width >= 2, style.is_italic or width != 2
            found.extend(runs(content, replace(style, is_bold=is_bold, is_italic=is_italic)))
            continue
        else:
            in_vain += len(text) - at if text[at] in "*_" else 0
            plain.append(text[at])
            at += 1
            continue
        at = match.end()
    flush()
    return tuple(found)


def _emphasis(text: str, at: int) -> tuple[str, int, int] | None:
    """The content and end of an emphasis that starts here and is closed, and how many marks it has: 1 to 3."""
    mark = text[at]
    if mark not in "*_" or (mark == "_" and at and text[at - 1].isalnum()):
        return None
    length = _marks(text, at)
    for width in (3, 2, 1):
        if width > length or (width == 2 and length > 3) or (width == 1 and length == 2):
            continue
        end = _closing(text, at + width, mark, width)
        if end > 0:
            return text[at + width : end], end + width, width
    return None


def _closing(text: str, start: int, mark: str, width: int) -> int:
    """Where the closing marks of an emphasis begin; -1 when it is not closed. Inner emphasis is stepped over."""
    if start >= len(text) or text[start].isspace():
        return -1
    at, depth = start, 0
    while next_markup := _MARKUP.search(text, at):
        at = next_markup.start()
        if match := (_ESCAPE.match(text, at) or _RAW.match(text, at) or _LINK.match(text, at)):
            at = match.end()
            continue
        if text[at] != mark:
            at += 1
            continue
        run = _marks(text, at)
        can_close = not text[at - 1].isspace() and not (mark == "_" and text[at + run : at + run + 1].isalnum())
        if can_close and depth and run >= depth:
            at, run, depth = at + depth, run - depth, 0
        if can_close and run == width and not depth and at > start:
            return at
        if run and not depth and not text[at + run : at + run + 1].isspace():
            depth = run
        at += run
    return -1


def _marks(text: str, at: int) -> int:
    """How many signs like the one at `at` stand in a row there."""
    end = at
    while end < len(text) and text[end] == text[at]:
        end += 1
    return end - at
