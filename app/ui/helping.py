"""F1: the help opens at the place that fits what the writer is in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui.dialogs.help import HelpDialog
from app.ui.window import EDITOR, LIBRARY, Window

Place = tuple[str, str]
_GUIDE = "guide.md"
PLACES: dict[str, Place] = {
    "welcome": (_GUIDE, "Start"),
    "library": (_GUIDE, "The library"),
    "form": (_GUIDE, "Write"),
    "preview": (_GUIDE, "The finished page"),
    "reading": (_GUIDE, "How hard it reads"),
    "paper": (_GUIDE, "The paper beside the form"),
    "checks": ("what-the-checks-look-for.md", ""),
    "history": (_GUIDE, ""),
    "PublishDialog": (_GUIDE, "Publish"),
    "SiteSettingsDialog": (_GUIDE, "Publish"),
    "CategoriesDialog": (_GUIDE, "The library"),
    "GlossaryDialog": (_GUIDE, "The glossary of the library"),
    "TermDialog": (_GUIDE, "The glossary of the library"),
    "TargetsDialog": (_GUIDE, "Targets"),
    "LookupDialog": (_GUIDE, "Look a paper up"),
    "SettingsDialog": ("reference.md", "Settings"),
    "KeysDialog": ("reference.md", ""),
}
"""Page, side panel or dialog: the file and heading of its help."""


def place_of(window: Window) -> Place:
    """Where the help of what has the keyboard stands."""
    if window.page != EDITOR:
        return PLACES["library" if window.page == LIBRARY else "welcome"]
    focus = QApplication.focusWidget()
    is_beside = focus is not None and window.side.isAncestorOf(focus)
    return PLACES.get(window.side.tab, (_GUIDE, "")) if is_beside else PLACES["form"]


def open_help(folder: Path, over: QWidget, place: Place) -> HelpDialog:
    """Open the help beside the work."""
    dialog = HelpDialog(folder, over)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show_place(*place)
    dialog.show()  # not modal: it is read while working
    return dialog


def give_help(dialog: QDialog, folder: Path) -> None:
    """Let F1 in a dialog open its help."""
    place = PLACES.get(type(dialog).__name__, (_GUIDE, ""))
    QShortcut(QKeySequence("F1"), dialog, lambda: open_help(folder, dialog, place))
