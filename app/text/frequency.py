"""How common a word is in everyday English, on the Zipf scale: 3 is a word in a million, 6 one in a thousand."""

from __future__ import annotations

from functools import cache, lru_cache

from app.text.word_lists import lines

LEAST = 2.5
"""Rarer words are not in the list."""


@lru_cache(maxsize=65536)
def zipf(word: str) -> float:
    """The Zipf value of a word in its own form, or 0 for a word that the list does not hold."""
    return _list().get(word.lower().replace("’", "'"), 0.0)


@lru_cache(maxsize=65536)
def zipf_of_family(word: str) -> float:
    """The highest Zipf value of a word and of the words it is plainly made from ("infusions": "infusion")."""
    word = word.lower().replace("’", "'")
    return max(zipf(form) for form in (word, *base_forms(word)))


def base_forms(word: str) -> list[str]:
    """What a lower-case word may be a plural, a possessive, a tense or a comparison of; not all are words."""
    forms: list[str] = []
    for ending, stands_for in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2:
            forms.extend(stem + tail for tail in stands_for)
            if ending in ("ing", "ed", "er", "est") and stem[-1] == stem[-2]:
                forms.append(stem[:-1])
    return forms


_ENDINGS = (
    ("'s", ("",)),
    ("s'", ("s", "")),
    ("ies", ("y", "ie")),
    ("es", ("", "e")),
    ("s", ("",)),
    ("ied", ("y",)),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("ier", ("y",)),
    ("er", ("", "e")),
    ("iest", ("y",)),
    ("est", ("", "e")),
)


@cache
def _list() -> dict[str, float]:
    values: dict[str, float] = {}
    for line in lines("frequency-en.txt.gz"):
        value, *words = line.split()
        values.update(dict.fromkeys(words, int(value) / 100))
    return values
