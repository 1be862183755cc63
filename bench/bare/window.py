"""An empty window with the browser engine beside it, as bare as PySide6 allows: what `bench start` compares us with."""

from __future__ import annotations

import sys

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication, QMainWindow


class Window(QMainWindow):
    """Goes away again after it was painted for the first time. The engine is built in, but not started, as in ours."""

    kept = QWebEngineView

    def event(self, event: QEvent) -> bool:
        """Quit after the first paint."""
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return super().event(event)


app = QApplication(sys.argv)
window = Window()
window.resize(1440, 900)
window.show()
sys.exit(app.exec())
