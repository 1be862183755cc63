"""The words of a sentence as the search for passages compares them: without grammar, endings and everyday words."""

from __future__ import annotations

import re
from functools import lru_cache

from app.text.word_lists import listed
from app.text.words import words

_EVERYDAY = listed(
    "a an and are as at be been being but by can could did do does for from had has have he her his how if in"
    " into is it its itself may might more most much must no nor not of off on or our out over she should so some"
    " such than that the their them then there these they this those through to too under until up upon very was"
    " we were what when where which while who whom why will with would you your about after again all also"
    " although among any because before between both during each even ever every few further here however just"
    " less like many now only other own same since still thus us via within without yet one's able another around"
    " us"
    " study studies paper authors author researchers team scientists found find finding findings show shows showed"
    " shown result results suggest suggests suggested indicate indicates report reported including included"
    " include using used use compare compared"
)
"""Words that tell nothing of what a sentence is about; the last rows are what papers say of themselves."""

_COUNTS = listed("once>1 single>1 twice>2 thirty>30 forty>40 fifty>50 hundred>100")
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
    " seventeen eighteen nineteen twenty"
)
_NUMBERS = {word: str(number) for number, word in enumerate(_SMALL.split())} | {
    word: number for word, _, number in (pair.partition(">") for pair in _COUNTS)
}
_ALIKE = {
    word: stem
    for stem, alike in (
        ("gait", "walk walking"),
        ("patient", "human people person"),
        ("mice", "mouse"),
        ("surviv", "lifespan survival lived live lives"),
        ("diseas", "disorder illness condition illnesses"),
        ("treatment", "drug drugs therapy therapies therapeutic treat treated treating"),
        ("woman", "women female females"),
        ("man", "men male males"),
        ("child", "children"),
        ("week", "weekly"),
        ("day", "daily"),
        ("year", "yearly annual"),
        ("tumour", "tumor tumors tumours"),
        ("elder", "older elderly"),
        ("administ", "given gave administration administered"),
        ("surgeri", "operation surgical"),
        ("muscl", "muscle muscular"),
        ("infant", "babies baby neonate"),
        ("vomit", "threw throw throws throwing"),
        ("nausea", "sick sickness queasy"),
        ("cognit", "cognition cognitive memory thinking"),
        ("kidnei", "kidney kidneys renal"),
        ("liver", "hepatic livers"),
        ("lung", "lungs pulmonary"),
        ("heart", "hearts cardiac cardiovascular"),
        ("brain", "brains cerebral"),
        ("placebo", "dummy sham placebos"),
        ("abdom", "belly tummy abdominal abdomen"),
        ("swell", "swelling swollen oedema edema"),
        ("cancer", "cancers carcinoma carcinomas malignant malignancy"),
        ("doctor", "doctors physician physicians clinician clinicians"),
        ("death", "deaths died die dies dying mortality"),
        ("frail", "frailty"),
        ("attend", "attendance adherence adhered missed sessions compliance"),
        ("advers", "adverse harm harms harmful"),
        ("pregnan", "pregnant pregnancy pregnancies"),
        ("muscl", "muscles"),
    )
    for word in alike.split()
}
"""Plain words and the words of papers that count as the same; each stands for the stem on its left."""

_CUTS = (
    "ational>ate isations>is izations>is isation>is ization>is iveness>iv fulness>ful ations>at ation>at"
    " ating>at ated>at ates>at ate>at ments>ment ities>iti ity>iti ising>is izing>is ised>is ized>is ises>is"
    " izes>is ise>is ize>is ions> ion> ness> ingly> edly> ally>al ings> ing> ies>i ied>i ers> ed> ly> es> er>"
    " e> y>i"
)
_ENDINGS = tuple((ending, instead) for ending, _, instead in (pair.partition(">") for pair in _CUTS.split()))
"""What is cut from the end of a word, and what takes its place; the first that fits counts."""

_LEAST = 3


def terms(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The stems of the telling words between `start` and `end`, in order; numbers as digits ("four" is "4")."""
    found = []
    for at, to in words(text, start, end):
        stem = _stem(text[at:to])
        if stem:
            found.append(stem)
    return found


def is_number(term: str) -> bool:
    """Whether a term is a number."""
    return term[0].isdigit()


@lru_cache(maxsize=65536)
def _stem(word: str) -> str:
    lower = word.lower().replace("’", "'").removesuffix("'s").replace("\u00ad", "")
    if lower in _EVERYDAY or not lower:
        return ""
    if lower in _NUMBERS:
        return _NUMBERS[lower]
    if lower in _ALIKE:
        return _ALIKE[lower]
    if lower[0].isdigit():
        return re.sub(r"(?<=\d)[,\u202f](?=\d{3})", "", lower).replace("·", ".")
    if len(lower) == 1:
        return ""
    if len(lower) > 3 and lower[-1] == "s" and lower[-2] not in "su":
        lower = lower[:-1]
        if lower in _ALIKE:
            return _ALIKE[lower]
    for ending, instead in _ENDINGS:
        if lower.endswith(ending) and len(lower) - len(ending) >= _LEAST:
            lower = lower[: len(lower) - len(ending)] + instead
            break
    return lower[:-1] if len(lower) > 3 and lower[-1] == lower[-2] and lower[-1] not in "sl" else lower
