"""A review copy as a value: the words of a summary with all that goes out with them, before it is a file."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from app.model.comment import Comment

_INDEXED = re.compile(r"(key_findings|study_limitations|practical_implications)\[(\d+)\](?:\.(heading|text))?")
_MARKED = re.compile(r"_ps_s_(key_findings|study_limitations|practical_implications)_(\d+)(?:_(heading|text))?")
SECTION_MARK, SUMMARY_MARK, END_MARK = "_ps_s_", "_ps_id_", "_ps_end"
"""How the hidden bookmarks begin that say whose text this is, which section follows, and where the text ends."""


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A section of the summary with its heading for people and its Markdown. An item of a list names its `group`."""

    name: str
    heading: str
    markdown: str
    group: str = ""


@dataclass(frozen=True, slots=True)
class SheetComment:
    """An open comment, and its words as they stand in the file: with what it suggests, and the answers."""

    comment: Comment
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A part at the end: a heading, the names of the columns, and rows of texts. `empty` is said without rows."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    empty: str = ""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Everything of a review copy. `lines` stand under the title; `base` is the summary's JSON as it is sent."""

    summary_id: str
    title: str
    lines: tuple[str, ...]
    how_to: str
    sections: tuple[SheetSection, ...]
    comments: tuple[SheetComment, ...] = ()
    comments_heading: str = ""
    tables: tuple[Table, ...] = ()
    base: bytes = b""


def summary_mark(summary_id: str) -> str:
    """The bookmark that says whose text a file holds."""
    bare = summary_id.replace("-", "").lower()
    is_uuid = len(bare) == 32 and all(sign in "0123456789abcdef" for sign in bare)
    return SUMMARY_MARK + (bare if is_uuid else hashlib.sha256(summary_id.encode("utf-8", "replace")).hexdigest()[:32])


def mark_of(section: str) -> str:
    """The bookmark of a section: letters, digits and low lines, at most 40 of them, as Word asks."""
    match = _INDEXED.fullmatch(section)
    return SECTION_MARK + ("_".join(part for part in match.groups() if part) if match else section)


def section_of(mark: str) -> str:
    """The section that a bookmark is for, "" for another bookmark."""
    if not mark.startswith(SECTION_MARK):
        return ""
    match = _MARKED.fullmatch(mark)
    if not match:
        return mark.removeprefix(SECTION_MARK)
    return f"{match[1]}[{match[2]}]" + (f".{match[3]}" if match[3] else "")
