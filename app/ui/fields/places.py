"""Between the code points of a field's Markdown and the positions in its document."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.text.rich_text import Written


@dataclass(frozen=True, slots=True)
class Places:
    """A text as it is written, and `seen`, the words of the document. Qt counts these in UTF-16 units."""

    written: Written
    seen: str

    def position(self, offset: int) -> int:
        """The document's position of a code point of the Markdown."""
        return self.positions()(offset)

    def positions(self) -> Callable[[int], int]:
        """The same for many code points."""
        text, written = self.seen, self.written
        if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
            return written.seen
        return lambda offset: len(text[: written.seen(offset)].encode("utf-16-le", "surrogatepass")) // 2

    def offset(self, position: int) -> int:
        """The code point of the Markdown at a position of the document."""
        units = self.seen.encode("utf-16-le")[: position * 2]
        return self.written.written(len(units.decode("utf-16-le", "ignore")))
