"""Sentences with their places in a text, by rules that know medical writing.

A new line or a bullet ends a sentence. A stop does not when it belongs to an abbreviation ("et al. (2019)", "Fig. 1",
"vs."), to a number ("p = 0.005"), to initials ("J. Smith"), to a species ("E. coli") or to an address.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import merge
from itertools import chain

from app.text.word_lists import listed

_NEVER_ENDS = listed(
    "e.g i.e eg ie vs v.s cf viz approx ca dr prof mr mrs ms mx st sr jr rev gen col capt lt hon gov sen rep messrs"
    " mt ft esp incl excl resp dept univ assoc conc temp avg min max wt vol. ed eds et op ibid assn"
    " drs profs nat sci int biol med clin natl intl"
)
_ENDS_BEFORE_NO_NUMBER = listed(
    "fig figs no nos vol vols p pp pg eq eqs tab tabs ref refs sec sect ch chap art nr suppl app ex ext"
    " jan feb mar apr jun jul aug sep sept oct nov dec grp gr"
)
_MAY_END = listed("al etc inc ltd co corp u.s u.k u.s.a e.u u.n a.m p.m ph.d m.d b.sc m.sc d.c n.b")
_STARTERS = listed(
    "the this that these those there then they it its in on at for from with we our you your he she his her a an and"
    " but however if when while as after before during both all some many most more such to by no not one two three"
    " our their what how why who where which although because since so thus also another each every patients rats"
    " mice people participants researchers scientists doctors results next first second finally overall"
)
_BEFORE_INITIALS = listed("by and of with from dr prof mr mrs ms to & author authors")
_BULLET = re.compile(r"\s*(?:(?:[•·◦‣▪●○*–—-]|\(?\d{1,3}[.)]|\(?[a-z]\))(?=\s|$)\s*)*")
_STOP = re.compile(r"[.!?…]+(?:[”’\"')\]}»*_]|\[\d[\d,–-]*\])*(?=\s|$)")
_GLUED_STOP = re.compile(r"(?<=[a-z]{2})[.!?](?:\d{1,3}(?:[,–-]\d{1,3})*(?=\s+[A-Z(“\"])|(?=[A-Z][a-z]+[\s,]))")
_LAST_WORD = re.compile(r"[(\[“\"'‘]*([^\s(\[“\"'‘]+)$")
_NEXT_WORD = re.compile(r"[\s“‘\"'(\[«*_]*([^\s]*)")
_LINE = re.compile(r"[^\r\n\x0b\x0c\x1c-\x1e\x85\u2028\u2029]+")
_LETTER = re.compile(r"[^\W\d_]")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """The spans (code points) of the sentences, in order, each holding at least one letter."""
    return tuple(each_sentence(text))


def each_sentence(text: str) -> Iterator[tuple[int, int]]:
    """The same, looked for one after the other: who wants the first does not pay for all."""
    for line in _LINE.finditer(text):
        yield from _each_of_line(text, *line.span())


def sentences_of_line(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences in one line of the text. Bullets and item numbers stand outside of them."""
    return list(_each_of_line(text, start, end))


def _each_of_line(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    bullet = _BULLET.match(text, start, end)
    position = bullet.end() if bullet else start
    for stop in chain(_stops(text, position, end), (end,)):
        span = _trimmed(text, position, stop)
        if _LETTER.search(text, *span):
            yield span
        position = stop


def is_finished(text: str, end: int) -> bool:
    """Whether the sentence that ends at `end` ends with a stop."""
    return re.search(r"[.!?…][”’\"')\]}»*_]*$", text[max(0, end - 12) : end]) is not None


def _stops(text: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end, in order."""
    clear = (mark.end() for mark in _STOP.finditer(text, start, end) if _ends_sentence(text, start, mark))
    before = start - 1
    for place in merge(clear, _glued_stops(text, start, end)):
        if place != before:
            yield place
        before = place


def _glued_stops(text: str, start: int, end: int) -> Iterator[int]:
    for mark in _GLUED_STOP.finditer(text, start, end):
        token = text[max(text.rfind(" ", start, mark.start()) + 1, start) : mark.end()]
        if not re.search(r"[/@:]|www\.", token) and _last_word(text, start, mark.start()).lower() not in _KNOWN:
            yield mark.end()


_KNOWN = _NEVER_ENDS | _ENDS_BEFORE_NO_NUMBER | _MAY_END


def _ends_sentence(text: str, start: int, mark: re.Match[str]) -> bool:
    rest = _NEXT_WORD.match(text, mark.end())
    follower = rest[1] if rest else ""
    if not follower or mark.end() >= len(text) or "\n" in text[mark.end() : rest.start(1) if rest else None]:
        return True
    is_lower = follower[0].islower() and follower.islower()
    if mark[0][0] != "." or "!" in mark[0] or "?" in mark[0]:
        return not is_lower
    if is_lower and not follower[0].isdigit():
        return False
    if len(mark[0]) > 1 and mark[0][1] == ".":  # an ellipsis
        return follower[0].isupper()
    return not _is_abbreviation(_last_word(text, start, mark.start()), follower, text, start, mark)


def _is_abbreviation(word: str, follower: str, text: str, start: int, mark: re.Match[str]) -> bool:
    """Whether the stop after `word` belongs to the word, when `follower` comes next."""
    lower = word.lower()
    is_start = follower.strip(",;:").lower() in _STARTERS and follower[0].isupper()
    if lower in _NEVER_ENDS:
        return mark[0] == "." or not is_start
    if lower in _ENDS_BEFORE_NO_NUMBER and (word.islower() or word.istitle()):
        return follower[0].isdigit() or re.match(r"S?\d|[IVX]+\b|[A-Z]\b", follower) is not None
    if lower in _MAY_END:
        is_aside = text[mark.end() :].lstrip()[:1] in ("(", "[")
        return not (is_start or (lower in ("etc", "al") and follower[0].isupper() and not is_aside))
    if len(word) == 1 and word.isupper():
        return _is_initial(text[start : mark.start() - 1].split(), is_start)
    return re.fullmatch(r"(?:[A-Za-z]\.)+[A-Za-z]", word) is not None and not is_start


def _is_initial(before: list[str], is_start: bool) -> bool:
    """Whether a lone capital with a stop is a name's initial ("J. Smith"), not the end of "vitamin C."."""
    if is_start:
        return False
    if not before:
        return True
    previous = before[-1].strip("(“‘\"',;")
    return not previous.islower() or previous in _BEFORE_INITIALS or before[-1].endswith((",", ";"))


def _last_word(text: str, start: int, end: int) -> str:
    match = _LAST_WORD.search(text, max(start, end - 40), end)
    return match[1] if match else ""


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
