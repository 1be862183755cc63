"""Plainer words from the library's own glossary, put into the number and with the capital of what they stand for."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from app.model.house_style import Term
from app.text.alternatives import as_written, in_plural
from app.text.glossary import Lexicon, is_short_form


def alternatives_of(term: Term) -> tuple[str, ...]:
    """The plain words of a term, several of them parted by semicolons."""
    return tuple(words for part in term.plain.split(";") if (words := " ".join(part.split())))


def fitted(written: str, word: str, plain: str) -> str:
    """The plain words for `word` as they fit where it is written so: "Medians" gives "Middle values"."""
    is_plural = len(written) != len(word) or (written.lower().endswith("es") and not word.lower().endswith("es"))
    if is_plural:
        plain = in_plural(plain)
    return plain if is_short_form(word) else as_written(written, plain)


class HousePlain:
    """Finds the words of a glossary in a text, each with its plainer words; none for a word that is not flagged."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self._terms = tuple(term for term in glossary if term.do_not_flag or term.plain.strip())
        self._lexicon = Lexicon(tuple(term.term for term in self._terms))

    def places(self, text: str) -> dict[int, tuple[int, tuple[str, ...]]]:
        """By its first code point, the end of each word and its plainer words, best first."""
        found = {}
        for start, end, index in self._lexicon.places(text):
            term = self._terms[index]
            plain = () if term.do_not_flag else alternatives_of(term)
            found[start] = end, tuple(fitted(text[start:end], term.term, words) for words in plain)
        return found


@lru_cache(maxsize=4)
def house_plain(glossary: tuple[Term, ...]) -> HousePlain:
    """The HousePlain of a glossary, kept for the next text."""
    return HousePlain(glossary)
