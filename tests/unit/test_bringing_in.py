"""Hundreds of files into a library: off the main thread, in batches, stopped, refused, and with a full disk."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from pytestqt.qtbot import QtBot

from app import paths
from app.bringing_in import AT_ONCE, BringingIn
from app.errors import NotSaved
from app.model.brought_in import BroughtIn
from app.work.autosave import Autosave
from app.work.desk import Desk
from app.work.jobs import Jobs
from app.work.session import Session
from db.backup import backups
from db.library import Library
from db.lock import WriterLock

MANY = 120


class Import:
    """A library, the import, and all that it said."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.session = Session()
        self.desk = Desk(self.session)
        self.desk.show_library(library)
        self.jobs = Jobs()
        self.bringing_in = BringingIn(self.desk, self.session, self.jobs)
        self.counts: list[tuple[int, int]] = []
        self.ended: list[BroughtIn] = []
        self.faults: list[str] = []
        self.done: list[tuple[str, dict[str, Any]]] = []
        self.desk.did.connect(lambda code, facts: self.done.append((code, facts)))
        self.bringing_in.progressed.connect(lambda done, of: self.counts.append((done, of)))
        self.bringing_in.ended.connect(self.ended.append)
        self.bringing_in.failed.connect(self.faults.append)

    def go(self, qtbot: QtBot, *files: Path) -> BroughtIn:
        self.bringing_in.begin(list(files))
        qtbot.waitUntil(lambda: bool(self.ended), timeout=60_000)
        return self.ended.pop()


@pytest.fixture
def work(qapp: QCoreApplication, tmp_path: Path) -> Iterator[Import]:
    assert qapp
    path = tmp_path / "Library.plainspoken"
    with WriterLock(path) as lock:
        work = Import(Library.create(path, lock))
        yield work
        assert work.jobs.close() and work.desk.close()


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of many summaries, with two files in it that are none."""
    folder = tmp_path_factory.mktemp("pages")
    sample = json.loads(next((paths.resources() / "sample").glob("repeated*.json")).read_text("utf-8"))
    for number in range(MANY):
        own = sample | {"id": f"00000000-0000-4000-8000-{number:012}", "slug": "", "plain_title": f"Summary {number}"}
        (folder / f"summary-{number:03}.json").write_text(json.dumps(own), encoding="utf-8")
    (folder / "summary-900.json").write_text(json.dumps(sample | {"schema_version": 999}), encoding="utf-8")
    (folder / "torn.json").write_text('{"schema_version": 1, "simple_expl', encoding="utf-8")
    return folder


def test_many_come_in_with_progress_and_each_refused_file_has_its_reason(
    work: Import, pages: Path, qtbot: QtBot
) -> None:
    brought = work.go(qtbot, pages)
    assert (brought.added, brought.left) == (MANY, 0) and work.library.counts().all == MANY
    assert [Path(path).name for path, _why in brought.refused] == ["summary-900.json", "torn.json"]
    assert all(sentence.endswith(".") for _path, sentence in brought.refused) and brought.wants_list
    assert work.counts[0] == (0, MANY + 2) and work.counts[-1] == (MANY + 2, MANY + 2)
    assert len(work.counts) > MANY / AT_ONCE, "the writer sees it go on"
    assert not work.faults
    grades = {listing.grade for listing in work.library.listings()}
    assert len(grades) == 1 and None not in grades, "the table has the grade at once"
    again = work.go(qtbot, pages)
    assert (again.added, again.unchanged) == (0, MANY)


def test_a_zip_archive_is_counted_and_read(work: Import, pages: Path, qtbot: QtBot, tmp_path: Path) -> None:
    archive = tmp_path / "pages.zip"
    with zipfile.ZipFile(archive, "w") as packed:
        for file in pages.iterdir():
            packed.write(file, file.name)
    assert work.go(qtbot, archive).added == MANY and work.counts[0] == (0, MANY + 2)


def test_stopped_it_keeps_what_is_in_and_says_what_is_left(work: Import, pages: Path, qtbot: QtBot) -> None:
    work.bringing_in.progressed.connect(lambda done, _of: work.bringing_in.cancel() if done >= AT_ONCE else None)
    brought = work.go(qtbot, pages)
    assert (brought.added, brought.left) == (AT_ONCE, MANY + 2 - AT_ONCE)
    assert work.library.counts().all == AT_ONCE and brought.wants_list


def test_files_that_come_meanwhile_wait(work: Import, pages: Path, qtbot: QtBot) -> None:
    first, second = sorted(pages.glob("summary-00*.json"))[:2]
    work.bringing_in.begin([first])
    work.bringing_in.begin([second])
    qtbot.waitUntil(lambda: len(work.ended) == 2, timeout=60_000)
    assert work.library.counts().all == 2


def test_a_library_that_cannot_be_written_ends_it_with_the_reason(
    work: Import, pages: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    save, saved = work.library.save, list[str]()

    def full(*args: object, **kwargs: object) -> object:
        if len(saved) == AT_ONCE + 5:  # a disk that fills up in the middle of a batch
            raise NotSaved("The disk is full.")
        saved.append("")
        return save(*args, **kwargs)  # type: ignore[arg-type]

    monkeypatch.setattr(work.library, "save", full)
    brought = work.go(qtbot, pages)
    assert brought.added == AT_ONCE == work.library.counts().all, "what is said to be in is in, and nothing else"
    assert brought.left == MANY + 2 - AT_ONCE and work.faults == ["The disk is full."]


def test_a_library_that_has_changed_is_backed_up_before(work: Import, pages: Path, qtbot: QtBot) -> None:
    work.library.save(work.library.new_summary())
    assert backups(work.library.path) == []
    work.go(qtbot, pages / "summary-001.json")
    ((_moment, copy),) = backups(work.library.path)
    with Library.open(copy) as before:
        assert before.counts().all == 1
    assert work.library.counts().all == 2


def test_the_whole_import_is_one_step_back(work: Import, pages: Path, qtbot: QtBot) -> None:
    work.go(qtbot, pages)
    assert work.done[-1][0] == "imported" and work.done[-1][1]["can_undo"]
    work.desk.take_back()
    assert work.library.counts().all == 0 and work.library.counts().trashed == MANY
    assert work.done[-1] == (
        "import_taken_back",
        {"put_away": MANY, "restored": 0, "stayed": 0, "can_undo": True},
    )
    work.desk.take_back()
    assert work.library.counts().all == MANY and work.done[-1][0] == "import_brought_again"
    again = work.go(qtbot, pages)
    assert again.unchanged == MANY and not work.done[-1][1]["can_undo"], "nothing came in, so there is no step back"


def test_a_stopped_import_can_be_taken_back_too(work: Import, pages: Path, qtbot: QtBot) -> None:
    work.bringing_in.progressed.connect(lambda done, _of: work.bringing_in.cancel() if done >= AT_ONCE else None)
    assert work.go(qtbot, pages).can_undo
    work.desk.take_back()
    assert (work.library.counts().all, work.library.counts().trashed) == (0, AT_ONCE)


def test_the_open_summary_of_an_import_is_left_before_it_goes(work: Import, pages: Path, qtbot: QtBot) -> None:
    work.go(qtbot, pages / "summary-001.json")
    assert work.session.current is not None, "a single one opens at once"
    work.desk.take_back()
    assert work.session.current is None and work.library.counts().all == 0


def test_the_open_summary_that_was_worked_on_stays_open(work: Import, pages: Path, qtbot: QtBot) -> None:
    work.go(qtbot, pages / "summary-001.json")
    opened = work.session.current
    assert opened is not None
    work.desk.flush = Autosave(work.session, work.desk.save).flush
    work.session.edit("Edit", replace(opened, plain_title="My title"))
    work.desk.take_back()
    assert work.done[-1][1]["stayed"] == 1 and not work.done[-1][1]["can_undo"]
    assert work.session.current is not None and work.session.current.plain_title == "My title"
