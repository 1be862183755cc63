"""The short forms in a text, and where it spells them out. Used by both checks on short forms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from app.checks.prose import Prose
from app.text.frequency import zipf
from app.text.word_lists import listed

_KNOWN_TO_ALL = listed(
    "DNA RNA USA US UK EU UN UAE TV OK PhD MD BSc MSc HIV AIDS COVID NHS WHO AM PM BC AD CE CEO ID PDF DVD CD PC NASA"
    " FDA GPS USB SMS NIHR NIH CDC DOI UV URL"
)
_UNITS = listed("mL dL kDa kHz MHz GHz Hz mmHg mEq dB kJ kcal mM nM pM mV kV mA kPa MPa GHZ IU kBq MBq mSv Gy mOsm ISO")
_ROMAN = re.compile(r"[IVX]+[a-c]?")
_TOKEN = re.compile(r"(?<![\w@/.-])[^\W_](?:[^\W_]|-(?=[^\W_]))*(?![\w@])")
_MOST_LETTERS = 12
_BRACKET_REACH = 12
_BRACKETED = re.compile(r"\(([^()]{2,120})\)|\[([^\[\]]{2,120})\]")
_ANNOUNCED = re.compile(
    r"(?P<long>[^.;:()\n]{4,100}?),? (?:(?:also )?(?:called|known as|abbreviated(?: as| to)?)|or) (?:the )?[“\"‘']?"
)


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A short form at a place of the plain text. `name` is without the s of a plural."""

    name: str
    start: int
    end: int
    is_name: bool
    """Whether it looks like a gene, a protein or a cell line: capitals with digits ("SOD1G93A", "IL-6")."""


@lru_cache(maxsize=256)
def short_forms(text: Prose) -> tuple[ShortForm, ...]:
    """Every use of a short form in a section, in order; those that everybody knows and units are left out."""
    return tuple(form for match in _TOKEN.finditer(text.text) for form in _in_token(match[0], match.start()))


@lru_cache(maxsize=256)
def spelled_out(text: Prose) -> tuple[tuple[str, int], ...]:
    """The names that a section spells out, each with the place of its first character (plain code points).

    "long form (SF)" and "SF (long form)" are told by the method of Schwartz and Hearst (2003); "long form, or SF" too.
    """
    return tuple(_definitions(text.text, short_forms(text)))


def _in_token(token: str, place: int) -> Iterator[ShortForm]:
    """The short form in a token, without tails such as "-positive" and heads such as "anti-"."""
    parts = token.split("-")
    kept = [index for index, part in enumerate(parts) if _is_short(part) or (part.isdigit() and index)]
    if not kept or not any(_is_short(parts[index]) for index in kept):
        return
    first, last = kept[0], kept[0]
    while last + 1 in kept:
        last += 1
    start = place + sum(len(part) + 1 for part in parts[:first])
    written = "-".join(parts[first : last + 1])
    name = written.removesuffix("s") if re.search(r"[A-Z0-9]s$", written) else written
    if name in _KNOWN_TO_ALL or name in _UNITS or parts[first] in _KNOWN_TO_ALL or _ROMAN.fullmatch(name):
        return
    has_digit = any(letter.isdigit() for letter in name)
    yield ShortForm(name, start, start + len(name), has_digit)


def _is_short(part: str) -> bool:
    """Two capitals or more, that make up half of the letters; no shouted word."""
    if not 2 <= len(part) <= _MOST_LETTERS or part[0].isdigit():
        return False
    bare = part.removesuffix("s")
    capitals = sum(letter.isupper() for letter in bare)
    digits = sum(letter.isdigit() for letter in bare)
    if capitals + digits < 2 or not capitals or (capitals < 2 and len(bare) > 5):
        return False
    is_shouted = part.isupper() and part.isalpha() and (len(part) > 6 or zipf(part) >= 4.5)
    return (capitals + digits) * 2 >= len(bare) and not is_shouted


def _definitions(text: str, forms: tuple[ShortForm, ...]) -> Iterator[tuple[str, int]]:
    for bracket in _BRACKETED.finditer(text):
        start, end = bracket.span()
        before, inside = text[max(0, start - 160) : start], text[start + 1 : end - 1]
        for form in _between(forms, start - _MOST_LETTERS * 3, end):
            is_inside = start < form.start <= start + _BRACKET_REACH and form.end < end
            if (is_inside and _spells(form.name, before)) or (
                0 <= start - form.end <= 2 and _spells(form.name, inside, is_whole=True)
            ):
                yield form.name, form.start
    for form in forms:
        before = text[max(0, form.start - 140) : form.start]
        if (match := _ANNOUNCED.search(before)) and match.end() == len(before) and _spells(form.name, match["long"]):
            yield form.name, form.start


def _between(forms: tuple[ShortForm, ...], start: int, end: int) -> tuple[ShortForm, ...]:
    first = bisect_left(forms, start, key=attrgetter("start"))
    return forms[first : bisect_left(forms, end, key=attrgetter("start"))]


def _spells(name: str, words: str, *, is_whole: bool = False) -> bool:
    """Whether the last words (or all) spell the short form: its letters in order, the first at a word's start."""
    letters = [letter.lower() for letter in name if letter.isalnum()]
    lower = re.split(r"[.!?;\n]\s", words.lower())[-1].rstrip()
    if is_whole:
        lower = re.split(r"[,;]", lower)[0].rstrip()
    place = len(lower)
    for index in range(len(letters) - 1, -1, -1):
        place -= 1
        while place >= 0 and (
            lower[place] != letters[index] or (index == 0 and place > 0 and lower[place - 1].isalnum())
        ):
            place -= 1
        if place < 0:
            return _spells_by_number(letters, lower)
    long_form = lower[place:]
    count = len(long_form.split())
    fits = count <= min(len(letters) + 5, len(letters) * 2) and len(long_form) > len(name)
    return fits and (not is_whole or place == 0 or not lower[:place].strip())


def _spells_by_number(letters: list[str], words: str) -> bool:
    """Numbers in a name need not stand in the long form: "glucagon-like peptide one (GLP-1)"."""
    without = [letter for letter in letters if not letter.isdigit()]
    return len(without) >= 2 and len(without) < len(letters) and _spells("".join(without), words)
