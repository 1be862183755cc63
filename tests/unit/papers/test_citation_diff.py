"""What a newly read citation would change: only what it says and the old one does not."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.dates import PartialDate
from app.model.paper import Author, Notice, Paper
from app.papers.citation_diff import FIELDS, FieldDifference, differences, taken

OLD = Paper(
    title="Walking fast – a “trial”", authors=(Author("Long", "Vicky Mary"), Author(literal="Walking Group")),
    journal="Journal of Invented Medicine", pages="454-481", doi="10.5555/Walk.1", published=PartialDate(2012, 4),
    url="https://www.example.org/walk/", publication_types=("Review",), notices=(Notice("correction", "10.5555/c"),),
)  # fmt: skip


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Walking fast - a \"trial\"."},
        {"journal": "Journal of invented medicine"},
        {"authors": (Author("Long", "VM"), Author(literal="Walking Group"))},
        {"authors": (Author("LONG", "V. M."), Author(literal="walking group"))},
        {"pages": "454–81"},
        {"doi": "10.5555/walk.1"},
        {"published": PartialDate(2012)},
        {"url": "http://example.org/walk"},
        {"publication_types": ()},
        {"notices": ()},
        {"title": ""},
        {"type": "article-journal"},
    ],
)  # fmt: skip
def test_no_difference(change: dict[str, object]) -> None:
    assert differences(OLD, replace(OLD, **change)) == ()


@pytest.mark.parametrize(
    ("field", "new", "is_filled"),
    [
        ("title", "Walking slowly", False),
        ("authors", (Author("Long", "Vicky Mary"),), False),
        ("authors", (Author("Long", "Peter"), Author(literal="Walking Group")), False),
        ("pages", "454-482", False),
        ("published", PartialDate(2012, 4, 3), False),
        ("published", PartialDate(2013), False),
        ("notices", (Notice("retraction"),), False),
        ("volume", "3", True),
        ("type", "chapter", True),
    ],
)
def test_difference(field: str, new: object, is_filled: bool) -> None:
    (found,) = differences(OLD, replace(OLD, **{field: new}))
    assert found == FieldDifference(field, getattr(OLD, field), new)
    assert found.is_filled is is_filled
    assert getattr(taken(OLD, replace(OLD, **{field: new}), [field]), field) == new


def test_a_title_in_capitals_is_worth_mending() -> None:
    assert [each.field for each in differences(replace(OLD, title=OLD.title.upper()), OLD)] == ["title"]


def test_taken_keeps_what_was_not_asked_for() -> None:
    new = Paper(title="New", volume="9", abstract="Words")
    assert taken(OLD, new, ("volume",)) == replace(OLD, volume="9")
    with pytest.raises(ValueError, match="no field"):
        taken(OLD, new, ("extra",))


words = st.text("aAbéß– .-1", max_size=8)
authors = st.lists(st.builds(Author, family=words, given=words, literal=st.just("")), max_size=3).map(tuple)
papers = st.builds(Paper, title=words, authors=authors, pages=words, doi=words, volume=words, url=words,
                   published=st.none() | st.builds(PartialDate, st.integers(1990, 1993), st.integers(0, 3)),
                   type=st.sampled_from(["article-journal", "book"]))  # fmt: skip


@given(papers, papers)
def test_taking_every_difference_leaves_none(old: Paper, new: Paper) -> None:
    assert differences(old, old) == ()
    found = differences(old, new)
    assert {each.field for each in found} <= set(FIELDS)
    assert differences(taken(old, new, [each.field for each in found]), new) == ()
