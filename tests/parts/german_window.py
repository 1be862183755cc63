"""Starts the program in the language of the environment and prints some of what it says, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Generator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget

POLL_MS = 50
MOST_POLLS = 600


Steps = Generator[Callable[[], object], None, None]


def script(window: QWidget, said: dict[str, object]) -> Steps:
    """What the menus, the foot of the library and a button of Qt say."""
    from app.ui.library.foot import LibraryFoot
    from app.ui.look.elided_label import ElidedLabel

    words = window.findChild(LibraryFoot).findChild(ElidedLabel)
    yield lambda: words.text().startswith("3 ")
    said["menus"] = [action.text().replace("&", "") for action in window.menuBar().actions()]  # type: ignore[attr-defined]
    said["notice"] = window.notices.text()  # type: ignore[attr-defined]
    listed = [words.text()]
    window.library.header.search.setText("frail")  # type: ignore[attr-defined]
    yield lambda: words.text() != listed[0]
    said["listed"] = [*listed, words.text()]
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    said["button"] = box.button(QDialogButtonBox.StandardButton.Cancel).text().replace("&", "")
    said["direction"] = window.layoutDirection().name


def main(library: str) -> int:
    """Start the program, follow the script, print what it said."""
    from app import language

    language.begin()
    from app import main as program
    from app.ui.window import Window

    said: dict[str, object] = {}

    def follow(steps: Steps) -> None:
        """Go on whenever what the script waits for has come; end the program when it is done, or never will be."""
        try:
            wait_for(next(steps), steps, MOST_POLLS)
        except StopIteration:
            end()

    def wait_for(has_come: Callable[[], object], steps: Steps, polls: int) -> None:
        if has_come():
            follow(steps)
        elif polls:
            QTimer.singleShot(POLL_MS, lambda: wait_for(has_come, steps, polls - 1))
        else:
            end()

    def end() -> None:
        for window in QApplication.topLevelWidgets():
            window.close()
        QApplication.quit()

    def begin() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
        follow(script(window, said))

    QTimer.singleShot(0, begin)
    status = program.run(["--library", library])
    print(json.dumps(said))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
