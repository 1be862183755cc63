"""Which words are not spelled as any list knows them, and what may be meant. Offline; names and short forms are let be.

British and American spellings are both right. A word is only doubted when it is plain lower case, or begins a sentence:
a wrong doubt costs the writer more than a missed slip.
"""

from __future__ import annotations

import difflib
import re
import threading
import unicodedata
from collections.abc import Iterable, Iterator, Set
from functools import cache, lru_cache

from spellchecker import SpellChecker

from app.model.paper import Paper
from app.model.summary import Summary
from app.text.frequency import zipf
from app.text.sentences import sentences
from app.text.word_lists import lines, listed
from app.text.words import words

MOST_SUGGESTIONS = 5
_COMMON = 3.2
"""From this Zipf value on a word of the frequency list is right: below it the list holds common slips."""
_COMMON_SLIPS = listed("alot untill thier alright childrens")
_BEGINNINGS = listed(
    "anti auto bio cardio chemo cyto electro extra gastro haemo hemo hyper hypo immuno inter intra macro micro mid mini"
    " mono multi myo nano neuro non over patho photo physio poly post pre pseudo psycho radio re semi socio sub super"
    " tele thrombo trans ultra un under vaso"
)
_AMERICAN = tuple(
    (re.compile(british), american)
    for british, american in (
        (r"is(e|ed|es|ing|er|ers|ation|ations|able|ational)$", r"iz\1"),
        (r"ys(e|ed|es|ing|er|ers)$", r"yz\1"),
        (r"our", "or"),
        (r"ae|oe", "e"),
        (r"([aeou])ll(ed|ing|er|ers)$", r"\1l\2"),
        (r"tre(s|d)?$", r"ter\1"),
        (r"logue(s?)$", r"log\1"),
        (r"ence(s?)$", r"ense\1"),
        (r"([ao]m)me(s?)$", r"\1\2"),
        (r"sceptic", "skeptic"),
        (r"fulfil(s|ment)?$", r"fulfill\1"),
        (r"sulph", "sulf"),
        (r"grey", "gray"),
        (r"plough", "plow"),
        (r"mould", "mold"),
    )
)
_loading = threading.Lock()
_is_ready = threading.Event()


def misspelt(text: str, known: Set[str] = frozenset()) -> tuple[tuple[int, int], ...]:
    """The spans (code points) of doubtful words in a plain text, in order. `known` holds lower-case words to let be."""
    starts = {_first_word(text, start) for start, _end in sentences(text)}
    return tuple(
        span
        for span in words(text)
        if _is_judged(word := text[slice(*span)], span[0] in starts)
        and (lower := _bare(word)) not in known
        and not is_word(lower)
    )


def known_words(summary: Summary, others: Iterable[str] = ()) -> frozenset[str]:
    """The words that a summary brings with it: of its papers, names, glossary, categories and sources; lower case."""
    texts = [*_of_paper(summary.paper), *(text for paper in summary.related_research for text in _of_paper(paper))]
    texts += [text for term in summary.glossary for text in (term.term, term.plain)]
    texts += [category.name for category in summary.categories]
    texts += [source.title for source in summary.sources] + [person.name for person in summary.contributors]
    return frozenset(_bare(text[start:end]) for text in (*texts, *others) for start, end in words(text))


def is_word(word: str) -> bool:
    """Whether a lower-case word without possessive ending is spelled as English spells it, here or overseas."""
    word = _plain_letters(word)
    return word not in _COMMON_SLIPS and (_is_listed(word) or any(_is_listed(form) for form in _forms(word)))


def suggestions(word: str) -> tuple[str, ...]:
    """What may be meant, likeliest first, in the word's own capitals. May take a tenth of a second."""
    lower = _bare(word)
    near = [form for form in _dictionary().edit_distance_1(lower) if is_word(form)]
    ordered = sorted(near, key=lambda form: (-zipf(form), form))
    if not ordered:
        ordered = difflib.get_close_matches(lower, _nearby(lower), MOST_SUGGESTIONS, 0.75)
    capital = word[:1].isupper()
    return tuple(form.capitalize() if capital else form for form in ordered[:MOST_SUGGESTIONS])


def warm_up() -> None:
    """Load the lists, for a background thread: until then `is_ready` is False and a first question would wait."""
    _is_listed("ready")
    _is_ready.set()


def is_ready() -> bool:
    """Whether the lists are loaded."""
    return _is_ready.is_set()


def _is_judged(word: str, is_first: bool) -> bool:
    """Names, short forms, numbers, addresses and letters of other scripts are not ours to judge."""
    stem = word.replace("’", "'").removesuffix("'s")
    letters = stem.replace("'", "")
    if len(letters) < 3 or not letters.isalpha() or not letters[1:].islower() or not _plain_letters(letters).isascii():
        return False
    return letters[0].islower() or is_first


def _first_word(text: str, start: int) -> int:
    return next((first for first, _last in words(text, start, min(len(text), start + 60))), start)


def _of_paper(paper: Paper) -> Iterator[str]:
    yield from (paper.title, paper.journal, paper.abstract)
    for author in paper.authors:
        yield from (author.family, author.given, author.literal)


def _bare(word: str) -> str:
    return word.replace("’", "'").replace("\u00ad", "").lower().removesuffix("'s").rstrip("'")


def _plain_letters(word: str) -> str:
    """Without accents: “naïve” is “naive”."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))


def _forms(word: str) -> Iterator[str]:
    """What the lists may hold in a word's stead: its American spelling, its singular, the word after a prefix."""
    for british, american in _AMERICAN:
        if british.search(word):
            form = british.sub(american, word)
            yield form
            for other, rule in _AMERICAN:
                if other is not british and other.search(form):
                    yield other.sub(rule, form)
    if word.endswith(("ches", "shes", "xes", "sses", "zzes")):
        yield word[:-2]
    elif word.endswith("s") and len(word) > 5 and not word.endswith(("ss", "ys")):
        yield word[:-1]
    for beginning in _BEGINNINGS:
        rest = word.removeprefix(beginning)
        if rest != word and len(rest) > 4:
            yield rest
            yield from (british.sub(american, rest) for british, american in _AMERICAN if british.search(rest))


@lru_cache(maxsize=65536)
def _is_listed(word: str) -> bool:
    return word in _house() or zipf(word) >= _COMMON or bool(_dictionary().known((word,)))


@cache
def _house() -> frozenset[str]:
    return frozenset(word for line in lines("spelling-house.txt") for word in line.split())


def _nearby(word: str) -> list[str]:
    """Listed words that begin alike and are about as long."""
    alike = _by_beginning().get(word[:1], [])
    return [form for form in alike if abs(len(form) - len(word)) <= 2]


@cache
def _by_beginning() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for word in (*_dictionary().word_frequency.words(), *_house()):
        found.setdefault(word[:1], []).append(word)
    return found


def _dictionary() -> SpellChecker:
    with _loading:  # the first thread loads, others wait
        return _loaded()


@cache
def _loaded() -> SpellChecker:
    return SpellChecker(language="en", distance=1)
