"""The ways into a library: the last one, the sample, another, a new one, or a file named on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app import paths
from app.commands.taking_sent import is_sent_file
from app.errors import PlainspokenError
from app.opening import Opener
from app.papers.which import ASKED, is_paper_file
from app.work.desk import Desk
from app.work.memory import Memory
from db.backup import backups
from db.library import Library


class Start(QObject):
    """Puts libraries on the desk. A library that was expected and is not there is told, never made."""

    papers_found = Signal(list)
    """The paths of papers and reference files among what was dropped or chosen."""
    files_found = Signal(list)
    """The paths of what may hold summaries, for a library that is open now."""
    sent_found = Signal(list)
    """The paths of files that another writer sent."""
    welcome_requested = Signal()
    """No library could be opened: show the ways in."""
    review_copies_found = Signal(list)
    """The paths of Word files: review copies that came back."""
    failed = Signal(str)
    did = Signal(str, object)
    """A code and the facts of what was done."""

    def __init__(self, opener: Opener, desk: Desk, memory: Memory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._opener, self._desk, self._memory = opener, desk, memory

    def begin(self, library: Path | None, files: list[Path]) -> None:
        """The first thing after the window is there: what the command line named, else where the writer left off."""
        libraries, others = _sorted(files)
        named = library or (libraries[0] if libraries else None)
        if not (self.open_library(str(named)) if named else self._reopen()):
            self.welcome_requested.emit()
        if others:
            if self._desk.has_library:
                self._desk.leave()  # a paper named here starts its own summary, it is not for the one of last time
            self._bring_in(others)

    def take_files(self, files: list[str]) -> None:
        """Open the first library among files that were dropped or chosen; bring the others in."""
        libraries, others = _sorted([Path(file) for file in files])
        if libraries and not self.open_library(str(libraries[0])):
            return
        if others:
            self._bring_in(others)

    def open_sample(self) -> None:
        """Open the sample library, made the first time."""
        self._put(self._opener.sample)

    def open_library(self, path: str) -> bool:
        """Open the library at `path`. False, and a sentence, when that does not work: what is open stays open."""
        absolute = Path(path).expanduser().absolute()
        is_open = self._put(lambda: self._opener.open(absolute))
        if not absolute.exists():
            self._memory.forget_library(absolute)
        return is_open

    def new_library(self, path: str) -> None:
        """Make a new, empty library at `path` and open it."""
        self._put(lambda: self._opener.create(Path(path).expanduser().absolute()))

    def _reopen(self) -> bool:
        settings = self._memory.settings
        last = Path(settings.last_library) if settings.last_library else paths.default_library()
        if not settings.last_library and not last.exists():
            return False  # the first start: nothing is missing
        if not self.open_library(str(last)):
            return False
        if settings.last_summary:  # as it was before the library was opened
            self._desk.reopen_summary(settings.last_summary)
        return True

    def _bring_in(self, files: list[Path]) -> None:
        """Bring files into the open library, else into the one in the data folder: papers are handed on."""
        if not self._desk.has_library:
            default = paths.default_library()
            self._put(lambda: self._opener.open(default) if default.exists() else self._opener.create(default))
        if not self._desk.has_library or not self._desk.flush():
            return
        sent = [file for file in files if is_sent_file(file)]
        if sent:
            self.sent_found.emit([str(file) for file in sent])
        files = [file for file in files if file not in sent]
        if copies := [file for file in files if file.suffix.lower() == ".docx"]:
            self.review_copies_found.emit([str(file) for file in copies])
        files = [file for file in files if file not in copies]
        papers = [file for file in files if _is_paper(file)]
        if papers:
            self.papers_found.emit([str(file) for file in papers])
        if files := [file for file in files if file not in papers]:
            self.files_found.emit(files)

    def _put(self, opened: Callable[[], Library]) -> bool:
        if not self._desk.flush():
            return False
        try:
            library = opened()
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return False
        made = backups(library.path)
        if not self._desk.show_library(library, made[0][0].isoformat() if made else ""):
            return False
        self._memory.note_library(library.path)
        self._memory.forget_summary()
        self._tidy(library)
        return True

    def _tidy(self, library: Library) -> None:
        """Let go of what the history and the trash need no longer; a fault of the disk must not keep a writer out."""
        if library.is_read_only:
            return
        days = self._memory.settings.trash_days
        try:
            deleted = library.tidy(days)
        except PlainspokenError as fault:
            self.failed.emit(str(fault))
            return
        if deleted:
            self._desk.refresh()
            self.did.emit("trash_aged", {"count": deleted, "days": days})


def _sorted(files: list[Path]) -> tuple[list[Path], list[Path]]:
    """Libraries, and files to bring in."""
    libraries = [file for file in files if file.suffix == paths.LIBRARY_SUFFIX]
    return libraries, [file for file in files if file not in libraries]


def _is_paper(file: Path) -> bool:
    """Whether a file is a paper; one that cannot be read is left to the import, which says so."""
    try:
        return file.is_file() and is_paper_file(file.name, file.read_bytes() if file.suffix.lower() in ASKED else b"")
    except OSError:
        return False
