"""Syllables against hand counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.text.syllables import by_letters, syllables
from app.text.word_lists import lines

GOLD = Path(__file__).parents[2] / "data" / "medical-syllables.txt"


def gold() -> list[tuple[str, int]]:
    rows = (line.split() for line in GOLD.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return [(word, int(count)) for word, count in rows]


def test_nine_of_ten_medical_words_outside_the_dictionary_are_right() -> None:
    listed = {word for line in lines("cmudict-syllables.txt.gz") for word in line.split()[1:]}
    outside = [(word, count) for word, count in gold() if word not in listed]
    assert len(outside) >= 150
    wrong = [(word, count, syllables(word)) for word, count in outside if syllables(word) != count]
    assert len(wrong) <= len(outside) / 10, wrong


def test_the_rules_on_letters_are_nine_in_ten_right_on_common_words() -> None:
    rows = [(int(line.split()[0]), line.split()[1:]) for line in lines("cmudict-syllables.txt.gz")]
    common = [
        (word, count) for count, words in rows if count for word in words[::97] if word.isalpha() and len(word) > 3
    ]
    right = sum(by_letters(word) == count for word, count in common)
    assert right / len(common) > 0.85


@pytest.mark.parametrize(
    ("word", "count"),
    {
        "ALS": 1, "MSCs": 1, "SOD1G93A": 1, "mRNA": 1, "pH": 1, "US": 1, "us": 1, "STUDYING": 3, "Parkinson’s": 3,
        "43": 3, "0": 2, "0.5": 4, "0.005": 8, "1,009": 4, "2021": 5, "1999": 5, "2000": 3, "2005": 4,
        "6th": 1, "1990s": 4,
        "100": 3, "1,000,000": 3, "5mg": 2, "e.g.": 1, "https://example.org/a": 1, "I": 1, "mg": 1, "tolerability": 6,
    }.items(),
)  # fmt: skip
def test_the_rules_of_the_help(word: str, count: int) -> None:
    assert syllables(word) == count
