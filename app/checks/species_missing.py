"""A study in animals or cells, told as if people had been studied.

36 % of press releases inflate animal results to people (Sumner and others, BMJ 2014), and readers then believe in a
benefit for people (Boutron and others, BMC Medicine 2019).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from app.checks.prose import Prose
from app.checks.species_swapped import PEOPLE, is_stated, swapped
from app.checks.study_design import is_named, species_of, species_words
from app.evidence.passages import passage_index
from app.evidence.species import Species
from app.model.finding import Finding
from app.model.paper_text import PaperText
from app.model.summary import Summary

_BENEFIT = re.compile(
    r"\b(?:improv\w+|benefi\w+|effective(?:ly|ness)?|therap(?:y|ies|eutic)|treat(?:s|ment|ments|ing)?"
    r"|protect(?:s|ed|ing)?"
    r"|better|restor(?:es|ed|ing)|recover(?:y|ed|s)?|relie(?:f|ves?|ved)|heal(?:s|ed|ing)?|cur(?:es|ed)"
    r"|quality of life"
    r"|promising|liv(?:e|ed) longer)\b",
    re.I,
)
_MAY_BENEFIT = re.compile(
    r"\b(?:help(?:s|ed|ing|ful)?|prevent\w*|extend(?:s|ed|ing)?|prolong\w*|longer|slow(?:s|ed|ing)?|reduc\w+|option"
    r"|strateg(?:y|ies)|keeps?|kept)\b",
    re.I,
)
_HEALTH = re.compile(
    r"\b(?:diseases?|disorders?|illness(?:es)?|pain|symptoms?|surviv\w+|li(?:fe|ves|fespan)|walk\w*|mov(?:e"
    r"|ed|es|ement|ements)"
    r"|gait|injur(?:y|ies)|deaths?|died?|weight|memory|cancers?|tumou?rs?|infections?|inflammation"
    r"|disabilit\w+|patients?|people"
    r"|health\w*|strokes?|seizures?|weakness|it helps?)\b",
    re.I,
)


def _benefit(text: str, start: int, end: int) -> re.Match[str] | None:
    """A word for a benefit: one that says so alone, or one that does beside a word of health."""
    if match := _BENEFIT.search(text, start, end):
        return match
    return _MAY_BENEFIT.search(text, start, end) if _HEALTH.search(text, start, end) else None


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
            found += [one for one in swapped(prose, index, species) if not any(_covers(other, one) for other in found)]
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


def _covers(one: Finding, other: Finding) -> bool:
    return (one.start or 0) <= (other.start or 0) and (other.end or 0) <= (one.end or 0)


def _about_people(prose: Prose, species: Species, facts: dict[str, str]) -> Iterator[Finding]:
    """Sentences that speak of people and of a benefit, with no animal in them or beside them."""
    spans = prose.sentences
    if not is_named(species, prose.text):  # said once already, at the first sentence
        return
    for place, (start, end) in enumerate(spans):
        near = prose.text[spans[max(0, place - 1)][0] : spans[min(len(spans) - 1, place + 1)][1]]
        words = (PEOPLE.search(prose.text, start, end), _benefit(prose.text, start, end))
        is_told = all(word is not None and is_stated(prose, (start, end), word.start()) for word in words)
        if is_told and not is_named(species, near):
            yield prose.finding("species-missing", start, end, facts | {"about": "people"})


def _claimed(prose: Prose, sentence: tuple[int, int]) -> tuple[int, int] | None:
    """The words about people or a benefit that a sentence states, as the span to mark."""
    if _FUTURE.match(prose.text[slice(*sentence)]):
        return None
    for match in (PEOPLE.search(prose.text, *sentence), _benefit(prose.text, *sentence)):
        if match and is_stated(prose, sentence, match.start()):
            return sentence
    return None
