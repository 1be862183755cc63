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
