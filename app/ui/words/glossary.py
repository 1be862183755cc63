"""What is said about the rows of a glossary file that were left out."""

from __future__ import annotations

from app.text.glossary_csv import (
    LONGEST_TERM,
    LONGEST_TEXT,
    NO_TERM,
    REPEATED,
    TOO_LONG,
    TOO_MANY_CELLS,
    UNKNOWN_MARK,
    BadRow,
)

_SENTENCES = {
    NO_TERM: "no term",
    TOO_LONG: f"longer than {LONGEST_TERM} characters for the term or {LONGEST_TEXT:,} for the rest",
    UNKNOWN_MARK: "“{text}” under “do not flag” is neither yes nor no",
    TOO_MANY_CELLS: "more cells than the first row names",
    REPEATED: "“{text}” stands in an earlier row",
}
_LONGEST = 40


def bad_row_line(bad: BadRow) -> str:
    """“Row 7: “median” stands in an earlier row.”"""
    text = bad.text if len(bad.text) <= _LONGEST else f"{bad.text[: _LONGEST - 1]}…"
    return f"Row {bad.row:,}: {_SENTENCES[bad.code].format(text=text)}."
