"""A pointer that rests: after a while it asks about what lies under it, and says when it has left that."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from app.model.finding import Finding

HOVER_MS = 400


class Pointing(QObject):
    """Told where the pointer is at each move."""

    rested = Signal(object)
    """The Finding on which the pointer rests; None when it has left one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._at: Finding | None = None
        self._timer = QTimer(self, singleShot=True, interval=HOVER_MS)
        self._timer.timeout.connect(self._on_time)

    def show(self, finding: Finding | None) -> None:
        """The pointer is at a finding, or at none."""
        if finding == self._at:
            return
        self._at = finding
        self._timer.stop()
        if finding is None:
            self.rested.emit(None)
        else:
            self._timer.start()

    def _on_time(self) -> None:
        if self._at is not None:
            self.rested.emit(self._at)
