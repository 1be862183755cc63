"""The citation by key presses: authors, dates, the DOI."""

from __future__ import annotations

import pytest
from editor_desk import SUMMARY, Desk, title
from PySide6.QtCore import Qt

from app.model.dates import PartialDate
from app.model.paper import Author


@pytest.mark.parametrize("name", ["journal_short", "volume", "issue", "pages", "pmid", "url"])
def test_a_space_can_be_typed_in_every_part_of_the_citation(desk: Desk, name: str) -> None:
    field = title(desk).parts[name]
    title(desk).fold.button.click()
    field.edit.setFocus()
    desk.type("Mol Brain")
    assert field.text() == "Mol Brain"
    assert getattr(desk.summary.paper, name) == "Mol Brain"


def test_one_more_author_leaves_the_others_as_they_are(desk: Desk) -> None:
    title(desk).fold.button.click()
    title(desk).authors.edit.setFocus()
    desk.press(Qt.Key.Key_End)
    desk.type("; Ryo Ukai")
    assert desk.summary.paper.authors == (*SUMMARY.paper.authors, Author("Ukai", "Ryo"))
    assert title(desk).authors.text() == "Jan van der Berg; The ALS Group; Ryo Ukai"


def test_a_date_is_taken_when_it_is_one_and_kept_in_sight_when_it_is_none(desk: Desk) -> None:
    published = title(desk).published
    published.edit.setFocus()
    published.edit.selectAll()
    desk.type("May 2022")
    assert desk.summary.paper.published == PartialDate(2022, 5)
    published.edit.selectAll()
    desk.type("soon")
    desk.panel.show_section("simple_explanation")
    desk.type("x")
    assert published.text() == "soon"
    assert "30 April 2021" in published.edit.accessibleDescription()
    assert desk.summary.paper.published == PartialDate(2022, 5)


def test_undoing_a_date_shows_the_old_one(desk: Desk) -> None:
    published = title(desk).published
    published.edit.setFocus()
    published.edit.selectAll()
    desk.type("2022")
    desk.show(SUMMARY)
    assert published.text() == "April 30, 2021"


def test_a_doi_link_becomes_the_bare_doi_and_half_a_doi_is_told(desk: Desk) -> None:
    doi = title(desk).doi
    doi.edit.setFocus()
    doi.edit.selectAll()
    desk.type("https://doi.org/10.1000/abc")
    assert desk.summary.paper.doi == "10.1000/abc"
    doi.edit.selectAll()
    desk.type("10.1186")
    desk.press(Qt.Key.Key_Tab)
    assert "10.1186/s13041-021-00787-6" in doi.edit.accessibleDescription()
