"""What makes a text hard: the sentences and words that cost most, each with the grade if it were mended.

A gain is never guessed: the text is counted again with the sentence split or the word exchanged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from app.model.house_style import Term
from app.model.score import Driver, Reading, SentenceSpan
from app.model.site import Targets
from app.text.alternatives import alternatives_in, listed_phrases
from app.text.counts import spans, totals
from app.text.familiar import is_familiar
from app.text.house_plain import house_plain
from app.text.markup import PlainText, plain
from app.text.readability import formulas, live_score
from app.text.syllables import syllables
from app.text.words import words

MOST_SENTENCES, MOST_WORDS = 3, 5
LEAST_GAIN = 0.05
_LEAST_SENTENCE_WORDS = 14
_LEAST_PART_WORDS = 4
_JOINTS = re.compile(
    r"(?P<strong>[;:—]\s+|\s[–-]\s+|,\s+(?=(?:and|but|so|or|yet|because|although|while|whereas|which|who|where)\b))"
    r"|(?P<weak>,\s+(?=(?:with|such as|including|compared|leading|warranting|finding|suggesting|showing)\b)"
    r"|\s+(?=(?:and|but|because|although|while|whereas|which|who|so that|compared)\s))"
)
_WEAK_PENALTY = 4
"""A weak joint is taken only when it is this many words nearer to the middle."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Plain code points from `start` to `end` to be exchanged for `words`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class _Mend:
    """A driver with the changes that mend it."""

    driver: Driver
    changes: tuple[_Change, ...]


def reading(markdown: str, targets: Targets, glossary: tuple[Term, ...] = (), *, is_finished: bool = False) -> Reading:
    """The reading panel's value for a section. The unfinished last sentence is left out unless `is_finished`.

    Plain words of the library's glossary come first, and its words that are not flagged are left alone.
    """
    text = plain(markdown)
    sentences = spans(text.text, includes_unfinished=is_finished)
    score = replace(live_score(text.text, is_finished=is_finished), sentence_spans=sentences)
    if score.scores is None:
        return Reading(score, targets.grade)
    body = text.text[: sentences[-1].end]
    grade = score.scores.flesch_kincaid_grade
    sentence_mends = _best(_sentence_mends(text, body, grade, sentences, targets), MOST_SENTENCES)
    word_mends = _best(_word_mends(text, body, grade, glossary), MOST_WORDS)
    changes = [change for mend in (*sentence_mends, *word_mends) for change in mend.changes]
    return Reading(
        score,
        targets.grade,
        tuple(mend.driver for mend in sentence_mends),
        tuple(mend.driver for mend in word_mends),
        _grade(_changed(body, changes)) if changes else None,
    )


def _best(mends: Iterable[_Mend], most: int) -> list[_Mend]:
    worth = [mend for mend in mends if mend.driver.grade_now - mend.driver.grade_then >= LEAST_GAIN]
    return sorted(worth, key=lambda mend: mend.driver.grade_then)[:most]


def _grade(text: str) -> float:
    return formulas(totals(text)).flesch_kincaid_grade


def _changed(text: str, changes: Iterable[_Change]) -> str:
    """The text with all changes made; where two overlap, the first wins."""
    parts, position = [], 0
    for change in sorted(changes, key=lambda change: (change.start, change.end)):
        if change.start >= position:
            parts += [text[position : change.start], change.words]
            position = change.end
    return "".join([*parts, text[position:]])


# ------------------------------------------------------------------ sentences


def _sentence_mends(
    text: PlainText, body: str, grade: float, sentences: tuple[SentenceSpan, ...], targets: Targets
) -> Iterator[_Mend]:
    for span in sentences:
        if span.words < _LEAST_SENTENCE_WORDS:
            continue
        changes = tuple(_splits(body, span.start, span.end, targets.long_sentence_words))
        if changes:
            start, end = text.span(span.start, span.end)
            places = tuple(text.offsets[change.end - 1] for change in changes)
            then = _grade(_changed(body, changes))
            sentence = body[span.start : span.end]
            yield _Mend(Driver("sentence", start, end, sentence, grade, then, places), changes)


def _splits(text: str, start: int, end: int, limit: int) -> Iterator[_Change]:
    """Where a sentence may be parted, until no part that has a joint is longer than the limit; once at least."""
    is_whole = True
    parts = [(start, end)]
    while parts:
        first, last = parts.pop(0)
        if not is_whole and len(words(text, first, last)) <= limit:
            continue
        is_whole = False
        if joint := _joint(text, first, last):
            yield _Change(joint.start(), joint.end() + 1, ". " + text[joint.end()].upper())
            parts += [(first, joint.start()), (joint.end(), last)]


def _joint(text: str, start: int, end: int) -> re.Match[str] | None:
    """The joint nearest to the middle that leaves a few words on either side and stands outside of brackets."""
    starts = [first for first, _last in words(text, start, end)]
    is_list = text.count(",", start, end) > 1
    best, best_distance = None, float("inf")
    for joint in _JOINTS.finditer(text, start, end - 1):
        before = bisect_right(starts, joint.start())
        after = len(starts) - before
        is_in_brackets = text.count("(", start, joint.start()) != text.count(")", start, joint.start())
        if min(before, after) < _LEAST_PART_WORDS or is_in_brackets:
            continue
        is_weak = joint["weak"] or (is_list and text.startswith(("and ", "or "), joint.end()))
        distance = abs(before - after) / 2 + (_WEAK_PENALTY if is_weak else 0)
        if distance < best_distance:
            best, best_distance = joint, distance
    return best


# ------------------------------------------------------------------ words


def _word_mends(text: PlainText, body: str, grade: float, glossary: tuple[Term, ...]) -> Iterator[_Mend]:
    """Each expression with a plainer one, all its uses exchanged at once."""
    uses: dict[str, list[tuple[int, int]]] = {}
    taken = -1
    phrases = {match.start(): match.end() for match in listed_phrases().finditer(body)}
    house = house_plain(glossary).places(body)
    for start, end in words(body):
        if start < taken:
            continue
        end = taken = house[start][0] if start in house else phrases.get(start, end)
        is_listed = bool(house[start][1]) if start in house else start in phrases or _is_costly(body[start:end])
        if is_listed:
            uses.setdefault(body[start:end].lower().removesuffix("s"), []).append((start, end))
    for places in uses.values():
        plainer = [house.get(start, (0, ()))[1] or alternatives_in(body, start, end) for start, end in places]
        options = [
            tuple(_Change(*span, words_instead) for span, words_instead in zip(places, instead, strict=True))
            for instead in zip(*plainer, strict=False)
        ]
        if options:
            yield _word_mend(text, body, grade, options)


def _is_costly(word: str) -> bool:
    return word.isalpha() and syllables(word) > 1 and not is_familiar(word)


def _word_mend(text: PlainText, body: str, grade: float, options: list[tuple[_Change, ...]]) -> _Mend:
    """The alternative that helps most, told at the first use."""
    graded = [(_grade(_changed(body, changes)), index) for index, changes in enumerate(options)]
    then, index = min(graded)
    first = options[index][0]
    start, end = text.span(first.start, first.end)
    word = body[first.start : first.end]
    return _Mend(Driver("word", start, end, word, grade, then, (), first.words), options[index])
