"""A glossary as a CSV file that spreadsheets open, and back. A bad row is reported with its number, never guessed."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from app.errors import BadInput
from app.model.house_style import Term
from app.text.glossary import key_of
from app.translation import _

HEADER = ("term", "plain words", "explanation", "do not flag")
NO_TERM, TOO_LONG, UNKNOWN_MARK, TOO_MANY_CELLS, REPEATED = (
    "no-term",
    "too-long",
    "unknown-mark",
    "many-cells",
    "repeated",
)
LONGEST_TERM, LONGEST_TEXT = 120, 2_000
"""Code points that a term, and its plain words and explanation, may have."""

_NAMES = {
    "term": "term", "word": "term", "plain words": "plain", "plain": "plain", "plain word": "plain",
    "alternative": "plain", "explanation": "explanation", "definition": "explanation", "meaning": "explanation",
    "do not flag": "mark", "ignore": "mark",
}  # fmt: skip
_MARKS = {"yes": True, "true": True, "1": True, "x": True, "no": False, "false": False, "0": False, "": False}
_RISKY = re.compile(r"'*[=+\-@\t\r]")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ud800-\udfff]")
_MOST_CELL = 1_000_000


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that was left out: its number as spreadsheets count (the header is row 1), a code, the cell in question."""

    row: int
    code: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class GlossaryFile:
    """What a file holds: its terms, each once, and the rows that were left out."""

    terms: tuple[Term, ...] = ()
    bad_rows: tuple[BadRow, ...] = ()


def tidied(term: Term) -> Term:
    """The term as it is kept: one line each, no control characters, no space around."""
    return Term(_line(term.term), _line(term.plain), _line(term.explanation), term.do_not_flag)


def glossary_csv(terms: Iterable[Term]) -> bytes:
    """The terms as CSV in UTF-8 with a byte order mark, as spreadsheets want it. No cell is taken for a formula."""
    text = io.StringIO(newline="")
    rows = csv.writer(text)
    rows.writerow(HEADER)
    for term in terms:
        cells = (term.term, term.plain, term.explanation, "yes" if term.do_not_flag else "")
        rows.writerow(map(_guarded, cells))
    return text.getvalue().encode("utf-8-sig", "replace")


def glossary_of_csv(data: bytes, where: str = "This file") -> GlossaryFile:
    """The terms of a CSV file: comma, semicolon or tab, with a first row that names the columns.

    Raises BadInput for a file that is no such thing at all.
    """
    rows = _rows(_decoded(data, where), where)
    names = [_NAMES.get(" ".join(name.replace("_", " ").split()).lower(), "") for name in next(rows, [])]
    if "term" not in names:
        raise BadInput(
            _("{where}: the first row must name the columns: {header}.").format(where=where, header=", ".join(HEADER)),
            code="no-header",
        )
    terms: dict[str, Term] = {}
    bad: list[BadRow] = []
    for number, cells in enumerate(rows, start=2):
        if not any(cell.strip() for cell in cells):
            continue
        term, fault = _term(cells, names)
        key = key_of(term.term)
        if not fault and key in terms:
            fault = (REPEATED, term.term)
        if fault:
            bad.append(BadRow(number, *fault))
        else:
            terms[key] = term
    return GlossaryFile(tuple(terms.values()), tuple(bad))


def _term(cells: Sequence[str], names: Sequence[str]) -> tuple[Term, tuple[str, str] | None]:
    given = {name: _unguarded(cell) for name, cell in zip(names, cells, strict=False) if name}
    mark = given.get("mark", "").strip().lower()
    term = tidied(
        Term(given.get("term", ""), given.get("plain", ""), given.get("explanation", ""), _MARKS.get(mark, False))
    )
    if any(cell.strip() for cell in cells[len(names) :]):
        return term, (TOO_MANY_CELLS, term.term)
    if not key_of(term.term):
        return term, (NO_TERM, term.plain or term.explanation)
    if len(term.term) > LONGEST_TERM or max(len(term.plain), len(term.explanation)) > LONGEST_TEXT:
        return term, (TOO_LONG, term.term)
    if mark not in _MARKS:
        return term, (UNKNOWN_MARK, mark)
    return term, None


def _rows(text: str, where: str) -> Iterator[list[str]]:
    csv.field_size_limit(_MOST_CELL)
    first = re.sub(r'"[^"]*"', "", text.partition("\n")[0])
    delimiter = max(",;\t", key=first.count)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error as error:
        raise BadInput(
            _("{where}: a quotation mark is not closed, or a cell is far too long ({error}).").format(
                where=where, error=error
            )
        ) from error


def _decoded(data: bytes, where: str) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding).lstrip("\r\n")
    except UnicodeDecodeError as error:
        raise BadInput(
            _("{where} is not in UTF-8. Save it as “CSV UTF-8” and try again.").format(where=where), code="encoding"
        ) from error


def _guarded(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula gets an apostrophe before it."""
    return f"'{cell}" if _RISKY.match(cell) else cell


def _unguarded(cell: str) -> str:
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


def _line(text: str) -> str:
    return " ".join(_CONTROL.sub("", text).split())
