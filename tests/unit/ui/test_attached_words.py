"""What is said about an attached paper: whole sentences, places named, words for every warning of a reader."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from app.model.evidence import LevelSuggestion, Suggestion, Suggestions
from app.model.paper_text import AttachedPaper, Block, PaperText, ReadWarning
from app.ui.words import attached

PAPERS = Path(__file__).parents[3] / "app" / "papers"
TEXT = PaperText(
    (
        Block("heading", "Methods", 3),
        Block("paragraph", "Six rats.", 3),
        Block("paragraph", "Seven mice.", 4),
        Block("heading", "Results"),
        Block("paragraph", "All lived."),
    )
)


def test_every_warning_of_a_reader_has_its_sentence() -> None:
    source = "".join(file.read_text("utf-8") for file in PAPERS.glob("*.py"))
    codes = set(re.findall(r'ReadWarning\(\s*"([a-z-]+)"', source))
    assert len(codes) > 5
    for code in codes:
        [sentence] = attached.warnings([ReadWarning(code, "page 2")])
        assert sentence[0].isupper() and sentence.endswith(".") and "{" not in sentence
        assert not sentence.startswith(code.replace("-", " ").capitalize()), f"no words for {code}"


def test_places_of_one_kind_of_warning_are_told_together() -> None:
    told = attached.warnings([ReadWarning("broken-page", f"page {page}") for page in range(1, 7)])
    assert told == ["A page could not be read: page 1, page 2, page 3, page 4 and 2 more."]
    assert attached.warnings([ReadWarning("broken-page")]) == ["A page could not be read."]


def test_what_is_attached_is_told_in_a_line() -> None:
    assert attached.about(AttachedPaper("pdf", TEXT)) == "PDF, 4 pages, 8 words"
    assert attached.about(AttachedPaper("ris", PaperText())) == "RIS"


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Methods", "Heading · page 3"),
        ("Six", "Methods, paragraph 1 · page 3"),
        ("Seven", "Methods, paragraph 2 · page 4"),
        ("All", "Results, paragraph 1"),
    ],
)
def test_a_place_is_told_by_heading_paragraph_and_page(words: str, place: str) -> None:
    assert attached.place_words(TEXT, TEXT.whole().index(words)) == place
    assert attached.place_words(PaperText(), 0) == ""


def test_after_attaching_what_matters_is_said() -> None:
    facts = {"filled": ["title", "doi", "published"], "notices": ["retraction"], "also_in": ["Mice"], "has_text": True}
    assert attached.attached_sentence(facts) == (
        "Paper attached. Filled in: title, DOI and date. This paper has been retracted. “Mice” is about the same paper."
    )
    assert attached.attached_sentence({"has_text": False}).startswith("Citation taken over")


def test_offers_are_counted_and_a_level_is_named() -> None:
    offers = Suggestions(
        participants=(Suggestion("Six rats.", 0, 9),), evidence_level=(LevelSuggestion("randomised-trial", "random"),)
    )
    assert attached.offers_words(offers, "participants") == "Paper: 1 place"
    assert attached.offers_words(offers, "study_duration") == ""
    assert attached.offers_words(offers, "evidence_level") == "Looks like: randomised trial"


def test_long_words_end_at_a_word() -> None:
    assert attached.shortened("one two  three", 20) == "one two three"
    assert attached.shortened("one two three four", 10) == "one two…"
