"""Walking JSON answers whose shape cannot be trusted: one value or a list of one, numbers or texts, nothing at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from app.papers.marked_text import plain_line


def at(value: Any, *path: str) -> Any:
    """What stands down a path of keys, the first of a list taken on the way; None where the path ends."""
    for key in path:
        value = first(value)
        value = value.get(key) if isinstance(value, Mapping) else None
    return value


def first(value: Any) -> Any:
    """The first of a list, or the value itself; None of an empty list."""
    while isinstance(value, list):
        value = value[0] if value else None
    return value


def all_of(value: Any) -> list[Any]:
    """A list as it is, one value as a list of one, nothing as an empty list."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def mappings(value: Any) -> list[Mapping[str, Any]]:
    """The objects of a list; everything else is passed over."""
    return [part for part in all_of(value) if isinstance(part, Mapping)]


def raw(value: Any, *path: str) -> str:
    """The text at a path as it stands; a whole number as its digits; else ""."""
    found = first(at(value, *path)) if path else first(value)
    if isinstance(found, int) and not isinstance(found, bool):
        return str(found)
    # JSON may hold half a pair of UTF-16, which no file and no library can keep.
    return found.encode("utf-8", "replace").decode() if isinstance(found, str) else ""


def link(value: Any, *path: str) -> str:
    """The web address at a path; "" where there is none that could be followed."""
    found = raw(value, *path).strip()
    return found if re.fullmatch(r"https?://[^\s<>\"\x00-\x20]+", found) else ""


def words(value: Any, *path: str) -> str:
    """The text at a path on one line, without markup."""
    return plain_line(raw(value, *path))


def first_words(value: Any, *keys: str) -> str:
    """The first of these keys that holds words."""
    return next((found for key in keys if (found := words(value, key))), "")
