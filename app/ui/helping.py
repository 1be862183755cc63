"""F1: the help opens at the place that fits what the writer is in."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.ui.dialogs.help import HelpDialog
from app.ui.history.comments import CommentsView
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
    "history": (_GUIDE, "Versions, and the way back"),
    "comments": (_GUIDE, "Comments and suggested changes"),
    "title": (_GUIDE, "Title and paper"),
    "simple_explanation": (_GUIDE, "Simple Explanation"),
    "facts": (_GUIDE, "Study facts"),
    "key_findings": (_GUIDE, "Key Findings"),
    "research_summary": (_GUIDE, "Research Summary"),
    "practical_implications": (_GUIDE, "Practical Implications"),
    "study_limitations": (_GUIDE, "Study Limitations"),
    "sources": (_GUIDE, "Sources"),
    "PublishDialog": (_GUIDE, "Publish"),
    "SiteSettingsDialog": (_GUIDE, "The website"),
    "CategoriesDialog": (_GUIDE, "The library"),
    "GlossaryDialog": (_GUIDE, "The glossary of the library"),
    "TermDialog": (_GUIDE, "The glossary of the library"),
    "TargetsDialog": (_GUIDE, "Targets"),
    "LookupDialog": (_GUIDE, "Look a paper up"),
    "CitationDiffDialog": (_GUIDE, "Look a paper up"),
    "ChoosePaperDialog": (_GUIDE, "The paper beside the form"),
    "CommentDialog": (_GUIDE, "Comments and suggested changes"),
    "ReviewCopyDialog": (_GUIDE, "Send a review copy, and bring back what was said"),
    "ChecklistDialog": (_GUIDE, "Answer the checklist"),
    "NameVersionDialog": (_GUIDE, "Versions, and the way back"),
    "TrashTimeDialog": (_GUIDE, "The trash"),
    "ConfirmDialog": (_GUIDE, "The trash"),
    "BackupsDialog": (_GUIDE, "Backups"),
    "ReadingDialog": (_GUIDE, "The paper beside the form"),
    "ImportDialog": (_GUIDE, "Bring in what you have"),
    "ClashDialog": (_GUIDE, "Working with another writer"),
    "TwoTextsDialog": (_GUIDE, "When something goes wrong"),
    "CrashDialog": (_GUIDE, "When something goes wrong"),
    "Palette": (_GUIDE, "Any action by its name"),
    "SettingsDialog": ("reference.md", "Settings"),
    "KeysDialog": ("reference.md", ""),
    "AboutDialog": (_GUIDE, "Start"),
}
"""Page, side panel or dialog: the file and heading of its help."""


def place_of(window: Window) -> Place:
    """Where the help of what has the keyboard stands."""
    if window.page != EDITOR:
        return PLACES["library" if window.page == LIBRARY else "welcome"]
    focus = QApplication.focusWidget()
    if focus is None or not window.side.isAncestorOf(focus):
        return PLACES.get(window.editor.form.active, PLACES["form"])
    comments = window.side.findChild(CommentsView)
    if window.side.tab == "history" and comments is not None and comments.isVisible():
        return PLACES["comments"]
    return PLACES.get(window.side.tab, PLACES["form"])


def open_help(folder: Path, over: QWidget, place: Place) -> HelpDialog:
    """Open the help beside the work."""
    dialog = HelpDialog(folder, over)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.show_place(*place)
    dialog.show()  # not modal: it is read while working
    return dialog


class HelpInDialogs(QObject):
    """Gives F1 to every dialog of ours when the keyboard comes into it, whoever opened it."""

    def __init__(self, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._folder = folder
        if isinstance(app := QApplication.instance(), QApplication):
            app.focusChanged.connect(self._on_focus)

    def _on_focus(self, _before: QWidget | None, now: QWidget | None) -> None:
        dialog = now.window() if now is not None else None
        has_place = isinstance(dialog, QDialog) and type(dialog).__name__ in PLACES
        if has_place and not dialog.property("has_help"):  # type: ignore[union-attr]
            give_help(dialog, self._folder)  # type: ignore[arg-type]


def give_help(dialog: QDialog, folder: Path) -> None:
    """Let F1 in a dialog open its help."""
    place = PLACES[type(dialog).__name__]
    dialog.setProperty("has_help", True)
    QShortcut(QKeySequence("F1"), dialog, lambda: open_help(folder, dialog, place))
