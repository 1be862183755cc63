"""The questions that name a file: each asks with the system's own dialog and says what was chosen."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.translation import _
from app.ui.dialogs.file_questions import file_to_open, file_to_save, files_to_open

SUFFIX = ".plainspoken"
_LIBRARIES = _("Plainspoken libraries (*{suffix});;All files (*)").format(suffix=SUFFIX)
_PAPER_FILES = "*.pdf *.ris *.bib *.nbib *.json *.xml *.nxml *.txt"
_SUMMARIES = _(
    "Summaries and papers (*.json *.html *.htm *.txt *.md *.zip *.pdf *.ris *.bib *.nbib *.xml *.nxml "
    "*.plainspoken-summary);;All files (*)"
)
_SENT = _("Summaries for another writer (*.plainspoken-summary)")


class Asking(QObject):
    """Asks where; a cancelled question says nothing."""

    new_library_chosen = Signal(str)
    library_chosen = Signal(str)
    files_chosen = Signal(list)
    copy_chosen = Signal(str)
    paper_chosen = Signal(list)
    exchange_chosen = Signal(str)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window

    def ask_new_library(self) -> None:
        """Where shall the new library be?"""
        name = _("My library{suffix}").format(suffix=SUFFIX)
        path = file_to_save(self._window, _("New library"), name, _LIBRARIES)
        if path:
            self.new_library_chosen.emit(path if path.endswith(SUFFIX) else path + SUFFIX)

    def ask_library(self, path: str = "") -> None:
        """Which library shall be opened? With a path, nothing is asked."""
        if not path:
            path = file_to_open(self._window, _("Open a library"), _LIBRARIES)
        if path:
            self.library_chosen.emit(path)

    def ask_any_library(self) -> None:
        """Which library shall be opened? For actions, which say whether they are checked."""
        self.ask_library()

    def ask_files(self) -> None:
        """Which files shall come in?"""
        paths = files_to_open(self._window, _("Import summaries"), _SUMMARIES)
        if paths:
            self.files_chosen.emit(paths)

    def ask_paper(self) -> None:
        """Which file is the paper?"""
        kinds = _("Papers and references ({paper_files});;All files (*)").format(paper_files=_PAPER_FILES)
        path = file_to_open(self._window, _("Attach a paper"), kinds)
        if path:
            self.paper_chosen.emit([path])

    def ask_exchange(self, name: str) -> None:
        """Where shall the file for another writer be?"""
        path = file_to_save(self._window, _("Send to another writer"), name, _SENT)
        if path:
            self.exchange_chosen.emit(path)

    def ask_copy(self) -> None:
        """Where shall the copy of the open summary be?"""
        path = file_to_save(self._window, _("Save a copy"), "summary.json", _("Summary (*.json)"))
        if path:
            self.copy_chosen.emit(path)
