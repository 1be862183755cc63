"""Answers to the checklist of the open summary: each is a step that can be undone, kept with the version."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject

from app.model.checklist import ChecklistAnswer, with_answer
from app.translation import _
from app.work.autosave import now
from app.work.desk import Desk
from app.work.memory import system_name
from app.work.session import Session


class Checklisting(QObject):
    """Main thread only. `writer` says who answers, `clock` when (ISO 8601 UTC)."""

    def __init__(
        self,
        session: Session,
        desk: Desk,
        writer: Callable[[], str] = system_name,
        clock: Callable[[], str] = now,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session, self._desk, self._writer, self._clock = session, desk, writer, clock

    def answer(self, question: str, answer: str, note: str) -> None:
        """Answer a question: yes, no, not-applicable, or "" to take the answer back."""
        summary = self._session.current
        if summary is None:
            return
        if self._session.is_read_only:
            self._desk.failed.emit(_("This library is open for reading only, so nothing can be answered here."))
            return
        old = next((one for one in summary.checklist if one.question == question), ChecklistAnswer(question))
        if (old.answer, old.note) != (answer, note.strip()):
            new = ChecklistAnswer(question, answer, note.strip(), self._writer(), self._clock())
            self._session.edit(
                _("Answer the checklist"), replace(summary, checklist=with_answer(summary.checklist, new))
            )
