"""Addresses: telling, ASCII, unique, following the title until published, kept for good afterwards."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.model.dates import PartialDate
from app.model.paper import Paper
from app.model.summary import Category, Summary
from app.publish.entry import is_safe_slug
from db.library import Library
from db.slugs import made_slug


@pytest.mark.parametrize(
    ("title", "year", "slug"),
    [
        ("", 2021, "untitled"),
        ("The effects of a stem cell", 2021, "effects-stem-cell-2021"),
        ("Crohn’s disease: β-cells & Straße", 0, "crohns-disease-beta-cells-strasse"),
        ("One two three four five six seven eight nine", 1999, "one-two-three-four-five-six-seven-eight-1999"),
        ("Of the", 2020, "of-the-2020"),
        ("脊髄損傷", 2020, "untitled"),
        ("Report 2020", 2020, "report-2020"),
    ],
)
def test_the_slug_of_a_title(title: str, year: int, slug: str) -> None:
    published = PartialDate(year) if year else None
    assert made_slug(Summary("1", paper=Paper(title=title, published=published))) == slug


@given(st.text(max_size=200))
def test_a_slug_is_always_a_safe_address(title: str) -> None:
    slug = made_slug(Summary("1", plain_title=title))
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 86


@pytest.mark.parametrize("title", ["Con", "NUL", "Com1"])
def test_an_address_can_be_a_folder_on_windows_too(library: Library, title: str) -> None:
    summary = library.save(replace(library.new_summary(), plain_title=title, status="published"))
    category = library.save_category(Category("", title))
    for slug in (summary.slug, category.slug):
        assert slug == f"{title.lower()}-2" and is_safe_slug(slug), "else the whole website is refused"


def test_it_follows_the_title_until_published_then_stays(library: Library) -> None:
    summary = library.save(library.new_summary())
    summary = library.save(replace(summary, plain_title="First words"))
    assert summary.slug == "first-words"
    summary = library.save(replace(summary, plain_title="Better words"))
    assert (summary.slug, summary.slug_history) == ("better-words", ())
    library.set_status([summary.id], "published")
    summary = library.save(replace(library.load(summary.id), plain_title="Best words"))
    assert summary.slug == "better-words"


def test_an_open_text_that_does_not_know_its_address_keeps_it(library: Library) -> None:
    typed = replace(library.new_summary("2026-01-01T00:00:00Z"), plain_title="First words")
    first = library.save(typed)
    assert library.save(replace(typed, plain_title="Better words")).slug == "better-words"
    published = library.save(replace(typed, plain_title="Better words", status="published"), "published")
    later = library.save(replace(typed, plain_title="Best words", status="published"))
    assert (first.slug, later.slug) == ("first-words", "better-words")
    assert later.dates.published == published.dates.published != ""


def test_a_changed_address_of_a_published_summary_is_remembered(library: Library) -> None:
    summary = library.save(replace(library.new_summary(), plain_title="Old", status="published"))
    summary = library.save(replace(summary, slug="fresh"))
    assert (summary.slug, summary.slug_history) == ("fresh", ("old",))
    assert library.load_by_slug("OLD").id == summary.id
    other = library.save(replace(library.new_summary(), plain_title="Old"))
    assert other.slug == "old-2"
    assert library.save(replace(summary, slug="old")).slug_history == ("fresh",)


def test_no_two_summaries_share_an_address(library: Library) -> None:
    slugs = [library.save(replace(library.new_summary(), plain_title="Same")).slug for _ in range(3)]
    assert slugs == ["same", "same-2", "same-3"]
    wished = library.save(replace(library.new_summary(), plain_title="X", slug="SAME"))
    assert wished.slug == "same-4"


def test_an_address_never_leaves_its_folder(library: Library) -> None:
    saved = library.save(replace(library.new_summary(), plain_title="X", slug="../../etc/passwd"), "import")
    assert saved.slug == "etc-passwd"
