"""The application object: what a system says to the program as a whole, and how it is to treat us."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

ID = "org.plainspoken.Plainspoken"
"""Under this name the systems know the program: its menu entry, its icon in the task bar, its files."""
_LATER_MS = 300


class Application(QApplication):
    """Hears which files macOS wants opened: there they come as events, not as words of the command line."""

    files_opened = Signal(list)
    """Paths that were double-clicked in the Finder or dropped on the Dock, at the start or while the window is open."""

    def __init__(self, words: Sequence[str]) -> None:
        super().__init__(list(words))
        self._files: list[str] = []

    def event(self, event: QEvent) -> bool:
        """Keep a file until all that were chosen together have come: each comes in an event of its own."""
        if isinstance(event, QFileOpenEvent):
            if file := event.file():
                if not self._files:
                    QTimer.singleShot(0, self._tell)
                self._files.append(file)
            return True
        return super().event(event)

    def _tell(self) -> None:
        if self.activeModalWidget() is not None:  # first what the writer is asked there
            QTimer.singleShot(_LATER_MS, self._tell)
            return
        files, self._files = self._files, []
        self.files_opened.emit(files)


def introduce(app: QApplication) -> None:
    """Tell the system our name, and that Tab goes to every control: macOS leaves out buttons unless it is asked."""
    app.setApplicationName("Plainspoken")
    app.setApplicationDisplayName("Plainspoken")
    app.setDesktopFileName(ID)
    app.styleHints().setTabFocusBehavior(Qt.TabFocusBehavior.TabFocusAllControls)
    if sys.platform == "win32":  # else the window stands apart from the pinned button that started it
        import ctypes

        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(ID)


def application(words: Sequence[str]) -> QApplication:
    """The one application of this process, made when there is none yet."""
    # The engine of the preview is loaded later, and then needs contexts that share.
    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    there = QApplication.instance()
    app = there if isinstance(there, QApplication) else Application(words)
    introduce(app)
    return app
