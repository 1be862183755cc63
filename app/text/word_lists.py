"""The word lists of resources/words, read once when first asked for. The only door of this room to the disk."""

from __future__ import annotations

import gzip
from functools import cache

from app import paths


@cache
def lines(name: str) -> tuple[str, ...]:
    """The lines of a list without comments (`#`) and empty lines. `name` is a file of resources/words, `.gz` or not."""
    raw = (paths.resources() / "words" / name).read_bytes()
    text = (gzip.decompress(raw) if name.endswith(".gz") else raw).decode()
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))


def listed(words: str) -> frozenset[str]:
    """A short list written in the code: words parted by spaces."""
    return frozenset(words.split())
