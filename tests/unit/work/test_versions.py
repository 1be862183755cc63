"""Versions of the open summary: told, compared, named, brought back whole or in part as steps that can be undone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from app.model.comment import Comment
from app.model.summary import Summary
from app.work.autosave import Autosave
from app.work.desk import Desk
from app.work.session import Session
from app.work.versions import NOW, Comparison, Versions
from db.library import Library
from db.lock import WriterLock


class Bench:
    """A real library with one summary open, and what Versions said."""

    def __init__(self, library: Library) -> None:
        self.session = Session()
        self.desk = Desk(self.session)
        self.desk.writer = lambda: "Maria"
        self.autosave = Autosave(self.session, self.desk.save)
        self.versions = Versions(self.session, self.desk, self.autosave.flush)
        self.told: list[Any] = []
        self.states: list[Any] = []
        self.compared: list[Comparison] = []
        self.versions.told.connect(self._on_told)
        self.versions.compared.connect(self.compared.append)
        self.desk.show_library(library)
        first = library.save(Summary("s", plain_title="One", simple_explanation="Rats ran."), "save")
        self.desk.open_summary(first.id)

    def _on_told(self, versions: Any, states: Any) -> None:
        self.told, self.states = list(versions), list(states)

    @property
    def current(self) -> Summary:
        assert self.session.current is not None
        return self.session.current

    def write(self, kind: str = "save", **changes: Any) -> None:
        self.session.edit("Edit", replace(self.current, **changes))
        assert self.autosave.flush(kind)
        self.versions.tell(self.current)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    with WriterLock(tmp_path / "L.plainspoken") as lock:
        bench = Bench(Library.create(lock.path, lock))
        yield bench
        bench.desk.close()


def test_versions_are_told_with_writer_and_what_they_changed(bench: Bench) -> None:
    bench.write(simple_explanation="Rats ran very far.", status="in-review")
    assert [version.writer for version in bench.told] == ["Maria", "Maria"]
    assert [state.status for state in bench.states] == ["in-review", "draft"]
    (change,) = bench.versions.changes_of(bench.told[0].number) or ()
    assert (change.part, change.added, change.removed) == ("simple_explanation", 2, 0)
    assert bench.versions.changes_of(bench.told[1].number) is None


def test_any_two_versions_are_compared(bench: Bench) -> None:
    bench.write(plain_title="Two")
    bench.write(key_findings=("A",))
    newest, middle, first = (version.number for version in bench.told)
    bench.session.edit("Edit", replace(bench.current, plain_title="Three"))
    for pair in ((first, NOW), (first, middle), (middle, newest), (newest, newest)):
        bench.versions.compare(*pair)
    assert [[change.part for change in one.parts] for one in bench.compared] == [
        ["title", "key_findings"],
        ["title"],
        ["key_findings"],
        [],
    ]


def test_bringing_back_is_a_step_that_can_be_undone(bench: Bench) -> None:
    comment = Comment("c", "?", "simple_explanation", 0, 4)
    bench.write(plain_title="Two", simple_explanation="Mice ran.", status="in-review", comments=(comment,))
    before = bench.current
    bench.versions.bring_back(bench.told[-1].number)
    assert (bench.current.plain_title, bench.current.simple_explanation) == ("One", "Rats ran.")
    assert bench.current.status == "in-review" and [one.id for one in bench.current.comments] == ["c"]
    bench.session.undo()
    assert bench.current == before
    bench.session.redo()
    assert bench.autosave.flush()
    bench.versions.tell(bench.current)
    assert [version.title for version in bench.told] == ["One", "Two", "One"]
    bench.session.undo()
    assert bench.current.plain_title == "Two"


def test_one_section_comes_back_alone(bench: Bench) -> None:
    bench.write(plain_title="Two", simple_explanation="Mice ran.")
    bench.versions.bring_back_part(bench.told[-1].number, "simple_explanation")
    assert (bench.current.plain_title, bench.current.simple_explanation) == ("Two", "Rats ran.")
    bench.session.undo()
    assert bench.current.simple_explanation == "Mice ran."


def test_a_version_is_kept_under_a_name(bench: Bench) -> None:
    bench.session.edit("Edit", replace(bench.current, plain_title="Two"))
    bench.versions.keep_as("Sent to Jonas")
    assert [(version.title, version.name, version.kind) for version in bench.told] == [
        ("Two", "Sent to Jonas", "save"),
        ("One", "", "save"),
    ]
    bench.versions.rename(bench.told[1].number, "First")
    assert bench.told[1].name == "First"


def test_a_version_that_is_gone_is_a_sentence(bench: Bench) -> None:
    said: list[str] = []
    bench.versions.failed.connect(said.append)
    bench.versions.compare(99)
    bench.versions.bring_back(99)
    assert len(said) == 2 and all("no longer" in sentence for sentence in said)
