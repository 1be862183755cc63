"""An export from the window: what it would change, then the writing itself, both off the main thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.errors import Cancelled, PlainspokenError
from app.model.site import Site
from app.model.summary import Summary
from app.publish.export import parts_of, statuses_for
from app.publish.folder_plan import folder_plan
from app.publish.kept import Kept, Part
from app.publish.plan import PublishPlan
from app.publish.research import Source
from app.publish.write import ExportReport, write_files
from app.text.glossary import Explanations, explained
from app.work.desk import Desk
from app.work.jobs import Jobs, Progress, Token

T = TypeVar("T")


class Publishing(QObject):
    """Answers a publish dialog. One export at a time; a newer plan makes an older one worthless."""

    plan_ready = Signal(object)
    """A PublishPlan."""
    progressed = Signal(int, int)
    done = Signal(int, int, int)
    """Files written, unchanged and removed."""
    cancelled = Signal()
    failed = Signal(str)

    def __init__(self, desk: Desk, jobs: Jobs, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._jobs = desk, jobs
        self._plan_token = self._token = Token()

    def plan(self, form: str, folder: str) -> None:
        """Work out what an export of this form would change in the folder ("" when none is chosen)."""
        if (shelf := self._shelf()) is None:
            return
        summaries, site, glossary = shelf
        target = Path(folder) if folder else None
        errors = {listing.id: listing.errors for listing in self._desk.store.listings()}
        self._plan_token.cancel()

        def work(_token: Token, _progress: Progress) -> PublishPlan:
            plan = folder_plan(target, form, (explained(summary, glossary) for summary in summaries), site)
            held = tuple(replace(held, errors=errors.get(held.id, 0)) for held in plan.held_back)
            return replace(plan, held_back=held)

        token = self._jobs.start(work, done=lambda plan: self._on_plan(token, plan), failed=self._on_failed)
        self._plan_token = token

    def publish(self, form: str, folder: str) -> None:
        """Write the export. It ends with one of done, cancelled and failed."""
        if (shelf := self._shelf()) is None:
            return
        summaries, site, glossary = shelf
        wanted: list[Source] = [summary for summary in summaries if summary.status in statuses_for(form)]

        def work(token: Token, progress: Progress) -> ExportReport:
            def parts(kept: Kept) -> Iterator[Part]:
                return parts_of(form, _counted(wanted, progress), site, glossary.terms, kept=kept)

            return write_files(Path(folder), parts, form=form, is_cancelled=token.is_cancelled)

        self._token = self._jobs.start(
            work, done=self._on_written, failed=self._on_failed, progress=self.progressed.emit
        )

    def cancel(self) -> None:
        """Stop the export; the folder stays as it was."""
        self._token.cancel()

    def _shelf(self) -> tuple[tuple[Summary, ...], Site, Explanations] | None:
        """The library's summaries, the open one as it is now, site and glossary; None, and a sentence, on failure."""
        if not self._desk.flush():
            self.failed.emit("The open summary could not be saved, so nothing was published.")
            return None
        try:
            return tuple(self._desk.store.load_many()), self._desk.site, Explanations(self._desk.style.glossary)
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return None

    def _on_plan(self, token: Token, plan: PublishPlan) -> None:
        if token is self._plan_token:
            self.plan_ready.emit(plan)

    def _on_written(self, report: ExportReport) -> None:
        self.done.emit(report.written, report.unchanged, report.removed)

    def _on_failed(self, error: BaseException) -> None:
        if isinstance(error, Cancelled):
            self.cancelled.emit()
        elif isinstance(error, PlainspokenError):
            self.failed.emit(str(error))
        else:
            self.failed.emit("Something in Plainspoken went wrong. The folder is as it was.")
            raise error


def _counted(summaries: list[T], progress: Callable[[int, int], None]) -> Iterator[T]:
    for done, summary in enumerate(summaries):
        progress(done, len(summaries))
        yield summary
    progress(len(summaries), len(summaries))
