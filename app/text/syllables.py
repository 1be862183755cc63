"""Syllables of English words as they are spoken: a dictionary, then endings, then rules on letters.

The rules that the help states: an acronym ("MSCs", "SOD1G93A", "mRNA") is spoken as one unit and counts as one
syllable; a number counts as it is read aloud ("43" is three, "0.5" is four), a year in pairs ("2021" is five); a web
address counts as one. Signs such as "%" are not counted.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from app.text.word_lists import lines
from app.text.words import is_address

_DIGIT = (2, 1, 1, 1, 1, 1, 1, 2, 1, 1)
_TEEN = (1, 3, 1, 2, 2, 2, 2, 3, 2, 2)
_TENS = (0, 0, 2, 2, 2, 2, 2, 3, 2, 2)
_NUMBER = re.compile(r"(\d[\d,]*)(?:[.·](\d+))?(.*)")
_ACRONYM = re.compile(
    r"[A-Z]{2,5}s?|(?=.*\d)(?=.*[^\W\d_])[^\W_]+"  # MSCs, SOD1G93A
    r"|[a-z]{0,3}[A-Z][a-z]+[A-Z]+[a-z]?|[a-z]{1,3}[A-Z]+s?|[A-Z]+[a-z]"  # CoV, mRNA, RNAi
    r"|[bcdfghjklmnpqrstvwxz]+"  # mg, kg
)
_VOWELS = re.compile(r"[aeiouyàáâäèéêëìíîïòóôöùúûü]+")
_SILENT_END = re.compile(r"[^aeiouyl]e$|(?:[^aeioutd]ed|[^aeiouscxzhg]es)$")
_SPOKEN_LE = re.compile(r"[^aeiouy]les?$")
_PARTED = re.compile(
    r"ia(?!l$|ls$|n$|ns$)|i[ou](?!s|n|r$)|[^qg]u[aeo](?!r?$)|eo(?!u|n)|ya|yo|ii|uu|oa(?=l?is|p$)|e[iu]m$"
)
_BEGINNINGS = {
    "anti": 2, "auto": 2, "bio": 2, "cardio": 3, "chemo": 2, "co": 1, "cyto": 2, "de": 1, "dis": 1, "electro": 3,
    "extra": 2, "fibro": 2, "gastro": 2, "hemo": 2, "haemo": 2, "hyper": 2, "hypo": 2, "immuno": 3, "inter": 2,
    "intra": 2, "micro": 2, "mis": 1, "mono": 2, "multi": 2, "myo": 2, "nano": 2, "neuro": 2, "non": 1, "over": 2,
    "patho": 2, "physio": 3, "post": 1, "pre": 1, "pro": 1, "psycho": 2, "radio": 3, "re": 1, "semi": 2, "sub": 1,
    "super": 2, "tele": 2, "thrombo": 2, "trans": 1, "ultra": 2, "un": 1, "under": 2, "vaso": 2,
}  # fmt: skip


@lru_cache(maxsize=65536)
def syllables(word: str) -> int:
    """The syllables of one word of `words.words` (its letters' case matters: "US" is one unit), at least 1."""
    word = word.replace("’", "'").replace("ʼ", "'").replace("\u00ad", "")
    if is_address(word) or "." in word.rstrip("."):
        return 1 if not word[0].isdigit() or is_address(word) else _number(word)
    if word[0].isdigit():
        return _number(word)
    stem = word.removesuffix("'s").removesuffix("'S")
    if len(word) > 1 and _ACRONYM.fullmatch(stem):
        return 1
    return _spoken(word.lower())


def _spoken(word: str) -> int:
    return _listed(word) or _with_ending(word) or _with_beginning(word) or by_letters(word)


def _listed(word: str) -> int:
    return _house().get(word) or _dictionary().get(word, 0)


def _with_ending(word: str) -> int:
    """Counted from the listed word that it is made of: plural, possessive, -ed, -ing, -ly and their like."""
    for ending in ("'s", "'", "s"):
        if word.endswith(ending) and (count := _listed(stem := word.removesuffix(ending))):
            return count + (ending != "'" and stem.endswith(("s", "x", "z", "ch", "sh", "ce", "ge", "se", "ze")))
    if word.endswith("ies") and (count := _listed(word[:-3] + "y")):
        return count
    if word.endswith("es") and (count := _listed(word[:-2])):
        return count + word[:-2].endswith(("s", "x", "z", "ch", "sh"))
    if word.endswith("ed") and (count := _listed(word[:-2]) or _listed(word[:-1])):
        return count + word[:-2].endswith(("t", "d"))
    for ending, extra in (("ing", 1), ("ly", 1), ("ness", 1), ("less", 1), ("ful", 1), ("ment", 1), ("like", 1)):
        stem = word.removesuffix(ending)
        if len(stem) > 2 and stem != word and (count := _listed(stem) or (ending == "ing" and _listed(stem + "e"))):
            return count + extra
    if word.endswith("ally") and (count := _listed(word[:-4])):
        return count + 1
    if word.endswith("isation") and (count := _listed(word[:-7] + "ization")):
        return count
    if re.search("is(?:e|ed|es|er|ing)$", word):
        return _listed(re.sub(r"is(?=(?:e|ed|es|er|ing)$)", "iz", word))
    return 0


def _with_beginning(word: str) -> int:
    """Counted from a prefix and the listed word after it, the longest prefix first."""
    for length in range(min(8, len(word) - 4), 1, -1):
        if (extra := _BEGINNINGS.get(word[:length])) and (
            rest := _listed(word[length:]) or _with_ending(word[length:])
        ):
            return extra + rest
    return 0


def by_letters(word: str) -> int:
    """An estimate from groups of vowels, for words that no list knows."""
    letters = re.sub(r"[^\w]|\d|_", "", word.lower())
    count = len(_VOWELS.findall(letters))
    if _SILENT_END.search(letters) and not _SPOKEN_LE.search(letters):
        count -= 1
    count += len(_PARTED.findall(letters))
    return max(1, count)


def _number(word: str) -> int:
    match = _NUMBER.match(word)
    if match is None:  # digits of another script
        return 1
    digits, decimals, rest = match[1].replace(",", ""), match[2], match[3]
    is_year = len(digits) == 4 and "," not in match[1] and not decimals and 1100 <= int(digits) <= 2099
    count = _year(int(digits)) if is_year else _cardinal(digits)
    if decimals:
        count += 1 + sum(_DIGIT[int(digit)] for digit in decimals)
    is_only_grammar = rest.lower() in ("", "s", "'s", "st", "nd", "rd", "th")
    return count if is_only_grammar else count + syllables(rest) if rest[0].isalpha() else count


def _year(year: int) -> int:
    high, low = divmod(year, 100)
    if 2000 <= year < 2010 or low == 0:
        return _cardinal(str(year)) if high == 20 else _below_thousand(high) + 2
    return _below_thousand(high) + (_below_thousand(low) if low > 9 else 1 + _DIGIT[low])


def _cardinal(digits: str) -> int:
    """A whole number read aloud; beyond billions digit by digit."""
    if len(digits) > 12 or (len(digits) > 1 and digits[0] == "0"):
        return sum(_DIGIT[int(digit)] for digit in digits)
    number = int(digits)
    if number == 0:
        return 2
    count = 0
    for size, name in ((10**9, 2), (10**6, 2), (10**3, 2)):
        part, number = divmod(number, size)
        if part:
            count += _below_thousand(part) + name
    return count + _below_thousand(number)


def _below_thousand(number: int) -> int:
    hundreds, rest = divmod(number, 100)
    count = _DIGIT[hundreds] + 2 if hundreds else 0
    if 10 <= rest < 20:
        return count + _TEEN[rest - 10]
    return count + _TENS[rest // 10] + (_DIGIT[rest % 10] if rest % 10 else 0)


@cache
def _dictionary() -> dict[str, int]:
    counts: dict[str, int] = {}
    for line in lines("cmudict-syllables.txt.gz"):
        number, *words = line.split()
        counts.update(dict.fromkeys(words, int(number)))
    return counts


@cache
def _house() -> dict[str, int]:
    return {word: int(count) for word, count in (line.split() for line in lines("syllables-house.txt"))}
