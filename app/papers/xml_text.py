"""The words of an XML element on one line: markup gone, raised and lowered signs kept, pictures of signs visible."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection

from lxml import etree

from app.model.paper_text import UNREADABLE
from app.papers.mathml import math_line
from app.papers.one_line import one_line
from app.papers.scripts import lowered, raised
from app.papers.xml_source import child, children, local

_APART = frozenset(("p", "title", "sec", "list", "list-item", "td", "th", "tr", "break", "br", "label", "disp-formula",
                    "disp-quote", "def", "term", "h4", "pub-id", "etal"))  # fmt: skip
_DROPPED = frozenset(("object-id", "fn", "graphic", "media", "supplementary-material", "index-term", "email"))
_TEX_WORD = re.compile(r"\\(?:documentclass|usepackage|setlength|begin|end)\b(?:\[[^\]]*\])?(?:\{[^{}]*\})*")


def line_of(element: etree._Element | None, without: Collection[str] = ()) -> str:
    """The element's words with single spaces; elements named in `without` are left out, with what they hold."""
    return "" if element is None else one_line(_words(element, frozenset(without)))


def _words(element: etree._Element, without: frozenset[str]) -> str:
    text = element.text or ""
    for part in element:
        text += _part(part, text, without) + (part.tail or "")
    return text


def _part(part: etree._Element, before: str, without: frozenset[str]) -> str:
    name = local(part)
    if not name:
        return UNREADABLE if isinstance(part, etree._Entity) else ""
    if name in _DROPPED or name in without:
        return ""
    if name in _SPECIAL:
        return _SPECIAL[name](part, before, without)
    inner = _words(part, without)
    return f" {inner} " if name in _APART else inner


def _alternatives(part: etree._Element, before: str, without: frozenset[str]) -> str:
    kinds = {local(kind): kind for kind in children(part)}
    for name in ("math", "textual-form", "tex-math"):
        if name in kinds:
            return _part(kinds[name], before, without)
    named = next((kind for name, kind in kinds.items() if name not in ("graphic", "inline-graphic", "media")), None)
    return UNREADABLE if named is None else _part(named, before, without)


def _raised(part: etree._Element, before: str, without: frozenset[str]) -> str:
    return raised(_words(part, without), before)


def _lowered(part: etree._Element, before: str, without: frozenset[str]) -> str:
    return lowered(_words(part, without), before)


def _math(part: etree._Element, _before: str, _without: frozenset[str]) -> str:
    return math_line(part)


def _tex(part: etree._Element, _before: str, _without: frozenset[str]) -> str:
    text = _TEX_WORD.sub("", "".join(str(piece) for piece in part.itertext()))
    return text.replace("$", "").strip()


def _name(part: etree._Element, _before: str, without: frozenset[str]) -> str:
    if (part.text or "").strip() or any((inner.tail or "").strip() for inner in part):
        return _words(part, without)
    words = " ".join(_words(inner, without) for inner in children(part))
    follows = part.getnext()
    if (part.tail or "").strip():
        return words
    has_next = follows is not None and local(follows) in ("name", "string-name", "etal", "collab")
    return f"{words}, " if has_next else f"{words} "


def _picture(_part: etree._Element, _before: str, _without: frozenset[str]) -> str:
    return UNREADABLE


_SPECIAL: dict[str, Callable[[etree._Element, str, frozenset[str]], str]] = {
    "sup": _raised,
    "sub": _lowered,
    "math": _math,
    "tex-math": _tex,
    "alternatives": _alternatives,
    "inline-graphic": _picture,
    "private-char": _picture,
    "name": _name,
    "string-name": _name,
}


def first_line(element: etree._Element | None, *path: str) -> str:
    """The words of the first element down a path of names; empty where there is none."""
    return line_of(child(element, *path)) if element is not None else ""
