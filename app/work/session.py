"""The one open summary: its value, its undo history and four signals. Nothing else may change the open text."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.model.claims import with_claims_moved
from app.model.comments import with_comments_moved
from app.model.summary import Summary
from app.work import history as steps
from app.work.history import History
from app.work.saving import SaveState


class Session(QObject):
    """Holds the open summary, or none. Main thread only."""

    changed = Signal(object)
    """The new Summary: after opening, every edit, undo and redo."""
    saved_changed = Signal(object)
    """The new SaveState."""
    history_changed = Signal(str, str)
    """The names of the next undo and redo step; empty when there is none."""
    stepped = Signal(str)
    """The name of a step that is no typing: something was added, moved, taken away, brought in."""

    def __init__(self, parent: QObject | None = None, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._clock = clock
        self._history: History | None = None
        self._saved: Summary | None = None
        self._save_state = SaveState()
        self._labels = ("", "")
        self.is_read_only = False

    @property
    def current(self) -> Summary | None:
        """The open summary as the writer sees it now."""
        return self._history.current if self._history else None

    @property
    def saved(self) -> Summary | None:
        """The open summary as the library held it when it was last read or saved here."""
        return self._saved

    @property
    def save_state(self) -> SaveState:
        """How safe the open text is."""
        return self._save_state

    @property
    def next_undo(self) -> str:
        """The name of the step that undo would take back; empty when there is none."""
        return self._history.undo_label if self._history else ""

    @property
    def is_untouched(self) -> bool:
        """Whether there is no step to undo or redo: the open text is as it was opened."""
        return self._history is not None and not (self._history.past or self._history.future)

    @property
    def is_unsaved(self) -> bool:
        """Whether the open text differs from what the library holds."""
        return self._history is not None and self._history.current != self._saved

    def open(self, summary: Summary, *, is_read_only: bool = False) -> None:
        """Make this the open summary, saved as it is, with an empty history."""
        self.is_read_only = is_read_only
        self._saved = summary
        self._history = None
        self._take(History(summary))
        self.set_save_state(SaveState("read-only" if is_read_only else "saved", summary.dates.modified))

    def close(self) -> None:
        """Let go of the open summary. The caller has saved it."""
        self._history = self._saved = None
        self._tell_history()
        self.set_save_state(SaveState())

    def edit(self, label: str, summary: Summary, merge_key: str = "") -> None:
        """Take a new value as one step named `label`; typing with one `merge_key` joins into one step."""
        if self._history is None or self.is_read_only or summary.id != self._history.current.id:
            return
        # A panel may have built its value before a save filled in slug and dates.
        value = with_claims_moved(self._history.current, self._with_store_fields(summary))
        value = with_comments_moved(self._history.current, value)
        after = steps.edited(self._history, label, value, merge_key, self._clock())
        is_step = after is not self._history
        self._take(after)
        if is_step and not merge_key:
            self.stepped.emit(label)

    def undo(self) -> None:
        """Take the last step back."""
        if self._history:
            self._take(steps.undone(self._history))

    def redo(self) -> None:
        """Bring the last undone step back."""
        if self._history:
            self._take(steps.redone(self._history))

    def take_saved(self, sent: Summary, saved: Summary) -> None:
        """Note that `sent` is in the library as `saved`; slug and dates that the library gave are taken over."""
        if self._history is None or saved.id != self._history.current.id:
            return
        is_still_current = sent == self._history.current
        self._saved = saved
        current = saved if is_still_current else self._with_fields_of(self._history.current, saved)
        self._history = steps.with_current(self._history, current)
        self.set_save_state(SaveState("saved" if is_still_current else "unsaved", saved.dates.modified))

    def set_save_state(self, state: SaveState) -> None:
        """Say how safe the text is; said only when it changes."""
        if state != self._save_state:
            self._save_state = state
            self.saved_changed.emit(state)

    def _take(self, history: History) -> None:
        if history is self._history:
            return
        current = self._with_store_fields(history.current)
        self._history = steps.with_current(history, current)
        self.changed.emit(current)
        self._tell_history()

    def _tell_history(self) -> None:
        labels = (self._history.undo_label, self._history.redo_label) if self._history else ("", "")
        if labels != self._labels:
            self._labels = labels
            self.history_changed.emit(*labels)

    def _with_store_fields(self, summary: Summary) -> Summary:
        """Undo must not bring back a slug or dates from before a save: those are the library's."""
        return self._with_fields_of(summary, self._history.current) if self._history else summary

    @staticmethod
    def _with_fields_of(summary: Summary, other: Summary) -> Summary:
        mine = (summary.slug, summary.slug_history, summary.dates)
        if mine == (other.slug, other.slug_history, other.dates):
            return summary
        return replace(summary, slug=other.slug, slug_history=other.slug_history, dates=other.dates)
