"""The abstracts of a JATS article: the scientific one as lines, and all that stand in the text, with their titles."""

from __future__ import annotations

import re

from lxml import etree

from app.model.paper_text import HEADING, LIST, PARAGRAPH, Block
from app.papers.xml_source import children, local
from app.papers.xml_text import first_line, line_of

_NOT_TEXT = ("graphical", "toc", "teaser", "video", "web-summary")
_PLAIN = ("plain-language-summary", "executive-summary", "editor", "editors-summary", "summary", "key-points",
          "highlights", "short", "lay-summary", "synopsis", "plain-language")  # fmt: skip
_ONLY_DOI = re.compile(r"DOI:\s*https?://\S+")


def abstract_lines(meta: etree._Element) -> list[str]:
    """The paragraphs of the scientific abstract, each first one of a titled part with `Title: ` before it."""
    kinds = {found.get("abstract-type", ""): found for found in reversed(children(meta, "abstract"))}
    own = kinds.get("") if "" in kinds else next(
        (found for kind, found in kinds.items() if kind not in (*_NOT_TEXT, *_PLAIN)), None
    )  # fmt: skip
    lines: list[str] = []
    title = ""
    for block in abstract_blocks(own) if own is not None else ():
        if block.kind == HEADING:
            title = "" if block.text.casefold() in ("abstract", "summary") else block.text.rstrip(":. ")
        else:
            lines.append(f"{title}: {block.text}" if title else block.text)
            title = ""
    return lines


def abstracts(meta: etree._Element) -> list[Block]:
    """Every abstract that is text, scientific first, each under its title (“Abstract” where it has none)."""
    shown = [found for found in children(meta, "abstract") if found.get("abstract-type") not in _NOT_TEXT]
    blocks: list[Block] = []
    for found in sorted(shown, key=lambda found: bool(found.get("abstract-type"))):
        inner = abstract_blocks(found)
        if (inner and inner[0].kind != HEADING) or (inner and not first_line(found, "title")):
            blocks.append(Block(HEADING, "Summary" if found.get("abstract-type") in _PLAIN else "Abstract"))
        blocks.extend(inner)
    return blocks


def abstract_blocks(element: etree._Element) -> list[Block]:
    """The headings, paragraphs and lists of an abstract in order."""
    blocks: list[Block] = []
    for part in children(element):
        name = local(part)
        if name == "title":
            blocks.append(Block(HEADING, line_of(part)))
        elif name == "p":
            blocks.append(Block(PARAGRAPH, line_of(part, ("object-id", "list"))))
            blocks.extend(_list(found) for found in children(part, "list"))
        elif name == "list":
            blocks.append(_list(part))
        elif name in ("sec", "disp-quote", "boxed-text"):
            blocks.extend(abstract_blocks(part))
    if not blocks and line_of(element):
        blocks.append(Block(PARAGRAPH, line_of(element)))
    return [block for block in blocks if block.text and not _ONLY_DOI.fullmatch(block.text)]


def _list(element: etree._Element) -> Block:
    return Block(LIST, "\n".join(line for part in children(element, "list-item") if (line := line_of(part))))
