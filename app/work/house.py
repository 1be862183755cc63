"""The style of the open library: its glossary and its targets. Every change holds at once and can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from app.errors import BadInput, LibraryFault, PlainspokenError
from app.model.house_style import Term
from app.model.listing import Filter
from app.model.site import Targets
from app.text.glossary import key_of, lexicon
from app.text.glossary_csv import glossary_csv, glossary_of_csv, tidied
from app.translation import _
from app.whole_file import write_whole
from app.work.desk import Desk

LARGEST_FILE = 32_000_000
"""Bytes of a glossary file that is read; the largest one of ours has a tenth of it."""


class House(QObject):
    """Changes the style of the library on the desk. What was done is told by the desk, with Undo."""

    style_changed = Signal(object)
    """The HouseStyle, whenever another library is open or something in its style has changed."""
    targets_changed = Signal(object)
    glossary_changed = Signal(object)
    """The terms, in the order of the alphabet."""
    rows_left_out = Signal(object)
    """The BadRows of a file that was read; none when every row came in."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @property
    def glossary(self) -> tuple[Term, ...]:
        """The terms of the open library."""
        return self._desk.style.glossary

    @property
    def targets(self) -> Targets:
        """The targets of the open library."""
        return self._desk.style.targets

    def show_library(self, _library: object = None) -> None:
        """Another library is on the desk: tell its style."""
        self.targets_changed.emit(self.targets)
        self.glossary_changed.emit(self.glossary)
        self.style_changed.emit(self._desk.style)

    def term_of(self, word: str) -> Term | None:
        """The entry of a word, in any of its spellings and forms."""
        text, terms = word.strip(), self.glossary
        places = lexicon(tuple(term.term for term in terms)).places(text)
        return next((terms[index] for start, end, index in places if end - start == len(text)), None)

    def uses(self, word: str) -> int:
        """In how many summaries of the library a word stands, as the search field finds it."""
        try:
            return len(self._desk.store.listings(Filter(search=f'"{word}"' if " " in word else word)))
        except PlainspokenError:
            return 0

    def save_term(self, term: Term, old: str = "") -> None:
        """Add a term, or change the one called `old`; an entry for the same word is changed, never doubled."""
        new = tidied(term)
        keys = {key_of(new.term), key_of(old)} - {""}
        if not key_of(new.term):
            self._desk.failed.emit(_("A term needs a word. Nothing was changed in the glossary."))
            return
        had = [other for other in self.glossary if key_of(other.term) in keys]
        if had == [new]:
            return
        rest = [other for other in self.glossary if key_of(other.term) not in keys]
        self._set_glossary((*rest, new), "term_changed" if had else "term_added", {"term": new.term})

    def remove_term(self, word: str) -> None:
        """Take a term out."""
        rest = tuple(term for term in self.glossary if key_of(term.term) != key_of(word))
        if len(rest) < len(self.glossary):
            self._set_glossary(rest, "term_removed", {"term": word})

    def save_targets(self, targets: Targets) -> None:
        """Hold every text of the library against other targets."""
        before = self.targets
        if targets != before:
            self._do(lambda: self._put_targets(targets), lambda: self._put_targets(before), "targets_set", {})

    def read_glossary(self, path: str) -> None:
        """Bring in the terms of a CSV file: new ones are added, known ones changed, bad rows told and left out."""
        try:
            file = glossary_of_csv(_content(Path(path)), Path(path).name)
        except PlainspokenError as fault:
            self._desk.failed.emit(str(fault))
            return
        merged = {key_of(term.term): term for term in self.glossary}
        facts = {"added": 0, "changed": 0, "unchanged": 0, "left_out": len(file.bad_rows)}
        for term in file.terms:
            before = merged.get(key_of(term.term))
            facts["added" if before is None else "unchanged" if before == term else "changed"] += 1
            merged[key_of(term.term)] = term
        self.rows_left_out.emit(file.bad_rows)
        if facts["added"] or facts["changed"]:
            self._set_glossary(merged.values(), "glossary_read", facts)
        else:
            self._desk.did.emit("glossary_read", facts)

    def write_glossary(self, path: str) -> None:
        """Write the terms to a CSV file."""
        try:
            write_whole(Path(path), glossary_csv(self.glossary))
        except PlainspokenError as fault:
            self._desk.failed.emit(str(fault))
            return
        self._desk.did.emit("glossary_written", {"count": len(self.glossary), "path": path})

    def _set_glossary(self, terms: Iterable[Term], code: str, facts: dict[str, Any]) -> None:
        before, after = self.glossary, sorted_terms(terms)
        self._do(lambda: self._put_glossary(after), lambda: self._put_glossary(before), code, facts)

    def _do(self, change: Callable[[], None], undo: Callable[[], None], code: str, facts: dict[str, Any]) -> None:
        try:
            change()
        except PlainspokenError as fault:
            self._desk.failed.emit(str(fault))
            return
        self._desk.offer_undo(code, undo, facts)

    def _put_glossary(self, terms: Sequence[Term]) -> None:
        self._desk.store.save_glossary(terms)
        self._desk.style = self._desk.store.style()
        self.glossary_changed.emit(self.glossary)
        self.style_changed.emit(self._desk.style)

    def _put_targets(self, targets: Targets) -> None:
        self._desk.store.save_targets(targets)
        self._desk.style = self._desk.store.style()
        self.targets_changed.emit(self.targets)
        self.style_changed.emit(self._desk.style)


def sorted_terms(terms: Iterable[Term]) -> tuple[Term, ...]:
    """The terms in the order of the alphabet, whatever their capitals."""
    return tuple(sorted(terms, key=lambda term: (key_of(term.term).casefold(), term.term)))


def _content(path: Path) -> bytes:
    """The file. Raises LibraryFault or BadInput with the reason why it cannot be read."""
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise BadInput(
                _("{name} is too large for a glossary ({largest_file} MB at most).").format(
                    name=path.name, largest_file=LARGEST_FILE // 1000000
                )
            )
        return path.read_bytes()
    except OSError as error:
        raise LibraryFault(
            _("{path} cannot be read: {strerror}.").format(path=path, strerror=error.strerror or error),
            code="unreadable",
        ) from error
