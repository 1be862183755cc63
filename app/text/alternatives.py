"""Plainer words for hard ones, from the lists of resources/words, put into the form of the word they replace."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from app.text.frequency import base_forms, zipf_of_family
from app.text.word_lists import lines, listed

MOST = 3
IN_RESEARCH_SENSE = listed("vehicle model trial control placebo group arm blind sham dummy clinical phase site culture")
"""Words that research uses in a sense of its own: no list knows it, so they get no alternative and no flag."""
_ASIDE = re.compile(r"\s*\([^)]*\)\s*")
_IRREGULAR_PAST = {
    "be": "was", "begin": "began", "break": "broke", "bring": "brought", "build": "built", "come": "came", "cut": "cut",
    "do": "did", "fall": "fell", "find": "found", "get": "got", "give": "gave", "go": "went", "grow": "grew",
    "have": "had", "hold": "held", "hurt": "hurt", "keep": "kept", "lead": "led", "leave": "left", "let": "let",
    "make": "made", "meet": "met", "put": "put", "run": "ran", "say": "said", "see": "saw", "send": "sent",
    "set": "set", "show": "showed", "shrink": "shrank", "speed": "sped", "take": "took", "tell": "told",
    "think": "thought", "wear": "wore", "write": "wrote",
}  # fmt: skip
_IRREGULAR_PARTICIPLE = {
    "be": "been", "begin": "begun", "break": "broken", "come": "come", "do": "done", "fall": "fallen", "give": "given",
    "go": "gone", "grow": "grown", "run": "run", "see": "seen", "show": "shown", "shrink": "shrunk", "take": "taken",
    "wear": "worn", "write": "written",
}  # fmt: skip
_PARTICLES = listed("at out up down off for on with worse away longer about over")
_AFTER_BE_OR_HAVE = re.compile(
    r"\b(?:be|been|being|is|are|was|were|has|have|had)(?:\s+(?:\w+ly|not|also|then|first))*\s+$", re.IGNORECASE
)
_CDC = "cdc-plain-language-thesaurus.tsv"
_LISTS = ("plain-house.tsv", "plainlanguage-gov.tsv", "retext-simplify.tsv", _CDC)
_DOUBLED = listed("stop drop plan cut get let put run set shed slip step trim win begin hit")


@lru_cache(maxsize=8192)
def alternatives(term: str, *, is_participle: bool = False) -> tuple[str, ...]:
    """Up to three plainer expressions for a word or phrase, best first, or none. The term keeps its capital.

    `is_participle` says that a form in -ed follows "were" or "had": "administered" is then "given", not "gave".
    """
    lower = term.lower().replace("’", "'")
    if not IN_RESEARCH_SENSE.isdisjoint((lower, *base_forms(lower))):
        return ()
    if given := _table().get(lower):
        return tuple(as_written(term, words) for words in given[:MOST])
    for base in base_forms(lower):
        if given := _table().get(base):
            forms = (_in_form_of(lower, base, words, is_participle) for words in given)
            return tuple(as_written(term, form) for form in forms if form)[:MOST]
    return ()


def alternatives_in(text: str, start: int, end: int) -> tuple[str, ...]:
    """`alternatives` for the expression at these code points, in the form that its neighbours ask for."""
    is_participle = _AFTER_BE_OR_HAVE.search(text, max(0, start - 30), start) is not None
    return alternatives(text[start:end], is_participle=is_participle)


@cache
def listed_phrases() -> re.Pattern[str]:
    """A pattern that finds every listed expression of two words or more."""
    several = sorted((term for term in _table() if " " in term), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, several))})\b", re.IGNORECASE)


@cache
def _table() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for name in _LISTS:
        for line in _lines_if_there(name):
            term, given = line.split("\t")[:2]
            if name == _CDC and " " in term:
                continue  # names of illnesses with their explanations: nothing that could stand in their place
            plain = (_ASIDE.sub(" ", words).strip() for words in re.split(r"[,;]", given))
            fitting = tuple(words for words in plain if words and _is_plainer(words, term))
            if fitting:
                table.setdefault(term.lower().strip(), fitting)
    return table


def as_written(original: str, words: str) -> str:
    """The words with a capital at the start when the original has one."""
    return words[:1].upper() + words[1:] if original[:1].isupper() else words


def in_plural(words: str) -> str:
    """Words for several: "middle values". The words as they are where it is not sure which of them takes the s."""
    first, _, rest = words.partition(" ")
    return _with_s(words, first, rest) or words


def _lines_if_there(name: str) -> tuple[str, ...]:
    try:
        return lines(name)
    except FileNotFoundError:  # the CDC list may be left out of a bundle
        return ()


def _is_plainer(words: str, term: str) -> bool:
    """Whether an alternative is shorter to read: its rarest word is commoner than the term's rarest."""
    if words.lower() == term.lower():
        return False
    hardest = min((zipf_of_family(word) for word in re.findall(r"[\w']+", words)), default=0.0)
    return hardest > min(zipf_of_family(word) for word in re.findall(r"[\w']+", term))


def _in_form_of(word: str, base: str, plain: str, is_participle: bool) -> str:
    """The alternative of a base form with the ending of the word: "utilised" makes "used" of "use"; "" if unsure."""
    first, _, rest = plain.partition(" ")
    if word.endswith("ing") and not base.endswith("ing"):
        return f"{_stem(first)}ing {rest}".strip()
    if word.endswith("ed") and not base.endswith("ed"):
        past = _IRREGULAR_PARTICIPLE.get(first, "") if is_participle else ""
        return f"{past or _past(first)} {rest}".strip()
    if word.endswith("s") and not base.endswith("s"):
        return _with_s(plain, first, rest)
    return ""


def _stem(verb: str) -> str:
    if verb in _DOUBLED:
        return verb + verb[-1]
    return verb[:-1] if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and len(verb) > 2 else verb


def _past(verb: str) -> str:
    if irregular := _IRREGULAR_PAST.get(verb):
        return irregular
    if re.search("[^aeiou]y$", verb):
        return verb[:-1] + "ied"
    return _stem(verb) + "ed"


def _with_s(plain: str, first: str, rest: str) -> str:
    """A plural or a third person; "" where it is not sure which word takes the s."""
    if not rest or plain.rpartition(" ")[2] in _PARTICLES:
        return f"{_plural(first)} {rest}".strip()
    head, _, last = plain.rpartition(" ")
    return "" if re.search(r"\b(?:of|that|how|with|in|to|the|a)\b", head) else f"{head} {_plural(last)}"


def _plural(word: str) -> str:
    if word == "have":
        return "has"
    if re.search("[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "x", "z", "ch", "sh", "go", "do")) else "s")
