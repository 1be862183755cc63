"""An import taken back: what it did is undone as one step, and what anybody worked on since is left as it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from app.commands.incoming import ReadIn
from app.commands.taking_back import TakenBack, bring_again, take_back
from app.commands.taking_in import TakingIn
from app.model.paper import Paper
from app.model.paper_text import AttachedPaper, PaperText
from app.model.site import Picture
from app.model.summary import Category, CategoryRef, Dates, Summary
from db.library import Library
from db.lock import WriterLock

SURGERY, CELLS, NURSING = CategoryRef("surgery", "Surgery"), CategoryRef("cells", "Cells"), CategoryRef("", "Nursing")
PAPER = AttachedPaper("pdf", PaperText(), "a.pdf", "", "2026-01-01T00:00:00Z", False, ())


def summary(number: int, words: str = "Short words help.", day: int = 1) -> Summary:
    return Summary(
        id=f"00000000-0000-4000-8000-{number:012}",
        plain_title=f"Summary {number}",
        paper=Paper(title=f"Paper {number}"),
        simple_explanation=words,
        categories=(SURGERY,),
        dates=Dates("2026-01-01T00:00:00Z", "", f"2026-01-{day:02}T00:00:00Z"),
    )


class Run:
    """A library with one category of its own, and an import into it."""

    def __init__(self, library: Library) -> None:
        self.library = library
        library.save_category(Category("surgery", "Surgery"))
        self.work = TakingIn(library)

    def bring(self, *summaries: Summary) -> None:
        """Import these as one batch."""
        self.had = {category.slug for category in self.library.categories()}
        self.work = TakingIn(self.library)
        self.work.take_all([ReadIn(f"{each.slug}.json", each, None) for each in summaries])
        self.made = tuple(each for each in self.library.categories() if each.slug not in self.had)

    def back(self) -> TakenBack:
        return take_back(self.library, self.work.changes, self.made)

    def words(self, number: int) -> str:
        return self.library.load(summary(number).id).simple_explanation

    def is_trashed(self, number: int) -> bool:
        standing = self.library.standing(summary(number).id)
        assert standing
        return standing.is_trashed


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    path = tmp_path / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        yield Run(library)


def test_what_is_new_goes_to_the_trash_with_the_categories_that_it_brought(run: Run) -> None:
    run.bring(summary(1), replace(summary(2), categories=(SURGERY, CELLS)), replace(summary(3), categories=(NURSING,)))
    assert [each.slug for each in run.library.categories()] == ["surgery", "cells", "nursing"]
    taken = run.back()
    assert (len(taken.put_away), taken.restored, taken.stayed) == (3, (), 0)
    assert run.library.counts().all == 0 and run.library.counts().trashed == 3
    assert [each.slug for each in run.library.categories()] == ["surgery"]


def test_taking_back_can_be_undone_with_its_categories(run: Run) -> None:
    run.bring(replace(summary(2), categories=(SURGERY, CELLS)), replace(summary(3), categories=(NURSING,)))
    before = [run.library.load(summary(number).id) for number in (2, 3)]
    bring_again(run.library, run.back())
    assert [run.library.load(each.id) for each in before] == before and run.library.counts().trashed == 0


def test_what_was_brought_up_to_date_reads_as_before_and_takes_newer_files_still(run: Run) -> None:
    run.bring(summary(1, "First words."))
    was = run.library.load(summary(1).id)
    run.bring(summary(1, "Second words.", day=2))
    assert run.words(1) == "Second words."
    taken = run.back()
    assert run.library.load(was.id) == was and (taken.restored, taken.put_away) == ((was.id,), ())
    assert [each.kind for each in run.library.revisions(was.id)] == ["import"] * 3, "the newer words are in the history"
    bring_again(run.library, taken)
    assert run.words(1) == "Second words."
    run.bring(summary(1, "Third words.", day=3))
    assert run.words(1) == "Third words."


def test_what_came_out_of_the_trash_goes_back(run: Run) -> None:
    run.bring(summary(1), summary(2))
    run.library.trash([summary(1).id, summary(2).id])
    run.bring(summary(1), summary(2, "Newer words.", day=2))
    assert not run.is_trashed(1) and not run.is_trashed(2)
    run.back()
    assert run.is_trashed(1) and run.is_trashed(2) and run.words(2) == "Short words help."


def test_what_was_here_already_is_not_touched(run: Run) -> None:
    run.bring(summary(1))
    run.bring(summary(1))
    assert run.work.changes == [] and run.back() == TakenBack((), (), 0, (), ())
    assert not run.is_trashed(1)


def test_the_same_summary_twice_in_a_folder_is_one_change(run: Run) -> None:
    run.bring(summary(1), summary(1, "Newer words.", day=2), summary(1, "Newer words.", day=2))
    taken = run.back()
    assert (taken.put_away, taken.stayed) == ((summary(1).id,), 0)


def test_what_was_worked_on_since_stays_and_so_does_its_category(run: Run) -> None:
    run.bring(*(replace(summary(number), categories=(CELLS,)) for number in range(1, 6)))
    ids = [summary(number).id for number in range(6)]
    run.library.save(replace(run.library.load(ids[1]), simple_explanation="My own words."))
    run.library.attach(ids[2], PAPER)
    run.library.name_newest(ids[3], "As it came")
    run.library.set_status([ids[4]], "in-review")
    taken = run.back()
    assert (taken.put_away, taken.stayed, taken.dropped) == ((ids[5],), 4, ())
    assert run.words(1) == "My own words." and run.library.paper_of(ids[2]) is not None
    assert [each.slug for each in run.library.categories()] == ["surgery", "cells"]


def test_a_category_that_the_writer_made_their_own_stays(run: Run) -> None:
    run.bring(replace(summary(1), categories=(CELLS, NURSING, CategoryRef("bones", "Bones"))))
    run.library.save_category(Category("cells", "Cells", "All about cells."), "cells")
    picture = Picture(b"", 1, 1, "A nurse", "nursing")
    run.library.save_site(replace(run.library.site(), pictures=(picture,)))
    assert [each.slug for each in run.back().dropped] == ["bones"]


def test_what_was_deleted_for_good_meanwhile_is_no_fault(run: Run) -> None:
    run.bring(summary(1), summary(2))
    run.library.trash([summary(1).id])
    run.library.empty_trash()
    assert run.back().put_away == (summary(2).id,)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=some.data())
def test_whatever_was_done_since_no_words_are_lost_and_the_rest_is_as_before(
    data: some.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("any") / "L.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock) as library:
        run = Run(library)
        numbers = some.sets(some.integers(0, 5))
        had, came, edited = (data.draw(numbers) for _ in range(3))
        run.bring(*(summary(number, "First words.") for number in had))
        run.bring(*(summary(number, "Second words.", day=2) for number in came))
        for number in edited & (had | came):
            library.save(replace(library.load(summary(number).id), simple_explanation=f"My words {number}."))
        run.back()
        for number in had | came:
            if number in edited:
                assert run.words(number) == f"My words {number}." and not run.is_trashed(number)
            elif number in had:
                assert run.words(number) == "First words." and not run.is_trashed(number)
            else:
                assert run.is_trashed(number)
