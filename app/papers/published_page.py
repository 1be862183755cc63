"""A published summary page, as copied text or as HTML, back into the fields of a summary.

Both forms become blocks first; the names of the sections, in their order, say where each block belongs.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import cast

from lxml.html import HtmlElement

from app.errors import BadInput
from app.model.summary import GlossaryTerm, Implication, Source, Summary
from app.model.vocabulary import EVIDENCE_LEVELS
from app.papers.blocks import HEADING, ITEMS, LEVEL, TEXT, Block, escaped, markdown_of
from app.papers.copied_text import blocks_of_text, crumbs_of
from app.papers.html_blocks import blocks_of, document
from app.papers.page_sections import SECTIONS, parts_of
from app.papers.page_top import with_top
from app.papers.structured_data import with_structured_data
from app.translation import _

_LEAST_SECTIONS = 3
_NO_PAGE = _(
    "{where} is not a summary page: the sections “Simple Explanation”, “Key Findings” and so on are not in it. "
    "To use it, paste its text into a section, or attach it to a summary as a source."
)


def parse_copied_text(text: str, known_categories: Iterable[str] = (), where: str = _("This text")) -> Summary:
    """The summary (without an id) in the copied text of a published page.

    `known_categories` are names that help to part categories run together. Raises BadInput for another page.
    """
    blocks = blocks_of_text(text)
    crumbs = crumbs_of(blocks)
    return _summary(blocks, crumbs, tuple(known_categories), where)


def parse_page_html(source: str | bytes, known_categories: Iterable[str] = (), where: str = _("This page")) -> Summary:
    """The summary (without an id) in a page of the site's layout, such as our own export writes.

    Raises BadInput for another page.
    """
    root = document(source)
    if root is None:
        raise BadInput(_NO_PAGE.format(where=where), code="not-a-page")
    crumbs = _taken_crumbs(root)
    for element in _found(root, "//nav | //body/header[not(.//h1)] | //body/footer | //form"):
        element.drop_tree()
    blocks = blocks_of(next(iter(_found(root, "//main | //*[@role='main']")), root))
    return with_structured_data(_summary(list(blocks), crumbs, tuple(known_categories), where), root)


def _summary(blocks: list[Block], crumbs: Sequence[str], known: tuple[str, ...], where: str) -> Summary:
    parts = parts_of(blocks)
    found = [name for name in SECTIONS if name in parts]
    if len(found) < _LEAST_SECTIONS or "simple explanation" not in found:
        raise BadInput(_NO_PAGE.format(where=where), code="not-a-page")
    level = next(
        (b.mark for b in parts.get("evidence level", ()) if b.kind == LEVEL and b.mark in EVIDENCE_LEVELS), None
    )
    summary = Summary(
        id="",
        simple_explanation=_prose(parts.get("simple explanation", ())),
        study_duration=_fact(parts.get("study duration", ())),
        participants=_fact(parts.get("participants", ())),
        evidence_level=level,
        evidence_text=_fact(parts.get("evidence level", ())) or ("" if level else None),
        key_findings=_items(parts.get("key findings", ())),
        research_summary=_prose(parts.get("research summary", ())),
        practical_implications=_cards(parts.get("practical implications", ())),
        study_limitations=_items(parts.get("study limitations", ())),
        glossary=_glossary(parts.get("glossary", ())),
        sources=tuple(Source(b.plain, b.href) for b in parts.get("sources", ()) if b.kind in ITEMS),
    )
    return with_top(summary, parts[""], crumbs, known)


def _prose(blocks: Iterable[Block]) -> str:
    return markdown_of(block for block in blocks if block.kind != LEVEL)


def _fact(blocks: Iterable[Block]) -> str | None:
    """The Markdown of a fact; None for “Not specified”."""
    text = _prose(blocks)
    return None if text.strip(" .").casefold() in ("not specified", "") else text


def _items(blocks: Sequence[Block]) -> tuple[str, ...]:
    """The items of a list; each paragraph is one when the page has no list marks."""
    if not any(block.kind in ITEMS for block in blocks):
        return tuple(markdown_of([block]) for block in blocks)
    groups: list[list[Block]] = []
    for block in blocks:
        if (block.kind in ITEMS and block.level <= 1) or not groups:
            groups.append([])
        groups[-1].append(block)
    return _without_marks([markdown_of(_outdented(_without_number(group))) for group in groups])


def _without_number(group: list[Block]) -> list[Block]:
    """An item without a first block that is only its number, as a numbered circle on the page may be."""
    return group[1:] if len(group) > 1 and re.fullmatch(r"\d{1,3}[.)]?", group[0].plain) else group


def _without_marks(items: list[str]) -> tuple[str, ...]:
    """Items without their own number run into the text (“1Rats …”, “2Mice …”), where every one has it."""
    starts = [re.match(rf"{number}(?=[^\W\d])", item) for number, item in enumerate(items, 1)]
    if all(starts):
        return tuple(item[len(str(number)) :] for number, item in enumerate(items, 1))
    return tuple(items)


def _outdented(group: list[Block]) -> list[Block]:
    first, *rest = group
    return [
        replace(first, kind=TEXT if first.kind in ITEMS else first.kind, level=0),
        *(replace(block, level=max(block.level - 1, 0)) for block in rest),
    ]


def _cards(blocks: Sequence[Block]) -> tuple[Implication, ...]:
    """Heading and text by turns: by the page's headings, else by what reads like one."""
    has_headings = any(block.kind == HEADING for block in blocks)
    cards: list[tuple[str, list[Block]]] = []
    for index, block in enumerate(blocks):
        is_heading = block.kind == HEADING if has_headings else _reads_like_heading(blocks, index)
        if is_heading:
            cards.append((block.plain, []))
        elif cards:
            cards[-1][1].append(block)
        else:
            cards.append(("", [block]))
    return tuple(Implication(escaped(heading), markdown_of(texts)) for heading, texts in cards)


def _reads_like_heading(blocks: Sequence[Block], index: int) -> bool:
    block = blocks[index]
    if block.kind != TEXT or index + 1 >= len(blocks):
        return False
    if len(blocks) % 2 == 0 and all(
        len(b.plain) <= len(a.plain) for b, a in zip(blocks[::2], blocks[1::2], strict=True)
    ):
        return index % 2 == 0
    return len(block.plain.split()) <= 10 and not block.plain.rstrip().endswith((".", "!", ";", ":", ","))


def _glossary(blocks: Sequence[Block]) -> tuple[GlossaryTerm, ...]:
    terms = []
    for name, text in zip(blocks[::2], blocks[1::2], strict=False):
        match = re.fullmatch(r"(.*?)(?: \(([^()]*)\))?", name.plain)
        term, plain = (match[1], match[2] or "") if match else (name.plain, "")
        terms.append(GlossaryTerm(term, plain, text.plain))
    return tuple(terms)


def _taken_crumbs(root: HtmlElement) -> tuple[str, ...]:
    for trail in _found(root, "//ol | //nav//ul"):
        names = [" ".join(item.text_content().split()) for item in trail.iter("li")]
        if len(names) >= 4 and names[:2] == ["Home", "Research"]:
            return tuple(names)
    return ()


def _found(root: HtmlElement, path: str) -> list[HtmlElement]:
    return cast(list[HtmlElement], root.xpath(path))
