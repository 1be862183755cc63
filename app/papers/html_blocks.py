"""HTML, from a page or a clipboard, as blocks: structure, bold, italic and links stay, styling is dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree, html
from lxml.html import HtmlElement

from app.papers.blocks import BULLET, HEADING, LEVEL, NUMBER, QUOTE, TABLE, TEXT, Block, escaped

_SKIPPED = frozenset(
    """
    script style svg template noscript iframe object head title meta link select textarea input img video audio canvas
    math map
    """.split()  # noqa: SIM905 - a list of words reads better
)
_BLOCKS = frozenset(
    """
    p div section article main header footer aside nav ul ol li dl dt dd h1 h2 h3 h4 h5 h6 blockquote figure figcaption
    table tbody thead tr td th pre address hr form fieldset details summary body html center caption
    """.split()  # noqa: SIM905 - a list of words reads better
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WORD_LEVEL = re.compile(r"mso-list:\s*l\d+\s+level(\d+)", re.IGNORECASE)
_HREF = re.compile(r"(?:https?://|mailto:)[^\s<>\"]+", re.IGNORECASE)
_DEEPEST = 200


@dataclass(frozen=True, slots=True)
class _Style:
    """How a run of text is set, as far as Markdown can say it."""

    is_bold: bool = False
    is_italic: bool = False
    href: str = ""
    tag: str = ""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the structure a run stands."""

    kind: str = TEXT
    level: int = 0
    mark: str = ""


def document(source: str | bytes) -> HtmlElement | None:
    """The element tree of a page or fragment; None when there is nothing in it."""
    if not source.strip():
        return None
    try:
        parser = html.HTMLParser(encoding="utf-8") if isinstance(source, str) else html.HTMLParser()
        data = source.encode("utf-8", "replace") if isinstance(source, str) else source
        return html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def blocks_of(root: HtmlElement) -> tuple[Block, ...]:
    """The blocks below an element, in reading order."""
    reader = _Reader()
    reader.read(root, _Place(), _Style(), 0)
    reader.flush()
    return tuple(reader.blocks)


class _Reader:
    """Walks a tree and collects runs of text until a block ends."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._runs: list[tuple[str, _Style]] = []
        self._place = _Place()
        self._is_item_new = False  # only the first block of an item carries its mark

    def read(self, element: HtmlElement, place: _Place, style: _Style, depth: int) -> None:
        """Read an element and what is in it."""
        tag = element.tag
        if not isinstance(tag, str) or tag in _SKIPPED or depth > _DEEPEST or _is_hidden(element):
            return
        if tag == "br":
            self._runs.append(("\n", style))
            return
        is_block = tag in _BLOCKS
        if is_block:
            self.flush()
        if tag == "table" and (table := _table(element)):
            self.blocks.append(table)
            return
        inner = _place(element, place)
        self._is_item_new = self._is_item_new or (inner.kind in (BULLET, NUMBER) and inner != place)
        self._place = inner
        style = _style(element, style)
        self._add(element.text, style)
        for child in element:
            self.read(child, inner, style, depth + 1)
            self._place = inner
            self._add(child.tail, style)
        if is_block:
            self.flush()
            self._place = place

    def flush(self) -> None:
        """End the block that is being read."""
        for runs in _paragraphs(self._runs):
            plain = _SPACE.sub(" ", "".join(text for text, _ in runs)).strip()
            if plain:
                href = next((style.href for _, style in runs if style.href), "")
                place = self._place
                is_rest = place.kind in (BULLET, NUMBER) and not self._is_item_new
                kind = TEXT if is_rest else place.kind
                self.blocks.append(Block(kind, plain, _inline(runs), place.level, place.mark, href))
                self._is_item_new = False
        self._runs = []

    def _add(self, text: str | None, style: _Style) -> None:
        if text:
            self._runs.append((_SPACE.sub(" ", text), style))


def _is_hidden(element: HtmlElement) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true" or element.get("popover") is not None:
        return True
    style = (element.get("style") or "").lower().replace(" ", "")
    return "display:none" in style or "mso-list:ignore" in style


def _place(element: HtmlElement, place: _Place) -> _Place:
    tag = element.tag
    if word := _WORD_LEVEL.search(element.get("style") or ""):
        return _Place(NUMBER if _is_word_number(element) else BULLET, int(word[1]))
    if tag in ("ul", "ol"):
        return _Place(TEXT, place.level, place.mark)
    if tag == "li":
        parent = element.getparent()
        is_number = parent is not None and parent.tag == "ol"
        return _Place(NUMBER if is_number else BULLET, place.level + 1, place.mark)
    if len(tag) == 2 and tag[0] == "h" and tag[1].isdigit():
        return _Place(HEADING, int(tag[1]))
    if tag == "blockquote":
        return _Place(QUOTE, 0, place.mark)
    if level := element.get("data-level"):
        return _Place(LEVEL, 0, level)
    if fact := element.get("data-fact"):
        return _Place(place.kind, place.level, fact)
    return place


def _is_word_number(element: HtmlElement) -> bool:
    for part in element.iter():
        if isinstance(part.tag, str) and "mso-list:ignore" in (part.get("style") or "").lower().replace(" ", ""):
            return any(character.isalnum() and character != "o" for character in "".join(part.itertext()))
    return False


def _style(element: HtmlElement, style: _Style) -> _Style:
    tag, css = element.tag, (element.get("style") or "").lower().replace(" ", "")
    if tag in ("b", "strong") or re.search(r"font-weight:(bold|[6-9]00)", css):
        style = replace(style, is_bold=True)
    if tag in ("i", "em") or "font-style:italic" in css:
        style = replace(style, is_italic=True)
    if re.search(r"font-weight:(normal|[1-4]00)", css):
        style = replace(style, is_bold=False)
    if "font-style:normal" in css or tag == "cite":
        style = replace(style, is_italic=False)
    if tag == "a" and _HREF.fullmatch((element.get("href") or "").strip()):
        style = replace(style, href=(element.get("href") or "").strip())
    if tag in ("sub", "sup"):
        style = replace(style, tag=tag)
    if tag in ("h1", "h2", "h3", "h4", "h5", "h6", "th", "dt"):
        style = replace(style, is_bold=False)
    return style


def _paragraphs(runs: list[tuple[str, _Style]]) -> list[list[tuple[str, _Style]]]:
    """Split at an empty line, which many pages use for a new paragraph."""
    paragraphs: list[list[tuple[str, _Style]]] = [[]]
    breaks = 0
    for text, style in runs:
        if text == "\n":
            breaks += 1
            continue
        if breaks and not text.strip():
            continue
        if breaks > 1:
            paragraphs.append([])
        elif breaks and paragraphs[-1]:
            paragraphs[-1].append(("\n", _Style()))
        breaks = 0
        paragraphs[-1].append((text, style))
    return paragraphs


def _inline(runs: list[tuple[str, _Style]]) -> str:
    merged: list[tuple[str, _Style]] = []
    for text, style in runs:
        if merged and (merged[-1][1] == style or (not text.strip() and text != "\n" and text == "")):
            merged[-1] = (merged[-1][0] + text, style)
        else:
            merged.append((text, style))
    text = "".join("\n" if text == "\n" else _set(text, style) for text, style in merged)
    lines = [re.sub(r" {2,}", " ", line).strip() for line in text.split("\n")]
    return "  \n".join(line for line in lines if line)


def _set(text: str, style: _Style) -> str:
    core = text.strip()
    if not core:
        return text
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    core = escaped(core)
    if style.tag:
        core = f"<{style.tag}>{core}</{style.tag}>"
    if style.href:
        core = f"[{core}]({style.href.replace('(', '%28').replace(')', '%29')})"
    stars = "*" * (2 * style.is_bold + style.is_italic)
    return f"{before}{stars}{core}{stars}{after}"


def _table(element: HtmlElement) -> Block | None:
    """A table of data as a Markdown table; None for one that only lays out a page."""
    rows = [[cell for cell in row if cell.tag in ("td", "th")] for row in element.iter("tr")]
    columns = max((len(row) for row in rows), default=0)
    if (
        columns < 2
        or len(rows) < 2
        or any(next(cell.iter("table", "ul", "ol", "h1", "h2"), None) is not None for row in rows for cell in row)
    ):
        return None
    cells = [[" ".join(block.markdown for block in blocks_of(cell)) for cell in row] for row in rows]
    lines = ["| " + " | ".join([*row, *[""] * (columns - len(row))]).replace("\n", " ") + " |" for row in cells]
    lines.insert(1, "|" + " --- |" * columns)
    return Block(TABLE, " ".join(text for row in cells for text in row), "\n".join(lines))
