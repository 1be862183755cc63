"""Every kept version comes back with its hash; autosaves of one sitting are one version."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.errors import LibraryFault
from db.library import Library
from db.lock import WriterLock


def test_autosaves_of_one_sitting_are_one_version(library: Library) -> None:
    summary = library.save(replace(library.new_summary(), plain_title="0"), "save")
    for number in range(1, 5):
        summary = library.save(replace(summary, plain_title=str(number)))
    summary = library.save(summary, "save")
    summary = library.save(replace(summary, plain_title="5"))
    kept = library.revisions(summary.id)
    assert [(revision.kind, revision.title) for revision in kept] == [("autosave", "5"), ("save", "4"), ("save", "0")]
    assert [library.revision(revision.number).plain_title for revision in kept] == ["5", "4", "0"]


def test_the_next_sitting_starts_a_version_of_its_own(library: Library) -> None:
    summary = library.save(replace(library.new_summary(), plain_title="Monday"))
    lock = WriterLock(library.path)
    assert not lock.acquire()
    library._session = "another sitting"
    library.save(replace(summary, plain_title="Tuesday"))
    assert [revision.title for revision in library.revisions(summary.id)] == ["Tuesday", "Monday"]


def test_a_version_that_was_bent_is_not_shown(library: Library) -> None:
    summary = library.save(replace(library.new_summary(), plain_title="A"))
    number = library.revisions(summary.id)[0].number
    library._db.execute("UPDATE revisions SET sha256 = 'x' WHERE number = ?", (number,))
    with pytest.raises(LibraryFault) as fault:
        library.revision(number)
    assert fault.value.code == "damaged"
    with pytest.raises(LibraryFault):
        library.revision(number + 1)


def test_known_content_is_recognised_even_after_edits(library: Library) -> None:
    first = library.save(replace(library.new_summary(), plain_title="A"), "import")
    library.save(replace(first, plain_title="B"))
    assert library.has_had(first)
    assert not library.has_had(replace(first, plain_title="C"))


def test_a_clock_that_goes_back_changes_no_order_and_loses_no_version(library: Library) -> None:
    summary = library.save(library.new_summary(), "save", "2026-11-22T12:00:00Z")
    for number, moment in enumerate(("2026-11-22T11:00:00Z", "1970-01-01T00:00:00Z", "2099-01-01T00:00:00Z")):
        summary = library.save(replace(summary, simple_explanation=f"Text {number}"), "save", moment)
        summary = library.save(replace(summary, simple_explanation=f"Text {number} and more"), "autosave", moment)
    library.tidy(90, "2026-11-22T12:00:00Z")
    kept = [library.revision(revision.number).simple_explanation for revision in library.revisions(summary.id)]
    assert kept == [
        "Text 2 and more", "Text 2", "Text 1 and more", "Text 1", "Text 0 and more", "Text 0", "",
    ]  # fmt: skip
    assert library.load(summary.id).simple_explanation == "Text 2 and more"
