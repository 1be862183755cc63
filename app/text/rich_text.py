"""The text of a field as the blocks a writer sees: values. Markdown becomes them in rich_blocks, and back in
rich_markdown.

Known: paragraphs, bold, italic, bullet and numbered lists, links. Whatever else comes in (headings, tables, code,
raw HTML) is a literal block or a raw run: shown and written back as it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

PARAGRAPH, BULLET, NUMBER, LITERAL = "paragraph", "bullet", "number", "literal"


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one kind. `href` is empty outside links; a raw run is written back untouched."""

    text: str
    is_bold: bool = False
    is_italic: bool = False
    href: str = ""
    is_raw: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph or a list line. A literal block is written back untouched."""

    kind: str = PARAGRAPH
    runs: tuple[Run, ...] = ()

    @property
    def text(self) -> str:
        """What the writer sees of it."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Written:
    """Blocks as Markdown. `offsets[k]` is the place in the Markdown of the k-th code point that the writer sees.

    What the writer sees is the texts of the blocks, joined by one line end each; the last offset is the end.
    """

    markdown: str
    offsets: tuple[int, ...]

    def seen(self, offset: int) -> int:
        """The code point the writer sees at (or first after) an offset of the Markdown."""
        return min(bisect_left(self.offsets, offset), len(self.offsets) - 1)

    def written(self, position: int) -> int:
        """The offset in the Markdown of a code point that the writer sees."""
        return self.offsets[max(0, min(position, len(self.offsets) - 1))]
