"""The Dale-Chall list of familiar words with the inflections that its authors allow."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from app.text.frequency import base_forms
from app.text.word_lists import lines


@lru_cache(maxsize=65536)
def is_familiar(word: str) -> bool:
    """Whether the formula counts a word as familiar.

    Beside the listed words these are familiar (Dale and Chall 1948): numerals, plurals and possessives, the tenses of a
    listed verb (-s, -ed, -ing, -n), and comparisons (-er, -est). Adverbs in -ly are not, unless they are listed.
    """
    lower = word.lower().replace("’", "'")
    familiar = _list()
    if lower in familiar or word[0].isdigit():
        return True
    return any(form in familiar for form in base_forms(lower)) or (
        re.search("[^aiou]n$", lower) is not None and (lower[:-1] in familiar or lower[:-2] in familiar)
    )


@cache
def _list() -> frozenset[str]:
    return frozenset(line.lower() for line in lines("dale-chall.txt"))
