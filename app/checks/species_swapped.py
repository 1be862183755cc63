"""People named where the paper has animals or cells: "the patients lived longer" for "the rats lived longer"."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from app.checks.prose import Prose
from app.checks.stated import is_asked, is_denied
from app.checks.study_design import is_named, species_words
from app.evidence.counting_words import NUMBER
from app.evidence.passages import PassageIndex, supports
from app.evidence.species import NAMES, Species
from app.evidence.stems import terms
from app.model.evidence import Support
from app.model.finding import Finding

PEOPLE = re.compile(
    r"\b(?:patients?|people|persons?|humans?|adults|adult(?! \w)|women|men|children|sufferers?|survivors?"
    r"|individuals)\b",
    re.I,
)
"""Words for people. “Adult” before another word says only how old it is: an adult bee."""
_PERSON = r"(?:patients?|people|persons?|humans?|participants?|volunteers?|adults?|women|men|children)"
_STUDIED = re.compile(
    rf"\b(?:the|these|those|each|which|treated|untreated|control|{NUMBER}) (?:[\w-]+ )?{_PERSON}\b(?! (?:with"
    rf"|who have|can|may|are)\b)"
    rf"|\b{_PERSON},? (?:(?:in|of|from|with) [^.,;]{{1,40}}? |that |who |which )?(?:were|was|had|received"
    rf"|showed|lived|died|walked|moved"
    rf"|lost|got|did|took|maintained|kept|developed|recovered|responded|improved|gained|survived|performed"
    rf"|experienced|became"
    rf"|treated with|given|receiving|infused|injected)\b|\b(?:groups?|half|rest|model) of {_PERSON}\b"
    rf"|\b{_PERSON} model\b"
    rf"|\b\d+(?:\.\d+)?\s?(?:%|per ?cent) (?:of|in|among) (?:the |all |these )?(?:[\w-]+ )?{_PERSON}\b"
    rf"(?! (?:with|who have))"
    rf"|\b(?:study|tested|done|conducted|carried out|treatment|trial|experiments?"
    rf"|effects?)\b[^.;]{{0,40}}\bin (?:the )?{_PERSON}\b(?! with)",
    re.I,
)
_ANIMAL_ROLE = re.compile(
    rf"\b{_PERSON}(?:['’]s)? (?:models?|embryos?|larvae|colon(?:y|ies)|strains?|cages?"
    rf"|litters?)\b",
    re.I,
)
"""People in the part of those who were studied: counted, given something, living or dying in the past tense."""
_LEAST_SHARE, _LEAST_TERMS = 0.4, 4
_NEARLY_AS_IT_STANDS = 0.7
"""From this share on a sentence is the paper's own, so that what it asks or denies of people it asks of the animals."""


@lru_cache(maxsize=512)
def swapped(prose: Prose, index: PassageIndex, species: Species) -> tuple[Finding, ...]:
    """The word for people in each sentence that tells of those who were studied, or that fits a passage about the
    animals. Where the passage that fits best speaks of people, nothing is said."""
    found = []
    for start, end in prose.sentences:
        match = PEOPLE.search(prose.text, start, end)
        if match is None or is_named(species, prose.text[start:end]):
            continue
        others = PEOPLE.sub(" ", prose.text[start:end])  # the word in doubt must not choose the passage
        best = next(iter(supports(others, index, 1)), None)
        if best is not None and PEOPLE.search(best.passage.text):
            continue
        role = _role(prose, (start, end))
        fits = best is not None and _fits(best, others, species)
        is_its_own = best is not None and best.share >= _NEARLY_AS_IT_STANDS
        if role or (fits and (is_its_own or is_stated(prose, (start, end), match.start()))):
            at = (PEOPLE.search(prose.text, role.start(), end) if role else None) or match
            facts = {"species": species_words(species), "kind": species.kind, "about": "swapped"}
            one = prose.finding("species-missing", *at.span(), facts)
            found.append(replace(one, passage=best.passage if best is not None and fits else None))
    return tuple(found)


def is_stated(prose: Prose, sentence: tuple[int, int], place: int) -> bool:
    """Whether what stands at `place` is neither denied nor asked."""
    return not is_denied(prose.text, sentence, place) and not is_asked(prose.text, sentence, place)


def _role(prose: Prose, sentence: tuple[int, int]) -> re.Match[str] | None:
    role = _STUDIED.search(prose.text, *sentence)
    if role and is_stated(prose, sentence, role.start()):
        return role
    return _ANIMAL_ROLE.search(prose.text, *sentence)


def _fits(best: Support, words: str, species: Species) -> bool:
    """Whether a passage about the animals covers enough of the sentence to be its source."""
    names_them = any(NAMES[name].search(best.passage.text) for name in species.names)
    return names_them and best.share >= _LEAST_SHARE and len(set(terms(words))) >= _LEAST_TERMS
