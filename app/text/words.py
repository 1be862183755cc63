"""Words with their places in a text.

A word is a run of letters and digits. Inside it may stand an apostrophe ("patient's"), the stop or comma of a number
("0.005", "1,009") and the stops of an abbreviation ("e.g.", "U.S."). Hyphens, dashes and slashes part words
("blood-spinal" is two). A web address, an e-mail address or a DOI is one word.
"""

from __future__ import annotations

import re

_LETTER = r"[^\W_]"
_MARKS = "\u0300-\u036f\u00ad"  # combining accents and soft hyphens belong to the letter before
_RUN = rf"{_LETTER}(?:{_LETTER}|[{_MARKS}])*+"
ADDRESS = (
    r"(?:https?://|www\.)[^\s<>()\"“”]+(?:\([^\s()]*\))?[^\s<>()\"“”]*(?<![.,;:!?'’])"
    r"|(?:doi:\s?)?\b10\.\d{4,9}/[^\s<>\"“”]+(?<![.,;:!?)'’])"
    r"|(?<![\w.+-])[\w.+-]{1,64}+@\w[\w-]*(?:\.\w[\w-]*)+"
)
_WORD = re.compile(
    rf"{ADDRESS}"
    r"|\b(?:[A-Za-z]\.){2,}"
    rf"|{_RUN}(?:(?:['’ʼ]|(?<=\d)[.,·](?=\d)){_RUN})*",
    re.IGNORECASE,
)
_ADDRESS = re.compile(ADDRESS, re.IGNORECASE)


def words(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The spans (code points) of the words between `start` and `end`, in order."""
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def is_address(word: str) -> bool:
    """Whether a word is a web address, an e-mail address or a DOI."""
    return _ADDRESS.fullmatch(word) is not None
