"""What stands above the first section of a published page: title, citation, categories."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from app.model.summary import CategoryRef, Summary
from app.papers.blocks import HEADING, TEXT, Block
from app.papers.citation_line import is_citation, paper_of

_MINUTES = re.compile(r"\d+ minute read")
_EDGES = re.compile(r"^[\s·|•]+|[\s·|•]+$")


def with_top(summary: Summary, top: list[Block], crumbs: Sequence[str], known: tuple[str, ...]) -> Summary:
    """The summary with title, citation and categories from the blocks above its first section."""
    top = [block for block in top if not _MINUTES.fullmatch(block.plain)]
    at = max((index for index, block in enumerate(top) if is_citation(block.plain)), default=len(top))
    title_at = _title_at(top[:at], crumbs)
    title = top[title_at].plain if title_at is not None else (crumbs[-1] if crumbs else "")
    between = top[title_at + 1 : at] if title_at is not None else []
    paper = paper_of(top[at].plain if at < len(top) else "", title)
    names: list[str] = []
    for block in top[at + 1 :]:
        names += parted(block.plain, (*(crumbs[2:3]), *known))
    if not names:
        names = list(crumbs[2:3]) if len(crumbs) >= 4 else []
    return replace(
        summary,
        paper=paper,
        plain_title=between[0].plain if len(between) == 1 else "",
        categories=tuple(CategoryRef("", name) for name in dict.fromkeys(names)),
    )


def _title_at(top: list[Block], crumbs: Sequence[str]) -> int | None:
    for index in range(len(top) - 1, -1, -1):
        if top[index].kind == HEADING and top[index].level == 1:
            return index
    if crumbs:
        for index in range(len(top) - 1, -1, -1):
            if top[index].kind == TEXT and top[index].plain == crumbs[-1]:
                return index
    texts = [index for index, block in enumerate(top) if block.kind in (TEXT, HEADING)]
    return texts[-1] if texts else None


def parted(text: str, known: Iterable[str]) -> list[str]:
    """Category names that run together, such as “Regenerative MedicineNeurology”, one by one.

    A known name at the front is taken first, the longest one; else a name ends where a capital follows a small letter.
    """
    names, rest = [], _EDGES.sub("", text)
    by_length = sorted({name.strip() for name in known if name.strip()}, key=len, reverse=True)
    while rest:
        name = next((name for name in by_length if _starts_with(rest, name)), None)
        if name is None:
            end = re.search(r"(?<=[a-z)])(?=[A-Z])|\s*[·|•]\s*", rest)
            name = rest[: end.start()] if end else rest
        names.append(rest[: len(name)].strip())
        rest = _EDGES.sub("", rest[len(name) :])
    return names


def _starts_with(text: str, name: str) -> bool:
    after = text[len(name) : len(name) + 1]
    return text.startswith(name) and not (after.islower() or after.isspace())
