"""Whether a text is English, told from its script and its small words. The scores are for English only."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache

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


def is_english(words: Sequence[str]) -> bool:
    """Whether these words, with their own capitals, are English. Fewer than four Latin words count as English."""
    letters = "".join(words)[:2000]
    latin = sum(_is_latin(letter) for letter in letters if letter.isalpha())
    alphabetic = sum(letter.isalpha() for letter in letters)
    if alphabetic and latin < alphabetic / 2:
        return False
    plain = [word.lower() for word in words if word.isalpha() and not word[1:].isupper()]
    if len(plain) < _ENOUGH_WORDS:
        return True
    english = sum(word in _ENGLISH for word in plain)
    foreign = sum(word in _FOREIGN for word in plain)
    if foreign > max(english, 1):
        return False
    known = sum(zipf_of_family(word) > 0 for word in plain)
    return known >= len(plain) * (0.35 if english >= len(plain) * 0.15 else 0.55)


@lru_cache(maxsize=4096)
def _is_latin(letter: str) -> bool:
    return letter.isascii() or unicodedata.name(letter, "").startswith("LATIN")
