"""The open summary, its saving and its jobs, with a Qt core event loop and no window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QEventLoop, QObject, QTimer, Signal
from waiting import wait_until

from app.errors import NotSaved
from app.model.summary import Dates, Summary
from app.work import autosave as autosave_module
from app.work.autosave import Autosave
from app.work.jobs import Jobs, Progress, Token
from app.work.saving import SaveState
from app.work.session import Session

EMPTY = Summary(id="a", slug="untitled")


@pytest.fixture
def session() -> Session:
    session = Session()
    session.open(EMPTY)
    return session


def wait_ms(time_ms: int) -> None:
    loop = QEventLoop()
    QTimer.singleShot(time_ms, loop.quit)
    loop.exec()


class Store:
    """A library of one summary that can be out of order."""

    def __init__(self) -> None:
        self.saves: list[tuple[str, str]] = []
        self.is_broken = False

    def save(self, summary: Summary, kind: str, now: str) -> Summary:
        if self.is_broken:
            raise NotSaved("Not saved: the disk is full.")
        self.saves.append((summary.plain_title, kind))
        return replace(summary, slug=summary.plain_title.lower(), dates=Dates(modified=now))


@pytest.fixture
def store() -> Store:
    return Store()


@pytest.fixture
def autosave(session: Session, store: Store, monkeypatch: pytest.MonkeyPatch) -> Autosave:
    monkeypatch.setattr(autosave_module, "PAUSE_MS", 30)
    monkeypatch.setattr(autosave_module, "LONGEST_MS", 150)
    autosave = Autosave(session, store.save)
    session.changed.connect(autosave.note_change)
    return autosave


def titled(session: Session, title: str) -> None:
    assert session.current
    session.edit("Edit title", replace(session.current, plain_title=title), "title")


def test_undo_keeps_the_slug_that_a_save_gave(session: Session, autosave: Autosave) -> None:
    titled(session, "Rats")
    assert autosave.flush()
    assert session.current and session.current.slug == "rats"
    session.undo()
    assert (session.current.plain_title, session.current.slug) == ("", "rats")
    assert session.is_unsaved


def test_undo_and_redo_tell_their_names(session: Session) -> None:
    told: list[tuple[str, str]] = []
    session.history_changed.connect(lambda undo, redo: told.append((undo, redo)))
    titled(session, "Rats")
    session.undo()
    session.redo()
    assert told == [("Edit title", ""), ("", "Edit title"), ("Edit title", "")]


def test_a_read_only_summary_does_not_change(session: Session) -> None:
    session.open(EMPTY, is_read_only=True)
    titled(session, "Rats")
    assert session.current == EMPTY
    assert session.save_state.kind == "read-only"


def test_a_value_of_another_summary_is_refused(session: Session) -> None:
    session.edit("Edit title", Summary(id="b", plain_title="Another"))
    assert session.current == EMPTY


@pytest.mark.usefixtures("autosave")
def test_a_pause_saves(session: Session, store: Store) -> None:
    titled(session, "Rats")
    assert session.save_state.kind == "unsaved"
    wait_until(lambda: bool(store.saves))
    assert store.saves == [("Rats", "autosave")]
    assert session.save_state.kind == "saved"


@pytest.mark.usefixtures("autosave")
def test_somebody_who_never_pauses_is_saved_too(session: Session, store: Store) -> None:
    for number in range(60):
        titled(session, f"Rats {number}")
        wait_ms(10)
        if store.saves:
            return
    pytest.fail("Sixty keys in a row and never saved")


def test_a_failure_is_said_once_and_tried_again(session: Session, store: Store, autosave: Autosave) -> None:
    said: list[str] = []
    autosave.failed.connect(said.append)
    store.is_broken = True
    for title in ("R", "Ra"):
        titled(session, title)
        assert not autosave.flush()
    assert said == ["Not saved: the disk is full."]
    assert session.is_unsaved and session.save_state.kind == "failed"
    store.is_broken = False
    wait_until(lambda: session.save_state.kind == "saved")
    assert store.saves == [("Ra", "autosave")]


def test_nothing_to_save_is_no_save(store: Store, autosave: Autosave) -> None:
    assert autosave.flush()
    assert store.saves == []
    assert autosave.flush("save")
    assert store.saves == [("", "save")]


def test_closing_says_that_nothing_is_open(session: Session) -> None:
    states: list[SaveState] = []
    session.saved_changed.connect(states.append)
    session.close()
    assert session.current is None and states == [SaveState("none")]


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    assert jobs.close()


def test_a_job_delivers_its_value_and_progress(jobs: Jobs) -> None:
    results: list[int] = []
    counts: list[tuple[int, int]] = []

    def work(_token: Token, progress: Progress) -> int:
        progress(1, 2)
        return 42

    jobs.start(work, done=results.append, failed=pytest.fail, progress=lambda done, of: counts.append((done, of)))
    wait_until(lambda: bool(results))
    assert (results, counts, jobs.is_busy) == ([42], [(1, 2)], False)


def test_many_quick_jobs_all_deliver(jobs: Jobs) -> None:
    results: list[int] = []
    for number in range(300):
        jobs.start(lambda _t, _p, n=number: n, done=results.append, failed=pytest.fail)  # type: ignore[misc]
    wait_until(lambda: len(results) == 300)
    assert sorted(results) == list(range(300))


def test_a_failing_job_says_so(jobs: Jobs) -> None:
    errors: list[BaseException] = []

    def work(_token: Token, _progress: Progress) -> None:
        raise NotSaved("No.")

    jobs.start(work, done=pytest.fail, failed=errors.append)
    wait_until(lambda: bool(errors))
    assert isinstance(errors[0], NotSaved)


def test_a_cancelled_job_hears_of_it(jobs: Jobs) -> None:
    results: list[str] = []

    def work(token: Token, _progress: Progress) -> str:
        while not token.is_cancelled():
            time.sleep(0.001)
        return "stopped"

    jobs.start(work, done=results.append, failed=pytest.fail).cancel()
    wait_until(lambda: bool(results))


def test_two_thousand_signals_with_a_bool_leave_python_alive() -> None:
    """PySide6 6.12.0 drops a reference to True at every emit and aborts after some hundreds."""

    class Speaker(QObject):
        spoke = Signal(bool)

    speaker, heard = Speaker(), []
    speaker.spoke.connect(heard.append)
    for _ in range(2000):
        speaker.spoke.emit(True)
    assert len(heard) == 2000
