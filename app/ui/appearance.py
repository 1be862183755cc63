"""The window's colours and text size, as the settings say: applied when they change, and stepped by actions."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.settings import SCHEMES, TEXT_PERCENTS, Settings
from app.translation import _
from app.ui.actions import Actions
from app.ui.fields.rows import announce
from app.ui.look import style
from app.work.memory import Memory


class Appearance(QObject):
    """Applies scheme and text size; knows the actions that choose them."""

    def __init__(self, actions: Actions, memory: Memory, parent: QObject) -> None:
        super().__init__(parent)
        self._actions, self._memory = actions, memory
        self._shown: tuple[str, int] | None = None
        self._steps = 0
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._take_steps)
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._on_system_scheme)
        hints.accessibility().contrastPreferenceChanged.connect(self._on_system_scheme)
        for scheme in SCHEMES:
            actions[f"scheme_{scheme}"].triggered.connect(self._on_scheme)

    def show_settings(self, settings: Settings) -> None:
        """Look as the settings say; nothing happens when that is how it looks."""
        self._actions[f"scheme_{settings.scheme}"].setChecked(True)
        self._actions[settings.preview_width].setChecked(True)
        wanted = (settings.scheme, settings.text_percent)
        if wanted != self._shown:
            self._shown = wanted
            app = cast(QApplication, QApplication.instance())
            style.apply(app, scheme=settings.scheme, text_percent=settings.text_percent)

    def larger(self) -> None:
        """One step larger."""
        self._step(1)

    def smaller(self) -> None:
        """One step smaller."""
        self._step(-1)

    def _on_system_scheme(self) -> None:
        self._shown = None
        self.show_settings(self._memory.settings)

    def _step(self, step: int) -> None:
        self._steps += step
        self._soon.start()

    def _take_steps(self) -> None:
        """All steps that were asked for while the window dressed itself, at once: that takes it most of a second."""
        place = TEXT_PERCENTS.index(self._memory.settings.text_percent) + self._steps
        self._steps = 0
        percent = TEXT_PERCENTS[max(0, min(place, len(TEXT_PERCENTS) - 1))]
        self._memory.set(text_percent=percent)
        self._say(_("Text size: {percent} %").format(percent=percent))

    def _on_scheme(self) -> None:
        for scheme in SCHEMES:
            if self._actions[f"scheme_{scheme}"].isChecked():
                self._memory.set(scheme=scheme)
                self._say(self._actions[f"scheme_{scheme}"].text())

    def _say(self, sentence: str) -> None:
        if (window := QApplication.activeWindow()) is not None:
            announce(window, sentence)
