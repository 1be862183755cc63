"""One question to the internet at a time, with progress, given up when asked."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import Cancelled, PlainspokenError
from app.translation import _
from app.work.jobs import Progress, Token
from app.work.online import Online

if TYPE_CHECKING:
    from app.papers.fetch import Fetcher

Answer = TypeVar("Answer")


class Question(QObject):
    """Each question ends with exactly one of an answer, failed and cancelled; a newer one gives up the one before."""

    failed = Signal(str)
    cancelled = Signal()
    progressed = Signal(int, int)
    """How much of it is done, of how much."""

    def __init__(self, online: Online, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._online = online
        self._token: Token | None = None

    @property
    def is_running(self) -> bool:
        """Whether an answer is still to come."""
        return self._token is not None

    def cancel(self) -> None:
        """Give it up, at once for whoever waits: the connection is closed behind it."""
        if self._token is not None:
            self._token.cancel()
            self._token = None
            self.cancelled.emit()

    def ask(self, question: Callable[[Fetcher, Progress], Answer], answered: Callable[[Answer], None]) -> None:
        """Ask off the main thread; the answer comes to `answered` on it, unless it was given up."""
        self.cancel()

        def work(token: Token, progress: Progress) -> Answer:
            with self._online.fetcher_for(token) as fetcher:
                return question(fetcher, progress)

        token = self._online.jobs.start(
            work,
            done=lambda answer: self._on_done(token, answer, answered),
            failed=lambda error: self._on_failed(token, error),
            progress=lambda done, of: self._on_progress(token, done, of),
        )
        self._token = token

    def _on_progress(self, token: Token, done: int, of: int) -> None:
        if token is self._token:
            self.progressed.emit(done, of)

    def _on_done(self, token: Token, answer: Answer, answered: Callable[[Answer], None]) -> None:
        if token is self._token:
            self._token = None
            answered(answer)

    def _on_failed(self, token: Token, error: BaseException) -> None:
        is_known = isinstance(error, PlainspokenError)
        if token is self._token:
            self._token = None
            if isinstance(error, Cancelled):
                self.cancelled.emit()
            else:
                sentence = str(error) if is_known else _("Something in Plainspoken went wrong. Nothing was changed.")
                self.failed.emit(sentence)
        if not is_known:
            raise error
