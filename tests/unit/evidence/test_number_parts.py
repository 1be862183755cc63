"""The parts that numbers are read and compared with: units, rates, number words, tables, words of direction."""

from __future__ import annotations

import pytest

from app.evidence.directions import direction
from app.evidence.number_words import leading_number
from app.evidence.opposite_words import opposites
from app.evidence.paper_numbers import paper_numbers
from app.evidence.rates import each_day
from app.evidence.tables import is_table, table_quantities
from app.evidence.terms import root, roots, stem
from app.evidence.units import PERIODS, TAIL, named, unit_of
from app.model.paper_text import PARAGRAPH, Block, PaperText


@pytest.mark.parametrize(
    ("written", "name", "per"),
    [
        (" mg", "mg", ""),
        ("mg/kg/day", "mg/kg", "day"),
        (" μg/mL", "µg/ml", ""),
        (" degrees C", "°C", ""),
        ("-week", "week", ""),
        (" per cent", "%", ""),
        (" mo", "month", ""),
        (" y ", "year", ""),
        (" times higher", "fold", ""),
        (" times", "times", ""),
    ],
)
def test_units(written: str, name: str, per: str) -> None:
    match = TAIL.match(written)
    assert match is not None
    unit, period = unit_of(match)
    assert (unit.name, period) == (name, per)


@pytest.mark.parametrize("word", [" monkeys", " in", " groups", " mice", " a", " studies", " does"])
def test_what_is_no_unit(word: str) -> None:
    assert TAIL.match(word) is None


def test_capitals_tell_symbols_apart() -> None:
    assert named("m").dimension == "length"
    assert named("M").dimension == "molarity"
    assert named("mM").factor == 1e-3


def test_two_weeks_are_fourteen_days() -> None:
    assert 2 * PERIODS["week"].factor == 14 * PERIODS["day"].factor
    assert PERIODS["week"].dimension != PERIODS["month"].dimension


def test_rates_compare_by_the_day() -> None:
    assert each_day(7, "week") == each_day(1, "day")
    assert each_day(12, "year") == each_day(1, "month")
    assert each_day(4, "week") != each_day(1, "week")


@pytest.mark.parametrize(
    ("run", "expected"),
    [
        ("forty-three", (11, 43)),
        ("two and three", (3, 2)),
        ("one hundred and five", (20, 105)),
        ("three and", (5, 3)),
        ("ten twenty", (3, 10)),
    ],
)
def test_number_words(run: str, expected: tuple[int, float]) -> None:
    assert leading_number(run) == expected


def test_words_that_mean_the_same() -> None:
    assert stem("Participants") == stem("patient")
    assert stem("trials") == stem("studies")
    assert root("infused") == root("infusions")
    assert roots("The rats were treated") == roots("mice, treating")


def test_a_table_lends_its_head_to_its_cells() -> None:
    text = "Group | Survival (days) | Alive (%)\nTreated | 77 | 50\nControl | 34 | 25"
    assert is_table(text)
    assert not is_table("one | two")
    rows = list(table_quantities(text))
    assert [text[start:end] for start, end, _, _ in rows] == text.split("\n")
    treated = rows[1][3]
    assert [(text[one.start : one.end], one.unit.name if one.unit else "") for one in treated] == [
        ("77", "day"),
        ("50", "%"),
    ]
    assert rows[1][2] >= roots("Survival Treated")


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("It rose by 12.", 1),
        ("12 fewer", -1),
        ("not more than 12", 0),
        ("lower in one; 12", 0),
        ("increased or decreased by 12", 0),
    ],
)
def test_direction(text: str, way: int) -> None:
    start = text.index("12")
    assert direction(text, start, start + 2) == way


PAPER = paper_numbers(
    PaperText((Block(PARAGRAPH, "Repeated infusion of stem cells increased the survival of rats in this model."),))
)


def test_words_turned_round() -> None:
    text = "🐀 Repeated infusion of stem cells reduced the survival of rats."
    (one,) = opposites(text, PAPER)
    assert (text[one.start : one.end], one.way) == ("reduced", -1)
    assert "increased the survival" in one.passage.text


@pytest.mark.parametrize(
    "text",
    [
        "Repeated infusion of stem cells increased the survival of rats.",
        "Repeated infusion did not reduce the survival of rats.",
        "Smoking reduced the income of shops.",
        "Repeated infusion of stem cells in rats reduced costs.",
        "",
    ],
)
def test_words_that_are_not_turned_round(text: str) -> None:
    assert opposites(text, PAPER) == ()
