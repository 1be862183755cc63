"""Comments and suggested changes on the open summary. Each is a step that can be undone, saved with the summary."""

from __future__ import annotations

import uuid
from collections.abc import Callable

from PySide6.QtCore import QObject

from app.model import comments
from app.model.comment import Comment, Reply
from app.model.summary import Summary
from app.translation import _
from app.work.autosave import now
from app.work.desk import Desk
from app.work.memory import system_name
from app.work.session import Session

READ_ONLY = _("This library is open for reading only, so nothing can be said about the summary here.")


class Commenting(QObject):
    """Main thread only. `writer` says who speaks, `clock` when (ISO 8601 UTC)."""

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

    def add(self, place: tuple[str, int, int], text: str, instead: str | None = None) -> None:
        """Comment on a stretch (section, and code points of its Markdown), perhaps with other words for it.

        The same place at start and end is a comment on the whole section.
        """
        section, start, end = place
        text = text.strip()
        if text or instead is not None:
            new = Comment(str(uuid.uuid4()), text, section, start, end, self._writer(), self._clock(), instead)
            self._edit(_("Add a comment"), lambda summary: comments.with_comment(summary, new))

    def answer(self, comment_id: str, text: str) -> None:
        """Answer a comment."""
        if text := text.strip():
            reply = Reply(text, self._writer(), self._clock())
            self._edit(_("Answer a comment"), lambda summary: comments.answered(summary, comment_id, reply))

    def resolve(self, comment_id: str) -> None:
        """A comment needs nothing more."""
        self._edit(_("Resolve a comment"), lambda summary: comments.resolved(summary, comment_id))

    def reopen(self, comment_id: str) -> None:
        """A comment needs something again."""
        self._edit(_("Open a comment again"), lambda summary: comments.reopened(summary, comment_id))

    def accept(self, comment_id: str) -> None:
        """Put the suggested words in the place of those they are for."""
        try:
            self._edit(_("Accept a suggested change"), lambda summary: comments.accepted(summary, comment_id))
        except KeyError:
            self._desk.failed.emit(_("The words that this change was suggested for are not there any more."))

    def decline(self, comment_id: str) -> None:
        """Leave the words as they are."""
        self._edit(_("Decline a suggested change"), lambda summary: comments.declined(summary, comment_id))

    def remove(self, comment_id: str) -> None:
        """Take a comment away with its answers."""
        self._edit(_("Delete a comment"), lambda summary: comments.without_comment(summary, comment_id))

    def _edit(self, label: str, change: Callable[[Summary], Summary]) -> None:
        summary = self._session.current
        if summary is None:
            return
        if self._session.is_read_only:
            self._desk.failed.emit(READ_ONLY)
            return
        self._session.edit(label, change(summary))
