"""The library's style changed through a real library file: glossary and targets, told, undone and kept."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from app.model.house_style import Term
from app.model.site import Targets
from app.opening import Opener
from app.text.glossary_csv import NO_TERM, BadRow
from app.ui.saying import done_sentence
from app.work.desk import Desk
from app.work.house import House
from app.work.session import Session
from db.library import Library

MEDIAN, COHORT = Term("median", "middle value", "Half are above."), Term("Cohort", "group")


@pytest.fixture
def desk() -> Iterator[Desk]:
    opener, desk = Opener(), Desk(Session())
    assert desk.show_library(opener.sample())
    yield desk
    desk.close()
    opener.release()


class Heard:
    """What the desk said."""

    def __init__(self, desk: Desk) -> None:
        self.did: list[tuple[str, Any]] = []
        self.failed: list[str] = []
        desk.did.connect(lambda code, facts: self.did.append((code, facts)))
        desk.failed.connect(self.failed.append)

    def sentence(self) -> str:
        return done_sentence(*self.did[-1])


def kept(desk: Desk) -> tuple[Term, ...]:
    with Library.open(desk.store.path) as library:
        return library.style().glossary


def test_terms_are_added_sorted_changed_removed_and_each_step_is_undone(desk: Desk) -> None:
    house, heard = House(desk), Heard(desk)
    house.save_term(MEDIAN)
    assert heard.sentence() == "Glossary: “median” added."
    assert house.term_of("Medians") == house.term_of(" median") == MEDIAN
    assert house.term_of("the median") is None
    house.save_term(COHORT)
    assert house.glossary == kept(desk) == (COHORT, MEDIAN)
    desk.take_back()
    assert house.glossary == kept(desk) == (MEDIAN,)
    house.save_term(Term("Median ", "middle  one"))
    assert house.glossary == (Term("Median", "middle one"),)
    assert heard.sentence() == "Glossary: “Median” changed."
    house.save_term(Term("average", "mean"), old="median")
    assert [term.term for term in house.glossary] == ["average"]
    house.remove_term("average")
    assert kept(desk) == ()
    desk.take_back()
    assert [term.term for term in kept(desk)] == ["average"]


def test_nothing_is_said_when_nothing_changes(desk: Desk) -> None:
    house, heard = House(desk), Heard(desk)
    house.save_term(MEDIAN)
    house.save_term(MEDIAN, old="median")
    house.remove_term("unknown")
    house.save_targets(Targets())
    assert len(heard.did) == 1


def test_an_empty_word_is_refused(desk: Desk) -> None:
    house, heard = House(desk), Heard(desk)
    house.save_term(Term("  - "))
    assert heard.failed and not heard.did


def test_other_targets_are_told_kept_and_undone(desk: Desk) -> None:
    house, heard, told = House(desk), Heard(desk), []
    house.targets_changed.connect(told.append)
    wanted = Targets(grade=(5, 6), allows_short_forms=False)
    house.save_targets(wanted)
    with Library.open(desk.store.path) as library:
        assert library.style().targets == wanted
    assert desk.style.targets == wanted and heard.sentence().startswith("The library’s targets")
    desk.take_back()
    assert told == [wanted, Targets()]
    assert desk.store.ungraded("any scorer") != ()


def test_a_glossary_goes_to_a_file_and_back_with_bad_rows_named(desk: Desk, tmp_path: Path) -> None:
    house, heard, bad = House(desk), Heard(desk), []
    house.rows_left_out.connect(bad.append)
    house.save_term(MEDIAN)
    house.save_term(COHORT)
    file = tmp_path / "glossary.csv"
    house.write_glossary(str(file))
    file.write_bytes(file.read_bytes() + b",lost,,\r\ntrial,test,,\r\nmedian ii,x,,\r\n")
    house.save_term(Term("median", "midpoint"))
    house.read_glossary(str(file))
    assert bad == [(BadRow(4, NO_TERM, "lost"),)]
    assert heard.sentence() == "Glossary: 2 terms added, 1 changed, 1 as before; 1 row left out."
    assert [term.plain for term in house.glossary] == ["group", "middle value", "x", "test"]
    desk.take_back()
    assert [term.plain for term in house.glossary] == ["group", "midpoint"]


@pytest.mark.parametrize("name", ["missing.csv", "folder"])
def test_a_file_that_cannot_be_read_is_a_sentence(desk: Desk, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    house, heard = House(desk), Heard(desk)
    house.read_glossary(str(tmp_path / name))
    house.write_glossary(str(tmp_path / "folder"))
    assert len(heard.failed) == 2 and not heard.did


def test_how_many_summaries_use_a_word(desk: Desk) -> None:
    house = House(desk)
    assert house.uses("rats") >= 1
    assert house.uses("no such word at all") == 0
    assert house.uses("") >= 0


def test_a_library_for_reading_only_stays_as_it_is(desk: Desk) -> None:
    path = desk.store.path
    other, heard = Desk(Session()), None
    assert other.show_library(Library.open(path))
    house, heard = House(other), Heard(other)
    house.save_term(MEDIAN)
    house.save_targets(Targets(grade=(1, 2)))
    assert len(heard.failed) == 2 and house.glossary == ()
    other.close()
