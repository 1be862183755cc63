"""The address of a summary: a few telling words of its title and the paper's year, unique in the library."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable

from app.model.summary import Summary, title_of
from app.model.vocabulary import NO_FOLDER_ON_WINDOWS

UNTITLED = "untitled"
_MOST_WORDS = 8
_MOST_CHARACTERS = 80
_FILLERS = """
a an and are as at be been but by can could did do does for from had has have how in into is it its may more new of on
or our results show shows some study such than that the their these this those to toward towards via was we were what
when which while who with within without
"""
_GREEK = str.maketrans({"α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "κ": "kappa", "μ": "mu", "µ": "mu"})
_LETTERS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"})


def slug_words(text: str) -> list[str]:
    """The words of a text in ASCII lower case: “Crohn’s β-cells” gives crohns, beta, cells."""
    text = text.lower().translate(_GREEK).translate(_LETTERS)
    text = unicodedata.normalize("NFKD", re.sub(r"[’'‘`´]", "", text))
    return re.findall(r"[a-z0-9]+", "".join(letter for letter in text if not unicodedata.combining(letter)))


def slug_of(text: str) -> str:
    """A short name as an address, `regenerative-medicine`; empty when it has no letter or digit."""
    return "-".join(slug_words(text))[:_MOST_CHARACTERS].strip("-")


def made_slug(summary: Summary) -> str:
    """The address that a summary's title and the paper's year make: `stem-cells-spinal-cord-2024`, else `untitled`."""
    title = title_of(summary) if summary.plain_title or summary.paper.title else ""
    words = slug_words(title)
    telling = [word for word in words if word not in _FILLERS.split()] or words
    chosen: list[str] = []
    for word in telling[:_MOST_WORDS]:
        if chosen and len("-".join([*chosen, word])) > _MOST_CHARACTERS:
            break
        chosen.append(word[:_MOST_CHARACTERS])
    if not chosen:
        return UNTITLED
    published = summary.paper.published
    year = f"{published.year:04d}" if published else ""
    return "-".join([*chosen, year] if year and chosen[-1] != year else chosen)


def is_made_from(slug: str, summary: Summary) -> bool:
    """Whether a slug is the one we make for this summary, perhaps with a number to tell it apart."""
    made = made_slug(summary)
    return slug == made or bool(re.fullmatch(re.escape(made) + r"-\d+", slug))


def free_slug(wished: str, is_taken: Callable[[str], bool]) -> str:
    """The wished slug, else with the first number from 2 on that is free and can be a folder's name everywhere."""
    slug, number = wished, 2
    while slug in NO_FOLDER_ON_WINDOWS or is_taken(slug):
        slug, number = f"{wished}-{number}", number + 1
    return slug
