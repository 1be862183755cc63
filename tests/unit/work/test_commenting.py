"""Comments and suggested changes: each a step of the open summary, with who and when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.model.comment import ACCEPTED, DECLINED, OPEN, RESOLVED
from app.model.summary import Summary
from app.work.commenting import Commenting
from app.work.desk import Desk
from app.work.session import Session
from db.library import Library
from db.lock import WriterLock


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    with WriterLock(tmp_path / "L.plainspoken") as lock:
        session = Session()
        desk = Desk(session)
        library = Library.create(lock.path, lock)
        desk.show_library(library)
        library.save(Summary("s", simple_explanation="Rats ran far."))
        desk.open_summary("s")
        session.desk = desk  # type: ignore[attr-defined]
        yield session
        desk.close()


def commenting(session: Session) -> Commenting:
    return Commenting(session, session.desk, lambda: "Jonas", lambda: "2026-11-22T10:00:00Z")  # type: ignore[attr-defined]


def text_of(session: Session) -> str:
    assert session.current
    return session.current.simple_explanation


def test_a_comment_is_a_step_and_follows_the_words(session: Session) -> None:
    commenting(session).add(("simple_explanation", 9, 12), " How far? ")
    assert session.current
    (comment,) = session.current.comments
    assert (comment.text, comment.by, comment.at, comment.state) == ("How far?", "Jonas", "2026-11-22T10:00:00Z", OPEN)
    session.edit("Edit", replace(session.current, simple_explanation="All rats ran far."))
    (comment,) = session.current.comments
    assert text_of(session)[comment.start : comment.end] == "far"
    session.undo()
    session.undo()
    assert session.current.comments == ()


def test_it_is_answered_resolved_opened_and_deleted(session: Session) -> None:
    say = commenting(session)
    say.add(("simple_explanation", 0, 0), "Too short")
    assert session.current
    comment_id = session.current.comments[0].id
    say.answer(comment_id, "I know.")
    say.resolve(comment_id)
    assert session.current.comments[0].state == RESOLVED and session.current.comments[0].replies[0].by == "Jonas"
    say.reopen(comment_id)
    assert session.current.comments[0].state == OPEN
    say.remove(comment_id)
    assert session.current.comments == ()


def test_suggested_changes_are_taken_one_by_one_and_can_be_undone(session: Session) -> None:
    say = commenting(session)
    say.add(("simple_explanation", 0, 4), "", "Mice")
    say.add(("simple_explanation", 9, 12), "", "two miles")
    assert session.current
    first, second = (comment.id for comment in session.current.comments)
    say.accept(first)
    assert text_of(session) == "Mice ran far."
    say.decline(second)
    assert [comment.state for comment in session.current.comments] == [ACCEPTED, DECLINED]
    session.undo()
    session.undo()
    assert text_of(session) == "Rats ran far." and session.current.comments[0].state == OPEN


def test_a_change_whose_words_are_gone_is_said(session: Session) -> None:
    said: list[str] = []
    session.desk.failed.connect(said.append)  # type: ignore[attr-defined]
    say = commenting(session)
    say.add(("simple_explanation", 0, 4), "", "Mice")
    assert session.current
    session.edit("Edit", replace(session.current, simple_explanation=""))
    say.accept(session.current.comments[0].id)
    assert len(said) == 1 and text_of(session) == ""


def test_nothing_said_is_no_comment(session: Session) -> None:
    commenting(session).add(("simple_explanation", 0, 4), "  ")
    assert session.current and session.current.comments == ()
