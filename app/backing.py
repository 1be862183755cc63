"""The backups as the window shows them: listed and looked over off the main thread, brought back in one step."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from app.errors import LibraryFault, PlainspokenError
from app.opening import Opener
from app.start import Start
from app.translation import _
from app.ui.dialogs.backups import BackupsDialog
from app.ui.window import Window
from app.work.desk import Desk
from app.work.jobs import Jobs, Progress, Token
from app.work.memory import Memory
from db.backup import back_up, backup_folder, backups, is_overdue
from db.health import look_over
from db.library import Library

Row = tuple[datetime, Path, int, int | None]
LOOK_AGAIN_MS = 30 * 60 * 1000
"""How often a library that stays open is asked whether a day has passed since its newest backup."""


class Backing(QObject):
    """Opens the dialog of backups and does what it asks."""

    def __init__(self, window: Window, desk: Desk, opener: Opener, start: Start, memory: Memory, jobs: Jobs) -> None:
        super().__init__(window)
        self._window, self._desk, self._opener, self._start = window, desk, opener, start
        self._memory, self._jobs = memory, jobs
        self._dialog: BackupsDialog | None = None
        self._daily = QTimer(self, interval=LOOK_AGAIN_MS)
        self._daily.timeout.connect(self.back_up_daily)
        self._daily.start()

    def back_up_daily(self) -> None:
        """Back up a library that has been open for long, off the main thread. Opening it makes the first of the day."""
        if not self._desk.has_library or self._desk.store.is_read_only or not self._desk.store.is_in_place:
            return
        path = self._desk.store.path
        try:
            if not is_overdue(path, datetime.now(UTC)):
                return
        except OSError:
            return  # a drive that was taken out; the next save says so
        self._jobs.start(partial(_made, path), done=self._on_daily, failed=self._on_fault)

    @staticmethod
    def _on_daily(_path: Path) -> None:
        """Nothing to say: a backup that was made is no news."""

    def open(self) -> None:
        """The backups of the open library, else of the one that was open last: it may be the damaged one."""
        path = self._path()
        if path is None or (self._desk.has_library and self._desk.store.is_read_only):
            self._window.show_note(_("There is no library open here whose backups could be brought back."))
            return
        self._dialog = dialog = BackupsDialog(backup_folder(path), self._window)
        dialog.back_up_requested.connect(self._on_back_up)
        dialog.restore_requested.connect(self._on_restore)
        dialog.finished.connect(self._on_closed)
        dialog.open()
        self._list(path)

    def _path(self) -> Path | None:
        if self._desk.has_library:
            return self._desk.store.path
        return Path(self._memory.settings.last_library) if self._memory.settings.last_library else None

    def _list(self, path: Path) -> None:
        self._jobs.start(partial(_rows, path), done=self._on_rows, failed=self._on_fault)

    def _on_rows(self, rows: list[Row]) -> None:
        if self._dialog is not None:
            self._dialog.show_backups(rows)

    def _on_back_up(self) -> None:
        if (path := self._path()) and self._desk.flush():
            self._jobs.start(partial(_made, path), done=self._list, failed=self._on_fault)

    def _on_restore(self, source: Path) -> None:
        path = self._path()
        if path is None or self._dialog is None or not self._desk.flush():
            return
        self._dialog.show_state(_("Looking whether this backup is whole …"))
        self._jobs.start(partial(_looked, source), done=partial(self._put, path), failed=self._on_fault)

    def _put(self, path: Path, source: Path) -> None:
        """Close the library, put the other file in its place, open that; Undo does the same with the one before."""
        if not self._desk.close():
            return
        try:
            restored = self._opener.restore(path, source)
        except PlainspokenError as fault:
            self._start.open_library(str(path))
            self._on_fault(fault)
            return
        if self._dialog is not None:
            self._dialog.accept()
        if self._start.open_library(str(path)):
            undo = partial(self._put, path, restored.kept) if restored.kept else None
            self._desk.tell_done("restored", {}, undo)

    def _on_fault(self, fault: BaseException) -> None:
        if not isinstance(fault, PlainspokenError):
            raise fault
        if self._dialog is not None:
            self._dialog.show_state(str(fault))
        else:
            self._window.show_fault(str(fault))

    def _on_closed(self) -> None:
        self._dialog = None


def _rows(path: Path, _token: Token, _progress: Progress) -> list[Row]:
    return [(moment, file, file.stat().st_size, _count(file)) for moment, file in backups(path)]


def _count(file: Path) -> int | None:
    try:
        with Library.open(file) as library:
            return library.counts().all
    except LibraryFault:
        return None


def _made(path: Path, _token: Token, _progress: Progress) -> Path:
    back_up(path)
    return path


def _looked(source: Path, _token: Token, _progress: Progress) -> Path:
    if not look_over(source).is_sound:
        raise LibraryFault(_("This backup is damaged itself, so it was not used. Choose another one."), code="damaged")
    return source
