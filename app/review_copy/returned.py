"""What a Word file that came back holds: the text of every section as it stands there now, and the comments."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.text.rich_text import Block

Stamp = tuple[str, str]
"""Who and when (ISO 8601), both empty where Word did not track it."""
NOBODY: Stamp = ("", "")


@dataclass(frozen=True, slots=True)
class ReturnedSection:
    """A section as the file says it, tracked changes taken. `stamps` has one entry for every letter of `text`.

    `cuts` are the places in `text` where words were taken out with Track changes, with who and when.
    """

    blocks: tuple[Block, ...] = ()
    stamps: tuple[Stamp, ...] = ()
    cuts: tuple[tuple[int, Stamp], ...] = ()

    @property
    def text(self) -> str:
        """The letters of the section, its paragraphs one a line."""
        return "\n".join(block.text for block in self.blocks)


@dataclass(frozen=True, slots=True)
class ReturnedComment:
    """A comment of the file on letters of a section; `section` is "" outside of the text. `parent` is what it answers.

    `words` are those it stands on.
    """

    number: str
    text: str
    by: str = ""
    at: str = ""
    section: str = ""
    start: int = 0
    end: int = 0
    words: str = ""
    parent: str = ""
    is_done: bool = False


@dataclass(frozen=True, slots=True)
class Returned:
    """The file, and the mark of the summary that it is a copy of.

    `base` is the summary's JSON as it was sent, empty where the file lost it; `sent` are our own comments in it: id,
    writer and words. `by` is who saved the file last.
    """

    summary_mark: str
    sections: Mapping[str, ReturnedSection] = field(default_factory=dict)
    comments: tuple[ReturnedComment, ...] = ()
    base: bytes = b""
    sent: tuple[tuple[str, str, str], ...] = ()
    by: str = ""
