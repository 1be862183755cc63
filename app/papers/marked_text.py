"""Texts of JSON, RIS and BibTeX that carry bits of HTML or JATS: plain words of them, with nothing lost."""

from __future__ import annotations

import html
import re

from lxml import etree

from app.errors import BadInput
from app.model.paper_text import UNREADABLE
from app.papers.one_line import one_line
from app.papers.scripts import lowered, raised
from app.papers.xml_source import parsed_xml
from app.papers.xml_text import line_of

_NAMES = (
    "a|abstract|b|bold|br|break|div|em|emph|ext-link|h[1-6]|i|inline-formula|italic|li|list|list-item|label|"
    "named-content|monospace|ol|p|roman|sc|scp|sec|small|span|strong|styled-content|sub|subscript|sup|superscript|"
    "title|tt|u|ul|underline|uri|xref|tex-math|alternatives|inline-graphic|disp-formula"
)
_SETTINGS = r"(?:\s+[\w:.-]+\s*=\s*(?:\"[^\"<>]*\"|'[^'<>]*'))*\s*"
_TAG = re.compile(rf"<(/?)(?:jats:|ns\d*:)?((?:mml|m):[a-z]+|math|{_NAMES})({_SETTINGS})(/?)>", re.IGNORECASE)
_SCRIPT = re.compile(r"<(?:jats:)?(su[bp])(?:erscript|script)?>([^<>]*)</(?:jats:)?su[bp][a-z]*>", re.IGNORECASE)
_HEADING = re.compile(r"<((?:jats:)?title|h[1-6])\b[^<>]*>(.{0,300}?)</\1>", re.IGNORECASE | re.DOTALL)
_BREAK = re.compile(r"</?(?:jats:)?(?:abstract|p|sec|title|br|break|div|h[1-6]|li|list-item)\b[^<>]*>", re.IGNORECASE)
_SPACES = 'xmlns:xlink="x:l" xmlns:mml="x:m" xmlns:m="x:m" xmlns:xsi="x:i"'


def plain_line(text: object) -> str:
    """The text on one line, without tags and entities; raised and lowered signs stay readable."""
    return one_line(_without_tags(text)) if isinstance(text, str) else ""


def plain_paragraphs(text: object) -> list[str]:
    """The paragraphs of an abstract; the title of a section stands before its first paragraph with a colon."""
    if not isinstance(text, str):
        return []
    text = _HEADING.sub(lambda match: f"\n\n\x02{match[2]}\n\n", text.replace("\x02", UNREADABLE))
    lines: list[str] = []
    title = ""
    for part in re.split(r"\n[ \t]*\n", _BREAK.sub("\n\n", text)):
        is_heading = part.lstrip().startswith("\x02")
        line = plain_line(part.replace("\x02", ""))
        if is_heading:
            line = line.rstrip(":. ")
            title = "" if line.casefold() in ("abstract", "summary") else line
        elif line:
            lines.append(f"{title}: {line}" if title else line)
            title = ""
    return lines


def _without_tags(text: str) -> str:
    for _ in range(2):  # Crossref has titles whose tags were escaped once more
        if _TAG.search(text):
            root = _tree(text)
            text = line_of(root) if root is not None else _TAG.sub(_gap, _SCRIPT.sub(_script, text))
        text = html.unescape(text)
    return text


def _tree(text: str) -> etree._Element | None:
    unified = _TAG.sub(_unified, text)
    try:
        return parsed_xml(f"<x {_SPACES}>{unified}</x>".encode(errors="replace"), "")
    except BadInput:
        return None


def _unified(match: re.Match[str]) -> str:
    name = match[2] if ":" in match[2] else match[2].lower()
    name = {"subscript": "sub", "superscript": "sup"}.get(name, name)
    if name in ("br", "break"):
        return "<br/>"
    return f"<{match[1]}{name}{match[3]}{match[4]}>"


def _script(match: re.Match[str]) -> str:
    before = match.string[: match.start()]
    return raised(match[2], before) if match[1].lower() == "sup" else lowered(match[2], before)


def _gap(match: re.Match[str]) -> str:
    return " " if _BREAK.fullmatch(match[0]) else ""
