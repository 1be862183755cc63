"""Long work off the main thread: values in, a value out, cancelled by a token. Results arrive on the main thread."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, Qt, QThreadPool, Signal

Done = Callable[[Any], None]
Failed = Callable[[BaseException], None]
Progress = Callable[[int, int], None]


class Token:
    """Says to a running job that its result is no longer wanted. Safe from every thread."""

    def __init__(self) -> None:
        self._event = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop; its callbacks are still told how it ended."""
        self._event.set()

    def is_cancelled(self) -> bool:
        """Whether somebody asked the job to stop."""
        return self._event.is_set()


Work = Callable[[Token, Progress], Any]
"""The job's function. It gets its token and a function that reports (done, of)."""


class Jobs(QObject):
    """Starts jobs on a small pool and keeps each alive until its result is delivered."""

    def __init__(self, parent: QObject | None = None, most_at_once: int = 2) -> None:
        super().__init__(parent)
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(most_at_once)
        self._running: set[_Job] = set()
        self._is_closed = False

    @property
    def is_busy(self) -> bool:
        """Whether a job has not been delivered yet."""
        return bool(self._running)

    def start(self, work: Work, *, done: Done, failed: Failed, progress: Progress | None = None) -> Token:
        """Run `work` off the main thread. Callbacks run on the main thread, exactly one of done and failed."""
        token = Token()
        job = _Job(work, token)

        def deliver(result: Any, error: BaseException | None) -> None:
            self._running.discard(job)
            if self._is_closed:
                return
            if error is not None:
                failed(error)
            else:
                done(result)

        def report(count: int, of: int) -> None:
            if progress and not self._is_closed:
                progress(count, of)

        job.post.connect_to(deliver, report)
        self._running.add(job)
        self._pool.start(job)
        return token

    def close(self, wait_ms: int = 5000) -> bool:
        """Cancel everything, wait, deliver nothing any more. False when a job did not stop in time."""
        self._is_closed = True
        for job in self._running:
            job.token.cancel()
        return self._pool.waitForDone(wait_ms)


class _Post(QObject):
    """Carries results over to the thread that made it."""

    ended = Signal(object, object)
    counted = Signal(int, int)

    def connect_to(self, deliver: Callable[[Any, Any], None], report: Progress) -> None:
        self._deliver, self._report = deliver, report
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self.counted.connect(self._on_counted, Qt.ConnectionType.QueuedConnection)

    def _on_ended(self, result: Any, error: Any) -> None:
        self._deliver(result, error)

    def _on_counted(self, count: int, of: int) -> None:
        self._report(count, of)


class _Job(QRunnable):
    def __init__(self, work: Work, token: Token) -> None:
        super().__init__()
        self.setAutoDelete(False)  # Python owns it: kept in Jobs until delivered
        self.post = _Post()
        self.token = token
        self._work = work

    def run(self) -> None:
        try:
            result = self._work(self.token, self.post.counted.emit)
        except BaseException as error:
            self.post.ended.emit(None, error)
        else:
            self.post.ended.emit(result, None)
