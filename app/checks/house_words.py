"""What the glossaries say of the words of a text: which are left alone, and for which they have plainer words.

A term of the library that is marked "do not flag", or has an explanation and no plain words, is left alone, and so is
every word of the summary's own glossary. A term with plain words is a hard word, whatever the frequency lists say.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.house_style import Term
from app.model.summary import GlossaryTerm
from app.text.alternatives import MOST
from app.text.glossary import Lexicon, is_short_form, key_of
from app.text.house_plain import alternatives_of, fitted


@dataclass(frozen=True, eq=False)
class HouseWords:
    """The words of both glossaries. `plain` has the plainer words of each, none for those that are left alone."""

    words: tuple[str, ...]
    plain: tuple[tuple[str, ...], ...]
    known: frozenset[str]
    """Words and short forms that need no words of explanation."""
    lexicon: Lexicon


@lru_cache(maxsize=8)
def house_words(glossary: tuple[Term, ...], own: tuple[GlossaryTerm, ...]) -> HouseWords:
    """The words of a library's glossary and of a summary's own, which comes first."""
    found: dict[str, tuple[str, tuple[str, ...]]] = {key_of(entry.term): (entry.term, ()) for entry in own}
    for term in glossary:
        plain = () if term.do_not_flag else alternatives_of(term)
        if plain or term.do_not_flag or term.explanation.strip():
            found.setdefault(key_of(term.term), (term.term, plain))
    found.pop("", None)
    words = tuple(word for word, _plain in found.values())
    known = {entry.term for entry in own}
    known |= {term.term for term in glossary if term.do_not_flag or term.explanation.strip()}
    known |= {word.removesuffix("s") for word in known if is_short_form(word)}
    return HouseWords(words, tuple(plain for _word, plain in found.values()), frozenset(known), Lexicon(words))


def with_house_words(found: Sequence[Finding], text: Prose, house: HouseWords) -> Iterator[Finding]:
    """A section's findings, without the hard words that the glossaries leave alone, and with those that they add."""
    places = _places(text, house)
    for finding in found:
        if finding.code != "hard-word" or not any(_covers(place, finding) for place in places):
            yield finding
            continue
    listed = {(finding.start, finding.end): finding.suggestions for finding in found if finding.code == "hard-word"}
    for place in places:
        if place.suggestions:
            more = listed.get((place.start, place.end), ())
            yield replace(place, suggestions=tuple(dict.fromkeys((*place.suggestions, *more)))[:MOST])


@lru_cache(maxsize=512)
def _places(text: Prose, house: HouseWords) -> tuple[Finding, ...]:
    """Where words of the glossaries stand, each as a finding; those left alone have no suggestions."""
    return tuple(
        text.finding(
            "hard-word",
            start,
            end,
            {"kind": "glossary"},
            suggestions=tuple(fitted(text.text[start:end], house.words[index], plain) for plain in house.plain[index]),
        )
        for start, end, index in house.lexicon.places(text.text)
    )


def _covers(place: Finding, finding: Finding) -> bool:
    """Whether a finding is about a word of the glossary, or, where that word has plainer words, about part of it."""
    start, end = place.start or 0, place.end or 0
    first, last = finding.start or 0, finding.end or 0
    return (start <= first and last <= end) or (bool(place.suggestions) and first < end and start < last)
