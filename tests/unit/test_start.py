"""The ways into a library, with real files and locks and without a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app import paths
from app.bringing_in import BringingIn
from app.model.brought_in import BroughtIn
from app.opening import Opener
from app.start import Start
from app.work.autosave import Autosave
from app.work.desk import Desk
from app.work.jobs import Jobs
from app.work.many_summaries import ManySummaries
from app.work.memory import Memory
from app.work.session import Session
from db.library import Library
from db.lock import WriterLock


class Program:
    """The parts without the window, and what they said."""

    def __init__(self) -> None:
        self.session = Session()
        self.desk = Desk(self.session)
        self.autosave = Autosave(self.session, self.desk.save)
        self.desk.flush = self.autosave.flush
        self.memory = Memory(paths.settings_file())
        self.opener = Opener()
        self.start = Start(self.opener, self.desk, self.memory)
        self.jobs = Jobs()
        self.bringing_in = BringingIn(self.desk, self.session, self.jobs)
        self.start.files_found.connect(self.bringing_in.begin)
        self.ended: list[BroughtIn] = []
        self.bringing_in.ended.connect(self.ended.append)
        self.bringing_in.failed.connect(lambda sentence: self.faults.append(sentence))
        self.welcomes = 0
        self.faults: list[str] = []
        self.done: list[tuple[str, object]] = []
        self.start.welcome_requested.connect(self._on_welcome)
        self.start.failed.connect(self.faults.append)
        self.desk.failed.connect(self.faults.append)
        self.desk.entered.connect(self.memory.note_summary)
        self.desk.left.connect(self.memory.forget_summary)
        self.start.did.connect(lambda code, facts: self.done.append((code, facts)))
        self.desk.did.connect(lambda code, facts: self.done.append((code, facts)))

    def _on_welcome(self) -> None:
        self.welcomes += 1

    def write(self, title: str) -> str:
        self.desk.new_summary()
        assert self.session.current
        self.session.edit("Edit title", replace(self.session.current, plain_title=title), "title")
        return self.session.current.id

    def titles(self) -> list[str]:
        return [row.title for row in self.desk.store.listings()]

    def end(self) -> None:
        assert self.jobs.close()
        assert self.desk.close()
        self.opener.release()


@pytest.fixture(autouse=True)
def qt_core(qapp: QCoreApplication) -> QCoreApplication:
    return qapp  # one process has one application, whichever test comes first


@pytest.fixture
def program() -> Iterator[Program]:
    program = Program()
    yield program
    program.end()


@pytest.fixture
def other(tmp_path: Path) -> Path:
    path = tmp_path / "Other.plainspoken"
    with WriterLock(path) as lock, Library.create(path, lock):
        pass
    return path


def test_the_first_start_welcomes_and_makes_nothing(program: Program) -> None:
    program.start.begin(None, [])
    assert (program.welcomes, program.faults) == (1, [])
    assert not paths.default_library().exists()


def test_the_sample_library_holds_three_finished_summaries(program: Program) -> None:
    program.start.open_sample()
    assert program.desk.store.counts().statuses == {"published": 3}
    assert not program.desk.store.is_read_only
    assert not list(paths.data_folder().glob("*.part"))
    program.start.open_sample()
    assert program.desk.store.counts().all == 3


def test_the_next_start_opens_what_was_open(program: Program) -> None:
    program.start.open_sample()
    summary_id = program.write("My rats")
    program.end()
    later = Program()
    later.start.begin(None, [])
    assert later.session.current and later.session.current.id == summary_id
    assert later.session.current.plain_title == "My rats"
    later.end()


def test_back_at_the_library_the_next_start_shows_the_library(program: Program) -> None:
    program.start.open_sample()
    program.write("My rats")
    program.desk.leave()
    program.end()
    later = Program()
    later.start.begin(None, [])
    assert later.session.current is None and later.titles()[0] == "My rats"
    later.end()


def test_a_library_that_is_gone_is_told_and_never_made(program: Program, other: Path) -> None:
    assert program.start.open_library(str(other))
    program.end()
    other.unlink()
    later = Program()
    later.start.begin(None, [])
    assert later.welcomes == 1 and "There is no library at" in later.faults[0]
    assert not other.exists()
    assert str(other) not in later.memory.settings.recent_libraries


def test_a_second_window_reads_only(program: Program, other: Path) -> None:
    program.start.open_library(str(other))
    second = Program()
    second.start.open_library(str(other))
    assert second.desk.store.is_read_only and not program.desk.store.is_read_only
    second.desk.new_summary()
    assert second.session.current is None and "reading only" in second.faults[0]
    second.end()


def test_a_bad_library_leaves_the_open_one_open(program: Program, other: Path, tmp_path: Path) -> None:
    program.start.open_library(str(other))
    bad = tmp_path / "Bad.plainspoken"
    bad.write_bytes(b"%PDF-1.4 not a library")
    assert not program.start.open_library(str(bad))
    assert program.faults and program.desk.store.path == other
    assert bad.read_bytes() == b"%PDF-1.4 not a library"
    assert program.write("Still here") and program.autosave.flush()
    assert program.titles() == ["Still here"]


def test_the_lock_of_a_library_is_let_go_with_it(program: Program, other: Path) -> None:
    program.start.open_library(str(other))
    program.start.open_sample()
    with WriterLock(other) as lock:
        assert lock.is_held


def test_a_new_library_does_not_overwrite(program: Program, other: Path) -> None:
    program.start.new_library(str(other))
    assert "already a file" in program.faults[0] and not program.desk.has_library
    program.start.new_library(str(other.with_name("New")))
    assert program.desk.store.path == other.with_name("New.plainspoken")


def test_files_on_the_command_line_are_brought_in(program: Program, qtbot: QtBot) -> None:
    file = next((paths.resources() / "sample").glob("repeated*.json"))
    program.start.begin(None, [file])
    qtbot.waitUntil(lambda: bool(program.ended))
    assert program.desk.store.path == paths.default_library()
    assert program.session.current and "ALS" in program.session.current.plain_title
    assert program.done == [("imported", {"added": 1, "updated": 0, "unchanged": 0, "can_undo": True})]


def test_a_paper_on_the_command_line_is_not_for_the_summary_of_last_time(
    program: Program, tmp_path: Path, qtbot: QtBot
) -> None:
    paper = tmp_path / "paper.ris"
    paper.write_text("TY  - JOUR\nTI  - Cells\nER  - \n")
    found: list[list[str]] = []
    program.start.papers_found.connect(found.append)
    program.start.begin(None, [next((paths.resources() / "sample").glob("repeated*.json"))])
    qtbot.waitUntil(lambda: program.session.current is not None)
    program.start.begin(None, [paper])
    assert program.session.current is None and found == [[str(paper)]] and program.faults == []


def test_what_cannot_come_in_is_told(program: Program, other: Path, tmp_path: Path, qtbot: QtBot) -> None:
    program.start.open_library(str(other))
    page = tmp_path / "page.txt"
    page.write_text("Just a shopping list.")
    program.start.take_files([str(page)])
    qtbot.waitUntil(lambda: bool(program.ended))
    assert len(program.faults) == 1 and program.titles() == []


def test_many_summaries_at_once_can_be_taken_back(program: Program) -> None:
    program.start.open_sample()
    ids = [row.id for row in program.desk.store.listings()]
    many = ManySummaries(program.desk)
    many.set_status(ids[:2], "draft")
    assert program.desk.store.counts().statuses == {"draft": 2, "published": 1}
    program.desk.take_back()
    assert program.desk.store.counts().statuses == {"published": 3}
    many.trash(ids)
    assert program.desk.store.counts().trashed == 3
    program.desk.take_back()
    program.desk.take_back()
    assert program.desk.store.counts().trashed == 0
    many.add_category(ids, "surgery")
    program.desk.take_back()
    assert program.desk.store.counts().categories["surgery"] == 1
    assert program.faults == []


def test_an_empty_new_summary_leaves_no_trace(program: Program, other: Path) -> None:
    program.start.open_library(str(other))
    program.desk.new_summary()
    program.desk.leave()
    assert program.titles() == []


def test_a_paper_named_by_its_doi_starts_a_summary(program: Program, other: Path) -> None:
    program.start.open_library(str(other))
    program.desk.start_summary("https://doi.org/10.1186/s13041-021-00787-6.")
    assert program.session.current and program.session.current.paper.doi == "10.1186/s13041-021-00787-6"
    program.session.undo()
    assert program.session.current.paper.doi == ""


def test_what_lay_long_in_the_trash_goes_at_opening_and_is_said(program: Program) -> None:
    program.start.open_sample()
    (first, second, _third) = [row.id for row in program.desk.store.listings()]
    program.desk.store.trash([first], "2020-01-01T00:00:00Z")
    program.desk.store.trash([second])
    said: list[tuple[str, dict[str, object]]] = []
    program.start.did.connect(lambda code, facts: said.append((code, facts)))
    program.memory.set(trash_days=0)
    program.start.open_sample()
    assert program.desk.store.counts().trashed == 2 and not said
    program.memory.set(trash_days=90)
    program.start.open_sample()
    assert program.desk.store.counts().trashed == 1
    assert said == [("trash_aged", {"count": 1, "days": 90})]
