"""The seven readability scores of a text, as of record and while typing. The only importer of textstat.

We count once, by the rules of `sentences`, `words` and `syllables`. The score of record has textstat compute its
formulas on a text prepared so that its counts are ours; while typing, the same formulas run on counts kept per
sentence and give the same numbers. Where textstat departs from the published formula the published one is given:
Coleman-Liau (0.0588), ARI (letters and digits only), Dale-Chall (inflections), Fog (every word of three syllables).
"""

from __future__ import annotations

import itertools
import math
import threading
from dataclasses import replace
from functools import lru_cache
from typing import Any

from app.model.score import Score, Scores
from app.text.counts import Counts, spans, totals
from app.text.language import is_english
from app.text.syllables import syllables
from app.text.words import is_address, words

NO_TEXT, NOT_ENGLISH = "no-text", "not-english"
SCORER = "plainspoken-1 textstat-0.7.13"
_DEVIATIONS = ((1, 3.8), (2, 2.7), (4, 1.8), (6, 1.4), (10, 0.8))
"""By number of sentences: the standard deviation of the Flesch-Kincaid grade, measured on lay summaries."""
_textstat_lock = threading.Lock()


def score(text: str) -> Score:
    """The score of record of a plain text (no Markdown), every sentence counted. Never opens a connection."""
    live = live_score(text, is_finished=True)
    result = replace(live, sentence_spans=spans(text))
    if result.scores is None:
        return result
    record = textstat_scores(text)
    scores = replace(
        result.scores,
        flesch_kincaid_grade=record.flesch_kincaid_grade,
        flesch_reading_ease=record.flesch_reading_ease,
        smog_index=record.smog_index,
    )
    return replace(result, scores=scores)


def live_score(text: str, *, is_finished: bool = False) -> Score:
    """The same numbers from kept counts, in microseconds a keystroke; `sentence_spans` is left empty.

    The last sentence is left out while it has no stop, for it makes the grade jump; `is_finished` takes it in.
    """
    counts = totals(text, includes_unfinished=is_finished)
    bare = Score(counts.words, counts.sentences, counts.syllables, scorer=SCORER)
    if counts.words == counts.addresses:
        return replace(bare, warning=NO_TEXT)
    if not is_english(counts.words, counts.signs):
        return replace(bare, warning=NOT_ENGLISH)
    scores = formulas(counts)
    return replace(bare, scores=scores, range=likely_range(scores.flesch_kincaid_grade, counts.sentences))


def warm_up() -> None:
    """Load the lists and textstat, so that the first score does not wait. For a background thread at start."""
    score("The first score should not have to wait.")


def formulas(counts: Counts) -> Scores:
    """The seven published formulas, rounded to two decimals. `counts` must hold a word.

    Kincaid 1975 · Flesch 1948 · McLaughlin 1969 · Gunning 1952 · Smith and Senter 1967 · Coleman and Liau 1975 ·
    Dale and Chall 1948. SMOG was made for 30 sentences or more: on shorter texts it is a rough guide.
    """
    sentence_words = counts.words / counts.sentences
    word_syllables = counts.syllables / counts.words
    word_characters = counts.characters / counts.words
    unfamiliar = 100 * counts.unfamiliar_words / counts.words
    return _rounded(
        Scores(
            flesch_kincaid_grade=(0.39 * sentence_words) + (11.8 * word_syllables) - 15.59,
            flesch_reading_ease=206.835 - 1.015 * sentence_words - 84.6 * word_syllables,
            smog_index=(1.043 * (30 * (counts.long_words / counts.sentences)) ** 0.5) + 3.1291,
            gunning_fog=0.4 * (sentence_words + 100 * counts.long_words / counts.words),
            automated_readability_index=4.71 * word_characters + 0.5 * sentence_words - 21.43,
            coleman_liau_index=5.88 * word_characters - 29.6 * counts.sentences / counts.words - 15.8,
            dale_chall=0.1579 * unfamiliar + 0.0496 * sentence_words + (3.6365 if unfamiliar > 5 else 0),
        )
    )


def likely_range(grade: float, sentences: int) -> tuple[float, float]:
    """The lowest and highest likely grade: one standard deviation either way, wide when there are few sentences."""
    spread = _DEVIATIONS[-1][1] * math.sqrt(10 / max(sentences, 10))
    for (few, wide), (many, narrow) in itertools.pairwise(_DEVIATIONS):
        if few <= sentences < many:
            spread = wide + (narrow - wide) * (sentences - few) / (many - few)
    return round(grade - spread, 1), round(grade + spread, 1)


def _rounded(scores: Scores) -> Scores:
    return Scores(*(round(getattr(scores, name), 2) for name in Scores.__slots__))


# ------------------------------------------------------------------ textstat, the scorer of record

_SYLLABLE_MARK = 0xAC00  # letters that no English text holds: a word of n syllables that our table reads by context


def textstat_scores(text: str) -> Scores:
    """textstat's own numbers for the text, prepared so that its counts are ours. For the details of a score."""
    textstat = _textstat()
    prepared = prepared_for_textstat(text)
    with _textstat_lock:
        return _rounded(
            Scores(
                flesch_kincaid_grade=textstat.flesch_kincaid_grade(prepared),
                flesch_reading_ease=textstat.flesch_reading_ease(prepared),
                smog_index=textstat.smog_index(prepared),
                gunning_fog=textstat.gunning_fog(prepared),
                automated_readability_index=textstat.automated_readability_index(prepared),
                coleman_liau_index=textstat.coleman_liau_index(prepared),
                dale_chall=textstat.dale_chall_readability_score(prepared),
            )
        )


def prepared_for_textstat(text: str) -> str:
    """One sentence a line with one stop, its words bare of everything in which textstat would see something else."""
    lines = []
    for span in spans(text):
        sentence = text[span.start : span.end]
        lines.append(" ".join(_token(sentence[start:end]) for start, end in words(sentence)) + ".")
    return "\n".join(lines)


def _token(word: str) -> str:
    spoken = syllables(word)
    bare = "link" if is_address(word) else "".join(letter for letter in word if letter.isalnum())
    return bare if syllables(bare.lower()) == spoken else chr(_SYLLABLE_MARK + spoken) * len(bare)


class _SyllableTable:
    """Our syllables in the shape of the dictionary that textstat asks: a word gives its sounds, vowels with a digit."""

    def __getitem__(self, word: str) -> list[list[str]]:
        mark = ord(word[0]) - _SYLLABLE_MARK
        return [["0"] * (mark if 0 < mark < 1000 else syllables(word))]


@lru_cache(maxsize=1)
def _textstat() -> Any:
    """textstat with our syllable table, offline.

    WORKAROUND: since 0.7.9 textstat looks for a corpus of NLTK and tries to download it at every call; and it drops
    sentences of one or two words. Both can go when textstat takes a table and keeps short sentences.
    """
    import textstat
    import textstat.backend.counts._count_sentences as sentence_part
    import textstat.backend.counts._count_syllables as syllable_part

    table = _SyllableTable()
    syllable_part.get_cmudict = lambda _lang: table
    sentence_part.count_words = lambda _sentence: 3
    textstat.textstat.set_lang("en_US")
    return textstat.textstat
