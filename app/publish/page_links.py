"""The links and the named places of an HTML page, found in its bytes without making a tree of them.

The pages are ours: their values are escaped, so no value of an attribute holds a `>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_TAG = re.compile(rb"<(?:a|link|script|img|source)\s[^>]*")
_HREF = re.compile(rb"\s(?:href|src)=(?:\"([^\"]*)|'([^']*))")
_REFRESH = re.compile(rb'<meta http-equiv="refresh" content="0; url=([^"]*)"')


def links_in(page: bytes) -> set[bytes]:
    """Where the page's links, scripts, styles and pictures lead, as it is written there."""
    found = {one or other for one, other in _HREF.findall(b">".join(_TAG.findall(page)))}
    if b'<meta http-equiv="refresh"' in page:
        found.update(_REFRESH.findall(page))
    return found


def places_in(page: bytes) -> frozenset[bytes]:
    """The names of the page's places, that a link can lead to."""
    return frozenset(name for quote in (b'"', b"'") for name in _ids(page, quote))


def _ids(page: bytes, quote: bytes) -> Iterator[bytes]:
    """The values of `id` in one kind of quotes. Words of a text that look like one stand in no open tag."""
    before, *pieces = page.split(b" id=" + quote)
    for piece in pieces:
        if before.rfind(b"<") > before.rfind(b">"):
            yield piece[: piece.find(quote)]
        before = piece
