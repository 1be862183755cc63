"""What a writer does to one or many summaries in the library's table: copies, the trash, states, categories."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from PySide6.QtCore import QObject

from app.model.summary import title_of
from app.model.vocabulary import needs_ready
from app.translation import counted
from app.work.desk import Desk
from app.work.telling import tells


class ManySummaries(QObject):
    """Changes summaries of the library on the desk, by their ids. What was done, and faults, are told by the desk."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk

    @tells
    def duplicate(self, ids: Iterable[str]) -> None:
        """Make copies."""
        ids = tuple(ids)
        for summary_id in ids:
            self._desk.store.duplicate(summary_id)
        self._tell("duplicated", ids)

    @tells
    def trash(self, ids: Iterable[str]) -> None:
        """Move summaries to the trash; can be taken back."""
        ids = tuple(ids)
        self._desk.store.trash(ids)
        self._tell("trashed", ids, undo=lambda: self._desk.store.untrash(ids))

    @tells
    def untrash(self, ids: Iterable[str]) -> None:
        """Put summaries back from the trash; can be taken back."""
        ids = tuple(ids)
        self._desk.store.untrash(ids)
        self._tell("untrashed", ids, undo=lambda: self._desk.store.trash(ids))

    @tells
    def empty_trash(self) -> None:
        """Delete what is in the trash for good."""
        count = self._desk.store.empty_trash()
        self._tell("trash_emptied", (), facts={"count": count})

    @tells
    def set_status(self, ids: Iterable[str], status: str) -> None:
        """Give summaries a state; can be taken back. One with something to mend does not become ready."""
        ids, asked = self._without_errors(tuple(ids), status), tuple(ids)
        if len(ids) < len(asked):
            self.tell_fault(_held_words(len(asked) - len(ids)))
        if not ids:
            return
        before = {summary.id: summary.status for summary in self._desk.store.load_many(ids)}
        self._desk.store.set_status(ids, status)

        def undo() -> None:
            for old in set(before.values()):
                self._desk.store.set_status([summary_id for summary_id in ids if before[summary_id] == old], old)

        self._tell("state_set", ids, undo=undo, facts={"status": status})

    @tells
    def add_category(self, ids: Iterable[str], slug: str) -> None:
        """Put summaries into a category; can be taken back."""
        ids, store = tuple(ids), self._desk.store
        new = [s.id for s in store.load_many(ids) if all(ref.slug != slug for ref in s.categories)]
        store.add_category(ids, slug)
        self._tell(
            "category_added", ids, undo=lambda: self._desk.store.remove_category(new, slug), facts={"slug": slug}
        )

    @tells
    def remove_category(self, ids: Iterable[str], slug: str) -> None:
        """Take summaries out of a category; can be taken back."""
        ids, store = tuple(ids), self._desk.store
        had = [s.id for s in store.load_many(ids) if any(ref.slug == slug for ref in s.categories)]
        store.remove_category(ids, slug)
        self._tell("category_removed", ids, undo=lambda: self._desk.store.add_category(had, slug), facts={"slug": slug})

    def tell_fault(self, sentence: str) -> None:
        """Say what went wrong."""
        self._desk.tell_fault(sentence)

    def _without_errors(self, ids: tuple[str, ...], status: str) -> tuple[str, ...]:
        """Those that may take a state, by what was found in them when they were last looked at."""
        if not needs_ready(status):
            return ids
        errors = {listing.id for listing in self._desk.store.listings() if listing.errors}
        return tuple(summary_id for summary_id in ids if summary_id not in errors)

    def _tell(
        self,
        code: str,
        ids: tuple[str, ...],
        *,
        undo: Callable[[], None] | None = None,
        facts: Mapping[str, Any] | None = None,
    ) -> None:
        titles = [title_of(summary) for summary in self._desk.store.load_many(ids[:1])]
        known = {"count": len(ids), "title": titles[0] if titles else ""}
        self._desk.refresh()
        self._desk.tell_done(code, known | dict(facts or {}), undo)


def _held_words(count: int) -> str:
    """Why some summaries keep their state."""
    return counted(
        "One summary is not ready yet. The Checks panel says what must be mended, or dismissed with a reason.",
        "{n:,} summaries are not ready yet. The Checks panel says what must be mended, or dismissed with a reason.",
        count,
    )
