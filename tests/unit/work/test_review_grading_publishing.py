"""What follows a change of the open summary, and what runs beside it: review, grades, export."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QElapsedTimer
from waiting import wait_until

from app.model.place import FOLDER, ZIP, Place
from app.model.score import Reading, Score
from app.model.stored import StoredSummary
from app.model.summary import Summary
from app.opening import Opener
from app.text.readability import SCORER
from app.work.desk import Desk
from app.work.grading import GIVE_WAY_MS, START_MS, Grading
from app.work.jobs import Jobs
from app.work.publishing import Publishing
from app.work.review import Review, Reviewed
from app.work.session import Session


def reviewed(summary: Summary) -> Reviewed:
    return Reviewed(summary, (), Reading(Score(0, 0, 0), (6, 8)), summary.plain_title)


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    assert jobs.close()


@pytest.fixture
def desk() -> Iterator[Desk]:
    opener, desk = Opener(), Desk(Session())
    assert desk.show_library(opener.sample())
    yield desk
    desk.close()
    opener.release()


def test_somebody_who_types_gets_the_newest_page_and_few_of_them(jobs: Jobs) -> None:
    seen: list[str] = []

    def slow(summary: Summary) -> Reviewed:
        seen.append(summary.plain_title)
        return reviewed(summary)

    review, pages = Review(jobs, slow), []
    review.page_changed.connect(pages.append)
    for number in range(50):
        review.note_change(Summary("a", plain_title=str(number)))
    wait_until(lambda: pages)
    assert pages == seen == ["49"]


def test_a_review_of_another_summary_is_not_shown(jobs: Jobs) -> None:
    review, pages = Review(jobs, reviewed), []
    review.page_changed.connect(pages.append)
    review.note_change(Summary("a", plain_title="A"))
    wait_until(lambda: jobs.is_busy)
    review.forget()
    wait_until(lambda: not jobs.is_busy)
    review.note_change(Summary("b", plain_title="B"))
    wait_until(lambda: pages)
    assert pages == ["B"]


def test_the_sample_gets_its_grades(desk: Desk, jobs: Jobs) -> None:
    grading, graded = Grading(desk, jobs, desk.grade, SCORER), []
    ended = []
    grading.graded.connect(graded.append)
    grading.ended.connect(lambda: ended.append(True))
    grading.begin()
    wait_until(lambda: ended)
    (grades,) = graded
    assert {row.id: row.grade for row in desk.store.listings()} == {each: grades[each].grade for each in grades}
    assert desk.store.ungraded(SCORER) == ()
    assert all(row.grade is not None and row.grade <= 8 for row in desk.store.listings())


def test_grades_give_way_to_what_the_writer_waits_for(desk: Desk, jobs: Jobs) -> None:
    is_over, ended, graded = threading.Event(), [], []
    grading = Grading(desk, jobs, desk.grade, SCORER)
    grading.graded.connect(graded.append)
    grading.begin()
    jobs.start(lambda _token, _told: is_over.wait(30), done=ended.append, failed=ended.append)
    clock = QElapsedTimer()
    clock.start()
    wait_until(lambda: clock.elapsed() > START_MS + GIVE_WAY_MS)
    assert graded == []
    is_over.set()
    wait_until(lambda: graded)
    assert ended == [True]


class Heard:
    """What a publish dialog would be told."""

    def __init__(self, publishing: Publishing) -> None:
        self.said: list[tuple[Any, ...]] = []
        publishing.plan_ready.connect(lambda plan: self.said.append(("plan", plan.changes, plan.unchanged)))
        publishing.done.connect(lambda *files: self.said.append(("done", *files)))
        publishing.cancelled.connect(lambda: self.said.append(("cancelled",)))
        publishing.failed.connect(lambda sentence: self.said.append(("failed", sentence)))

    def next(self) -> tuple[Any, ...]:
        wait_until(lambda: self.said)
        return self.said.pop(0)


def test_the_window_answers_while_the_library_is_read(
    desk: Desk, jobs: Jobs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Ten thousand summaries take seconds to read: the main thread only fetches them as they are stored."""
    read, threads = StoredSummary.summary, set[str]()

    def noted(stored: StoredSummary) -> Summary:
        threads.add(threading.current_thread().name)
        return read(stored)

    monkeypatch.setattr(StoredSummary, "summary", noted)
    publishing = Publishing(desk, jobs)
    heard = Heard(publishing)
    publishing.plan("site", Place(FOLDER, str(tmp_path / "site")))
    assert heard.next() == ("plan", 3, 0)
    publishing.publish("site", Place(FOLDER, str(tmp_path / "site")))
    assert heard.next()[0] == "done"
    assert threads and threading.main_thread().name not in threads


def test_plan_export_and_plan_again(desk: Desk, jobs: Jobs, tmp_path: Path) -> None:
    publishing = Publishing(desk, jobs)
    heard = Heard(publishing)
    publishing.plan("json", Place(FOLDER))
    assert heard.next() == ("plan", 3, 0)
    publishing.publish("json", Place(FOLDER, str(tmp_path / "out")))
    assert heard.next()[0] == "done"
    assert {json.loads(file.read_text())["status"] for file in (tmp_path / "out").glob("*20*.json")} == {"published"}
    publishing.plan("json", Place(FOLDER, str(tmp_path / "out")))
    assert heard.next() == ("plan", 0, 3)


def test_a_cancelled_export_leaves_the_folder_as_it_was(desk: Desk, jobs: Jobs, tmp_path: Path) -> None:
    publishing = Publishing(desk, jobs)
    heard = Heard(publishing)
    publishing.publish("site", Place(FOLDER, str(tmp_path / "out")))
    publishing.cancel()
    assert heard.next() == ("cancelled",)
    assert not any(path.is_file() for path in (tmp_path / "out").rglob("*"))


def test_a_folder_that_cannot_be_written_is_told(desk: Desk, jobs: Jobs, tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    publishing = Publishing(desk, jobs)
    heard = Heard(publishing)
    publishing.publish("site", Place(FOLDER, str(tmp_path / "out")))
    assert heard.next()[0] == "failed"
    assert (tmp_path / "out").read_text() == "a file"


def test_a_zip_file_is_published_and_remembered(desk: Desk, jobs: Jobs, tmp_path: Path) -> None:
    publishing, place = Publishing(desk, jobs), Place(ZIP, str(tmp_path / "site.zip"))
    heard = Heard(publishing)
    publishing.publish("json", place)
    assert heard.next()[0] == "done"
    known = Publishing(desk, jobs).places("elsewhere")
    assert (known.kind, known.form, known.place(ZIP)) == (ZIP, "json", place)
    publishing.plan("json", place)
    assert heard.next() == ("plan", 0, 3)
