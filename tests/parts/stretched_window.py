"""Opens the window and its dialogs in the stretched language and prints every text that has no room, as JSON.

Run in a process of its own: the language of a program is chosen once.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Generator, Iterator

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QLabel,
    QMenuBar,
    QScrollArea,
    QTabBar,
    QToolButton,
    QWidget,
)

SIZE = (1280, 720)
FROM_LIBRARY = (
    "publish", "site_settings", "categories", "glossary", "targets", "settings", "backups", "trash_time",
    "find_action", "keys", "guide", "about", "look_up",
)  # fmt: skip
FROM_EDITOR = (
    "name_version", "look_up", "add_term", "comment", "find", "review_copy", "checklist", "next_finding",
    "leave_finding",
)  # fmt: skip
PANELS = ("show_preview", "show_reading", "show_paper", "show_checks", "show_history")


def clipped(root: QWidget) -> Iterator[str]:
    """Every visible text below `root` that has less room than it asks for, and no tooltip that tells the rest."""
    for widget in (root, *root.findChildren(QWidget)):
        if widget.isVisible() and (said := _clipped(widget) or _covered(widget)) and not widget.toolTip():
            yield f"{type(widget).__name__}: {said}"


def _too_large(window: QWidget) -> Iterator[str]:
    if window.width() > SIZE[0] or window.height() > SIZE[1]:
        yield f"The window cannot be {SIZE[0]} x {SIZE[1]}: it is {window.width()} x {window.height()}"


def _clipped(widget: QWidget) -> str:
    if isinstance(widget, QTabBar):
        beyond = [number for number in range(widget.count()) if not widget.rect().contains(widget.tabRect(number))]
        return " | ".join(widget.tabText(number) for number in beyond if widget.isTabVisible(number))
    if isinstance(widget, QMenuBar):
        return "the menus do not fit" if widget.sizeHint().width() > widget.width() else ""
    if isinstance(widget, QLabel) and type(widget) is QLabel and widget.text():
        if widget.wordWrap():
            return widget.text() if widget.heightForWidth(widget.width()) > widget.height() + 3 else ""
        return widget.text() if widget.sizeHint().width() > widget.width() + 2 else ""
    if isinstance(widget, QAbstractButton) and widget.text() and not _is_icon_alone(widget):
        return widget.text() if widget.sizeHint().width() > widget.width() + 2 else ""
    if isinstance(widget, QScrollArea) and widget.widget() and widget.widgetResizable():
        wide = widget.widget().minimumSizeHint().width() > widget.viewport().width() + 2
        return f"wider than its room by {widget.widget().minimumSizeHint().width() - widget.viewport().width()}" * wide
    return ""


def _covered(widget: QWidget) -> str:
    """The text of what its parents cut off, where nothing scrolls it into sight."""
    if not isinstance(widget, QLabel | QAbstractButton | QTabBar) or widget.visibleRegion().isEmpty():
        return ""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, QAbstractScrollArea):
            return ""
        parent = parent.parentWidget()
    seen = widget.visibleRegion().boundingRect()
    if seen.width() >= widget.width() - 2 and seen.height() >= widget.height() - 2:
        return ""
    return f"cut off: {getattr(widget, 'text', str)() or widget.accessibleName()}"


def _is_icon_alone(button: QAbstractButton) -> bool:
    return isinstance(button, QToolButton) and button.toolButtonStyle() == Qt.ToolButtonStyle.ToolButtonIconOnly


def script(window: QWidget, found: dict[str, list[str]]) -> Generator[int, None, None]:
    """Every place in turn. Two are left out, since Qt's own dialog for files is all they open."""
    yield 2500
    found["library"] = [*clipped(window), *_too_large(window)]
    yield from _dialogs(window, FROM_LIBRARY, "library", found)
    window.activateWindow()
    yield 200
    QTest.keyClick(window.library.table, Qt.Key.Key_Return)  # type: ignore[attr-defined]
    yield 3500
    for panel in PANELS:
        window.table[panel].trigger()  # type: ignore[attr-defined]
        yield 900
        found[panel] = [*clipped(window), *_too_large(window)]
    yield from _dialogs(window, FROM_EDITOR, "editor", found)


def _dialogs(
    window: QWidget, names: tuple[str, ...], page: str, found: dict[str, list[str]]
) -> Generator[int, None, None]:
    for name in names:
        action = window.table[name]  # type: ignore[attr-defined]
        action.trigger()
        yield 900
        opened = [one for one in QApplication.topLevelWidgets() if one is not window and one.isVisible()]
        found[f"{page}: {name}"] = [] if action.isEnabled() else ["this cannot be opened"]
        for place in opened or [window]:  # some open in the window itself
            found[f"{page}: {name}"] += clipped(place)
        for dialog in opened:
            dialog.close()
        yield 150


def main(library: str) -> int:
    """Start the program, follow the script, print what it found."""
    from app import language

    language.begin()
    from app import main as program
    from app.ui.window import Window

    found: dict[str, list[str]] = {}

    def begin() -> None:
        window = next(widget for widget in QApplication.topLevelWidgets() if isinstance(widget, Window))
        window.showNormal()
        window.resize(*SIZE)
        follow(window, script(window, found))

    def follow(window: QWidget, steps: Generator[int, None, None]) -> None:
        try:
            pause_ms = next(steps)
        except StopIteration:
            window.close()
            QApplication.quit()
        else:
            QTimer.singleShot(pause_ms, lambda: follow(window, steps))

    QTimer.singleShot(0, begin)
    status = program.run(["--library", library])
    print(json.dumps(found))
    return status


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
