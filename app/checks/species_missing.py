"""A study in animals or cells, told as if people had been studied.

36 % of press releases inflate animal results to people (Sumner and others, BMJ 2014), and readers then believe in a
benefit for people (Boutron and others, BMC Medicine 2019).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache

from app.checks.prose import Prose
from app.checks.stated import is_asked, is_denied
from app.checks.study_design import is_named, species_of, species_words
from app.evidence.counting_words import NUMBER
from app.evidence.passages import PassageIndex, passage_index, supports
from app.evidence.species import NAMES, Species
from app.evidence.stems import terms
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

PEOPLE = re.compile(
    r"\b(?:patients?|people|persons?|humans?|adults?|women|men|children|sufferers?|survivors?|individuals)\b", re.I
)
BENEFIT = re.compile(
    r"\b(?:improv\w+|help(?:s|ed|ing|ful)?|benefi\w+|effective(?:ly|ness)?|therap(?:y|ies|eutic)|treat(?:s"
    r"|ment|ments|ing)?"
    r"|protect\w*|prevent\w*|extend(?:s|ed|ing)?|prolong\w*|longer|restor\w+|recover\w*|relie(?:f|ves?|ved)"
    r"|better|heal(?:s|ed|ing)?"
    r"|slow(?:s|ed|ing)?|reduc\w+|cur(?:e|es|ed)|quality of life|option|strateg(?:y|ies)|promising)\b",
    re.I,
)
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
_FUTURE = re.compile(r"^\W*(?:future|further|more|additional|larger) (?:studies|research|work|trials)\b", re.I)


def species_missing(summary: Summary, texts: list[tuple[str, Prose]], paper: PaperText | None) -> Iterator[Finding]:
    """The title, the Simple Explanation, and each finding and implication that speaks of people or of a benefit,
    when they do not name the animals or cells."""
    species = species_of(summary, paper)
    if species is None:
        return
    sections = dict(texts)
    index = passage_index(paper) if paper is not None and paper.blocks else None
    for section, prose in texts:
        found = list(_of_section(section, prose, species, sections))
        if index is not None and species.names:
            found += [one for one in _swapped(prose, index, species) if not any(_covers(other, one) for other in found)]
        yield from (replace(finding, section=section) for finding in found)


def _of_section(section: str, prose: Prose, species: Species, texts: dict[str, Prose]) -> Iterator[Finding]:
    if not prose.text.strip():
        return
    name, facts = section.partition("[")[0], {"species": species_words(species), "kind": species.kind}
    if name == "title" and not is_named(species, prose.text):
        yield prose.finding("species-missing", 0, len(prose.text.rstrip()), facts | {"about": "title"})
    elif name == "simple_explanation":
        if not is_named(species, prose.text) and prose.sentences:
            yield prose.finding("species-missing", *prose.sentences[0], facts | {"about": "explanation"})
        yield from _about_people(prose, species, facts)
    elif name == "key_findings" or section.endswith("].text"):
        heading = texts.get(section.replace("].text", "].heading"))
        if is_named(species, prose.text) or (
            heading is not None and heading is not prose and is_named(species, heading.text)
        ):
            return
        for start, end in prose.sentences:
            if span := _claimed(prose, (start, end)):
                yield prose.finding("species-missing", *span, facts | {"about": "benefit"})
                return


@lru_cache(maxsize=512)
def _swapped(prose: Prose, index: PassageIndex, species: Species) -> tuple[Finding, ...]:
    """People told to have been studied, or named where the paper names the animals or cells: where the passage that
    fits best speaks of people, nothing is said."""
    found = []
    for start, end in prose.sentences:
        match = PEOPLE.search(prose.text, start, end)
        if match is None or is_named(species, prose.text[start:end]):
            continue
        role = _STUDIED.search(prose.text, start, end)
        if role and not _is_stated(prose, (start, end), role.start()):
            role = None
        role = role or _ANIMAL_ROLE.search(prose.text, start, end)
        others = PEOPLE.sub(" ", prose.text[start:end])  # the word in doubt must not choose the passage
        best = next(iter(supports(others, index, 1)), None)
        if best is not None and PEOPLE.search(best.passage.text):
            continue
        has_animals = best is not None and any(NAMES[name].search(best.passage.text) for name in species.names)
        fits = (
            best is not None and best.share >= _LEAST_SHARE and has_animals and len(set(terms(others))) >= _LEAST_TERMS
        )
        if role or (fits and _is_stated(prose, (start, end), match.start())):
            facts = {"species": species_words(species), "kind": species.kind, "about": "swapped"}
            at = PEOPLE.search(prose.text, role.start(), end) if role else match
            one = prose.finding("species-missing", *(at or match).span(), facts)
            found.append(replace(one, passage=best.passage if best is not None and fits else None))
    return tuple(found)


def _covers(one: Finding, other: Finding) -> bool:
    return (one.start or 0) <= (other.start or 0) and (other.end or 0) <= (one.end or 0)


def _about_people(prose: Prose, species: Species, facts: dict[str, str]) -> Iterator[Finding]:
    """Sentences that speak of people and of a benefit, with no animal in them or beside them."""
    spans = prose.sentences
    if not is_named(species, prose.text):  # said once already, at the first sentence
        return
    for place, (start, end) in enumerate(spans):
        near = prose.text[spans[max(0, place - 1)][0] : spans[min(len(spans) - 1, place + 1)][1]]
        words = [pattern.search(prose.text, start, end) for pattern in (PEOPLE, BENEFIT)]
        is_told = all(word is not None and _is_stated(prose, (start, end), word.start()) for word in words)
        if is_told and not is_named(species, near):
            yield prose.finding("species-missing", start, end, facts | {"about": "people"})


def _claimed(prose: Prose, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words about people or a benefit that a sentence states, as the span to mark."""
    if _FUTURE.match(prose.text[slice(*sentence)]):
        return None
    for pattern in (PEOPLE, BENEFIT):
        match = pattern.search(prose.text, *sentence)
        if match and _is_stated(prose, sentence, match.start()):
            return sentence
    return None


def _is_stated(prose: Prose, sentence: tuple[int, int], place: int) -> bool:
    return not is_denied(prose.text, sentence, place) and not is_asked(prose.text, sentence, place)
