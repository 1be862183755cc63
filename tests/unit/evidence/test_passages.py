"""Passages behind a sentence: what comes first, what finds nothing, and that every passage stands where it says."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from app.evidence.passages import LEAST_SHARE, passage_index, supports
from app.evidence.stems import terms
from app.model.paper_text import HEADING, PARAGRAPH, REFERENCE, Block, PaperText
from app.papers.clean_text import blocks_of_text
from bench.passages import FOREIGN, TRUE, rank

PAPER = PaperText(
    (
        Block(HEADING, "Results"),
        Block(
            PARAGRAPH, "Patients walked 51 metres after one infusion. Patients walked 77 metres after four infusions."
        ),
        Block(PARAGRAPH, "Ethical approval was given. Side effects were rare."),
        Block(REFERENCE, "1. Miller A. Teleportation of cats. J Dreams 2001."),
    )
)


def best(sentence: str) -> str:
    return supports(sentence, passage_index(PAPER))[0].passage.text


def test_numbers_weigh() -> None:
    assert best("They walked 77 metres.") == "Patients walked 77 metres after four infusions."
    assert best("They walked fifty one or 51 metres.") == "Patients walked 51 metres after one infusion."


def test_plain_words_find_the_words_of_papers() -> None:
    assert best("People could walk further with 4 infusions") == "Patients walked 77 metres after four infusions."


def test_nothing_supports_what_the_paper_never_says() -> None:
    assert supports("Cats were teleported.", passage_index(PAPER)) == ()
    assert supports("", passage_index(PAPER)) == ()
    assert supports("Anything.", passage_index(PaperText())) == ()


def test_share_is_of_the_sentence_s_telling_words() -> None:
    (first, *_) = supports("Side effects were common in cats.", passage_index(PAPER))
    assert first.share == 2 / 4


def test_endings_and_everyday_words_do_not_count() -> None:
    assert terms("The infusions were repeated, and repeating them prolonged survival.") == [
        *terms("infusion"), *terms("repeat"), *terms("repeats"), *terms("prolongs"), *terms("lifespan"),
    ]  # fmt: skip
    assert terms("It was shown that the study of 1,009 and twenty") == ["1009", "20"]


def test_the_seed_pair(corpus: Path) -> None:
    text = PaperText(tuple(blocks_of_text((corpus / "seeds" / "paper-mol-brain-2021.txt").read_text("utf-8"))))
    index = passage_index(text)
    ranks = [rank(claim, right, index) for claim, right in TRUE]
    assert sum(place == 1 for place in ranks) >= 10
    assert sum(0 < place <= 3 for place in ranks) >= 12
    least = min(supports(claim, index, 1)[0].share for claim, _right in TRUE)
    assert least > LEAST_SHARE
    assert all(supports(claim, index, 1)[0].share < least for claim in FOREIGN)


@given(st.lists(st.text(alphabet="abc XY.3 \n", max_size=60), max_size=6), st.text(alphabet="abc XY.3", max_size=40))
def test_passages_stand_where_they_say_best_first(paragraphs: list[str], sentence: str) -> None:
    text = PaperText(tuple(Block(PARAGRAPH, words) for words in paragraphs))
    whole, found = text.whole(), supports(sentence, passage_index(text))
    assert all(whole[one.passage.start : one.passage.end] == one.passage.text for one in found)
    assert all(0 < one.share <= 1 for one in found)
    assert [one.score for one in found] == sorted((one.score for one in found), reverse=True)
