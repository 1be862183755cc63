"""Saving without being asked: after a pause in typing, at the latest some seconds after the first unsaved key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

from PySide6.QtCore import QObject, QTimer, Signal

from app.errors import PlainspokenError
from app.model.summary import Summary
from app.work.saving import SaveState
from app.work.session import Session

PAUSE_MS = 800
LONGEST_MS = 10_000
Save = Callable[[Summary, str, str], Summary]
"""(summary, kind, now) -> the summary as the library now holds it. Raises PlainspokenError when it did not."""


def now() -> str:
    """This moment in ISO 8601 UTC, as summaries keep it."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


class Autosave(QObject):
    """Watches the Session and saves its summary. A failure keeps the unsaved mark and is said once."""

    failed = Signal(str)
    """The sentence for the writer, once per run of failures."""
    saved = Signal(object)
    """The Summary as the library holds it now."""

    def __init__(self, session: Session, save: Save, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._save = save
        self._has_said = False
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)

    def note_change(self, _summary: Summary) -> None:
        """The open summary changed: save soon. Connect to Session.changed."""
        if not self._session.is_unsaved:
            return
        if self._session.save_state.kind != "failed":
            self._session.set_save_state(SaveState("unsaved", self._session.save_state.at))
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    def flush(self, kind: str = "autosave") -> bool:
        """Save now if there is something to save (always for another kind than autosave). False when it failed."""
        self._pause.stop()
        self._longest.stop()
        session, current = self._session, self._session.current
        if current is None or session.is_read_only or (kind == "autosave" and not session.is_unsaved):
            return True
        session.set_save_state(SaveState("saving", session.save_state.at))
        try:
            saved = self._save(current, kind, now())
        except PlainspokenError as fault:
            self._say(str(fault))
            return False
        self._has_said = False
        session.take_saved(current, saved)
        self.saved.emit(saved)
        return True

    def try_again(self) -> None:
        """Save now, after a failure."""
        self.flush()

    def keep(self) -> None:
        """Save now and keep this version for good."""
        self.flush("save")

    def _say(self, sentence: str) -> None:
        self._session.set_save_state(SaveState("failed", self._session.save_state.at, sentence))
        self._longest.start()  # tries again by itself: a full disk may be emptied while the writer thinks
        if not self._has_said:
            self._has_said = True
            self.failed.emit(sentence)

    def _timer(self, interval_ms: int) -> QTimer:
        timer = QTimer(self, singleShot=True, interval=interval_ms)
        timer.timeout.connect(self._on_time)
        return timer

    def _on_time(self) -> None:
        self.flush()
