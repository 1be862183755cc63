"""Texts that no one writes: the checks come to an end with them, and say nothing that is not so.

A rule that takes the square of a text's length would make this file run for minutes; nothing here is timed.
"""

from __future__ import annotations

import pytest

from app.checks.review import findings
from app.evidence.numbers import MOST_HELD, held
from app.evidence.paper_numbers import paper_numbers
from app.model.house_style import HouseStyle
from app.model.paper import Paper
from app.model.paper_text import PARAGRAPH, Block, PaperText
from app.model.summary import Summary

PAPER = PaperText(
    (
        Block(PARAGRAPH, "Rats in the treated group lived 12 days longer than 9 of 30 controls (5%)."),
        Block(PARAGRAPH, "The drug reduced the risk of falls by 45% in 40 patients, 3 times a week."),
    )
)
NONSENSE = {
    "commas": "1," * 4_000,
    "digits": "1234567890" * 5_000,
    "a power": "10^" + "9" * 50_000,
    "powers": "10^-99999 and 1e99999 " * 500,
    "one sentence": "The rats lived longer and walked 12 days more than " * 500,
    "right to left": "\u202eשלום 12 ימים\u0301\u0301 " * 1_000,
    "combining signs": "a" + "\u0301" * 50_000,
    "brackets": "(P < 0.05" * 600,
    "open brackets": "(" * 50_000,
    "shares": "12 of 30 patients (45% " * 1_000,
    "percents": "5% (1 of " * 1_500,
    "directions": "more " * 3_000,
    "counted patients": "12 patients " * 10_000,
    "capitals": "ABC-" * 3_000,
}


@pytest.mark.parametrize("name", NONSENSE)
@pytest.mark.parametrize("paper", [PAPER, PaperText(())], ids=["a paper", "an empty paper"])
def test_nonsense_comes_to_an_end(name: str, paper: PaperText) -> None:
    summary = Summary("1", paper=Paper(title="A drug in rats"), research_summary=NONSENSE[name])
    found = findings(summary, HouseStyle(), paper)
    assert {one.code for one in found} >= {"section-missing"}
    ends = [one.end for one in found if one.section == "research_summary" and one.end is not None]
    assert all(end <= len(NONSENSE[name]) for end in ends)


@pytest.mark.parametrize("text", ["9" * 400, "1" + "0" * 5_000, "0." + "0" * 300 + "1"])
def test_a_row_of_digits_is_no_number(text: str) -> None:
    summary = Summary("1", paper=Paper(title="A drug in rats"), research_summary=f"It fell by {text} in rats.")
    codes = {one.code for one in findings(summary, HouseStyle(), PAPER) if one.section == "research_summary"}
    assert not codes & {"number-not-in-paper", "number-elsewhere"}


def test_only_so_many_numbers_of_a_section_are_looked_up() -> None:
    paper = paper_numbers(PAPER)
    assert len(held("1," * (MOST_HELD + 500), paper)) == MOST_HELD
    assert len(held("12 rats. " * (MOST_HELD - 1), paper)) == MOST_HELD - 1
