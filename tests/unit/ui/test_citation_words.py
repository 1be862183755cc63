"""What is said about a citation that was looked up."""

from __future__ import annotations

from datetime import date

import pytest

from app.model.dates import PartialDate
from app.model.paper import Author, Notice
from app.papers.citation_diff import FIELDS
from app.papers.lookup import STEPS
from app.ui.words import citation


def test_every_field_and_every_step_has_a_name() -> None:
    assert set(FIELDS) <= set(citation.FIELD_NAMES)
    assert tuple(citation.STEP_NAMES) == STEPS


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("Tea", "Tea"),
        ((Author("Lovell", "Ada"), Author(literal="The Group")), "Ada Lovell; The Group"),
        (("Journal Article", "Review"), "Journal Article, Review"),
        (PartialDate(2024, 3), "March 2024"),
        (None, ""),
        ((), ""),
    ],
)
def test_values_are_written_for_people(value: object, words: str) -> None:
    assert citation.value_words(value) == words


@pytest.mark.parametrize(
    ("notice", "words"),
    [
        (Notice("retraction", "10.1/r", "2025-06-01"), "This paper was retracted on June 1, 2025."),
        (Notice("correction", "", "2025-06"), "This paper was corrected in June 2025."),
        (Notice("retraction", date="2025"), "This paper was retracted in 2025."),
        (Notice("concern"), "The journal has published an expression of concern about this paper."),
        (Notice("odd", date="yesterday"), "A registry has a notice about this paper."),
    ],
)
def test_a_notice_says_what_and_when(notice: Notice, words: str) -> None:
    assert citation.notice_headline(notice) == words


def test_counts_and_actions_agree() -> None:
    assert citation.counts_words(1, 1) == (
        "1 empty field is filled. 1 field says something else: tick it if you want to replace it."
    )
    assert citation.counts_words(0, 0) == "Your citation already says what the record says."
    assert citation.action_words(0, 1) == "Replace 1 field"
    assert citation.action_words(3, 0) == "Fill the citation"


def test_the_last_look_is_told_in_days() -> None:
    today = date(2026, 11, 22)
    assert citation.looked_words("2026-11-21T23:59:00Z", 0, 4, today) == "Retractions last looked for yesterday."
    assert citation.looked_words("2026-11-23T00:10:00Z", 0, 4, today) == "Retractions last looked for today."
    assert "no" not in citation.looked_words("2026-01-01T00:00:00Z", 0, 4, today)


def test_many_news_are_counted() -> None:
    words = citation.news_words(tuple((f"Tea {n}", "correction") for n in range(6)), 0, "")
    assert words.startswith("“Tea 0”: its paper was corrected.") and words.endswith("And 2 more.")
    assert citation.news_words((), 0, "") == "Looked just now: nothing new."
