"""The sections of a published page: their names, their order, and which block belongs to which."""

from __future__ import annotations

from app.papers.blocks import HEADING, TEXT, Block

SECTIONS = (
    "simple explanation",
    "study duration",
    "participants",
    "evidence level",
    "key findings",
    "research summary",
    "practical implications",
    "study limitations",
)
_AFTER = {"words explained": "glossary", "sources": "sources"}
ENDS = (
    "how far along is this research?",
    "where this comes from",
    "the original paper",
    "related research",
    "corrections",
    "your feedback",
    "was this summary helpful?",
    *_AFTER,
)
_FACTS = SECTIONS[1:4]


def parts_of(blocks: list[Block]) -> dict[str, list[Block]]:
    """The blocks by section; those before the first section under the empty name."""
    parts: dict[str, list[Block]] = {"": []}
    current, rank = "", -1
    for index, block in enumerate(blocks):
        name = section_name(block)
        if name in SECTIONS and _begins(name, rank, current, blocks, index):
            current, rank = name, SECTIONS.index(name)
            parts[current] = []
        elif rank >= 0 and (name in ENDS or name.startswith("back to ")) and _may_end(block, current):
            current = _AFTER.get(name, "end")
            parts.setdefault(current, [])
        elif current != "end":
            parts[current].append(block)
    return parts


def section_name(block: Block) -> str:
    """A block as it would name a section: lower case, without a colon; empty for a list item."""
    return block.plain.strip().rstrip(":").casefold() if block.kind in (HEADING, TEXT) else ""


def _begins(name: str, rank: int, current: str, blocks: list[Block], index: int) -> bool:
    place = SECTIONS.index(name)
    is_in_order = place > rank or (name in _FACTS and current in _FACTS and name != current)
    is_card_heading = current == "practical implications" and blocks[index].kind == HEADING and blocks[index].level > 2
    following = section_name(blocks[index + 1]) if index + 1 < len(blocks) else ""
    is_table_of_contents = blocks[index].kind == TEXT and following in SECTIONS and name not in _FACTS
    return is_in_order and not is_card_heading and not is_table_of_contents


def _may_end(block: Block, current: str) -> bool:
    return not (current == "practical implications" and block.kind == HEADING and block.level > 2)
