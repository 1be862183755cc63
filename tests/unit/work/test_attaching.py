"""Attaching papers with a real library and real files: what is kept, filled, offered, refused and taken back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from waiting import wait_until

from app import paths
from app.model.finding import PassageSpan
from app.model.paper import Paper
from app.opening import Opener
from app.work.attaching import Attaching
from app.work.autosave import Autosave
from app.work.beside import Beside
from app.work.desk import Desk
from app.work.jobs import Jobs
from app.work.quoting import Quoting
from app.work.session import Session
from db.library import Library

RECORD = "TY  - JOUR\nTI  - {title}\nAU  - Ukai, Ryo\nJO  - Brain\nPY  - 2021\nDO  - 10.1000/{doi}\nER  - \n"
WORDS = "Methods\n\nTen mice were given cells.\n\nResults\n\nNine of the mice could walk after 20 days. All lived.\n"


class Program:
    """The parts without the window, and what they said."""

    def __init__(self) -> None:
        self.session, self.jobs, self.opener = Session(), Jobs(), Opener()
        self.desk = Desk(self.session)
        self.autosave = Autosave(self.session, self.desk.save)
        self.desk.flush = self.autosave.flush
        self.keeps = True
        self.attaching = Attaching(self.desk, self.session, self.jobs, lambda: self.keeps)
        self.beside = Beside(self.jobs)
        self.quoting = Quoting(self.desk, self.session, self.beside)
        self.faults: list[str] = []
        self.done: list[tuple[str, Any]] = []
        self.choices: list[Any] = []
        self.related: list[Any] = []
        self.differing: list[Any] = []
        self.ends = 0
        self.attaching.failed.connect(self.faults.append)
        self.desk.failed.connect(self.faults.append)
        self.desk.did.connect(lambda code, facts: self.done.append((code, facts)))
        self.attaching.choice_needed.connect(self.choices.append)
        self.attaching.related_found.connect(self.related.append)
        self.attaching.differs.connect(lambda paper, name: self.differing.append((paper, name)))
        self.attaching.ended.connect(self._on_ended)
        self.desk.paper_changed.connect(self.beside.show_paper)
        self.session.changed.connect(self.beside.show_summary)
        self.desk.show_library(self.opener.create(paths.default_library()))

    def _on_ended(self) -> None:
        self.ends += 1

    def new(self, **fields: Any) -> str:
        self.desk.new_summary()
        assert self.session.current
        self.session.edit("Edit", replace(self.session.current, **fields))
        return self.session.current.id

    def take(self, *files: Path) -> None:
        ends = self.ends
        self.attaching.take_files([str(file) for file in files])
        wait_until(lambda: self.ends > ends)


@pytest.fixture
def program() -> Iterator[Program]:
    program = Program()
    yield program
    assert program.jobs.close()
    assert program.desk.close()
    program.opener.release()


@pytest.fixture
def words(tmp_path: Path) -> Path:
    path = tmp_path / "paper.txt"
    path.write_text(WORDS)
    return path


def record(tmp_path: Path, *dois: str, title: str = "Cells") -> Path:
    path = tmp_path / f"{'-'.join(dois)}.ris"
    path.write_text("".join(RECORD.format(title=f"{title} {doi}", doi=doi) for doi in dois))
    return path


def test_a_new_summary_is_saved_before_its_paper(program: Program, words: Path) -> None:
    program.desk.new_summary()  # nothing is written in it yet
    program.take(words)
    assert program.faults == []
    assert program.session.current and program.desk.paper and "Nine of the mice" in program.desk.paper.text.whole()
    summary_id = program.session.current.id
    program.desk.leave()
    with Library.open(paths.default_library()) as library:
        paper = library.paper_of(summary_id)
    assert paper is not None and paper.origin == "paper.txt" and paper.added and not paper.has_file


def test_empty_fields_are_filled_as_a_step_and_others_are_offered(program: Program, tmp_path: Path) -> None:
    program.new(paper=Paper(title="Another title"))
    program.take(record(tmp_path, "a"))
    assert program.session.current is not None
    paper = program.session.current.paper
    assert (paper.title, paper.doi, paper.journal) == ("Another title", "10.1000/a", "Brain")
    [(says, name)] = program.differing
    assert (says.title, name) == ("Cells a", "a.ris")
    assert program.session.next_undo == "Fill in the citation"
    program.attaching.take_citation(replace(paper, title="Cells a"))
    assert program.session.current.paper.title == "Cells a"
    program.session.undo()
    program.session.undo()
    assert program.session.current.paper == Paper(title="Another title")


def test_the_file_of_another_paper_fills_nothing_unasked(program: Program, tmp_path: Path) -> None:
    program.new(paper=Paper(doi="10.1000/mine"))
    program.take(record(tmp_path, "a"))
    assert program.session.current is not None and program.session.current.paper == Paper(doi="10.1000/mine")
    [(says, _name)] = program.differing
    assert says.doi == "10.1000/a"


def test_undo_in_the_notice_brings_back_the_paper_before(program: Program, words: Path, tmp_path: Path) -> None:
    program.new(plain_title="Mice")
    program.take(words)
    before = program.desk.paper
    program.take(record(tmp_path, "b"))
    assert program.desk.paper is not None and program.desk.paper.kind == "ris"
    program.desk.take_back()
    assert program.desk.paper == before
    assert program.session.current is not None and program.session.current.paper == Paper()
    program.attaching.remove()
    assert program.desk.paper is None
    program.desk.take_back()
    assert program.desk.paper == before


def test_what_was_written_since_is_not_undone_with_the_paper(program: Program, tmp_path: Path) -> None:
    program.new(plain_title="Mice")
    program.take(record(tmp_path, "b"))
    assert program.session.current is not None
    program.session.edit("Edit", replace(program.session.current, simple_explanation="New words."))
    program.desk.take_back()
    assert program.session.current.simple_explanation == "New words." and program.desk.paper is None


def test_several_papers_are_a_choice(program: Program, tmp_path: Path) -> None:
    program.new(plain_title="Mice")
    program.take(record(tmp_path, "c", "d"))
    assert program.desk.paper is None
    [read] = program.choices
    program.attaching.choose(read, 1)
    assert program.session.current is not None and program.session.current.paper.doi == "10.1000/d"


def test_the_same_paper_in_another_summary_is_said(program: Program, tmp_path: Path) -> None:
    file = record(tmp_path, "same")
    program.new(plain_title="First one")
    program.take(file)
    program.desk.leave()
    program.new(plain_title="Second one")
    program.take(file)
    assert program.done[-1][0] == "paper_attached" and program.done[-1][1]["also_in"] == ["First one"]


def test_files_in_the_library_start_a_summary_each(program: Program, tmp_path: Path) -> None:
    program.attaching.take_files([str(record(tmp_path, doi)) for doi in ("e", "f")])
    wait_until(lambda: program.ends == 1)
    assert program.session.current is not None and program.session.current.paper.title == "Cells f"
    program.desk.leave()
    with Library.open(paths.default_library()) as library:
        papers = {summary.paper.title: library.paper_of(summary.id) for summary in library.load_many()}
    assert {title: paper and paper.origin for title, paper in papers.items()} == {
        "Cells e": "e.ris",
        "Cells f": "f.ris",
    }


def test_what_cannot_be_read_changes_nothing(program: Program, words: Path, tmp_path: Path) -> None:
    program.new(plain_title="Mice")
    program.take(words)
    before = program.desk.paper
    for name, content in (("a.pdf", b"%PDF-1.4 no"), ("b.ris", b"nothing"), ("c.txt", b"")):
        (tmp_path / name).write_bytes(content)
        program.take(tmp_path / name)
        assert name in program.faults[-1]
    program.take(tmp_path / "gone.pdf")
    assert "gone.pdf" in program.faults[-1] and program.desk.paper == before


def test_a_reading_that_is_cancelled_says_nothing(program: Program, words: Path) -> None:
    program.new(plain_title="Mice")
    program.attaching.take_files([str(words)])
    program.attaching.cancel()
    wait_until(lambda: program.ends == 1)
    assert program.faults == []


def test_a_library_for_reading_only_takes_no_paper(program: Program, words: Path) -> None:
    summary_id = program.new(plain_title="Mice")
    program.desk.close()
    other = Opener()
    program.desk.show_library(other.open(paths.default_library()))
    with Library.open(paths.default_library()) as reading:  # without the lock
        program.desk._store = reading
        program.desk.open_summary(summary_id)
        program.take(words)
        assert "reading only" in program.faults[-1] and program.desk.paper is None
        program.session.close()
        program.desk._store = None
    other.release()


def test_a_sentence_is_linked_and_the_next_open_one_found(program: Program, words: Path) -> None:
    program.new(simple_explanation="Nine mice could walk after 20 days. All of them lived.")
    program.take(words)
    program.beside.show_place("simple_explanation", 3)
    wait_until(lambda: program.beside.sentence is not None)
    here = program.beside.sentence
    assert here is not None and (here.number, here.open_sentences, here.all_sentences) == (1, 2, 2)
    program.quoting.confirm(here.supports[0].passage)
    assert program.session.next_undo == "Link a sentence to the paper"
    wait_until(lambda: program.beside.sentence and program.beside.sentence.claim)
    went: list[Any] = []
    program.quoting.went.connect(lambda *place: went.append(place))
    program.quoting.next_open()
    assert went == [("simple_explanation", 36, 54)]
    program.quoting.reopen()
    assert program.session.current is not None and program.session.current.claims == ()


def test_words_of_the_paper_go_into_a_field_and_out_again(program: Program, words: Path) -> None:
    program.new(plain_title="Mice")
    program.take(words)
    program.quoting.use("key_findings", PassageSpan(0, 4, "Nine of the mice"))
    assert program.session.current is not None and program.session.current.key_findings == ("“Nine of the mice”",)
    program.desk.take_back()
    assert program.session.current.key_findings == () and program.session.current.claims == ()
    program.quoting.choose_level("animal")
    assert program.session.current.evidence_level == "animal"


def test_related_works_become_related_research(program: Program, corpus: Path) -> None:
    listing = corpus / "seeds" / "related-works-listing.txt"
    program.new(plain_title="Mice")
    program.take(listing)
    [read] = program.related
    assert program.desk.paper is None
    program.attaching.add_related(read)
    assert program.session.current is not None
    added = len(program.session.current.related_research)
    assert added == program.done[-1][1]["count"] > 1
    program.attaching.add_related(read)
    assert len(program.session.current.related_research) == added
    program.session.undo()
    assert program.session.current.related_research == ()
