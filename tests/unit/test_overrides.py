"""A fault in an override, in a process of its own: it would end this one."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import sys
from app.overrides import outlive_faults

outlive_faults()
import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget

def fault():
    {fault}

class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.User:
            fault()
        return False

class Box(QWidget):
    def event(self, event):
        if event.type() == QEvent.Type.User + 1:
            fault()
        return super().event(event)

application = QApplication(["", "-platform", "offscreen"])
gone = QLabel()
shiboken6.delete(gone)
sys.excepthook = lambda kind, error, trace: print("told", kind.__name__)
box, watcher = Box(), Watcher()
box.installEventFilter(watcher)
for kind in (QEvent.Type.User, QEvent.Type.User + 1):
    QTimer.singleShot(0, lambda kind=kind: application.postEvent(box, QEvent(QEvent.Type(kind))))
QTimer.singleShot(50, application.quit)
application.exec()
print("lives")
"""


@pytest.mark.parametrize(
    ("fault", "name"),
    [
        ("{}['gone']", "KeyError"),
        ("int('x')", "ValueError"),
        ("1 / 0", "ZeroDivisionError"),
        ("gone.text()", "RuntimeError"),
    ],
)
def test_it_is_told_and_the_program_lives(fault: str, name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.replace("{fault}", fault)], capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split("\n") == [f"told {name}", f"told {name}", "lives", ""], done.stderr
    assert done.returncode == 0
