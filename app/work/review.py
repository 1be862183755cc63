"""What there is to say about the open summary: page, findings and reading from the one value, after a short pause."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.finding import Finding, SetAside
from app.model.score import Reading, Score
from app.model.summary import Summary
from app.work.jobs import Jobs, Progress, Token

PAUSE_MS = 120


@dataclass(frozen=True, slots=True)
class Grade:
    """What the library's table keeps: the grade (None for too little text), by whom, errors, warnings and notices."""

    grade: float | None
    scorer: str
    counts: tuple[int, int, int]


def grade_of(score: Score, findings: tuple[Finding, ...]) -> Grade:
    """The Grade of a scored and checked summary."""
    kinds = [finding.severity for finding in findings]
    grade = score.scores.flesch_kincaid_grade if score.scores else None
    return Grade(grade, score.scorer, (kinds.count("error"), kinds.count("warning"), kinds.count("notice")))


@dataclass(frozen=True, slots=True)
class Reviewed:
    """A summary with its findings, its reading and its page as the preview shows it."""

    summary: Summary
    findings: tuple[Finding, ...]
    reading: Reading
    page: str
    missing: tuple[Finding, ...] = ()
    set_aside: tuple[SetAside, ...] = ()


Rules = Callable[[Summary], Reviewed]
"""Values in, values out; runs off the main thread."""


class Review(QObject):
    """Reviews the newest summary. While one review runs, only the newest waiting one is kept."""

    ready = Signal(object)
    """A Reviewed, after the signals for its parts. It may be a few keys behind while somebody types."""
    page_changed = Signal(str)
    findings_changed = Signal(object)
    set_aside_changed = Signal(object)
    """The SetAside findings of the summary."""
    reading_changed = Signal(object, object)
    """The Reading, and the findings that keep the summary from being ready."""

    def __init__(self, jobs: Jobs, rules: Rules, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._rules = rules
        self._waiting: Summary | None = None
        self._latest: Summary | None = None
        self._open_id = ""
        self._is_running = False
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._start)

    def note_change(self, summary: Summary) -> None:
        """A new value of the open summary. Connect to Session.changed."""
        self._waiting = self._latest = summary
        self._open_id = summary.id
        if not self._pause.isActive():  # not restarted by every key: the page follows somebody who never pauses
            self._pause.start()

    def look_again(self, _style: object = None) -> None:
        """Review the same summary by other rules: the library's style has changed."""
        if self._latest is not None:
            self.note_change(self._latest)

    def forget(self) -> None:
        """No summary is open any more: drop what waits."""
        self._waiting = self._latest = None
        self._open_id = ""
        self._pause.stop()

    def _start(self) -> None:
        if self._is_running or self._waiting is None:
            return
        summary, self._waiting = self._waiting, None
        self._is_running = True

        def work(_token: Token, _progress: Progress) -> Reviewed:
            return self._rules(summary)

        self._jobs.start(work, done=self._on_done, failed=self._on_failed)

    def _on_done(self, reviewed: Reviewed) -> None:
        self._is_running = False
        if reviewed.summary.id == self._open_id:
            self.page_changed.emit(reviewed.page)
            self.findings_changed.emit(reviewed.findings)
            self.set_aside_changed.emit(reviewed.set_aside)
            self.reading_changed.emit(reviewed.reading, reviewed.missing)
            self.ready.emit(reviewed)
        if self._waiting is not None:
            self._pause.start()

    def _on_failed(self, error: BaseException) -> None:
        self._is_running = False
        if self._waiting is not None:
            self._pause.start()
        raise error
