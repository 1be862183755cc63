"""The text of a JATS article in blocks: headings, paragraphs, lists and tables, captions, references, in their order.

A table is a block of kind list, a row a line with ` | ` between cells: its numbers belong to the paper's text.
Peer reviews and other articles inside the article are left out.
"""

from __future__ import annotations

from collections.abc import Iterable
from copy import deepcopy

from lxml import etree

from app.model.paper_text import CAPTION, HEADING, LIST, PARAGRAPH, REFERENCE, Block, PaperText
from app.papers.jats_abstract import abstracts
from app.papers.xml_source import child, children, everywhere, local
from app.papers.xml_text import first_line, line_of

_FLOATS = ("fig", "fig-group", "table-wrap", "table-wrap-group", "boxed-text", "list", "def-list", "disp-quote",
           "supplementary-material", "media", "chem-struct-wrap", "statement", "verse-group", "speech",
           "fn")  # fmt: skip
_WRAPPERS = ("sec", "body", "back", "ack", "app", "app-group", "notes", "glossary", "boxed-text", "caption",
             "disp-quote", "bio", "statement", "fn-group", "fn", "fig-group", "table-wrap-group", "speech",
             "floats-group", "floats-wrap")  # fmt: skip


def text_blocks(article: etree._Element, title: str) -> PaperText:
    """Title, abstracts, body, back matter and floating figures of an article; nothing where it has but a citation."""
    blocks: list[Block] = []
    meta = child(article, "front", "article-meta")
    if meta is not None:
        blocks.extend(abstracts(meta))
    for part in children(article, "body", "back", "floats-group", "floats-wrap"):
        blocks.extend(_inside(part))
    blocks = [block for block in blocks if block.text]
    if blocks and title:
        blocks.insert(0, Block(HEADING, title))
    return PaperText(tuple(blocks))


def _inside(element: etree._Element) -> Iterable[Block]:
    label = first_line(element, "label")
    for part in children(element):
        name = local(part)
        if name == "title":
            words = line_of(part)
            yield Block(HEADING, f"{label} {words}" if label and local(element) in ("sec", "app") else words)
        elif name == "p":
            yield from _paragraph(part)
        elif name in ("list", "def-list"):
            yield Block(LIST, _list(part))
        elif name in ("fig", "media", "supplementary-material", "chem-struct-wrap"):
            yield _caption(part)
        elif name == "table-wrap":
            yield from _table(part)
        elif name == "ref-list":
            yield from _references(part)
        elif name in ("disp-formula", "disp-formula-group", "preformat", "code", "verse-group", "attrib"):
            yield Block(PARAGRAPH, line_of(part))
        elif name in _WRAPPERS:
            yield from _inside(part)


def _paragraph(paragraph: etree._Element) -> Iterable[Block]:
    """A paragraph, with the figures, tables and lists inside it set apart after it."""
    floats = [found for found in everywhere(paragraph, *_FLOATS) if _is_outermost(found, paragraph)]
    yield Block(PARAGRAPH, line_of(paragraph, _FLOATS))
    if floats:
        holder = etree.Element("sec")
        holder.extend(deepcopy(found) for found in floats)
        for found in holder:
            found.tail = None
        yield from _inside(holder)


def _is_outermost(found: etree._Element, limit: etree._Element) -> bool:
    for up in found.iterancestors():
        if up is limit:
            return True
        if local(up) in _FLOATS:
            return False
    return True


def _list(element: etree._Element) -> str:
    lines = []
    for part in children(element, "list-item", "def-item"):
        if local(part) == "def-item":
            term, meaning = first_line(part, "term"), first_line(part, "def")
            lines.append(f"{term}: {meaning}" if term and meaning else term or meaning)
        else:
            lines.append(line_of(part))
    return "\n".join(line for line in lines if line)


def _caption(element: etree._Element) -> Block:
    pieces = [first_line(element, "label")]
    caption = child(element, "caption")
    pieces += [line_of(part) for part in children(caption)] if caption is not None else []
    return Block(CAPTION, " ".join(_ended(piece) for piece in pieces if piece))


def _ended(words: str) -> str:
    return words if words.endswith((".", ":", "?", "!", ";", ")")) else f"{words}."


def _table(element: etree._Element) -> Iterable[Block]:
    yield _caption(element)
    rows = []
    for row in everywhere(element, "tr"):
        cells = [line_of(cell) for cell in children(row, "td", "th")]
        if any(cells):
            rows.append(" | ".join(cells))
    yield Block(LIST, "\n".join(rows))
    for foot in children(element, "table-wrap-foot"):
        for paragraph in everywhere(foot, "p", "attrib"):
            yield Block(CAPTION, line_of(paragraph))


def _references(element: etree._Element) -> Iterable[Block]:
    for part in children(element):
        name = local(part)
        if name == "title":
            yield Block(HEADING, line_of(part))
        elif name == "ref":
            yield Block(REFERENCE, _reference(part))
        elif name == "ref-list":
            yield from _references(part)
        elif name == "p":
            yield Block(PARAGRAPH, line_of(part))


def _reference(reference: etree._Element) -> str:
    label = first_line(reference, "label")
    for part in reference.iter("{*}*"):
        if local(part) in ("mixed-citation", "citation", "nlm-citation", "element-citation"):
            words = line_of(part) if _has_own_words(part) else _assembled(part)
            break
    else:
        words = line_of(reference, ("label",))
    if label and words and not words.startswith(label):
        words = f"{label if label.endswith(('.', ')', ']')) else label + '.'} {words}"
    return words


def _has_own_words(citation: etree._Element) -> bool:
    """Whether signs stand between the parts, so that they read as printed."""
    return bool((citation.text or "").strip(" \n\t.,")) or any((part.tail or "").strip() for part in citation)


def _assembled(citation: etree._Element) -> str:
    """A citation of parts without signs between them, in a plain order."""
    names = [
        f"{first_line(name, 'surname')} {first_line(name, 'given-names')}".strip()
        for name in everywhere(citation, "name", "string-name")
    ] + [line_of(name) for name in everywhere(citation, "collab")]
    pages = "-".join(filter(None, (first_line(citation, "fpage"), first_line(citation, "lpage"))))
    place = f"{first_line(citation, 'volume')}{':' if pages else ''}{pages or first_line(citation, 'elocation-id')}"
    parts = [", ".join(names), f"({year})" if (year := first_line(citation, "year")) else "",
             first_line(citation, "article-title") or first_line(citation, "chapter-title"),
             first_line(citation, "source"), place.strip(":"),
             *(line_of(found) for found in children(citation, "pub-id", "comment"))]  # fmt: skip
    return ". ".join(part.rstrip(".") for part in parts if part)
