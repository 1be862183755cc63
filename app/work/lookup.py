"""A lookup of one paper while the writer goes on writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from app.papers.identifiers import Identifier
from app.work.jobs import Progress
from app.work.question import Question

if TYPE_CHECKING:
    from app.papers.fetch import Fetcher
    from app.papers.lookup import LookupAnswer


class Lookup(Question):
    """One lookup at a time. Its progress counts questions, in the order of `app.papers.lookup.STEPS`."""

    found = Signal(object)
    """A LookupAnswer."""

    def look_up(self, identifier: Identifier) -> None:
        """Ask the services about a paper."""

        def question(fetcher: Fetcher, progress: Progress) -> LookupAnswer:
            from app.papers.lookup import look_up  # brings the HTTP library, which the window does not wait for

            return look_up(identifier, fetcher, progress)

        self.ask(question, self.found.emit)
