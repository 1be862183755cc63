"""Numbers read out of a text: values, units, rates, nouns, and everything that is no number."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.evidence.quantities import OF, RANGE, Quantity, quantities
from app.model.paper_text import UNREADABLE


def read(text: str) -> list[tuple[str, list[float], str, str]]:
    return [
        (
            text[one.start : one.end],
            [round(value, 4) for value in one.values],
            one.unit.name if one.unit else "",
            one.per,
        )
        for one in quantities(text)
    ]


def only(text: str) -> Quantity:
    (one,) = quantities(text)
    return one


READ = [
    ("The rats were infused four times weekly.", [("four times weekly", [4], "times", "week")]),
    ("Given (weekly, four times).", [("weekly", [1], "times", "week"), ("four times", [4], "times", "")]),
    ("Forty-three people, twenty-four rats.", [("Forty-three", [43], "", ""), ("twenty-four", [24], "", "")]),
    ("One hundred and five mice", [("One hundred and five", [105], "", "")]),
    ("It was done twice a day.", [("twice a day", [2], "times", "day")]),
    ("Three sessions a week", [("Three sessions a week", [3], "", "week")]),
    ("Every two weeks, every other day", [("Every two weeks", [0.5], "times", "week"),
                                          ("every other day", [0.5], "times", "day")]),
    ("at 2-week intervals, b.i.d.", [("2-week intervals", [0.5], "times", "week"), ("b.i.d.", [2], "times", "day")]),
    ("Five weekly infusions", [("Five", [5], "", ""), ("weekly", [1], "times", "week")]),
    ("5 mg/kg/day", [("5 mg/kg/day", [5], "mg/kg", "day")]),
    ("6–12 months", [("6–12 months", [6, 12], "month", "")]),
    ("between 18 and 80 years", [("18 and 80 years", [18, 80], "year", "")]),
    ("At 7, 14, and 21 days", [("7", [7], "day", ""), ("14", [14], "day", ""), ("21 days", [21], "day", "")]),
    ("on days 14 and 21", [("days 14", [14], "day", ""), ("21", [21], "day", "")]),
    ("week 12", [("week 12", [12], "week", "")]),
    ("37 of 43 trials", [("37 of 43", [37, 43], "", "")]),
    ("one in five people", [("one in five", [1, 5], "", "")]),
    ("half of them, two-thirds", [("half", [0.5], "", ""), ("two-thirds", [0.6667], "", "")]),
    ("two and a half years", [("two and a half years", [2.5], "year", "")]),
    ("12,000 mice, 100 000 people", [("12,000", [12000], "", ""), ("100 000", [100000], "", "")]),
    ("3,5 mg", [("3,5 mg", [3.5], "mg", "")]),
    ("1 × 10^5 cells, 1 × 105 cells, 10⁵ cells", [("1 × 10^5", [1e5], "", ""), ("1 × 105", [1e5], "", ""),
                                                  ("10⁵", [1e5], "", "")]),
    ("5 μg and 5 µg", [("5 μg", [5], "µg", ""), ("5 µg", [5], "µg", "")]),
    ("7 million people", [("7 million", [7e6], "", "")]),
    ("A single infusion", [("single", [1], "", "")]),
    ("twice as likely, a 2.5-fold rise", [("twice as", [2], "fold", ""), ("2.5-fold", [2.5], "fold", "")]),
    ("50 % and 50%, 5 per cent", [("50 %", [50], "%", ""), ("50%", [50], "%", ""), ("5 per cent", [5], "%", "")]),
    ("n=6/group", [("6", [6], "", "")]),
    ("16.6 ± 0.4 days", [("16.6", [16.6], "day", ""), ("0.4 days", [0.4], "day", "")]),
    ("p < .05", [(".05", [0.05], "", "")]),
]  # fmt: skip

NO_NUMBERS = [
    "MSC-4 and COVID-19 in SOD1G93A rats, H5N1, IL-6, p53.",
    "Fig. 1, Figure 2b, Table 3, Additional file 1: Table S1.",
    "as shown before [4-7], and again [12, 13].",
    "https://doi.org/10.1186/s13041-021-00787-6",
    "See doi 10.3389/fmed.2024.1361723 or www.example.org/42.",
    "No one knows. Another one is at a half-life; the 1990s, the 21st century.",
    "type 2 diabetes in the third group",
    "a double-blind, single-centre trial with three-dimensional scans",
    "daily life",
    "write to a.b12@example.org",
]


@pytest.mark.parametrize(("text", "expected"), READ)
def test_what_is_read(text: str, expected: list[tuple[str, list[float], str, str]]) -> None:
    assert read(text) == expected


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_what_is_no_number(text: str) -> None:
    assert read(text) == []


def test_forms_signs_and_hedges() -> None:
    assert only("5 to 7 rats").form == RANGE
    assert only("3/6 rats").form == OF
    assert only("a change of −7.06 points").sign == -1
    assert only("5–7 rats").sign == 1
    assert only("about 17 days").hedge == "about"
    assert only("more than 40 rats").hedge == "over"
    assert only("in March 2020").is_year
    assert not only("2020 patients").is_year


def test_nouns_are_stems_of_what_is_counted() -> None:
    assert {"study", "clinical"} <= only("43 clinical trials").nouns
    assert only("twelve participants").nouns == only("12 patients").nouns
    assert "phase" in only("phase 2").nouns


def test_direction_of_the_words_beside_a_number() -> None:
    assert only("It was 26 days longer.").direction == 1
    assert only("It fell by 20%.").direction == -1
    assert only("It took 26 days.").direction == 0
    assert only("It was no longer than 26 days.").direction == 0


@pytest.mark.parametrize("text", [f"{UNREADABLE}7.06 points", f"{UNREADABLE} 7.06 points", f"7.06{UNREADABLE}"])
def test_a_number_beside_an_unreadable_sign(text: str) -> None:
    assert not only(text).is_readable


def test_a_number_without_one_is_readable() -> None:
    assert only("-7.06 points").is_readable


PIECES = st.sampled_from(
    ["four times weekly", "12", "3.5 mg", "twenty", "half", "%", "of", "-", "–", " ", "and", "10⁵", "day", "½", "MSC-4",
     "\n", "(", ")", "per week", "1,000", "to", UNREADABLE, "a", "single", "x", "²", "every", "/", "2020", "é",
     "🐀", "٣", "_"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map(" ".join) | st.lists(PIECES, max_size=10).map("".join) | st.text(max_size=60))
def test_spans_stand_in_the_text_in_order(text: str) -> None:
    place = -1
    for one in quantities(text):
        assert 0 <= one.start <= one.number[0] < one.number[1] <= one.end <= len(text)
        assert one.start >= place
        place = one.start
        assert text[one.number[0] : one.number[1]].strip()
        assert all(value == value for value in one.values)


def test_a_long_run_of_number_words_is_read_piece_by_piece() -> None:
    assert len(quantities("twenty one and " * 400)) >= 400
