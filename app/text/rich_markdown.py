"""The Markdown of the blocks that a writer sees, with a map between the two kinds of offset."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby, takewhile
from urllib.parse import quote

from app.text.rich_blocks import runs as read
from app.text.rich_text import BULLET, LITERAL, NUMBER, Block, Run, Written

_SPECIAL = re.compile(r"[\\`*_\[\]]|&(?=#|\w+;)|<(?=[a-zA-Z/!])")
_LINE_START = re.compile(
    r"(?: {0,3})(?:(#)|(>)|([-+*])(?= |$)|(-)(?=[- ]*$)|\d{1,9}([.)])(?= |$)|(\|)|(~)~~|( {4}|\t))"
)


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
        return "****" not in written and _letters(read(written)) == _letters(runs)

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
