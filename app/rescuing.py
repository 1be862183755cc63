"""Sees to it that no text is lost and none silently wins: after a failed save, a crash, another program’s writing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from app.crash import LOG
from app.errors import PlainspokenError
from app.model import codec
from app.model.summary import Summary
from app.opening import Opener
from app.rescue import Rescue, Rescued
from app.translation import _
from app.ui.dialogs.crash import CrashDialog
from app.ui.dialogs.two_texts import TwoTextsDialog
from app.ui.window import Window
from app.work.autosave import Autosave
from app.work.desk import Desk
from app.work.session import Session
from app.work.store import OpenLibrary
from app.work.two_texts import TwoTexts, is_same, keep_both
from db.backup import backup_folder, is_same_content

SOON_MS = 400
"""A question about an earlier sitting comes when the window is there, so that the writer sees what it is about."""


class Rescuing(QObject):
    """Keeps what could not be saved, and asks when two texts of one summary stand against each other."""

    def __init__(
        self, window: Window, desk: Desk, session: Session, autosave: Autosave, opener: Opener, folder: Path
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._session = window, desk, session
        self._autosave, self._opener = autosave, opener
        self._rescue = Rescue(folder)
        self._dialog: TwoTextsDialog | None = None
        self._crash: CrashDialog | None = None
        self._asked: set[Path] = set()
        self._kept_store: object = None
        self._kept_copy: Path | None = None
        self._is_own_copy = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._offer_next)
        self._save_soon = QTimer(self, singleShot=True, interval=0)
        self._save_soon.timeout.connect(autosave.try_again)
        autosave.failed.connect(self._on_failed)
        autosave.saved.connect(self._on_saved)
        desk.library_changed.connect(self._on_library)
        if isinstance(app := QApplication.instance(), QGuiApplication):
            app.applicationStateChanged.connect(self._on_application)

    # A crash

    def write_down(self) -> Path | None:
        """Keep the open text where the library does not hold it; returns the file. Raises OSError."""
        summary = self._session.current
        if summary is None or not self._session.is_unsaved or not self._desk.has_library:
            return None
        return self._rescue.keep(summary, self._desk.store.path)

    def show_crash(self, sentence: str, report: str, with_words: str) -> None:
        """Tell of a fault of our own, one at a time."""
        if self._crash is not None and self._crash.isVisible():
            return
        summary = self._session.current
        text = codec.summary_json(summary).decode("utf-8", "replace") if summary else ""
        self._crash = CrashDialog(sentence, report, f"{with_words}\n\n{text}", self._window)
        self._crash.destroyed.connect(self._on_crash_closed)
        self._crash.open()

    def _on_crash_closed(self) -> None:
        self._crash = None

    # A failed save

    def _on_failed(self, _sentence: str) -> None:
        try:
            self.write_down()
        except (OSError, PlainspokenError) as error:
            LOG.info("No rescue copy: %s", error)
        self.ask_again()

    def _on_saved(self, summary: Summary) -> None:
        self._rescue.drop(summary.id)

    # Another program's writing

    def _on_application(self, state: Qt.ApplicationState) -> None:
        if state == Qt.ApplicationState.ApplicationActive:
            self.look_at_file()

    def look_at_file(self) -> None:
        """Open the library again where another file stands in its place; both contents are kept."""
        if not self._desk.has_library or self._desk.store.is_read_only or self._desk.store.is_in_place:
            return
        path = self._desk.store.path
        if not path.exists():
            return  # a drive that was taken out: the next save says so, and when it is back all is well
        try:
            if self._kept_store is not self._desk.store:  # once: what lost its place takes no more writing
                self._kept_copy = _beside(path)
                self._is_own_copy = not self._kept_copy.exists()  # else a backup of this very second
                self._desk.store.copy_of_open(self._kept_copy)
                self._kept_store = self._desk.store
            is_same_file = self._kept_copy is not None and is_same_content(self._kept_copy, path)
            store = self._opener.open(path)
        except PlainspokenError as fault:  # said after the save's own sentence, which knows less
            QTimer.singleShot(0, self, partial(self._window.show_fault, str(fault)))
            return
        self._desk.change_store(store)
        if is_same_file and self._kept_copy is not None:  # put there again as it was: nothing to tell
            if self._is_own_copy:
                self._kept_copy.unlink(missing_ok=True)
        else:
            self._window.show_note(
                _(
                    "Another program, perhaps a sync service, has replaced the library file. It was opened "
                    "again; what was open before is kept in {name}."
                ).format(name=backup_folder(path).name)
            )
        self._ask_where_two("replaced")

    def ask_again(self) -> None:
        """The writer wants to save once more: what stands in the way is asked again."""
        self.look_at_file()
        self._ask_where_two("elsewhere")

    def _ask_where_two(self, why: str) -> None:
        """Ask where the library holds another text of the open summary than it gave; else save on."""
        current, saved = self._session.current, self._session.saved
        if current is None or saved is None or self._dialog is not None or not self._desk.has_library:
            return
        store = self._desk.store
        if store.is_read_only or not store.is_in_place:
            return
        try:
            theirs = next(iter(store.load_many([current.id])), None)
            if theirs is not None and not is_same(theirs, saved) and not is_same(theirs, current):
                texts = TwoTexts(why, current, theirs)
                self._ask(texts, partial(self._settle_open, texts))
                return
            if theirs is not None:
                store.load(current.id)  # read here now, so that the next save is no clash
        except PlainspokenError:
            return  # told already by the save
        self._save_soon.start()

    def _settle_open(self, texts: TwoTexts, takes_mine: bool) -> None:
        current = self._session.current
        if current is None or current.id != texts.mine.id:
            return
        try:
            keep_both(self._desk.store, replace(texts, mine=current), takes_mine=takes_mine)
            if takes_mine:
                self._session.take_saved(current, self._desk.store.load(current.id))
                self._rescue.drop(current.id)
                self._desk.refresh()
                return
        except PlainspokenError as fault:
            self._window.show_fault(str(fault))
            return
        self._rescue.drop(current.id)
        self._open_anew(current.id)

    # What an earlier sitting left

    def _on_library(self, library: OpenLibrary) -> None:
        if not library.is_read_only:
            self._soon.start()

    def _offer_next(self) -> None:
        """Offer the next rescued text that the library neither holds nor has ever held."""
        if not self._desk.has_library or self._dialog is not None:
            return
        store = self._desk.store
        for rescued in self._rescue.found(store.path):
            if rescued.file in self._asked:
                continue
            try:
                theirs = next(iter(store.load_many([rescued.summary.id])), None)
                if theirs is not None and (is_same(theirs, rescued.summary) or store.has_had(rescued.summary)):
                    self._rescue.forget(rescued)
                    continue
            except PlainspokenError as fault:
                self._window.show_fault(str(fault))
                return
            self._asked.add(rescued.file)
            texts = TwoTexts("closed", rescued.summary, theirs, rescued.made)
            self._ask(texts, partial(self._settle_rescued, rescued, texts))
            return

    def _settle_rescued(self, rescued: Rescued, texts: TwoTexts, takes_mine: bool) -> None:
        summary = rescued.summary
        try:
            keep_both(self._desk.store, texts, takes_mine=takes_mine)
        except PlainspokenError as fault:
            self._window.show_fault(str(fault))
            return
        self._rescue.forget(rescued)
        is_open = self._session.current is not None and self._session.current.id == summary.id
        if takes_mine or is_open:
            self._open_anew(summary.id)
        else:
            self._desk.refresh()

    def _open_anew(self, summary_id: str) -> None:
        self._session.close()
        self._desk.refresh()
        self._desk.open_summary(summary_id)

    def _ask(self, texts: TwoTexts, settle: Callable[[bool], None]) -> None:
        self._dialog = TwoTextsDialog(texts, self._window)
        self._dialog.chosen.connect(settle)
        self._dialog.finished.connect(self._on_asked)
        self._dialog.open()

    def _on_asked(self) -> None:
        if self._dialog is not None:
            self._dialog.deleteLater()
            self._dialog = None
        self._soon.start()


def _beside(path: Path) -> Path:
    """Where the content of a library goes whose file was replaced: among its backups, under the time of now."""
    return backup_folder(path) / f"{datetime.now(UTC):%Y-%m-%dT%H%M%SZ}{path.suffix}"
