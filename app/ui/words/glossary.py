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
from app.translation import _

_SENTENCES = {
    NO_TERM: _("no term"),
    TOO_LONG: _("longer than {longest_term} characters for the term or {longest_text:,} for the rest").format(
        longest_term=LONGEST_TERM, longest_text=LONGEST_TEXT
    ),
    UNKNOWN_MARK: _("“{text}” under “do not flag” is neither yes nor no"),
    TOO_MANY_CELLS: _("more cells than the first row names"),
    REPEATED: _("“{text}” stands in an earlier row"),
}
_LONGEST = 40


def bad_row_line(bad: BadRow) -> str:
    """“Row 7: “median” stands in an earlier row.”"""
    text = bad.text if len(bad.text) <= _LONGEST else f"{bad.text[: _LONGEST - 1]}…"
    return _("Row {row:,}: {sentences}.").format(row=bad.row, sentences=_SENTENCES[bad.code].format(text=text))
