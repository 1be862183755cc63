"""Text pasted from another page: repeated boilerplate dropped, its links offered as sources."""

from __future__ import annotations

import re
from collections import Counter

from app.model.summary import Source

_URL = re.compile(r"https?://[^\s<>\"“”]+")
_LEAD = re.compile(
    r"^(?:\[\d+\]|\d+[.)]|[•*-])\s*|^(?:source|sources|link|from)s?:\s*|^\(n\.d\.\)[.,]?\s*", re.IGNORECASE
)
_TAIL = re.compile(r"\s*(?:retrieved from|available (?:at|from)|accessed|https?|doi|link)?[\s:.,(]*$", re.IGNORECASE)
_LONG_WORDS = 40
_BETWEEN = 2
_LONGEST_TITLE = 200


def clean(text: str) -> tuple[str, int, tuple[Source, ...]]:
    """The text without what it repeats, how many blocks were dropped, and its links as sources.

    A long paragraph that stands twice stays once; a short one that stands twice is a site's own and goes whole,
    with the few short blocks between such ones.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    blocks = [block.strip("\n") for block in re.split(r"\n[ \t\u00a0]*\n", text) if block.strip()]
    keys = [" ".join(block.split()).casefold() for block in blocks]
    times = Counter(keys)
    is_boilerplate = [times[key] > 1 and len(key.split()) <= _LONG_WORDS for key in keys]
    seen: set[str] = set()
    kept = []
    for index, block in enumerate(blocks):
        is_repeat = keys[index] in seen
        seen.add(keys[index])
        if not (is_boilerplate[index] or is_repeat or _is_between(index, is_boilerplate, keys)):
            kept.append(block)
    return "\n\n".join(kept), len(blocks) - len(kept), links("\n\n".join(kept))


def links(text: str) -> tuple[Source, ...]:
    """Every web address in a text with the words that stand before it, once each."""
    found: dict[str, Source] = {}
    for line in text.split("\n"):
        position = 0
        for match in _URL.finditer(line):
            url = _without_stop(match[0])
            found.setdefault(url, Source(_title(line[position : match.start()]), url))
            position = match.end()
    return tuple(found.values())


def _is_between(index: int, is_boilerplate: list[bool], keys: list[str]) -> bool:
    if len(keys[index].split()) > _LONG_WORDS:
        return False
    before = any(is_boilerplate[max(0, index - _BETWEEN) : index])
    after = any(is_boilerplate[index + 1 : index + 1 + _BETWEEN])
    return before and after


def _title(words: str) -> str:
    if quoted := re.search(r"[“\"]([^“”\"]{4,})[”\"]", words):
        return quoted[1].strip(" .…")[:_LONGEST_TITLE]
    words, before = words.strip(" \t,;"), ""
    while words != before:
        before, words = words, _LEAD.sub("", words).strip()
    return _TAIL.sub("", words).strip(" .…,;:(")[-_LONGEST_TITLE:]


def _without_stop(url: str) -> str:
    url = url.rstrip(".,;:!?'’")
    return url[:-1] if url.endswith(")") and "(" not in url else url
