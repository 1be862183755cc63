"""Markdown as safe HTML, and as plain text that remembers where each character stood. The only importer of Markdown."""

from __future__ import annotations

import html as html_entities
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import groupby

import markdown as python_markdown
import nh3

_TAGS = {
    "p", "br", "em", "strong", "a", "ul", "ol", "li", "sub", "sup", "blockquote", "h3", "h4",
    "table", "thead", "tbody", "tr", "th", "td", "abbr", "dl", "dt", "dd",
}  # fmt: skip
_ATTRIBUTES: dict[str, set[str]] = {"*": set(), "a": {"href"}, "abbr": {"title"}, "ol": {"start"}}
_SAFE_HREF = re.compile(r"https?://[^\s/?#\\@][^\s\\]*|mailto:[^\s@?]+@[^\s@]+|#[^\s]*", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
_SIGN = re.compile(r"[\\`*_\[<>&|\x00-\x08\x0b-\x1f\x7f]")
_START = re.compile(r"[ \t]|[-+=:~]|#|\d+[.)]")
_LINE_START = re.compile(rf"\n(?:{_START.pattern})")
_WORDS = r"\w(?:[^\\`*_\[\]<>&|\n\x00-\x1f\x7f]*\w)?"
_SIMPLE = re.compile(
    rf"(?<![\w*])(?:\*\*(?P<strong>{_WORDS})\*\*|\*(?P<em>{_WORDS})\*)(?![\w*])"
    rf"|(?<![\w!\]])\[(?P<text>{_WORDS})\]\((?P<href>https?://[A-Za-z0-9][A-Za-z0-9./:-]*)\)(?![\w(\[])"
)
"""Bold and italic words and links to plain addresses, where nobody could read them otherwise."""
_BLANK_LINES = re.compile(r"\n(?:[ \t]*\n)+")
_RETAGGED = {"h1": "h3", "h2": "h3", "h5": "h4", "h6": "h4", "b": "strong", "i": "em"}
_RETAGGABLE = re.compile(r"<(/?)(h1|h2|h5|h6|b|i)(?=[\s>])", re.IGNORECASE)
_LONE_BRACKET = re.compile(r"(?<!\\)\[(?![^\[\]\n]*\]\((?:[^()\n]|\([^()\n]*\))*\))")
_LONE_ANGLE = re.compile(r"<(?![A-Za-z/!][^<>]*>)")
_LINK_WITHOUT_ADDRESS = re.compile(r"<a>(.*?)</a>", re.DOTALL)
_engines = threading.local()


@dataclass(frozen=True, slots=True)
class PlainText:
    """What a reader sees of a Markdown text: blocks one a line.

    `offsets[i]` is the code point of the Markdown at which plain code point `i` starts, `ends[i]` where it ends.
    """

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The Markdown's code points behind the plain code points from `start` to `end` (at least one)."""
        return self.offsets[start], self.ends[end - 1]


def html(markdown: str) -> str:
    """The Markdown as HTML that is safe on any page: no scripts, styles, pictures or addresses of our own site."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n")
    if _is_bare(text):
        return _paragraphs(text)
    if _may_reach(text):
        return _converted(text)
    blocks = [block for block in _BLANK_LINES.split(text.strip("\n")) if block.strip(" \t")]
    kinds = [(_kind(block), block) for block in blocks]
    for at, (kind, _block) in enumerate(kinds):
        if kind is _list_html and any(
            other is not _simple_html for other, _ in (*kinds[at - 1 : at], *kinds[at + 1 : at + 2])
        ):
            kinds[at] = _converted, _block  # lists grow together over a blank line
    parts = (rule("\n\n".join(block for _, block in run)) for rule, run in groupby(kinds, lambda pair: pair[0]))
    return "\n".join(part for part in parts if part)


def _may_reach(text: str) -> bool:
    """Whether something may reach over a blank line: a tag, an indented block."""
    return "<" in text or "\t" in text or text.startswith("   ") or "\n   " in text


def _kind(block: str) -> Callable[[str], str]:
    """What makes HTML of a block between blank lines."""
    if _is_simple(block):
        return _simple_html
    lines = block.split("\n")
    is_list = all(line.startswith("- ") and len(line) > 2 and _is_simple(line[2:]) for line in lines)
    return _list_html if is_list else _converted


def _is_simple(text: str) -> bool:
    """Whether nothing in a text could be a mark but some that read in one way only."""
    return _is_bare(text) or (_may_be_marked(text) and _is_bare(_SIMPLE.sub("x", text)))


def _may_be_marked(text: str) -> bool:
    """Whether `_SIMPLE` can find anything: it looks at every letter."""
    return "*" in text or "[" in text


def _is_bare(text: str) -> bool:
    """Whether nothing in a text could be a mark: then it is paragraphs, and no parser has to say so."""
    return not (
        _SIGN.search(text)
        or _START.match(text)
        or _LINE_START.search(text)
        or " \n" in text
        or "\t\n" in text
        or text.endswith((" ", "\t"))
    )


def _converted(text: str) -> str:
    """What Python-Markdown makes of a text, cleaned."""
    try:
        raw = _engine().convert(_without_lone_marks(_CONTROL.sub("", text)))
    except (RecursionError, AssertionError):  # quotes nested a hundred deep: show them as they were typed
        raw = f"<p>{html_entities.escape(text)}</p>"
    raw = _RETAGGABLE.sub(lambda tag: f"<{tag[1]}{_RETAGGED[tag[2].lower()]}", raw)
    clean = nh3.clean(
        raw,
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_safe_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
    )
    clean = clean.replace("<table>", '<table tabindex="0">')  # a wide one is moved sideways, by the keyboard too
    return _LINK_WITHOUT_ADDRESS.sub(r"\1", clean).strip()


def _paragraphs(html: str) -> str:
    return "\n".join(f"<p>{block}</p>" for block in _BLANK_LINES.split(html.strip("\n")) if block)


def _simple_html(text: str) -> str:
    return _paragraphs(_SIMPLE.sub(_mark_html, text) if _may_be_marked(text) else text)


def _list_html(block: str) -> str:
    """A tight list of simple lines, as Python-Markdown writes it."""
    items = "\n".join(f"<li>{_SIMPLE.sub(_mark_html, line[2:])}</li>" for line in block.split("\n"))
    return f"<ul>\n{items}\n</ul>"


def _mark_html(mark: re.Match[str]) -> str:
    """What Python-Markdown makes of a `_SIMPLE` mark, without its millisecond."""
    if mark["text"]:
        return f'<a href="{mark["href"]}">{mark["text"]}</a>'
    return f"<strong>{mark['strong']}</strong>" if mark["strong"] else f"<em>{mark['em']}</em>"


def _engine() -> python_markdown.Markdown:
    """This thread's converter: one instance is not safe in two threads."""
    engine: python_markdown.Markdown | None = getattr(_engines, "engine", None)
    if engine is None:
        engine = _engines.engine = python_markdown.Markdown(extensions=["sane_lists", "tables"])
    engine.reset()
    return engine


def _without_lone_marks(text: str) -> str:
    """Brackets that open no link, such as a citation [1], and angles that open no tag: escaped.

    Python-Markdown needs a minute for 20,000 of them.
    """
    return _LONE_ANGLE.sub("&lt;", _LONE_BRACKET.sub(r"\[", text))


def _safe_attribute(_tag: str, attribute: str, value: str) -> str | None:
    if attribute == "href":
        return value if _SAFE_HREF.fullmatch(value) else None
    if attribute == "start":
        return value if value.isdecimal() else None
    return value


# ------------------------------------------------------------------ plain text

_BLOCK_START = re.compile(r"[ \t]*(?:>[ \t]?)*[ \t]*(?P<mark>[-*+][ \t]+|\d{1,9}[.)][ \t]+|#{1,6}[ \t]+)?")
_RULE_LINE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|=+|\|?[ \t:|-]*-[ \t:|-]*)$")
_INLINE = re.compile(
    r"(?P<escape>\\[\\`*_{}\[\]()#+\-.!<>&|~])"
    r"|(?P<code>`++)(?P<code_text>[^`]++)(?P=code)(?!`)"
    r"|(?P<image>!\[[^\[\]\n]*\]\([^()\n]*\))"
    r"|\[(?P<link>[^\[\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)"
    r"|<(?P<address>(?:https?://|mailto:)[^<>\s]+|[^<>\s@]+@[^<>\s@]+)>"
    r"|(?P<tag></?[A-Za-z][^<>]*>|<!--.*?-->)"
    r"|(?P<entity>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)"
    r"|(?P<stars>\*{1,3})(?=\S)(?P<starred>(?:[^*\n]|(?<=\s)\*(?=\s)|\*\*[^*\n]+\*\*|(?<!\*)\*[^*\n]+\*(?!\*))+?)"
    r"(?<=\S)(?P=stars)(?!\*)"
    r"|(?<!\w)__(?=\S)(?P<double_lined>[^\n]{1,400}?)(?<=\S)__(?!\w)"
    r"|(?<!\w)_(?=[^\s_])(?P<lined>(?:[^_\n]|(?<=\w)_(?=\w))+?)(?<=\S)_(?!\w)"
    r"|(?P<control>[\x00-\x08\x0b\x0c\x0e-\x1f\x7f])"
    r"|(?P<bar>[ \t]*\|[ \t]*)",
)


def plain(markdown: str) -> PlainText:
    """The words of a Markdown text without its marks, each block on a line, with the way back to the Markdown."""
    if "\n" not in markdown and _is_bare(markdown):
        return PlainText(markdown, range(len(markdown)), range(1, len(markdown) + 1))
    builder = _PlainBuilder(markdown)
    position = 0
    is_paragraph_open = False
    for line in markdown.split("\n"):
        end = position + len(line.rstrip("\r"))
        is_blank = not line.strip() or _RULE_LINE.fullmatch(line, 0) is not None
        block = _BLOCK_START.match(markdown, position, end)
        assert block is not None
        if not is_blank:
            if builder.text:
                builder.join(position - 1, " " if is_paragraph_open and not block["mark"] else "\n")
            is_hard_break = line.endswith(("  ", "\\")) and not line.endswith("\\\\")
            stop = position + len(line.rstrip().removesuffix("\\") if is_hard_break else line.rstrip())
            builder.inline(block.end(), max(stop, block.end()))
            is_paragraph_open = not is_hard_break and not (block["mark"] or "").startswith("#")
        else:
            is_paragraph_open = False
        position += len(line) + 1
    return PlainText("".join(builder.text), tuple(builder.offsets), tuple(builder.ends))


class _PlainBuilder:
    """Collects plain characters together with the place each came from."""

    def __init__(self, markdown: str) -> None:
        self.markdown = markdown
        self.text: list[str] = []
        self.offsets: list[int] = []
        self.ends: list[int] = []

    def join(self, position: int, character: str) -> None:
        """A space or a new line that stands for the line break at `position`."""
        self._add(character, position, position + 1)

    def inline(self, start: int, end: int) -> None:
        """The characters of a line, or of what stands inside a mark."""
        position = start
        for mark in _INLINE.finditer(self.markdown, start, end):
            self._copy(position, mark.start())
            position = mark.end()
            kind = mark.lastgroup or ""
            if mark["escape"]:
                self._add(mark[0][1], mark.start(), mark.end())
            elif mark["entity"]:
                character = html_entities.unescape(mark[0])
                self._add(character if len(character) == 1 else mark[0][:1], mark.start(), mark.end())
            elif mark["bar"]:
                self._add(" ", mark.start(), mark.end())
            elif mark["code"]:
                self._copy(*mark.span("code_text"))
            elif mark["address"]:
                self._copy(*mark.span("address"))
            elif kind in ("link", "starred", "lined", "double_lined"):
                self.inline(*mark.span(kind))
        self._copy(position, end)

    def _copy(self, start: int, end: int) -> None:
        if end > start:
            self.text.append(self.markdown[start:end])
            self.offsets.extend(range(start, end))
            self.ends.extend(range(start + 1, end + 1))

    def _add(self, character: str, start: int, end: int) -> None:
        self.text.append(character)
        self.offsets.append(start)
        self.ends.append(end)
