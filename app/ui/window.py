"""The window: three pages (welcome, library, editor), the notices strip, the menu bar. It decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QMessageBox,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from app.model.listing import Filter
from app.model.summary import Summary, title_of
from app.settings import Settings
from app.translation import _
from app.ui.actions import Actions
from app.ui.dialogs.about import AboutDialog
from app.ui.editor.panel import EditorPanel
from app.ui.editor_page import EditorPage
from app.ui.library.edited import edited_words
from app.ui.library.panel import LibraryPanel
from app.ui.notices import NoticeStrip
from app.ui.saying import done_sentence
from app.ui.spoken_rows import SpokenRows
from app.ui.spoken_steps import SpokenSteps
from app.ui.welcome import WelcomePanel
from app.ui.words.undoing import here_name, step_name
from app.work.store import OpenLibrary

WELCOME, LIBRARY, EDITOR = "welcome", "library", "editor"
_FRAME = QSize(16, 48)
"""About what the desktop puts around a window: a title bar and edges."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_KEYPAD = Qt.KeyboardModifier.KeypadModifier


class Window(QMainWindow):
    """Holds the parts that wiring connects: actions, welcome, library, the editor's page and its parts, notices."""

    shown = Signal()
    """The first paint is done: what may wait can start."""
    files_dropped = Signal(list)

    def __init__(
        self, welcome: WelcomePanel, library: LibraryPanel, editor: EditorPanel, panels: dict[str, QWidget]
    ) -> None:
        super().__init__()
        self.setWindowTitle("Plainspoken")
        self.setAcceptDrops(True)
        self.resize(1440, 900)
        self.setMinimumSize(640, 400)
        self.may_close: Callable[[], bool] = lambda: True
        self.table = Actions(self)
        self.menus = self.table.fill(self.menuBar())
        self.welcome, self.library, self.editor = welcome, library, editor
        self.editor_page = EditorPage(self.table, editor, panels)
        self.header, self.side = self.editor_page.header, self.editor_page.side
        self.notices = NoticeStrip()
        self.spoken_steps = SpokenSteps(self.table, self.notices.action_requested, self.header.saving.text, self)
        self._spoken_rows = SpokenRows(self)
        self._pages = QStackedWidget()
        self._has_shown = False
        self._library_name = ""
        self._settings = Settings()
        for page in (welcome, library, self.editor_page):
            self._pages.addWidget(page)
        self.setCentralWidget(self._pages)
        self.show_page(WELCOME)

    @property
    def page(self) -> str:
        """The page that is shown."""
        return (WELCOME, LIBRARY, EDITOR)[self._pages.currentIndex()]

    def show_page(self, page: str) -> None:
        """Show a page; the notices strip moves under its header."""
        if page == EDITOR and self.isVisible():
            self.editor.take_keyboard()
        self._pages.setCurrentIndex((WELCOME, LIBRARY, EDITOR).index(page))
        self.editor_page.share_room()  # the window may have changed while this page was behind
        shown = self._pages.currentWidget()
        layout = shown.layout() if shown else None
        if isinstance(layout, QVBoxLayout):
            layout.insertWidget({WELCOME: 0, LIBRARY: 1, EDITOR: 2}[page], self.notices)
        self.table.show_page(page)

    def show_welcome(self) -> None:
        """Show the ways into a library."""
        self.show_page(WELCOME)
        self.setWindowTitle("Plainspoken")

    def show_library(self, library: OpenLibrary) -> None:
        """Another library is on the desk."""
        self._library_name = library.name
        self.notices.clear()
        self.library.show_filter(Filter())
        if library.is_read_only:
            self.show_done("read_only", {})
        self.show_settings(self._settings)
        backed_up = edited_words(library.backed_up, datetime.now().astimezone())
        self.library.show_safety(
            _("On this computer"),
            _("Saved. Backed up: {backed_up}").format(backed_up=backed_up) if backed_up else _("Saved"),
        )
        self.show_table()

    def show_table(self) -> None:
        """Show the library's table."""
        self.show_page(LIBRARY)
        self.setWindowTitle(_("{library_name} — Plainspoken").format(library_name=self._library_name))
        self.library.focus_rows()

    def show_editor(self, summary: Summary) -> None:
        """Show the form of the summary that was opened; an empty one begins with its title."""
        self.show_page(EDITOR)
        is_new = not (summary.paper.title or summary.plain_title)
        self.editor.show_section("title" if is_new else "simple_explanation")

    def show_summary(self, summary: Summary) -> None:
        """Name header and window after the open summary."""
        self.header.show_summary(summary)
        self.setWindowTitle(_("{title_of} — Plainspoken").format(title_of=title_of(summary)))

    def show_settings(self, settings: Settings) -> None:
        """Show the recent libraries."""
        self._settings = settings
        self.library.show_trash_days(settings.trash_days)
        others = [path for path in settings.recent_libraries if path != settings.last_library]
        self.editor_page.share_room()  # the letters may have grown
        self.library.show_library(self._library_name, [(Path(path).stem, path) for path in others])

    def show_done(self, code: str, facts: Mapping[str, Any]) -> None:
        """Say in the strip what was done, with Undo where there is one."""
        kind = "note" if code == "read_only" else "done"
        action = _("Undo") if facts.get("can_undo") else ""
        is_brief = not action or bool(step_name(code) or here_name(code))  # Ctrl+Z takes it back later too
        self.notices.show_notice(done_sentence(code, facts), kind=kind, action_label=action, is_brief=is_brief)

    def show_offer(self, code: str) -> None:
        """Name what Undo on the library page takes back."""
        self.table.show_offer(step_name(code))
        if not code:
            self.notices.close_offer()

    def show_offer_here(self, code: str) -> None:
        """Name what Undo takes back in a summary that nobody has written in since."""
        self.table.show_offer_here(here_name(code))

    def show_note(self, sentence: str) -> None:
        """Say something quietly, such as what a paste left out."""
        self.notices.show_notice(sentence, kind="note")

    def show_fault(self, sentence: str) -> None:
        """Say in the strip what did not work; it stays until it is closed."""
        self.notices.show_notice(sentence, kind="error", is_lasting=True)

    def show_find(self) -> None:
        """Find words: in the open summary, or in all of them."""
        if self.page == EDITOR:
            self.editor.show_find()
        else:
            self.library.focus_search()

    def show_full_screen(self, is_full: bool) -> None:
        """Fill the screen, or stand as before."""
        self.setWindowState(
            self.windowState() | Qt.WindowState.WindowFullScreen
            if is_full
            else self.windowState() & ~Qt.WindowState.WindowFullScreen
        )

    def ask_to_close(self, reason: str) -> bool:
        """The text could not be saved: whether to close all the same. Staying is what Enter and Esc do."""
        box = QMessageBox(
            QMessageBox.Icon.NoIcon,
            "Plainspoken",
            _("{reason}\n\nYour last changes are only here.").format(reason=reason),
        )
        stay = box.addButton(_("Stay"), QMessageBox.ButtonRole.RejectRole)
        copy = box.addButton(_("Save a copy…"), QMessageBox.ButtonRole.ActionRole)
        leave = box.addButton(_("Close without saving"), QMessageBox.ButtonRole.DestructiveRole)
        box.setDefaultButton(stay)
        box.setEscapeButton(stay)
        box.exec()  # the one place that waits: the close event wants its answer now
        if box.clickedButton() is copy:
            self.table["save_copy"].trigger()
        return box.clickedButton() is leave

    def show_about(self) -> None:
        """What this program is."""
        AboutDialog(self).open()

    def press_key(self, key: int, modifiers: Qt.KeyboardModifier) -> None:
        """Press a key for the field that has the keyboard: how menu items reach what fields answer themselves."""
        target = QApplication.focusWidget()
        if target is not None:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                QApplication.sendEvent(target, QKeyEvent(kind, key, modifiers))

    def layout_state(self) -> tuple[str, str]:
        """Where the window stands and how the splitter shares it, as text for the settings."""
        return _text(self.saveGeometry()), _text(self.editor_page.splitter.saveState())

    def restore_layout(self, geometry: str, splitter: str) -> None:
        """Stand where the window stood before; what cannot be read is left out.

        The first time the window takes the whole of a screen that has no room for it and its frame.
        """
        if not self.restoreGeometry(_bytes(geometry)) and not self._has_room():
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.editor_page.splitter.restoreState(_bytes(splitter))

    def _has_room(self) -> bool:
        room = self.screen().availableSize()
        return room.width() >= self.width() + _FRAME.width() and room.height() >= self.height() + _FRAME.height()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close when everything is saved, or when the writer says so."""
        if self.may_close():
            event.accept()
        else:
            event.ignore()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keyboard, as it does in dialogs and as Space does."""
        focus = QApplication.focusWidget()
        if event.key() in _ENTER and not event.modifiers() & ~_KEYPAD and isinstance(focus, QAbstractButton):
            focus.click()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Say once that the window is there."""
        super().showEvent(event)
        if not self._has_shown:
            self._has_shown = True
            self.shown.emit()

    def resizeEvent(self, event: object) -> None:
        """A small window shows the form or the panel, not both."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self.editor_page.share_room()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files may be dropped anywhere."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Ask to bring the dropped files in."""
        event.acceptProposedAction()
        self.files_dropped.emit([url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()])


def _text(content: QByteArray) -> str:
    return bytes(content.toBase64().data()).decode()


def _bytes(text: str) -> QByteArray:
    return QByteArray.fromBase64(text.encode("ascii", "ignore"))
