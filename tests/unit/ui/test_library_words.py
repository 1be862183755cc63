"""When, how many and why nothing: the library's words."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from app.model.listing import Filter
from app.ui.library.edited import edited_words
from app.ui.library.order_words import listed_words, nothing_words

NOW = datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("updated", "words"),
    [
        ("2026-11-22T14:32:05Z", "Today, 14:32"),
        ("2026-11-22T00:00:00Z", "Today, 00:00"),
        ("2026-11-21T23:59:59Z", "Yesterday"),
        ("2026-11-20T23:59:59Z", "20 Nov"),
        ("2026-01-02T08:00:00Z", "2 Jan"),
        ("2025-12-31T08:00:00Z", "31 Dec 2025"),
        ("", ""),
        ("soon", ""),
    ],
)
def test_last_edit_is_said_as_people_say_it(updated: str, words: str) -> None:
    assert edited_words(updated, NOW) == words


def test_yesterday_is_the_writers_yesterday_not_greenwichs() -> None:
    tokyo = NOW.astimezone(timezone(timedelta(hours=9)))  # already the 23rd there
    assert edited_words("2026-11-22T14:32:05Z", tokyo) == "Yesterday"


def test_the_foot_says_how_many_and_in_what_order() -> None:
    assert listed_words(26, Filter()) == "26 summaries, newest first"
    assert listed_words(1, Filter()) == "1 summary"
    assert listed_words(10_000, Filter(order="title", is_descending=False)) == "10,000 summaries, by title, A to Z"
    assert listed_words(3, Filter(search="nerve")) == "3 summaries with “nerve”, newest first"


def test_an_empty_list_says_why_and_offers_the_way_out() -> None:
    assert nothing_words(Filter(is_trashed=True), "Trash") == ("The trash is empty.", "")
    assert nothing_words(Filter(search="xyz"), "All summaries")[1] == "Clear the search"
    assert nothing_words(Filter(search="xyz", status="draft"), "Drafts")[1] == "Search all summaries instead"
    assert "“Pain”" in nothing_words(Filter(category="pain"), "Pain")[0]
