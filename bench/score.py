"""Milliseconds for all seven scores after one keystroke: our live path against textstat on the raw text, in one run.

textstat gets our syllable table in place of the corpus that it would download; nothing else is changed for it.
"""

from __future__ import annotations

import gc
import random
import statistics
import sys
import time
from collections.abc import Callable

from app.text.counts import totals
from app.text.readability import live_score, textstat_scores
from app.text.word_lists import lines

SIZES = ((150, 1.0), (1_000, 5.0), (10_000, 100.0))
"""Words of a text, and how many times faster than textstat we want to be."""
KEYSTROKES = 40
PARAGRAPH_SENTENCES = 5
_FORMULAS = (
    "flesch_kincaid_grade",
    "flesch_reading_ease",
    "smog_index",
    "gunning_fog",
    "automated_readability_index",
    "coleman_liau_index",
    "dale_chall_readability_score",
)


def main(arguments: list[str]) -> int:
    """Print the table; the status is 1 when an aim is missed."""
    import textstat
    import textstat.backend.counts._count_sentences as sentence_part

    rounds = int(arguments[0]) if arguments else KEYSTROKES
    own_count = sentence_part.count_words
    textstat_scores("The table is warm.")  # hands our syllable table in, and our rule on short sentences
    sentence_part.count_words = own_count

    def by_textstat(text: str) -> None:
        for formula in _FORMULAS:
            getattr(textstat, formula)(text)

    print(f"{'words':>7} {'ours, ms':>10} {'95 %':>8} {'textstat, ms':>13} {'95 %':>8} {'times faster':>13} {'aim':>5}")
    is_good = True
    for size, aim in SIZES:
        text = sample(size)
        ours = timed(lambda typed: live_score(typed), text, rounds)
        theirs = timed(by_textstat, text, max(3, rounds * 150 // size))
        ratio = statistics.median(theirs) / statistics.median(ours)
        is_good = is_good and ratio >= aim
        print(
            f"{totals(text).words:>7} {statistics.median(ours):>10.3f} {worst(ours):>8.3f}"
            f" {statistics.median(theirs):>13.2f} {worst(theirs):>8.2f} {ratio:>13.1f} {aim:>5.0f}"
        )
    print("All aims are met." if is_good else "An aim is missed.")
    return 0 if is_good else 1


def sample(words: int) -> str:
    """A text of about so many words in sentences of 8 to 24, the same in every run; common words come more often."""
    source = random.Random(2026)
    known = [word for line in lines("frequency-en.txt.gz") for word in line.split()[1:]]
    sentences: list[str] = []
    while words > 0:
        length = source.randint(8, 24)
        drawn = [known[int(len(known) ** source.random()) - 1] for _ in range(length)]
        drawn[length // 2] += source.choice(("", "", ",", f" ({source.randint(2, 400)} mg)", " et al. (2019)"))
        sentences.append(" ".join(drawn).capitalize() + ".")
        words -= length
    paragraphs = [sentences[at : at + PARAGRAPH_SENTENCES] for at in range(0, len(sentences), PARAGRAPH_SENTENCES)]
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def timed(score: Callable[[str], object], text: str, rounds: int) -> list[float]:
    """Milliseconds of each score while a word is typed into the middle of the text, one letter at a time."""
    middle = text.index(" ", len(text) // 2)
    score(text)
    times = []
    for stroke in range(1, rounds + 1):
        typed = text[:middle] + " typed" + "abcdefghij"[stroke % 10] * (stroke // 10 + 1) + text[middle:]
        gc.collect()
        began = time.perf_counter()
        score(typed)
        times.append((time.perf_counter() - began) * 1000)
    return times


def worst(times: list[float]) -> float:
    """The 95th percentile."""
    return sorted(times)[min(len(times) - 1, int(len(times) * 0.95))]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
