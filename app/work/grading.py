"""Grades for the library's table: what is not graded yet, or was graded by another scorer, a few at a time."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import PlainspokenError
from app.model.paper_text import PaperText
from app.model.summary import Summary
from app.work.desk import Desk
from app.work.jobs import Jobs, Progress, Token
from app.work.review import Grade
from app.work.store import Store

AT_ONCE = 8
START_MS = 400
"""After a library opens, so that its first page comes first."""
GIVE_WAY_MS = 250
"""While another job runs: an export or a paper would take many times as long beside a job that only computes."""
Grader = Callable[[Summary, PaperText | None], Grade]


class Grading(QObject):
    """Works through the ungraded summaries of the open library off the main thread; a new library starts anew."""

    graded = Signal(object)
    """Some rows of the table have grades now: the Grade by the summary's id."""
    ended = Signal()
    """All have theirs: what the table filters and orders by is new."""

    def __init__(self, desk: Desk, jobs: Jobs, grader: Grader, scorer: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs, self._grader, self._scorer = desk, jobs, grader, scorer
        self._left: list[str] = []
        self._store: Store | None = None
        self._pause = QTimer(self, singleShot=True, interval=START_MS)
        self._pause.timeout.connect(self._on_time)
        self._giving_way = QTimer(self, singleShot=True, interval=GIVE_WAY_MS)
        self._giving_way.timeout.connect(self._next)

    def begin(self) -> None:
        """Another library is on the desk, or summaries came in."""
        self._store = None
        self._giving_way.stop()
        self._pause.start()

    def _on_time(self) -> None:
        try:
            store = self._desk.store
            self._left = [] if store.is_read_only else list(store.ungraded(self._scorer))
        except PlainspokenError:
            return
        self._store = store
        if self._left:
            self._next()

    def _next(self) -> None:
        if self._store is None or not self._desk.has_library:
            return
        if not self._left:
            self.ended.emit()
            return
        if self._jobs.is_busy:
            self._giving_way.start()
            return
        ids, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        store, grader = self._store, self._grader
        summaries = [(summary, store.paper_of(summary.id)) for summary in store.load_many(ids)]

        def work(token: Token, _progress: Progress) -> list[tuple[str, Grade]]:
            return [
                (summary.id, grader(summary, paper.text if paper else None))
                for summary, paper in summaries
                if not token.is_cancelled()
            ]

        self._jobs.start(work, done=lambda grades: self._on_graded(store, grades), failed=self._on_failed)

    def _on_graded(self, store: Store, grades: list[tuple[str, Grade]]) -> None:
        if store is not self._store or not self._desk.has_library or self._desk.store is not store:
            return
        try:
            with store.together():
                for summary_id, grade in grades:
                    store.set_grade(summary_id, grade.grade, grade.scorer, grade.counts)
        except PlainspokenError:
            return  # the table lacks a grade; the next start tries again
        self.graded.emit(dict(grades))
        self._next()

    def _on_failed(self, error: BaseException) -> None:
        raise error
