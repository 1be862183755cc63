"""Asks the registries again about the papers of summaries that go out, when the writer wants it; keeps the answers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal

from app.errors import PlainspokenError
from app.model.paper import Notice
from app.model.summary import Summary, title_of
from app.publish.export import statuses_for
from app.work.citation import Citation
from app.work.desk import Desk
from app.work.jobs import Progress
from app.work.online import Online
from app.work.outgoing import Unread
from app.work.question import Question

if TYPE_CHECKING:
    from app.papers.fetch import Fetcher
    from app.papers.look_again import LookedAgain


@dataclass(frozen=True, slots=True)
class LastLook:
    """When the registries were asked about the papers that go out: the oldest moment (ISO 8601 UTC, "" for never),
    of how many papers nobody asked yet, and how many have a number to ask by."""

    oldest: str = ""
    never: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """What a look brought: `(title of the summary, kind of notice)` for each new notice, how many papers could not be
    asked about, and why the first of them could not."""

    notices: tuple[tuple[str, str], ...] = ()
    failed: int = 0
    reason: str = ""


class LookAgain(Question):
    """One look at a time. It ends with one of done, failed and cancelled."""

    last_look = Signal(object)
    """A LastLook."""
    done = Signal(object)
    """A News. What was found is in the library."""

    def __init__(self, online: Online, desk: Desk, citation: Citation, parent: QObject | None = None) -> None:
        super().__init__(online, parent)
        self._desk, self._citation = desk, citation
        self._form = "site"

    def tell(self, form: str = "", _place: object = None) -> None:
        """Say when was last looked, for the summaries that an export of this form takes."""
        self._form = form or self._form
        try:
            looked = self._desk.store.looked()
            moments = [looked.get(summary_id, "") for summary_id in self._ids()]
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        asked = [moment for moment in moments if moment]
        self.last_look.emit(LastLook(min(asked, default=""), len(moments) - len(asked), len(moments)))

    def begin(self) -> None:
        """Ask about them all."""
        self.cancel()
        try:
            stored = tuple(cast(Unread, self._desk.store).stored(self._ids()))
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return

        def question(fetcher: Fetcher, progress: Progress) -> tuple[list[Summary], LookedAgain]:
            from app.papers.look_again import look_again  # brings the HTTP library

            wanted = [each.summary() for each in stored]
            return wanted, look_again([(summary.id, summary.paper) for summary in wanted], fetcher, progress)

        self.ask(question, self._on_looked)

    def _ids(self) -> list[str]:
        """The summaries that go out and whose paper has a number to ask by."""
        statuses = statuses_for(self._form)
        return [summary_id for summary_id, status in self._desk.store.numbered() if status in statuses]

    def _on_looked(self, looked: tuple[list[Summary], LookedAgain]) -> None:
        wanted, found = looked
        try:
            self._citation.note_looked(found.notices, found.whole())
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        news = tuple(
            (title_of(summary), notice.kind)
            for summary in wanted
            for notice in _new(summary.paper.notices, found.notices.get(summary.id, ()))
        )
        reasons = list(found.failed.values())
        self.done.emit(News(news, len(reasons), reasons[0] if reasons else ""))
        self.tell()


def _new(before: tuple[Notice, ...], now: tuple[Notice, ...]) -> list[Notice]:
    known = {notice.kind for notice in before if not notice.doi} | {(n.kind, n.doi.lower()) for n in before}
    return [notice for notice in now if notice.kind not in known and (notice.kind, notice.doi.lower()) not in known]
