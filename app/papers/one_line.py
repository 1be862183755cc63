"""Words on one line: single spaces, the fixed table of signs, unreadable signs visible."""

from __future__ import annotations

from app.model.paper_text import UNREADABLE
from app.papers.signs import BOUNDED_HYPHEN, LINE_END_HYPHEN, SOFT_HYPHEN, with_plain_signs


def one_line(text: str) -> str:
    """The text with single spaces and plain signs. Soft hyphens of a running text are no signs and go."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    plain = with_plain_signs(text.replace(SOFT_HYPHEN, "").replace("\t", " "))
    return " ".join(plain.replace(LINE_END_HYPHEN, UNREADABLE).replace(BOUNDED_HYPHEN, UNREADABLE).split())
