"""A lookup of one paper while the writer goes on writing: one at a time, with progress, and given up when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.errors import Cancelled, PlainspokenError
from app.papers.identifiers import Identifier
from app.translation import _
from app.work.jobs import Progress, Token
from app.work.online import Online

if TYPE_CHECKING:
    from app.papers.lookup import LookupAnswer


class Lookup(QObject):
    """Each lookup ends with exactly one of found, failed and cancelled; a newer one gives up the one before."""

    found = Signal(object)
    """A LookupAnswer."""
    failed = Signal(str)
    cancelled = Signal()
    progressed = Signal(int, int)
    """How many questions are done, of how many; their order is that of `app.papers.lookup.STEPS`."""

    def __init__(self, online: Online, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._online = online
        self._token: Token | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._token is not None

    def look_up(self, identifier: Identifier) -> None:
        """Ask the services about a paper."""
        self.cancel()

        def work(token: Token, progress: Progress) -> LookupAnswer:
            from app.papers.lookup import look_up  # brings the HTTP library, which the window does not wait for

            with self._online.fetcher_for(token) as fetcher:
                return look_up(identifier, fetcher, progress)

        token = self._online.jobs.start(
            work,
            done=lambda answer: self._on_done(token, answer),
            failed=lambda error: self._on_failed(token, error),
            progress=lambda done, of: self._on_progress(token, done, of),
        )
        self._token = token

    def cancel(self) -> None:
        """Give the lookup up, at once for whoever waits: the connection is closed behind it."""
        if self._token is not None:
            self._token.cancel()
            self._token = None
            self.cancelled.emit()

    def _on_progress(self, token: Token, done: int, of: int) -> None:
        if token is self._token:
            self.progressed.emit(done, of)

    def _on_done(self, token: Token, answer: LookupAnswer) -> None:
        if token is self._token:
            self._token = None
            self.found.emit(answer)

    def _on_failed(self, token: Token, error: BaseException) -> None:
        is_wanted = token is self._token
        if is_wanted:
            self._token = None
        if isinstance(error, PlainspokenError):
            if is_wanted:
                self.cancelled.emit() if isinstance(error, Cancelled) else self.failed.emit(str(error))
            return
        if is_wanted:
            self.failed.emit(_("Something in Plainspoken went wrong. Nothing was changed."))
        raise error
