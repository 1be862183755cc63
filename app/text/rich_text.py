"""Light Markdown as the blocks a writer sees, and back, with a map between the two kinds of offset.

Known: paragraphs, bold, italic, bullet and numbered lists, links. Whatever else comes in (headings, tables, code,
raw HTML) is a literal block or a raw run: shown and written back as it stands.
"""

from __future__ import annotations

import html
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, takewhile
from urllib.parse import quote

PARAGRAPH, BULLET, NUMBER, LITERAL = "paragraph", "bullet", "number", "literal"

_BULLET = re.compile(r"[-*+] +(?=\S)")
_NUMBER = re.compile(r"\d{1,9}[.)] +(?=\S)")
_LITERAL = re.compile(r"#|>|\||```|~~~| {4}|\t|</?[a-zA-Z!]|(?:-{3,}|\*{3,}|_{3,})\s*$|\[[^\]]+\]:|!\[")
_RAW = re.compile(r"`+[^`\n]+`+|!\[[^\]\n]*\]\([^)\n]*\)|<[a-zA-Z/!][^>\n]*>")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)+)\]\(((?:[^()\s\\]|\\.|\([^()\s]*\))+)\)")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()>#+\-.!])")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_SPECIAL = re.compile(r"[\\`*_\[\]]|&(?=#|\w+;)|<(?=[a-zA-Z/!])")
_LINE_START = re.compile(
    r"(?: {0,3})(?:(#)|(>)|([-+*])(?= |$)|(-)(?=[- ]*$)|\d{1,9}([.)])(?= |$)|(\|)|(~)~~|( {4}|\t))"
)
_MARKUP = re.compile(r"[\\`!<\[*_]")
_MOST_LOOKED_THROUGH = 20_000
"""How many letters of a paragraph are searched in vain for closing marks; a text of nothing but stars stays quick."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind. `href` is empty outside links; a raw run is written back untouched."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""
    is_raw: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a list line. A literal block is written back untouched."""

    kind: str = PARAGRAPH
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """What the writer sees of it."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Written:
    """Blocks as Markdown. `offsets[k]` is the place in the Markdown of the k-th code point that the writer sees.

    What the writer sees is the texts of the blocks, joined by one line end each; the last offset is the end.
    """

    markdown: str
    offsets: tuple[int, ...]

    def seen(self, offset: int) -> int:
        """The code point the writer sees at (or first after) an offset of the Markdown."""
        return min(bisect_left(self.offsets, offset), len(self.offsets) - 1)

    def written(self, position: int) -> int:
        """The offset in the Markdown of a code point that the writer sees."""
        return self.offsets[max(0, min(position, len(self.offsets) - 1))]


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
            yield from (Block(kind, _runs(marker.sub("", line, count=1))) for line in lines)
            return
    if _LITERAL.match(chunk) or any(_BULLET.match(line.lstrip()) or _NUMBER.match(line.lstrip()) for line in lines):
        yield Block(LITERAL, (Run(chunk),))
    else:
        yield Block(PARAGRAPH, _runs(chunk))


def _runs(text: str, style: Run = Run("")) -> tuple[Run, ...]:
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
            found.extend(_runs(match[1], replace(style, href=match[2])))
        elif text[at] in "*_" and in_vain < _MOST_LOOKED_THROUGH and (inner := _emphasis(text, at)):
            flush()
            content, at, width = inner
            is_bold, is_italic = style.is_bold or width >= 2, style.is_italic or width != 2
            found.extend(_runs(content, replace(style, is_bold=is_bold, is_italic=is_italic)))
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


def write(content: Iterable[Block]) -> Written:
    """The Markdown of blocks, and where each code point that is seen stands in it. Empty blocks are left out."""
    writer = _Writer()
    previous: Block | None = None
    number = 0
    for index, block in enumerate(content):
        if index:
            writer.note()
        if not block.text.strip():
            writer.skip(block.text)
            continue
        if previous is not None:
            is_one_list = previous.kind == block.kind and block.kind in (BULLET, NUMBER)
            writer.put("\n" if is_one_list else "\n\n")
        number = number + 1 if previous is not None and previous.kind == block.kind == NUMBER else 1
        writer.block(block, number)
        previous = block
    return writer.done()


class _Writer:
    """Collects Markdown and, code point by code point, where the seen text stands in it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._offsets: list[int] = []
        self._length = 0

    def put(self, markup: str) -> None:
        """Markup, which the writer does not see."""
        self._parts.append(markup)
        self._length += len(markup)

    def note(self) -> None:
        """A line end that the writer sees here."""
        self._offsets.append(self._length)

    def skip(self, text: str) -> None:
        """Seen text that is not written."""
        self._offsets.extend([self._length] * len(text))

    def seen(self, text: str, written: str) -> None:
        """One seen code point, and what stands for it."""
        self._offsets.append(self._length + len(written) - len(text))
        self.put(written)

    def block(self, block: Block, number: int) -> None:
        """One block with its marker."""
        if block.kind == LITERAL:
            for letter in block.text:
                self.seen(letter, letter)
            return
        if block.kind in (BULLET, NUMBER):
            self.put("- " if block.kind == BULLET else f"{number}. ")
        start = _LINE_START.match(block.text)
        guarded = start.start(start.lastindex) if start and start.lastindex else -1
        self._styled(_settled(block.runs), guarded)

    def reads_back(self, runs: list[Run]) -> bool:
        """Whether these runs, written here, are read as the same letters in the same styles."""
        self._styled(runs, -1)
        written = "".join(self._parts)
        return "****" not in written and _letters(_runs(written)) == _letters(runs)

    def _styled(self, runs: list[Run], guarded: int) -> None:
        place = 0
        for href, linked in groupby(runs, key=lambda run: run.href):
            self.put("[" if href else "")
            for is_bold, bold in groupby(linked, key=lambda run: run.is_bold):
                self.put("**" if is_bold else "")
                for run in bold:
                    self.put(mark := "*" if run.is_italic else "")
                    self._run(run, guarded - place)
                    self.put(mark)
                    place += len(run.text)
                self.put("**" if is_bold else "")
            if href:
                self.put(f"]({_address(href)})")

    def _run(self, run: Run, guarded: int) -> None:
        if run.is_raw or (not 0 <= guarded < len(run.text) and not _SPECIAL.search(run.text)):
            self._offsets.extend(range(self._length, self._length + len(run.text)))
            self.put(run.text)
            return
        for index, letter in enumerate(run.text):
            if index == guarded and letter in " \t":
                self.seen(letter, "&#32;")
            elif letter == "<" and _SPECIAL.match(run.text, index):
                self.seen(letter, "&lt;")
            elif letter == "&" and _SPECIAL.match(run.text, index):
                self.seen(letter, "&amp;")
            elif index == guarded or (letter in "\\`*_[]" and _needs_escape(run.text, index)):
                self.seen(letter, "&#124;" if letter == "|" else "&#126;" if letter == "~" else "\\" + letter)
            else:
                self.seen(letter, letter)

    def done(self) -> Written:
        """Everything written."""
        return Written("".join(self._parts), (*self._offsets, self._length))


def _address(href: str) -> str:
    """The address as Markdown takes it: white space, and parentheses that do not pair up, in per cent form."""
    href = re.sub(r"\s", lambda match: quote(match[0]), href)
    if re.fullmatch(r"(?:[^()]|\([^()]*\))*", href):
        return href
    return href.replace("(", "%28").replace(")", "%29")


def _needs_escape(text: str, index: int) -> bool:
    """Whether a sign could be read as markup: a star between spaces or an underscore inside a word cannot."""
    before, after = text[index - 1 : index], text[index + 1 : index + 2]
    if text[index] == "*":
        return not (before.isspace() and after.isspace())
    if text[index] == "_":
        return not (before.isalnum() and after.isalnum())
    return True


def _settled(runs: Iterable[Run]) -> list[Run]:
    """Runs that Markdown can hold. Emphasis that it cannot nest is written side by side; where two kinds touch within
    a word, the first goes on: no letter is ever lost for a style."""
    tidy = _tidy(runs)
    styles = {(run.is_bold, run.is_italic, run.href) for run in tidy} - {(False, False, "")}
    if len(styles) <= 1 or _Writer().reads_back(tidy):
        return tidy
    letters = _letters(tidy)
    for style, group in groupby(range(len(letters)), key=lambda index: replace(letters[index], text="")):
        stretch = list(group)
        for inward in (stretch, stretch[::-1]) if style.is_bold or style.is_italic else ():
            for index in takewhile(lambda index: letters[index].text.isspace(), inward):
                letters[index] = replace(letters[index], is_bold=False, is_italic=False)
    for index in range(1, len(letters)):
        first, second = letters[index - 1], letters[index]
        if (first.is_bold or first.is_italic) and (second.is_bold or second.is_italic) and first.href == second.href:
            letters[index] = replace(second, is_bold=first.is_bold, is_italic=first.is_italic)
    return _gathered(letters)


def _letters(runs: Iterable[Run]) -> list[Run]:
    return [replace(run, text=letter) for run in runs for letter in run.text]


def _gathered(letters: list[Run]) -> list[Run]:
    groups = groupby(letters, key=lambda letter: replace(letter, text=""))
    return [replace(style, text="".join(letter.text for letter in group)) for style, group in groups]


def _tidy(runs: Iterable[Run]) -> list[Run]:
    """Runs without emphasis on the outer white space of an emphasised stretch, which Markdown would not take."""
    runs = [run for run in runs if run.text]
    if not any(run.is_bold or run.is_italic or run.href for run in runs):
        return runs
    letters = _letters(runs)
    for attribute, nothing in (("is_italic", False), ("is_bold", False), ("href", "")):
        _bare_edges(letters, attribute, nothing)
    return _gathered(letters)


def _bare_edges(letters: list[Run], attribute: str, nothing: bool | str) -> None:
    groups = groupby(range(len(letters)), key=lambda index: getattr(letters[index], attribute))
    for value, group in groups:
        stretch = list(group)
        if not value:
            continue
        for inward in (stretch, stretch[::-1]):
            for index in inward:
                if not letters[index].text.isspace():
                    break
                letters[index] = replace(letters[index], **{attribute: nothing})  # type: ignore[arg-type]
