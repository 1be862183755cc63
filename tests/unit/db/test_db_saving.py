"""What is saved comes back: every value, whatever is typed, and never over somebody else's words."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.errors import ChangedElsewhere, LibraryFault, NotSaved
from app.model.dates import PartialDate
from app.model.listing import Filter
from app.model.paper import Author, Paper
from app.model.summary import CategoryRef, Dates, Implication, Source, Summary
from db.library import Library
from db.lock import WriterLock
from db.rows import body_of

NOW = "2026-11-22T10:00:00Z"
LATER = "2026-11-22T11:00:00Z"


@contextmanager
def new_library() -> Iterator[Library]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "L.plainspoken"
        with WriterLock(path) as lock, Library.create(path, lock) as library:
            yield library


texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
names = st.text("abcdefghij ÄÖéλ", min_size=1, max_size=12).filter(str.strip)
papers = st.builds(
    Paper,
    title=texts,
    doi=st.sampled_from(["", "10.1234/ABC.5"]),
    journal=texts,
    authors=st.lists(st.builds(Author, family=names), max_size=2).map(tuple),
    published=st.none() | st.builds(PartialDate, st.integers(1900, 2100), st.integers(1, 12)),
)
summaries = st.builds(
    Summary,
    id=st.uuids().map(str),
    plain_title=texts,
    paper=papers,
    categories=st.lists(names, max_size=3, unique_by=lambda name: name.strip().casefold()).map(
        lambda given: tuple(CategoryRef("", name) for name in given)
    ),
    simple_explanation=texts,
    study_duration=st.none() | texts,
    evidence_level=st.sampled_from([None, "animal", "systematic-review"]),
    key_findings=st.lists(texts, max_size=3).map(tuple),
    practical_implications=st.lists(st.builds(Implication, texts, texts), max_size=2).map(tuple),
    sources=st.lists(st.builds(Source, texts), max_size=2).map(tuple),
    extra=st.dictionaries(names.map("x-{}".format), texts, max_size=2),
)


@settings(max_examples=40, deadline=None)
@given(st.lists(summaries, min_size=1, max_size=4, unique_by=lambda summary: summary.id))
def test_load_gives_what_save_took(given_summaries: list[Summary]) -> None:
    with new_library() as library:
        saved = {summary.id: (summary, library.save(summary, "save", NOW)) for summary in given_summaries}
        for summary_id, (summary, kept) in saved.items():
            assert library.load(summary_id) == kept
            set_by_library = {"slug": kept.slug, "dates": kept.dates, "categories": kept.categories}
            assert replace(summary, **set_by_library) == kept  # type: ignore[arg-type]
            assert len(kept.categories) <= len(summary.categories)
        assert len({kept.slug.lower() for _, kept in saved.values()}) == len(saved)
        assert {row.id for row in library.listings()} == set(saved)


def test_a_first_save_needs_no_title(library: Library) -> None:
    saved = library.save(library.new_summary(NOW), now=LATER)
    assert (saved.slug, saved.dates) == ("untitled", Dates(created=NOW, modified=LATER))
    assert library.listings()[0].title == "Untitled"


def test_odd_characters_do_not_stop_a_save(library: Library) -> None:
    typed = "NUL \0 lone \ud83d pair \U0001f600 and \x1b"
    saved = library.save(replace(library.new_summary(), simple_explanation=typed, plain_title=typed))
    assert saved == library.load(saved.id)
    assert saved.simple_explanation == typed.replace("\ud83d", "\ufffd")
    assert [row.id for row in library.listings(Filter(search="lone"))] == [saved.id]


def test_saving_the_same_again_changes_nothing(library: Library) -> None:
    saved = library.save(replace(library.new_summary(NOW), plain_title="A"), now=NOW)
    assert library.save(saved, now=LATER) == saved
    assert len(library.revisions(saved.id)) == 1


def test_words_saved_by_another_window_are_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as first, Library.open(path, lock) as second:
        mine = first.save(replace(first.new_summary(NOW), plain_title="Mine"), now=NOW)
        theirs = second.load(mine.id)
        second.save(replace(theirs, plain_title="Theirs"), now=LATER)
        with pytest.raises(ChangedElsewhere):
            first.save(replace(mine, plain_title="Mine again"), now=LATER)
        assert first.load(mine.id).plain_title == "Theirs"
        assert first.save(replace(first.load(mine.id), plain_title="Agreed")).plain_title == "Agreed"


def test_the_same_version_with_other_words_is_noticed(library: Library) -> None:
    """Two computers that both went from version 1 to 2: only the content tells."""
    saved = library.save(replace(library.new_summary(), plain_title="A"), "save")
    other = body_of(replace(saved, simple_explanation="Theirs"))
    library._db.execute("UPDATE texts SET body = ?", (other.text,))
    with pytest.raises(ChangedElsewhere):
        library.save(replace(saved, simple_explanation="Mine"))


def test_a_reader_cannot_write(library: Library) -> None:
    saved = library.save(library.new_summary())
    with Library.open(library.path) as reader:
        assert reader.is_read_only
        assert reader.load(saved.id) == saved
        with pytest.raises(NotSaved):
            reader.save(replace(saved, plain_title="No"))
        with pytest.raises(NotSaved):
            reader.trash([saved.id])


def test_all_or_nothing_when_something_goes_wrong_in_between(library: Library) -> None:
    with pytest.raises(RuntimeError), library.together():
        library.save(library.new_summary())
        raise RuntimeError
    assert library.listings() == []


def test_a_full_disk_is_said_and_nothing_is_lost(library: Library) -> None:
    saved = library.save(replace(library.new_summary(), plain_title="Kept"))
    pages = library._db.execute("PRAGMA page_count").fetchone()[0]
    library._db.execute(f"PRAGMA max_page_count = {pages + 1}")
    with pytest.raises(NotSaved, match="full"):
        library.save(replace(saved, simple_explanation="word " * 20_000))
    assert library.load(saved.id) == saved


def test_publishing_sets_its_date_once(library: Library) -> None:
    saved = library.save(replace(library.new_summary(NOW), plain_title="A"), now=NOW)
    library.set_status([saved.id], "published", NOW)
    library.set_status([saved.id], "unpublished", LATER)
    library.set_status([saved.id], "published", LATER)
    assert library.load(saved.id).dates == Dates(created=NOW, published=NOW, modified=LATER)


def test_a_change_in_the_table_is_not_undone_by_an_older_open_text(library: Library) -> None:
    opened = library.save(replace(library.new_summary(NOW), plain_title="A"), now=NOW)
    library.set_status([opened.id], "ready", LATER)
    with pytest.raises(ChangedElsewhere):
        library.save(replace(opened, plain_title="B"))


def test_trash_and_back(library: Library) -> None:
    first, second = (library.save(replace(library.new_summary(), plain_title=name)) for name in ("A", "B"))
    library.trash([first.id])
    assert [row.id for row in library.listings()] == [second.id]
    assert [row.id for row in library.listings(Filter(is_trashed=True))] == [first.id]
    assert [summary.id for summary in library.load_many()] == [second.id]
    library.untrash([first.id])
    assert library.counts().all == 2
    library.trash([first.id])
    assert library.empty_trash() == 1
    assert library.counts().trashed == 0
    assert library.listings(Filter(search="A")) == []
    with pytest.raises(LibraryFault):
        library.load(first.id)


def test_a_copy_is_a_draft_of_its_own(library: Library) -> None:
    saved = library.save(replace(library.new_summary(NOW), plain_title="A", status="published"), now=NOW)
    copy = library.duplicate(saved.id, LATER)
    assert (copy.status, copy.slug, copy.dates.published) == ("draft", "a-2", "")
    assert replace(copy, id=saved.id, slug=saved.slug, status=saved.status, dates=saved.dates) == saved


def test_grades_are_kept_until_the_words_change(library: Library) -> None:
    saved = library.save(replace(library.new_summary(), plain_title="A"))
    assert not library.listings()[0].is_graded
    library.set_grade(saved.id, None, "scorer 1", (0, 0, 0))
    assert library.listings()[0].is_graded, "too short to score is known now"
    library.set_grade(saved.id, 7.5, "scorer 1", (1, 2, 3))
    row = library.listings()[0]
    assert (row.grade, row.errors, row.warnings, row.notices) == (7.5, 1, 2, 3)
    assert library.ungraded("scorer 1") == ()
    library.save(replace(saved, simple_explanation="New words."))
    assert library.ungraded("scorer 1") == (saved.id,)


def test_site_and_targets_are_kept(library: Library) -> None:
    site, targets = library.site(), library.style().targets
    library.save_site(replace(site, name="My site", extra={"later": 1}))
    library.save_targets(replace(targets, grade=(5.0, 7.0)))
    with Library.open(library.path) as reader:
        assert (reader.site().name, reader.site().extra) == ("My site", {"later": 1})
        assert reader.style().targets.grade == (5.0, 7.0)
