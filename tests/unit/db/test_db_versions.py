"""Versions with writer and name, states, thinning, and the trash that empties after a time."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.model.comment import RESOLVED, Comment
from db.library import Library
from db.thinning import superfluous

NOW = "2026-11-22T10:00:00Z"


def ago(**parts: float) -> str:
    return (datetime(2026, 11, 22, 10, tzinfo=UTC) - timedelta(**parts)).strftime("%Y-%m-%dT%H:%M:%SZ")


def test_a_version_has_a_writer_and_a_name(library: Library) -> None:
    library.writer = "Maria"
    saved = library.save(replace(library.new_summary(), plain_title="A"))
    library.name_newest(saved.id, "  Before   review ")
    kept = library.revisions(saved.id)[0]
    assert (kept.writer, kept.name, kept.kind) == ("Maria", "Before review", "save")
    library.save(replace(saved, plain_title="B"))
    library.name_revision(kept.number, "")
    assert [(one.title, one.name) for one in library.revisions(saved.id)] == [("B", ""), ("A", "")]


def test_states_are_kept_with_who_and_when(library: Library) -> None:
    library.writer = "Maria"
    saved = library.save(library.new_summary(), now=ago(days=3))
    library.writer = "Jonas"
    library.save(replace(saved, status="in-review"), now=ago(days=2))
    library.set_status([saved.id], "ready", ago(days=1))
    told = [(state.status, state.writer, state.moment) for state in library.states(saved.id)]
    assert told == [
        ("ready", "Jonas", ago(days=1)),
        ("in-review", "Jonas", ago(days=2)),
        ("draft", "Maria", ago(days=3)),
    ]
    (row,) = library.listings()
    assert (row.status, row.state_by, row.state_at) == ("ready", "Jonas", ago(days=1))


def test_open_comments_are_counted_for_the_table(library: Library) -> None:
    comments = (Comment("1"), Comment("2", state=RESOLVED))
    library.save(replace(library.new_summary(), comments=comments))
    assert library.listings()[0].comments == 1


def test_old_autosaves_are_thinned_and_others_never(library: Library) -> None:
    summary = library.new_summary()
    for minute in range(40):
        library._session = f"sitting {minute}"
        kind = "save" if minute == 7 else "published" if minute == 8 else "autosave"
        summary = library.save(replace(summary, plain_title=str(minute)), kind, ago(days=20, minutes=-minute))
        if minute == 5:
            library.name_newest(summary.id, "Mine")
    library.tidy(0, NOW)
    left = {revision.title: revision for revision in library.revisions(summary.id)}
    assert {"5", "7", "8", "39"} <= set(left) and len(left) <= 6
    library.tidy(0, NOW)
    assert len(library.revisions(summary.id)) == len(left)


@given(st.lists(st.integers(0, 900 * 24 * 60), max_size=60))
def test_thinning_is_stable_and_keeps_the_newest(minutes: list[int]) -> None:
    moments = [(number, ago(minutes=age)) for number, age in enumerate(sorted(minutes))]
    gone = set(superfluous(moments, NOW))
    assert not moments or 0 not in gone
    left = [row for row in moments if row[0] not in gone]
    assert not list(superfluous(left, NOW))


def test_a_clock_that_went_back_removes_nothing() -> None:
    assert not list(superfluous([(1, "2027-01-01T00:00:00Z"), (2, "2027-01-01T00:00:00Z"), (3, "?")], NOW))


def test_the_trash_empties_after_its_time_and_only_what_is_older(library: Library) -> None:
    old, young, kept = (library.save(replace(library.new_summary(), plain_title=name)) for name in ("A", "B", "C"))
    library.trash([old.id], ago(days=91))
    library.trash([young.id], ago(days=89))
    assert library.tidy(0, NOW) == 0
    assert library.tidy(90, NOW) == 1
    assert not library.has(old.id) and library.has(young.id) and library.has(kept.id)
    library.untrash([young.id])
    assert library.tidy(1, NOW) == 0


def test_an_exchanged_version_comes_back_by_its_hash(library: Library) -> None:
    first = library.save(replace(library.new_summary(), plain_title="A"))
    library.note_exchanged(first)
    second = library.save(replace(first, plain_title="B"))
    library.note_exchanged(second)
    newer, older = library.exchanged(first.id)
    found = library.exchanged_version(first.id, older)
    assert found == first and library.exchanged_version(first.id, newer) == second
    assert library.exchanged_version(first.id, "x") is None


def test_what_becomes_published_is_kept_for_good_however_it_is_saved(library: Library) -> None:
    saved = library.save(replace(library.new_summary(), plain_title="A"))
    saved = library.save(replace(saved, status="published"))
    library.save(replace(saved, plain_title="B"))
    assert [version.kind for version in library.revisions(saved.id)] == ["autosave", "published", "autosave"]
