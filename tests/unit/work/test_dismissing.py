"""Findings are left and taken up as steps of the summary, or for the library, where the notice takes it back."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.checks.review import checked
from app.model.dismissal import HERE, LIBRARY, SUMMARY
from app.model.finding import Finding, SetAside
from app.model.summary import Summary
from app.work.desk import Desk
from app.work.dismissing import Dismissing, named
from app.work.many_summaries import ManySummaries
from app.work.session import Session
from db.library import Library
from db.lock import WriterLock

TEXT = "We utilise cells. Then we utilise them again."


class Bench:
    """A library with one open summary, and what was said."""

    def __init__(self, path: Path) -> None:
        self.lock = WriterLock(path)
        assert self.lock.acquire()
        self.session = Session()
        self.desk = Desk(self.session)
        self.said: list[tuple[str, Any]] = []
        self.faults: list[str] = []
        self.reviewed: list[Summary] = []
        self.desk.did.connect(lambda code, facts: self.said.append((code, facts)))
        self.desk.failed.connect(self.faults.append)
        self.desk.show_library(Library.create(path, self.lock))
        self.dismissing = Dismissing(self.session, self.desk, lambda: "ada", lambda: "2026-05-03")
        self.dismissing.style_changed.connect(self.reviewed.append)
        summary = self.desk.store.save(Summary("one", plain_title="Cells", simple_explanation=TEXT))
        self.desk.open_summary(summary.id)

    @property
    def summary(self) -> Summary:
        assert self.session.current is not None
        return self.session.current

    def open(self, code: str = "hard-word") -> list[Finding]:
        return [found for found in checked(self.summary, self.desk.style).open if found.code == code]

    def aside(self) -> tuple[SetAside, ...]:
        return checked(self.summary, self.desk.style).set_aside

    def close(self) -> None:
        self.desk.close()
        self.lock.release()


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    bench = Bench(tmp_path / "Test.plainspoken")
    yield bench
    bench.close()


def test_here_is_an_edit_with_who_when_and_why(bench: Bench) -> None:
    first = bench.open()[0]
    bench.dismissing.leave(first, HERE, "  The reader\nknows it ")
    kept = bench.summary.dismissals[0]
    assert (kept.reason, kept.by, kept.date, kept.scope) == ("The reader knows it", "ada", "2026-05-03", HERE)
    assert len(bench.open()) == 1
    bench.session.undo()
    assert len(bench.open()) == 2 and bench.summary.dismissals == ()


def test_in_the_summary_covers_both_and_is_taken_up_again(bench: Bench) -> None:
    bench.dismissing.leave(bench.open()[0], SUMMARY)
    assert bench.open() == [] and len(bench.aside()) == 2
    bench.dismissing.take_up(bench.aside()[1])
    assert len(bench.open()) == 2 and bench.summary.dismissals == ()


def test_everywhere_is_kept_by_the_library_reviewed_and_taken_back(bench: Bench) -> None:
    bench.dismissing.leave(bench.open()[0], LIBRARY)
    assert bench.open() == [] and bench.summary.dismissals == ()
    assert bench.said[-1] == ("left_everywhere", {"text": "utilise", "can_undo": True})
    assert bench.reviewed == [bench.summary]
    assert [each.by for each in bench.desk.store.style().dismissals] == ["ada"]
    bench.desk.take_back()
    assert len(bench.open()) == 2 and bench.desk.store.style().dismissals == ()
    bench.dismissing.leave(bench.open()[0], LIBRARY)
    bench.dismissing.take_up(bench.aside()[0])
    assert len(bench.open()) == 2 and bench.said[-1][0] == "taken_up_everywhere"


def test_an_error_is_left_only_with_a_reason(bench: Bench) -> None:
    error = bench.open("section-missing")[0]
    before = len(bench.open("section-missing"))
    bench.dismissing.leave(error, HERE, "  ")
    assert "with a reason" in bench.faults[-1] and bench.summary.dismissals == ()
    bench.dismissing.leave(error, HERE, "The paper has none")
    assert len(bench.open("section-missing")) == before - 1


def test_the_same_again_takes_the_place_of_the_one_before(bench: Bench) -> None:
    first = bench.open()[0]
    bench.dismissing.leave(first, SUMMARY, "Once")
    bench.dismissing.leave(first, SUMMARY, "Twice")
    assert [kept.reason for kept in bench.summary.dismissals] == ["Twice"]


def test_a_library_open_for_reading_says_so(bench: Bench) -> None:
    first = bench.open()[0]
    bench.session.open(bench.summary, is_read_only=True)
    bench.dismissing.leave(first, HERE)
    assert "reading only" in bench.faults[-1] and bench.summary.dismissals == ()


def test_a_summary_with_errors_does_not_become_ready_in_the_table(bench: Bench) -> None:
    store, many = bench.desk.store, ManySummaries(bench.desk)
    store.set_grade("one", 5.0, "test", (2, 0, 0))
    many.set_status(("one",), "ready")
    assert store.load("one").status == "draft" and "not ready yet" in bench.faults[-1]
    many.set_status(("one",), "in-review")
    assert store.load("one").status == "in-review"
    store.set_grade("one", 5.0, "test", (0, 3, 0))
    many.set_status(("one",), "ready")
    assert store.load("one").status == "ready"


def test_a_step_is_named_after_the_words() -> None:
    assert named(Finding("hard-word", "notice", "title", 0, 7, "utilise")) == "“utilise”"
    assert named(Finding("section-missing", "error", "title")) == "section missing"
    long = "The rats that had four doses lived the longest of all"
    assert named(Finding("long-sentence", "warning", "title", 0, 53, long)) == "“The rats that had four doses…”"
