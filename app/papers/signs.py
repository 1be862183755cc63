"""Signs of extracted text: a short fixed table of replacements, and a visible mark for what cannot be read.

Never a Unicode normal form: compatibility forms turn 10⁵ into 105 and "µ" into another letter.
"""

from __future__ import annotations

import re
import unicodedata

from app.model.paper_text import UNREADABLE

LINE_END_HYPHEN = "\ufffe"
"""How PDFium marks a hyphen at a line's end, in a page's whole text."""
BOUNDED_HYPHEN = "\x02"
"""How PDFium marks the same in a part of a page."""
SOFT_HYPHEN = "\u00ad"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "ſt", "ﬆ": "st"}
_SPACES = dict.fromkeys(
    "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000", " "
)
_NO_WIDTH = dict.fromkeys("\u200b\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
_HYPHENS = {"\u2010": "-", "\u2011": "-"}
_LINES = {"\r\n": "\n", "\r": "\n", "\x0b": "\n", "\x0c": "\n", "\u2028": "\n", "\u2029": "\n"}
_TABLE = str.maketrans({**_LIGATURES, **_SPACES, **_NO_WIDTH, **_HYPHENS})
_KEPT = frozenset({"\n", LINE_END_HYPHEN, BOUNDED_HYPHEN})
_MARKED_HYPHEN = re.compile(f"[{LINE_END_HYPHEN}{BOUNDED_HYPHEN}]")
_SOFT_BEFORE_NUMBER = re.compile(f"{SOFT_HYPHEN}+(?=\\s?[\\d.])")
_SOFT_AT_END = re.compile(f"{SOFT_HYPHEN}(?= *(?:\n|$))")
_SPACE_RUN = re.compile(" {2,}")


def with_plain_signs(text: str, *, has_visible_soft_hyphens: bool = False) -> str:
    """The text with the table's replacements, one kind of line break, and each unreadable sign made visible.

    The marks of a hyphen at a line's end come out as `LINE_END_HYPHEN`, for `hyphens` to decide; one that stands
    before a number with no letter or digit in front was a sign that is lost, perhaps a minus. A soft hyphen is drawn
    on a PDF's page and is a hyphen there; elsewhere it shows only at a line's end.
    """
    for sign, instead in _LINES.items():
        text = text.replace(sign, instead)
    text = _SOFT_BEFORE_NUMBER.sub("-", _SOFT_AT_END.sub(LINE_END_HYPHEN, text))
    text = text.replace(SOFT_HYPHEN, "-" if has_visible_soft_hyphens else "").translate(_TABLE)
    return _hyphens_told_apart("".join(map(_readable, text)))


def with_single_spaces(text: str) -> str:
    """The text without runs of spaces and without spaces at its ends."""
    return _SPACE_RUN.sub(" ", text).strip(" ")


def _hyphens_told_apart(text: str) -> str:
    """A mark stays a line-end hyphen after a letter or digit only; anywhere else a sign was lost."""

    def kind(match: re.Match[str]) -> str:
        before = text[match.start() - 1 : match.start()]
        return LINE_END_HYPHEN if before.isalnum() or before in (")", "]") else UNREADABLE

    return _MARKED_HYPHEN.sub(kind, text)


def _readable(sign: str) -> str:
    if (sign < "\x7f" and sign >= " ") or sign in _KEPT:
        return sign
    if unicodedata.category(sign) in ("Cc", "Co", "Cs") or _is_no_character(sign):
        return UNREADABLE
    return sign


def _is_no_character(sign: str) -> bool:
    """Unicode's non-characters: fixed for ever, never text."""
    return ord(sign) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(sign) <= 0xFDEF
