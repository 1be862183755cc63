"""Percentages held against the counts beside them, and statistics told once for each bracket."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.checks.parts_do_not_add_up import share_of_whole
from app.checks.prose import prose
from app.checks.review import findings
from app.checks.statistics_as_such import statistics_as_such
from app.model.house_style import HouseStyle
from app.model.site import Targets
from app.model.summary import Summary


def shares(text: str) -> list[tuple[str, object]]:
    return [(one.text or "", one.facts["share"]) for one in share_of_whole(prose(text), Targets())]


@pytest.mark.parametrize(
    ("text", "marked", "share"),
    [
        ("Firms spoke to doctors (37/41, 20%).", "37/41, 20%", 90.2),
        ("In all, 12 of the 30 patients (45%) fell.", "12 of the 30 patients (45%", 40.0),
        ("It helped 45% (12 of 30) of them.", "45% (12 of 30", 40.0),
        ("It helped 12.5% (n = 16/120).", "12.5% (n = 16/120", 13.3),
        ("That is 15 of 120 people, or 21%.", "15 of 120 people, or 21%", 12.5),
    ],
)
def test_a_percentage_that_is_not_the_share(text: str, marked: str, share: float) -> None:
    assert shares(text) == [(marked, share)]


@pytest.mark.parametrize(
    "text",
    [
        "Firms spoke to doctors (37/41, 90%).",
        "In all, 2 of 3 patients (66%) fell.",  # cut off
        "In all, 2 of 3 patients (67%) fell.",
        "At 120/80, 5% had a high pressure and 140/90 (30%) more.",
        "Of 30 patients, 12 of 30 patients (45% of the women) fell.",
        "1,200 of 2,400 people (50%) came.",
        "The dose was 1/2, twice a day (50%).",
        "",
    ],
)
def test_a_share_as_it_is_or_none_at_all(text: str) -> None:
    assert shares(text) == []


@given(st.integers(1, 500), st.integers(0, 500), st.integers(0, 2))
def test_every_share_rounded_is_let_be(part: int, rest: int, decimals: int) -> None:
    whole = part + rest
    assert shares(f"We saw {part} of {whole} patients ({100 * part / whole:.{decimals}f}%).") == []


def test_statistics_of_one_bracket_are_told_once_and_are_a_thought_in_the_research_summary() -> None:
    text = "More people got well (RR = 1.40; 95% CI 1.24 to 1.57; P < 0.001). The odds ratio was 2."
    found = list(statistics_as_such(prose(text), Targets()))
    assert [(one.text, one.severity) for one in found] == [("RR = 1.40", "warning"), ("odds ratio", "warning")]
    summary = Summary("s", simple_explanation=text, research_summary=text)
    told = [(one.section, one.severity) for one in findings(summary, HouseStyle()) if one.code == "statistics-as-such"]
    assert told == [
        ("simple_explanation", "warning"),
        ("simple_explanation", "warning"),
        ("research_summary", "notice"),
        ("research_summary", "warning"),
    ]
