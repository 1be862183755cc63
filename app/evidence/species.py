"""On whom a study was done: people, animals or cells, and the plain names of the animals or cells."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from app.evidence.counting_words import PEOPLE
from app.model.paper_text import REFERENCE, PaperText

_ANIMALS = {
    "rat": r"rats?",
    "mouse": r"mice|mouse|murine",
    "rabbit": r"rabbits?",
    "pig": r"(?:mini-?)?pigs?|piglets?|swine|porcine",
    "dog": r"dogs?|beagles?|canines?",
    "cat": r"cats?|felines?",
    "monkey": r"monkeys?|macaques?|marmosets?|non-?human primates?",
    "sheep": r"sheep|lambs?|ovine",
    "goat": r"goats?",
    "horse": r"horses?|equine",
    "cow": r"cows?|cattle|calves|bovines?",
    "hamster": r"hamsters?",
    "gerbil": r"gerbils?",
    "guinea pig": r"guinea pigs?",
    "ferret": r"ferrets?",
    "zebrafish": r"zebrafish",
    "fish": r"(?<!shell)fish|trout|salmon|carp",
    "frog": r"frogs?|Xenopus|toads?|tadpoles?",
    "fruit fly": r"fruit fl(?:y|ies)|Drosophila|flies",
    "worm": r"C\. elegans|Caenorhabditis|nematodes?|roundworms?",
    "bee": r"(?:honey ?)?bees?",
    "bird": r"birds?|finch(?:es)?|pigeons?",
    "chicken": r"chick(?:en)?s?|hens?",
}
"""The plain name of an animal, and the words in which papers and summaries speak of it."""

_CELLS = (
    r"cell lines?|cultured (?:\w+ )?cells|in vitro|yeasts?|Candida|bacteri(?:a|um)|E\. coli"
    r"|bacteriophage|(?:HeLa|HEK ?293\w?|MCF.?\w+) cells"
)
NAMES = {
    name: re.compile(rf"\b(?:{pattern})\b", re.IGNORECASE) for name, pattern in (*_ANIMALS.items(), ("cells", _CELLS))
}
_ANY = re.compile(
    "|".join(rf"(?P<s{index}>\b(?:{pattern})\b)" for index, pattern in enumerate(_ANIMALS.values())), re.I
)
_CELL = re.compile(rf"\b(?:{_CELLS})\b", re.IGNORECASE)
_PERSON = re.compile(rf"\b{PEOPLE}", re.IGNORECASE)
_ORDER = tuple(_ANIMALS)
_REAGENT = re.compile(r"(?:anti-?|goat |polyclonal |monoclonal |secondary |fetal |foetal |serum )$", re.IGNORECASE)
_REAGENT_AFTER = re.compile(r"[\s-]*(?:anti\b|anti-|mono|poly|antibod|Ig[GM]|serum|albumin|oil)", re.IGNORECASE)
_LEAST, _OUTWEIGHS = 5, 1.0


@dataclass(frozen=True, slots=True)
class Species:
    """On whom a study was done: `kind` is animal or cells, `names` the plain names, commonest first, `trigger` the
    words that say so and their place in the paper's whole text (None when only the title says it)."""

    kind: str
    names: tuple[str, ...]
    trigger: str
    start: int | None = None
    end: int | None = None


@lru_cache(maxsize=64)
def studied_species(title: str, text: PaperText | None) -> Species | None:
    """The animals or cells that a paper studies, or None when it studies people or does not say."""
    whole = "" if text is None else "\n\n".join(_readable(text))
    in_title = list(_ANY.finditer(title))
    people = len(_PERSON.findall(whole)) + 3 * len(_PERSON.findall(title))
    animals = [match for match in _ANY.finditer(whole) if not _is_reagent(match)]
    names = Counter(_name(match) for match in (*in_title, *animals))
    if in_title or (len(animals) >= _LEAST and len(animals) > _OUTWEIGHS * people):
        common = tuple(name for name, count in names.most_common() if count * 5 >= names.most_common(1)[0][1])
        return Species("animal", common, *_place(in_title, animals, text))
    if match := _CELL.search(title):
        return Species("cells", ("cells",), match[0])
    cells = list(_CELL.finditer(whole))
    if len(cells) >= _LEAST and len(cells) > people + len(animals):
        return Species("cells", ("cells",), *_place([], cells, text))
    return None


def _readable(text: PaperText) -> list[str]:
    """The blocks with references blanked, so that places stay those of the whole text."""
    return [" " * len(block.text) if block.kind == REFERENCE else block.text for block in text.blocks]


def _place(
    in_title: list[re.Match[str]], in_text: list[re.Match[str]], text: PaperText | None
) -> tuple[str, int | None, int | None]:
    if in_text and text is not None:
        return in_text[0][0], in_text[0].start(), in_text[0].end()
    return in_title[0][0], None, None


def _name(match: re.Match[str]) -> str:
    assert match.lastgroup is not None
    return _ORDER[int(match.lastgroup[1:])]


def _is_reagent(match: re.Match[str]) -> bool:
    """Whether the animal only gave an antibody or a serum."""
    text = match.string
    if match[0].lower() == "cat" and text[match.start()] != "c":
        return True
    before = text[max(0, match.start() - 14) : match.start()]
    return _REAGENT.search(before) is not None or _REAGENT_AFTER.match(text, match.end()) is not None
