"""Undo, Redo, Keep and what changes without typing work without a word: what was done is said to whoever listens."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, SignalInstance
from PySide6.QtWidgets import QWidget

from app.translation import _
from app.ui.actions import Actions
from app.ui.fields.rows import announce


class SpokenSteps(QObject):
    """Build it before the actions are connected: it asks what the step is called while that can be undone."""

    def __init__(
        self, table: Actions, notice_undone: SignalInstance, saved: Callable[[], str], window: QWidget
    ) -> None:
        """`saved` tells how safe the open summary is."""
        super().__init__(window)
        self._saved = saved
        self._table, self._window = table, window
        table["undo"].triggered.connect(self._on_undo)
        table["redo"].triggered.connect(self._on_redo)
        table["save"].triggered.connect(self._on_save)
        notice_undone.connect(self._on_notice)

    def say_done(self, step: str) -> None:
        """Say the name of a step that was made, perhaps far from the keyboard."""
        announce(self._window, _("Done: {step}").format(step=step))

    def _on_undo(self) -> None:
        announce(self._window, _("Undone: {step}").format(step=self._table["undo"].property("step")))

    def _on_redo(self) -> None:
        announce(self._window, _("Done again: {step}").format(step=self._table["redo"].property("step")))

    def _on_save(self) -> None:
        QTimer.singleShot(0, self, self._say_saved)  # when it is done

    def _say_saved(self) -> None:
        announce(self._window, self._saved())

    def _on_notice(self) -> None:
        announce(self._window, _("Undone."))
