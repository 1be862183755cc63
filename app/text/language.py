"""Whether a text is English, told from its script and its small words. The scores are for English only."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from app.text.frequency import zipf_of_family
from app.text.word_lists import listed

_ENGLISH = listed(
    "the of and to that for with were are as by be this it from or at not have had has we they their which can may"
    " than these he she his her you your but if when where how why would could should will been being did does into"
    " about after before between during most more other some such only over also then there its our who whom"
)
_FOREIGN = listed(
    "der und das den mit für ist nicht auch eine ein einer einem sich bei wurde werden wird von zu im auf dem"
    " les des est une que pour qui sur avec dans sont du aux cette ces plus par el los las y en por una para del"
    " como se su al lo con il che di della delle dei gli nel sono non het een van voor niet zijn werd och att som"
    " är på av til og det ikke na nie się jest są przez oraz w z os da em um uma dos das não foi ve bir bu için"
    " ja on että oli v je pro byl"
) - {"on"}
_ENOUGH_WORDS = 4


@dataclass(frozen=True, slots=True)
class Signs:
    """How many words of a text tell of its language. `plain` are words in small letters, `other_script` not Latin."""

    plain: int = 0
    english: int = 0
    foreign: int = 0
    known: int = 0
    other_script: int = 0


def signs(word: str) -> tuple[int, int, int, int, int]:
    """What one word adds to the Signs of a text."""
    if not word.isascii() and not _is_latin(word):
        return 0, 0, 0, 0, 1
    lower = word.lower()
    if not word.isalpha() or word[1:].isupper():
        return 0, 0, 0, 0, 0
    return 1, int(lower in _ENGLISH), int(lower in _FOREIGN), int(zipf_of_family(lower) > 0), 0


def is_english(words: int, signs: Signs) -> bool:
    """Whether a text of so many words is English. Fewer than four plain Latin words count as English."""
    if signs.other_script * 2 > words:
        return False
    if signs.plain < _ENOUGH_WORDS:
        return True
    if signs.foreign > max(signs.english, 1):
        return False
    is_usual = signs.english >= signs.plain * 0.15
    return signs.known >= signs.plain * (0.35 if is_usual else 0.55)


def _is_latin(word: str) -> bool:
    letters = [letter for letter in word if letter.isalpha()]
    latin = sum(letter.isascii() or unicodedata.name(letter, "").startswith("LATIN") for letter in letters)
    return latin * 2 >= len(letters)
