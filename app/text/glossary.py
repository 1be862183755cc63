"""Where the words of a glossary stand in a text, and which explanations a summary therefore takes from its library.

One rule for all who ask (checks, page, export): a word is found in its plural, with a space for a hyphen, and in any
capitals; a short form ("ALS") only in its own. It is not found behind a hyphen: "self-control" is not "control".
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from app.model.house_style import Term
from app.model.sections import sections
from app.model.summary import GlossaryTerm, Summary
from app.text.markup import plain

Place = tuple[int, int, int]
"""Start and end (code points) of a word in a text, and which word it is."""

_TOKEN = re.compile(r"\w+|[^\w\s]")
_JOINT = re.compile(r"[\s\u2010\u2011-]+")
_ANY_JOINT = "[ \u00a0\u202f\u2010\u2011-]"
_APOSTROPHE = re.compile(r"['’]")
_NOT_BEHIND_HYPHEN = r"(?<!\w)(?<!\w[\u2010\u2011-])"
_LEAST_LATIN = 4
_FEW = 40
_LATIN = (("is", "es"), ("us", "i"), ("um", "a"))


class Lexicon:
    """Finds words in texts. Made once for a list of words: texts are then read in one pass, however long the list."""

    def __init__(self, words: Sequence[str]) -> None:
        self._words = words
        self._beginnings: tuple[str, ...] = ()
        self._patterns: dict[int, re.Pattern[str]] = {}  # made when a text has a word's beginning: few ever are
        self._by_first: dict[str, list[int]] = {}
        for index, word in sorted(enumerate(words), key=lambda entry: -len(entry[1])):
            if parts := _parts(word):
                for first in {_TOKEN.findall(form)[0].lower() for form in _firsts(parts)}:
                    self._by_first.setdefault(first, []).append(index)

        if 0 < len(self._by_first) <= _FEW and all(map(str.isascii, self._by_first)):
            self._beginnings = tuple(self._by_first)

    def may_be_in(self, text: str) -> bool:
        """False when no word can be in the text, told without reading it token by token where the words are few."""
        if self._beginnings:
            lower = text.lower()
            return any(first in lower for first in self._beginnings)
        return bool(self._by_first)

    def places(self, text: str) -> Iterator[Place]:
        """Every place of a word, in order; the longest where several begin, and none inside another."""
        position = 0
        for start, first in self._firsts_in(text):
            if start < position:
                continue
            for index in self._by_first[first]:
                if found := self._pattern(index).match(text, start):
                    position = found.end()
                    yield found.start(), found.end(), index
                    break

    def _firsts_in(self, text: str) -> Iterable[tuple[int, str]]:
        """Where a word could begin, in order, and with which beginning."""
        lower = text.lower()
        if self._beginnings and len(lower) == len(text):
            return sorted(
                (start, first)
                for first in self._beginnings
                for start in _all_of(first, lower)
                if not (_is_letter(first[0]) and start and _is_letter(lower[start - 1]))
                and not (
                    _is_letter(first[-1]) and _is_letter(lower[start + len(first) : start + len(first) + 1] or " ")
                )
            )
        tokens = ((token.start(), token[0].lower()) for token in _TOKEN.finditer(text))
        return ((start, first) for start, first in tokens if first in self._by_first)

    def _pattern(self, index: int) -> re.Pattern[str]:
        if index not in self._patterns:
            word = self._words[index]
            self._patterns[index] = _pattern(_parts(word), is_exact=is_short_form(word))
        return self._patterns[index]


def _all_of(part: str, text: str) -> Iterator[int]:
    """Every place of a part in a text."""
    start = text.find(part)
    while start >= 0:
        yield start
        start = text.find(part, start + 1)


@lru_cache(maxsize=16)
def lexicon(words: tuple[str, ...]) -> Lexicon:
    """The Lexicon of these words, kept for the next text."""
    return Lexicon(words)


def is_short_form(word: str) -> bool:
    """Whether a word has two capitals or more in one of its parts: then its capitals matter."""
    return any(sum(letter.isupper() for letter in part) > 1 for part in _JOINT.split(word))


def key_of(word: str) -> str:
    """What two spellings of one word have in common: capitals (of no short form), hyphens and spaces do not count."""
    key = " ".join(part for part in _JOINT.split(_APOSTROPHE.sub("'", word.strip())) if part)
    return key if is_short_form(word) else key.casefold()


class Explanations:
    """The terms of a glossary that have an explanation, ready to be found in one text after the other."""

    def __init__(self, glossary: Iterable[Term]) -> None:
        self.terms = tuple(term for term in glossary if term.explanation.strip())
        self.keys = tuple(key_of(term.term) for term in self.terms)
        self.lexicon = Lexicon(tuple(term.term for term in self.terms))


@lru_cache(maxsize=4)
def explanations(glossary: tuple[Term, ...]) -> Explanations:
    """The Explanations of a glossary, kept for the next summary."""
    return Explanations(glossary)


def explained(summary: Summary, glossary: Iterable[Term] | Explanations) -> Summary:
    """The summary with the library's explanations of words that stand in its texts; its own entries come first and win.

    Adding twice adds nothing more. Who explains many summaries makes the Explanations once.
    """
    offered = glossary if isinstance(glossary, Explanations) else explanations(tuple(glossary))
    if not offered.terms:
        return summary
    own = [entry for entry in summary.glossary if entry.term.strip() and (entry.plain + entry.explanation).strip()]
    taken = {key_of(entry.term) for entry in own}
    own_words = lexicon(tuple(entry.term for entry in own))
    used: dict[int, None] = {}
    for section, markdown in sections(summary):
        if section == "title" or not markdown:
            continue
        text = plain(markdown).text
        inside = [(start, end) for start, end, _ in own_words.places(text)] if own else []
        for start, end, index in offered.lexicon.places(text):
            is_part = any(first <= start and end <= last for first, last in inside)
            if not is_part and offered.keys[index] not in taken:
                taken.add(offered.keys[index])
                used[index] = None
    terms = (offered.terms[index] for index in used)
    added = tuple(GlossaryTerm(term.term, term.plain, term.explanation) for term in terms)
    return replace(summary, glossary=(*summary.glossary, *added)) if added else summary


def own_words(summary: Summary, glossary: Sequence[Term]) -> Summary:
    """The summary without the entries that `explained` would add again: what an exported one brings back."""
    given = {GlossaryTerm(term.term, term.plain, term.explanation) for term in glossary}
    bare = replace(summary, glossary=tuple(entry for entry in summary.glossary if entry not in given))
    return bare if set(explained(bare, glossary).glossary) == set(summary.glossary) else summary


def _parts(word: str) -> list[str]:
    return [part for part in _JOINT.split(word.strip()) if part]


def _pattern(parts: list[str], *, is_exact: bool) -> re.Pattern[str]:
    *firsts, last = parts
    forms = "|".join(map(_escaped, sorted(_forms(last, is_exact=is_exact), key=len, reverse=True)))
    words = _ANY_JOINT.join([*map(_escaped, firsts), f"(?:{forms})"])
    before = _NOT_BEHIND_HYPHEN if _is_letter(parts[0][0]) else ""
    after = r"(?!\w)" if _is_letter(last[-1]) else ""
    return re.compile(before + words + after, 0 if is_exact else re.IGNORECASE)


def _firsts(parts: list[str]) -> list[str]:
    return _forms(parts[0], is_exact=False) if len(parts) == 1 else parts[:1]


def _forms(word: str, *, is_exact: bool) -> list[str]:
    """The word and what may be its plural."""
    if not _is_letter(word[-1]):
        return [word]
    if is_exact:
        return [word, f"{word}s"]
    forms = [word, f"{word}s", f"{word}es"]
    if re.search("[^aeiou]y$", word, re.IGNORECASE):
        forms.append(f"{word[:-1]}ies")
    for ending, plural in _LATIN:
        if word.lower().endswith(ending) and len(word) > _LEAST_LATIN:
            forms.append(word[:-2] + plural)
    return forms


def _escaped(part: str) -> str:
    return _APOSTROPHE.sub("['’]", re.escape(part))


def _is_letter(character: str) -> bool:
    return character.isalnum() or character == "_"
