"""What the registries said stays in the library, with its date."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from app.model.paper import Notice, Paper
from db.library import Library
from db.lock import WriterLock


def test_answers_are_kept_with_their_date_and_only_news_is_a_new_version(tmp_path: Path) -> None:
    path = tmp_path / "a.plainspoken"
    lock = WriterLock(path)
    assert lock.acquire()
    with Library.create(path, lock) as library:
        one = library.save(replace(library.new_summary(), paper=Paper(title="One", doi="10.1/a")))
        two = library.save(replace(library.new_summary(), paper=Paper(title="Two", doi="10.1/b")))
        retracted = (Notice("retraction", "10.1/r"),)
        library.note_looked(
            {one.id: retracted, two.id: (), "gone": retracted}, [one.id, "gone"], "2026-11-01T00:00:00Z"
        )
        assert library.looked() == {one.id: "2026-11-01T00:00:00Z"}
        assert library.load(one.id).paper.notices == retracted
        assert len(library.revisions(two.id)) == 1
        library.note_looked({one.id: retracted}, [one.id, two.id], "2026-11-09T00:00:00Z")
        assert len(library.revisions(one.id)) == 2
        assert set(library.looked().values()) == {"2026-11-09T00:00:00Z"}
        library.trash([one.id])
        library.empty_trash()
        library.note_looked({}, [])
        assert set(library.looked()) == {two.id}
    lock.release()


def test_papers_with_a_number_are_known_without_reading_every_text(tmp_path: Path) -> None:
    path = tmp_path / "a.plainspoken"
    lock = WriterLock(path)
    assert lock.acquire()
    with Library.create(path, lock) as library:
        papers = (Paper(doi="10.1/a"), Paper(pmid="12"), Paper(title="None"), Paper(doi="10.1/b"))
        ids = [library.save(replace(library.new_summary(), paper=paper)).id for paper in papers]
        library.set_status([ids[1]], "ready")
        library.trash([ids[3]])
        assert library.numbered() == ((ids[0], "draft"), (ids[1], "ready"))
    lock.release()
