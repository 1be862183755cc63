"""The page of the preview is told to a screen reader that listens, and to nobody else: that would cost everybody."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PROGRAM = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QEventLoop, Qt, QTimer
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication
from app.ui.preview.panel import PreviewPanel
application = QApplication([])
QAccessible.setActive(sys.argv[1] == "heard")
panel, loop = PreviewPanel(Path("resources/themes")), QEventLoop()
panel.resize(600, 600)
panel.show()
assert panel.load_engine()
panel._engine.is_painted.connect(loop.quit)
panel.show_page("<!DOCTYPE html><title>Rats</title><main><h1>Rats</h1></main>")
QTimer.singleShot(30_000, loop.quit)
loop.exec()
heard = QAccessible.queryAccessibleInterface(panel._engine)
for _turn in range(100 if sys.argv[1] == "heard" else 5):
    if heard.childCount():
        break
    QTimer.singleShot(100, loop.quit)
    loop.exec()
print("pages", heard.childCount(), flush=True)
os._exit(0)  # the engine is of no more use
"""


@pytest.mark.parametrize(("who", "pages"), [("heard", "pages 1"), ("seen", "pages 0")])
def test_the_page_is_heard_by_who_listens(who: str, pages: str) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QTWEBENGINE_CHROMIUM_FLAGS"}
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, who], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.stdout.strip() == pages, done.stderr[-2000:]
