"""Words of direction by what they say it of: amount ("more"), quality ("better"), speed ("faster"). And than what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from app.evidence.side_by_side import Place, names, place

_AMOUNT, _QUALITY, _SPEED, _SIDE = "amount", "quality", "speed", "side"
_WAYS = (
    (_AMOUNT, 1, r"more|higher|greater|larger|bigger|increas(?:e|es|ed|ing|ingly)|ris(?:e|es|ing|en)|rose"
                 r"|grew|grown|gain(?:s|ed)?|elevat(?:e|es|ed|ing|ion)"
                 r"|exceed(?:s|ed|ing)?|raise[sd]?|raising|up-?regulat(?:e|es|ed|ing|ion)|enhanc(?:e|es|ed|ing|ement)"
                 r"|rais(?:ed|es)|highest|largest|most often|augment(?:s|ed|ing)?|doubl(?:ed|ing)"),
    (_AMOUNT, -1, r"less|fewer|lower|smaller|decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|ing|tions?)"
                  r"|f[ae]ll(?:s|en|ing)?|dropp(?:ed|ing)|drops?|declin(?:e|es|ed|ing)|los(?:s|t|ses)"
                  r"|lowered|lowering|diminish(?:es|ed|ing)?|lessen(?:s|ed)?|lowest"
                  r"|smallest|down-?regulat(?:e|es|ed|ing|ion)|suppress(?:es|ed|ing)?|halv(?:ed|ing)"
                  r"|diminution|attenuat(?:e|es|ed|ing|ion)"),
    ("length", 1, r"longer|longest|prolong(?:s|ed|ing|ation)?|extend(?:s|ed|ing)?|lengthen(?:s|ed|ing)?"),
    ("length", -1, r"shorter|shortest|shorten(?:s|ed|ing)?"),
    ("age", 1, r"older|oldest"),
    ("age", -1, r"younger|youngest"),
    ("build", 1, r"heavier|taller|stronger|wider|thicker|deeper|severer"),
    ("build", -1, r"lighter|weaker|narrower|thinner|shallower|milder"),
    (_QUALITY, 1, r"better|improv(?:e|es|ed|ing|ements?)|ameliorat(?:e|es|ed|ing|ion)"),
    (_QUALITY, -1, r"worse|worsen(?:s|ed|ing)?|worst|deteriorat(?:e|es|ed|ing|ion)|impair(?:s|ed|ing|ment)?"),
    (_SPEED, 1, r"faster|quicker|sooner|earlier|accelerat(?:e|es|ed|ing|ion)"),
    (_SPEED, -1, r"slower|later|slow(?:s|ed|ing)|delay(?:s|ed|ing)?|decelerat(?:e|es|ed|ing|ion)"),
    (_SIDE, 1, r"above|over(?= \d)|positive(?:ly)?(?= (?:correlat|associat))"),
    (_SIDE, -1, r"below|under(?= \d)|negative(?:ly)?(?= (?:correlat|associat))"),
)  # fmt: skip
_WORD = re.compile("|".join(f"(?P<w{index}>\\b(?:{pattern})\\b)" for index, (_, _, pattern) in enumerate(_WAYS)), re.I)
_DENIED = re.compile(
    r"\b(?:no|not|nor|neither|never|without|cannot|n['’]t|prevent(?:s|ed|ing)?|against|avoid(?:s|ed|ing)?"
    r"|rather than|or|and/or|any)\W+(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)
_NO_WAY = re.compile(
    r"\s(?:or|and)\s(?:less|more|fewer|lower|higher|worse)\b|\s(?:important|recent)ly\b|\s(?:to|from) follow",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"(?:more|less) \w+ly\b", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:,]\s|\b(?:but|while|whereas|although|because)\b|[.!?]$", re.IGNORECASE)
_THAN = re.compile(r"\bthan\b|\b(?:compared|relative) (?:to|with)\b|\bversus\b|\bvs\b\.?", re.IGNORECASE)
_REACH_OF_THAN = 90
_FURTHEST = 300


@dataclass(frozen=True, slots=True)
class Way:
    """A word of direction with its span, what it is said of (`scale`), 1 for more or -1 for less, and what stands
    around it. `this` and `that` are the roots told apart by "than": this is higher than that. `is_denied`: "no more".
    """

    start: int
    end: int
    scale: str
    way: int
    place: Place
    this: frozenset[str] = frozenset()
    that: frozenset[str] = frozenset()
    is_denied: bool = False


@lru_cache(maxsize=4096)
def ways_of(sentence: str) -> tuple[Way, ...]:
    """Every word of direction of a sentence; "more or less" and "lost to follow-up" are none."""
    return tuple(
        _way(sentence, match) for match in _WORD.finditer(sentence) if not _NO_WAY.match(sentence, match.end())
    )


def without_ways(sentence: str) -> str:
    """The sentence without its words of direction: what it is about, whichever way it points."""
    return _WORD.sub(" ", sentence)


def _way(sentence: str, match: re.Match[str]) -> Way:
    scale, way, _ = _WAYS[int((match.lastgroup or "w0")[1:])]
    if _DEGREE.match(sentence, match.start()):
        scale = "degree"  # "more effectively reduced" is not more of anything
    is_denied = _DENIED.search(sentence, max(0, match.start() - 40), match.start()) is not None
    this, that = _compared(sentence, *match.span())
    return Way(*match.span(), scale, way, place(sentence, *match.span()), this, that, is_denied)


def _compared(sentence: str, start: int, end: int) -> tuple[frozenset[str], frozenset[str]]:
    """What is set against what: "higher in men than in women" gives men and women, "men live longer than women" too."""
    than = _THAN.search(sentence, end, end + _REACH_OF_THAN)
    if than is None or _CLAUSE.search(sentence, end, than.start()):
        return frozenset(), frozenset()
    stop = _CLAUSE.search(sentence, than.end(), than.end() + _FURTHEST)
    that = names(sentence[than.end() : stop.start() if stop else than.end() + _FURTHEST])
    before = sentence[max(0, start - _FURTHEST) : start]
    breaks = list(_CLAUSE.finditer(before))
    this = names(sentence[end : than.start()]) or names(before[breaks[-1].end() :] if breaks else before)
    return this - that, that - this


def is_swapped(one: Way, other: Way) -> bool:
    """Whether what is set against what is the other way round: men than women, women than men."""
    crossed = one.this & other.that and one.that & other.this
    return bool(crossed) and not (one.this & other.this or one.that & other.that)
