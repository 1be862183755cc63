"""What a lookup does to the open summary and the library: fill the citation, keep what the registries said and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QObject

from app.errors import LibraryFault
from app.model.paper import Notice, Paper
from app.model.summary import title_of
from app.translation import _
from app.work.desk import Desk
from app.work.session import Session

READ_ONLY = _("This library is open for reading only, so the citation cannot be filled here.")


class Citation(QObject):
    """The citation of the open summary. Main thread only; faults are raised."""

    def __init__(self, desk: Desk, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._session = desk, session

    def paper(self) -> Paper:
        """The citation of the open summary; an empty one when none is open."""
        current = self._session.current
        return current.paper if current is not None else Paper()

    def summary_id(self) -> str:
        """The id of the open summary, "" when none is open."""
        current = self._session.current
        return current.id if current is not None else ""

    def other_with(self, doi: str) -> tuple[str, str] | None:
        """Id and title of another summary of the paper with this DOI."""
        if not doi or not self._desk.has_library:
            return None
        store = self._desk.store
        others = [summary_id for summary_id in store.of_paper(doi) if summary_id != self.summary_id()]
        return next(((summary.id, title_of(summary)) for summary in store.load_many(others[:1])), None)

    def fill(self, paper: Paper, *, is_looked: bool) -> None:
        """Make this the citation, as one step that can be undone; without an open summary, of a new one.

        `is_looked`: the registries said just now all they know of retractions. Raises LibraryFault when read-only.
        """
        if self._desk.store.is_read_only:
            raise LibraryFault(READ_ONLY, code="read-only")
        if self._session.current is None:
            self._desk.new_summary(paper)
        else:
            self._session.edit(_("Fill the citation"), replace(self._session.current, paper=paper))
        if is_looked and self._desk.flush():
            self._desk.store.note_looked({}, [self.summary_id()])

    def note_looked(self, notices: Mapping[str, tuple[Notice, ...]], whole: Iterable[str]) -> None:
        """Keep what the registries said: the open summary's as a step of its own, the others in the library."""
        if self._desk.store.is_read_only:
            raise LibraryFault(
                _("This library is open for reading only, so the answers were not kept."), code="read-only"
            )
        notices, whole = dict(notices), list(whole)
        current = self._session.current
        if current is not None and current.id in notices:
            given = notices.pop(current.id)
            if given != current.paper.notices:
                changed = replace(current, paper=replace(current.paper, notices=given))
                self._session.edit(_("Note what the registries say"), changed)
            if not self._desk.flush():
                whole = [summary_id for summary_id in whole if summary_id != current.id]
        self._desk.store.note_looked(notices, whole)
        self._desk.refresh()
