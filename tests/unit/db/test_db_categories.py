"""Categories: one list, in the writer's order; a new name or a merge shows everywhere and old addresses redirect."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import BadInput
from app.model.summary import Category, CategoryRef, Summary
from db.library import Library


def shelved(library: Library, title: str, *names: str) -> Summary:
    refs = tuple(CategoryRef("", name) for name in names)
    return library.save(replace(library.new_summary(), plain_title=title, categories=refs))


def test_a_summary_brings_its_categories(library: Library) -> None:
    summary = shelved(library, "A", "Neurology", "Spinal Cord Injury", "neurology")
    assert summary.categories == (
        CategoryRef("neurology", "Neurology"),
        CategoryRef("spinal-cord-injury", "Spinal Cord Injury"),
    )
    assert [category.slug for category in library.categories()] == ["neurology", "spinal-cord-injury"]
    assert library.counts().categories == {"neurology": 1, "spinal-cord-injury": 1}


def test_a_new_name_shows_everywhere_and_the_old_address_redirects(library: Library) -> None:
    summary = shelved(library, "A", "Nerves")
    library.save_category(Category("neurology", "Neurology", "The brain."), old_slug="nerves")
    assert library.categories() == (Category("neurology", "Neurology", "The brain.", ("nerves",)),)
    assert library.load(summary.id).categories == (CategoryRef("neurology", "Neurology"),)
    assert library.listings()[0].categories == ("Neurology",)
    # An open text still names the old address: its next save lands in the same category.
    saved = library.save(replace(summary, plain_title="B"))
    assert saved.categories == (CategoryRef("neurology", "Neurology"),)
    assert len(library.categories()) == 1


def test_a_merge_moves_summaries_and_redirects(library: Library) -> None:
    both, one = shelved(library, "A", "Pain", "Aches"), shelved(library, "B", "Aches")
    library.merge_categories("aches", "pain")
    assert library.load(both.id).categories == library.load(one.id).categories == (CategoryRef("pain", "Pain"),)
    assert library.categories() == (Category("pain", "Pain", "", ("aches",)),)
    with pytest.raises(BadInput):
        library.merge_categories("pain", "pain")


def test_deleting_keeps_the_summaries(library: Library) -> None:
    summary = shelved(library, "A", "Pain", "Sleep")
    library.delete_category("pain")
    assert library.load(summary.id).categories == (CategoryRef("sleep", "Sleep"),)


def test_the_order_is_the_writers(library: Library) -> None:
    shelved(library, "A", "One", "Two", "Three")
    library.order_categories(["three", "one"])
    assert [category.slug for category in library.categories()] == ["three", "one", "two"]
    assert library.site().categories == library.categories()


def test_names_are_unique_and_not_empty(library: Library) -> None:
    library.save_category(Category("", "Pain"))
    with pytest.raises(BadInput):
        library.save_category(Category("", "PAIN"))
    with pytest.raises(BadInput):
        library.save_category(Category("", "  "))
    assert library.save_category(Category("", "Pain!")).slug == "pain-2"


def test_a_selection_is_categorised_at_once(library: Library) -> None:
    ids = [shelved(library, title).id for title in "ABC"]
    library.save_category(Category("", "Pain"))
    library.add_category(ids, "pain")
    library.add_category(ids[:1], "pain")
    assert library.counts().categories == {"pain": 3}
    library.remove_category(ids[1:], "pain")
    assert library.counts().categories == {"pain": 1}
    with pytest.raises(BadInput):
        library.add_category(ids, "nowhere")
