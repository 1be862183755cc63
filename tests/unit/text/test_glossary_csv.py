"""A glossary to CSV and back, and files as spreadsheets and people write them."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import BadInput
from app.model.house_style import Term
from app.text.glossary import key_of
from app.text.glossary_csv import (
    NO_TERM,
    REPEATED,
    TOO_LONG,
    TOO_MANY_CELLS,
    UNKNOWN_MARK,
    BadRow,
    glossary_csv,
    glossary_of_csv,
    tidied,
)

MEDIAN = Term("median", "middle value", "Half are above, half below.")


def read(text: str) -> tuple[Term, ...]:
    file = glossary_of_csv(text.encode())
    assert file.bad_rows == ()
    return file.terms


TEXT = st.one_of(st.text(max_size=20), st.sampled_from(["=1+1", "'=x", "''@", '"a"', "a,b;c", "-5", "@me", "+", "'"]))
TERMS = st.lists(st.builds(Term, TEXT, TEXT, TEXT, st.booleans()).map(tidied), max_size=8)


@given(TERMS)
def test_what_goes_out_comes_back(terms: list[Term]) -> None:
    terms = list({key_of(term.term): term for term in terms if key_of(term.term)}.values())
    file = glossary_of_csv(glossary_csv(terms))
    assert file.terms == tuple(terms)
    assert file.bad_rows == ()


@given(TERMS)
def test_no_cell_begins_a_formula(terms: list[Term]) -> None:
    rows = csv.reader(io.StringIO(glossary_csv(terms).decode("utf-8-sig"), newline=""))
    assert not [cell for row in rows for cell in row if cell.startswith(tuple("=+-@\t\r"))]


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused_in_a_sentence(data: bytes) -> None:
    try:
        glossary_of_csv(b"term,plain\n" + data)
        glossary_of_csv(data)
    except BadInput as fault:
        assert str(fault).startswith("This file")


@pytest.mark.parametrize(
    "text",
    [
        'term,plain words,explanation\nmedian,middle value,"Half are above, half below."\n',
        "\ufeffterm;plain words;explanation\r\nmedian;middle value;Half are above, half below.\r\n",
        "Word\tPlain\tDefinition\nmedian\tmiddle value\tHalf are above, half below.",
        'explanation,notes,TERM,plain_words\n"Half are above,\nhalf below.",mine,  median ,middle value\n\n',
    ],
)
def test_files_of_many_hands(text: str) -> None:
    assert read(text) == (MEDIAN,)


def test_utf_16_as_an_old_spreadsheet_writes_it() -> None:
    assert glossary_of_csv("term\tplain\nmédian\tx".encode("utf-16")).terms == (Term("médian", "x"),)


@pytest.mark.parametrize(("mark", "is_kept"), [("yes", True), ("TRUE", True), ("x", True), ("", False), ("no", False)])
def test_do_not_flag_is_read(mark: str, is_kept: bool) -> None:
    assert read(f"term,do not flag\nALS,{mark}\n")[0].do_not_flag is is_kept


def test_bad_rows_are_named_with_their_numbers_and_the_others_come_in() -> None:
    text = 'term,plain,do not flag\n"two\nlines",a,\n,b,\nALS,c,perhaps\nTwo-Lines,d,\ne,f,yes,g\n' + "w" * 121 + ",,\n"
    file = glossary_of_csv(text.encode())
    assert file.terms == (Term("two lines", "a"),)
    assert file.bad_rows == (
        BadRow(3, NO_TERM, "b"),
        BadRow(4, UNKNOWN_MARK, "perhaps"),
        BadRow(5, REPEATED, "Two-Lines"),
        BadRow(6, TOO_MANY_CELLS, "e"),
        BadRow(7, TOO_LONG, "w" * 121),
    )


@pytest.mark.parametrize("data", [b"", b"median,middle value\n", b'term\n"open', b"t\xe9rm,plain\n", b"\x00\x01"])
def test_what_is_no_glossary_is_refused(data: bytes) -> None:
    with pytest.raises(BadInput):
        glossary_of_csv(data)


def test_ten_thousand_rows() -> None:
    terms = tuple(Term(f"word{number}", f"plain {number}", "What it is.") for number in range(10_000))
    assert glossary_of_csv(glossary_csv(terms)).terms == terms
