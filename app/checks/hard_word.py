"""Words that few readers know, told by how rare they are in everyday English, with plainer words from the lists."""

from __future__ import annotations

import re
from collections.abc import Iterator

from app.checks.prose import Prose
from app.model.finding import Finding
from app.model.site import Targets
from app.text.alternatives import IN_RESEARCH_SENSE, alternatives, alternatives_in, listed_phrases
from app.text.familiar import is_familiar
from app.text.frequency import base_forms, zipf_of_family
from app.text.syllables import syllables
from app.text.word_lists import listed

HARD, RARE = 4.0, 3.5
"""Zipf values below which a word is hard, and rare."""
_LISTED_IS_HARD_BELOW = 4.5
_SHORT_IS_HARD_BELOW = 3.0
_KNOWN_TO_ALL = listed(
    "sclerosis alzheimer's parkinson's diabetes asthma rats rat mice mouse wristband caregiver caregivers carer carers"
    " wheelchair surgery vaccine vaccines summary summaries eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety"
)
_SENTENCE_START = re.compile(r"(?:^|[.!?:\n]\s*[\"“‘(]?|[\"“‘]|^[-•\d.)\s]+)$")


def hard_word(prose: Prose, _targets: Targets) -> Iterator[Finding]:
    """Each hard word or listed phrase, in order; names, short forms and numbers are left to other checks."""
    taken = -1
    phrases = {match.start(): match.end() for match in listed_phrases().finditer(prose.text)}
    for start, end in prose.words:
        if start < taken:
            continue
        if phrase_end := phrases.get(start):
            taken = phrase_end
            phrase = prose.text[start:phrase_end]
            yield prose.finding("hard-word", start, phrase_end, {"kind": "phrase"}, suggestions=alternatives(phrase))
        else:
            yield from _judged(prose, start, end)


def _judged(prose: Prose, start: int, end: int) -> Iterator[Finding]:
    word = prose.text[start:end]
    stem = word.removesuffix("'s").removesuffix("’s")
    lower = stem.lower()
    if not stem.isalpha() or len(stem) < 4 or not stem[1:].islower() or lower in _KNOWN_TO_ALL or is_familiar(stem):
        return
    if {lower, *base_forms(lower)} & IN_RESEARCH_SENSE:
        return
    value = zipf_of_family(lower)
    before = prose.text[max(0, start - 12) : start]
    plainer = alternatives_in(prose.text, start, start + len(stem))
    if syllables(stem) == 1 and not plainer and value > _SHORT_IS_HARD_BELOW:
        return
    if value >= (_LISTED_IS_HARD_BELOW if plainer and syllables(stem) > 2 else HARD):
        return
    if stem[0].isupper() and not _SENTENCE_START.search(before) and not plainer:
        return  # a name
    facts = {"kind": "word", "zipf": round(value, 2), "is_rare": value < RARE}
    yield prose.finding("hard-word", start, start + len(stem), facts, suggestions=plainer)
