"""Search: whatever is typed is a question, never a fault; words are found as they are being typed."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.model.listing import Filter
from app.model.paper import Author, Paper
from app.model.summary import CategoryRef
from db.library import Library


@pytest.fixture
def filled(library: Library) -> Library:
    for title, words, category in (
        ("Long COVID", "COVID-19 changes sleep. Müller found 1.5 mg helps.", "Lungs"),
        ("Stem cells in rats", "Rats walked for longer.", "Neurology"),
        ("Cells and stems", "A plant study.", "Plants"),
    ):
        summary = replace(library.new_summary(), plain_title=title, simple_explanation=words)
        paper = Paper(title=f"About {title}", doi=f"10.1/{len(words)}", authors=(Author("Ukai", "Ryo"),))
        library.save(replace(summary, paper=paper, categories=(CategoryRef("", category),)))
    return library


def titles(library: Library, search: str, order: str = "relevance") -> set[str]:
    return {row.title for row in library.listings(Filter(search=search, order=order))}


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("covid-19", {"Long COVID"}),
        ("cov", {"Long COVID"}),
        ("muller", {"Long COVID"}),
        ("1.5 mg", {"Long COVID"}),
        ("cells stem", {"Stem cells in rats", "Cells and stems"}),
        ('"stem cells"', {"Stem cells in rats"}),
        ("“stem cells” rat", {"Stem cells in rats"}),
        ("neurol", {"Stem cells in rats"}),
        ("ryo ukai plant", {"Cells and stems"}),
        ("10.1/23", {"Stem cells in rats"}),
        ("zebra", set()),
        ('"', set()),
        ("*", set()),
        ("NOT", set()),
        ("cells OR", set()),
        ("title:cells", set()),
        ('rats"', {"Stem cells in rats"}),
        ("   ", {"Long COVID", "Stem cells in rats", "Cells and stems"}),
    ],
)
def test_what_is_found(filled: Library, search: str, found: set[str]) -> None:
    assert titles(filled, search) == found


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=40) | st.text('"*^(){}:+-\0 aNEARANDOR', max_size=12))
def test_no_text_is_a_fault(filled: Library, search: str) -> None:
    filled.listings(Filter(search=search, order="relevance"))


def test_a_title_ranks_before_a_mention(library: Library) -> None:
    mention = library.save(replace(library.new_summary(), plain_title="Other", simple_explanation="sleep " + "x " * 50))
    title = library.save(replace(library.new_summary(), plain_title="Sleep"), now="2001-01-01T00:00:00Z")
    rows = library.listings(Filter(search="sleep", order="relevance"))
    assert [row.id for row in rows] == [title.id, mention.id]
    assert [row.id for row in library.listings(Filter(search="sleep"))] == [mention.id, title.id]


def test_changed_and_deleted_words_are_forgotten(filled: Library) -> None:
    row = filled.listings(Filter(search="rats"))[0]
    filled.save(replace(filled.load(row.id), plain_title="Mice", simple_explanation="", paper=Paper()))
    assert titles(filled, "rats") == set()
    filled.trash([row.id])
    filled.empty_trash()
    filled._db.execute("INSERT INTO found (found, rank) VALUES ('integrity-check', 1)")


def test_filters_and_orders(filled: Library) -> None:
    row = filled.listings(Filter(search="covid"))[0]
    filled.set_grade(row.id, 12.0, "s", (0, 1, 0))
    filled.set_status([row.id], "ready")
    assert [r.id for r in filled.listings(Filter(status="ready"))] == [row.id]
    assert [r.id for r in filled.listings(Filter(above_grade=8.0))] == [row.id]
    assert [r.id for r in filled.listings(Filter(has_findings=True))] == [row.id]
    assert [r.title for r in filled.listings(Filter(category="plants"))] == ["Cells and stems"]
    by_title = [r.title for r in filled.listings(Filter(order="title", is_descending=False))]
    assert by_title == ["Cells and stems", "Long COVID", "Stem cells in rats"]
    assert [r.title for r in filled.listings(Filter(order="title", is_descending=False), limit=1, offset=1)] == [
        "Long COVID"
    ]
    for order in ("updated", "status", "grade", "journal", "year", "findings", "categories", "nonsense"):
        assert len(filled.listings(Filter(order=order))) == 3


def test_addresses_are_those_of_the_listings(filled: Library) -> None:
    filled.trash([filled.listings()[0].id])
    rows = filled.listings(Filter(status="draft"))
    assert len(rows) == 2 and not filled.addresses("published")
    assert {(row.id, row.slug, row.updated) for row in filled.addresses("draft")} == {
        (row.id, row.slug, row.updated) for row in rows
    }
