"""What words are about, roughly: stems, the words that carry sense, and names that mean the same thing."""

from __future__ import annotations

import re
from functools import lru_cache

from app.text.word_lists import listed

STOP_WORDS = listed(
    "a an the this that these those and or but nor of in on at by for from with without to into onto as than then is"
    " are was were be been being am has have had having do does did doing not no only also can could may might must"
    " shall should will would it its they their them he his she her we our us you your i my which who whom whose what"
    " when where how why there here so such very more most less least much many some any each every both all other"
    " others another same between among during after before over under above below up down out off about around through"
    " per while if because since until although though however thus therefore hence within across against along via"
    " respectively compared using used use based et al i.e e.g vs one two three four five six seven eight nine ten"
    " eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty"
    " seventy eighty ninety hundred thousand million billion zero once twice thrice half"
)
_ALIKE = (
    "patient people person participant individual subject adult volunteer human men women children man woman child"
    " respondent case case-patient enrollee infant baby girl boy player student",
    "study trial paper article report publication rct review",
    "rat mouse mice animal rodent pig dog monkey",
    "infusion dose injection treatment administration transplantation session infuse inject administer treat dosage",
    "death die mortality dead fatality",
    "protein enzyme molecule",
    "location site place position",
    "country nation",
    "hospital centre center clinic site",
)
_CLASS = {word: words.split()[0] for words in _ALIKE for word in words.split()}
_VERBS = {
    word[:6]: _CLASS["dose"]
    for word in ("infuse", "infusion", "inject", "administer", "treatment", "treated", "treating")
}
_WORD = re.compile(r"[^\W\d_]{2,}(?:['’][a-z]+)?")


@lru_cache(maxsize=8192)
def stem(word: str) -> str:
    """A word without its plural, in lower case; words of one class share a stem ("participants": "patient")."""
    lower = word.lower()
    if lower in _CLASS:
        return _CLASS[lower]
    if len(lower) > 4 and lower.endswith("ies"):
        lower = lower[:-3] + "y"
    elif len(lower) > 4 and lower.endswith(("ses", "xes", "ches", "shes")):
        lower = lower[:-2] if not lower.endswith("ses") else lower[:-1]
    elif len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is")):
        lower = lower[:-1]
    return _CLASS.get(lower, lower)


@lru_cache(maxsize=8192)
def root(word: str) -> str:
    """A coarser stem, to tell whether two sentences are about the same: its class or its first six letters."""
    name = stem(word)
    return name if name in _CLASS else _VERBS.get(name[:6], name[:6])


def roots(text: str) -> frozenset[str]:
    """The roots of the words that carry sense."""
    return frozenset(root(word) for word in _WORD.findall(text) if word.lower() not in STOP_WORDS)
