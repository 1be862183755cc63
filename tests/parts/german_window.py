"""Starts the program in the language of the environment and prints some of what it says, as JSON."""

from __future__ import annotations

import json
import sys
from collections.abc import Generator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QWidget


def script(window: QWidget, said: dict[str, object]) -> Generator[int, None, None]:
    """What the menus, the foot of the library and a button of Qt say."""
    from app.ui.library.foot import LibraryFoot
    from app.ui.look.elided_label import ElidedLabel

    yield 1500
    said["menus"] = [action.text().replace("&", "") for action in window.menuBar().actions()]  # type: ignore[attr-defined]
    said["notice"] = window.notices.text()  # type: ignore[attr-defined]
    words = window.findChild(LibraryFoot).findChild(ElidedLabel)
    listed = [words.text()]
    window.library.header.search.setText("frail")  # type: ignore[attr-defined]
    yield 1200
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

    def follow(window: QWidget, steps: Generator[int, None, None]) -> None:
        try:
            pause_ms = next(steps)
        except StopIteration:
            window.close()
            QApplication.quit()
        else:
            QTimer.singleShot(pause_ms, lambda: follow(window, steps))

    def begin() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
        follow(window, script(window, said))

    QTimer.singleShot(0, begin)
    status = program.run(["--library", library])
    print(json.dumps(said))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
