"""The publish dialog: what an export will change, where it goes, how far it is, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.vocabulary import PUBLISHED
from app.publish.plan import PublishPlan
from app.ui.dialogs.publish_boxes import HeldBackBox, OutcomeBox, ProgressBox, label
from app.ui.dialogs.publish_list import PublishList
from app.ui.dialogs.publish_looked import LookedBox
from app.ui.dialogs.publish_words import done_words, plan_words
from app.ui.look import fonts, icons, style
from app.work.look_again import News

FORMATS = (("site", "The whole website"), ("html", "Single pages (HTML)"), ("json", "JSON, one file a summary"))
HEADINGS = {"site": "Publish the website", "html": "Write single pages", "json": "Write JSON files"}


class PublishDialog(QDialog):
    """Window-modal. Its owner answers `plan_requested` with `show_plan`, and `publish_requested` with `show_progress`
    and at the end `show_done`, `show_cancelled` or `show_error`."""

    plan_requested = Signal(str, str)
    """Format and folder ("" when none is chosen yet): what would an export change?"""
    publish_requested = Signal(str, str)
    cancel_requested = Signal()
    open_requested = Signal(str, str)
    """Format and folder of a finished export, to be opened in the browser or the file manager."""
    status_requested = Signal(tuple, str)
    """Ids of summaries that are ready, and the state they shall have: published."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = PublishPlan()
        self.is_writing = False
        self._heading = label(HEADINGS["site"], "page-heading")
        self.words = label("Looking at what has changed…", "count")
        self.list = PublishList()
        self.format = QComboBox()
        self.folder = QLineEdit()
        self.choose = QPushButton("Choose…")
        self.cancel = QPushButton("Close")
        self.publish = QPushButton("Publish")
        self.open_button = QPushButton("Open the website")
        self.held_back = HeldBackBox()
        self.looked = LookedBox()
        self.progress = ProgressBox()
        self.outcome = OutcomeBox()
        self._build()
        self._connect_parts()
        self._show_state()

    def chosen_format(self) -> str:
        """`site`, `html` or `json`."""
        return str(self.format.currentData())

    def chosen_folder(self) -> str:
        """The folder as a path, with `~` for the home folder written out; empty when none is chosen."""
        text = self.folder.text().strip()
        return str(Path(text).expanduser()) if text else ""

    def show_folder(self, folder: str) -> None:
        """Put a folder into the field, shortened by `~`, and ask what would change there."""
        home = str(Path.home())
        self.folder.setText("~" + folder.removeprefix(home) if folder.startswith(home + "/") else folder)
        self._ask_plan()

    def show_plan(self, plan: PublishPlan) -> None:
        """Show what an export would change."""
        self._plan = plan
        self.words.setText(plan_words(plan))
        self.list.show_plan(plan)
        self.held_back.show_held_back(plan.held_back)
        self._show_state()
        if not self.is_writing and not self.folder.hasFocus() and self.publish.isEnabled():
            self.publish.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_news(self, news: News) -> None:
        """Show what a look for retractions brought; pages may have changed by it."""
        self.looked.show_news(news)
        if news.notices:
            self._ask_plan()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far a running export is; news of one that has stopped is late and ignored."""
        if not self.is_writing:
            return
        self.progress.show_progress(done, total)

    def show_done(self, written: int, unchanged: int, removed: int) -> None:
        """Show that all is written, and offer to open it."""
        self._stop(done_words(written, unchanged, removed))
        self.open_button.setText("Open the website" if self.chosen_format() == "site" else "Open the folder")
        self.open_button.show()
        self.publish.hide()
        self.open_button.setFocus()

    def show_cancelled(self) -> None:
        """Say that nothing was changed."""
        self._stop("Cancelled. The folder is as it was.", "info")

    def show_error(self, sentence: str) -> None:
        """Say why the export was refused; the folder is as it was."""
        self._stop(sentence, "octagon-alert", "brick", "blush")

    def reject(self) -> None:
        """Esc, Cancel and the window's close button stop a running export first."""
        if self.is_writing:
            self.cancel_requested.emit()
            self.progress.show_cancelling()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """A running export is cancelled, and the dialog stays until it has stopped."""
        if self.is_writing:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _ask_plan(self) -> None:
        self._heading.setText(HEADINGS[self.chosen_format()])
        self.outcome.hide()
        self.open_button.hide()
        self.publish.show()
        self.plan_requested.emit(self.chosen_format(), self.chosen_folder())
        self._show_state()

    def _on_choose(self) -> None:
        start = self.chosen_folder() or str(Path.home())
        if folder := QFileDialog.getExistingDirectory(self, "Publish into this folder", start):
            self.show_folder(folder)

    def _on_publish(self) -> None:
        self._start()
        self.publish_requested.emit(self.chosen_format(), self.chosen_folder())

    def _on_open(self) -> None:
        self.open_requested.emit(self.chosen_format(), self.chosen_folder())

    def _on_publish_ready(self, ids: tuple[str, ...]) -> None:
        self.status_requested.emit(ids, PUBLISHED)
        self._ask_plan()

    def _start(self) -> None:
        self.is_writing = True
        self.outcome.hide()
        self.progress.start()
        self._show_state()
        self.cancel.setFocus()

    def _stop(self, *outcome: str) -> None:
        self.is_writing = False
        self.progress.hide()
        self.outcome.show_outcome(*outcome)
        self._show_state()

    def _show_state(self) -> None:
        """Enable what can be done now, and say on the button what it will do."""
        for part in (self.format, self.folder, self.choose, self.held_back, self.looked):
            part.setEnabled(not self.is_writing)
        changes = self._plan.changes
        has_folder = bool(self.chosen_folder())
        self.publish.setEnabled(not self.is_writing and has_folder and bool(self._plan.goes_out or changes))
        what = "" if not changes else " 1 change" if changes == 1 else f" {changes:,} changes"
        self.publish.setText(f"Publish{what}")
        self.publish.setToolTip("" if has_folder else "Choose a folder first")
        self.cancel.setText("Cancel" if self.is_writing else "Close")

    def _connect_parts(self) -> None:
        self.format.currentIndexChanged.connect(self._ask_plan)
        self.folder.editingFinished.connect(self._on_folder_edited)
        self.folder.textEdited.connect(self._show_state)
        self.choose.clicked.connect(self._on_choose)
        self.held_back.publish_ready_requested.connect(self._on_publish_ready)
        self.cancel.clicked.connect(self.reject)
        self.publish.clicked.connect(self._on_publish)
        self.open_button.clicked.connect(self._on_open)

    def _on_folder_edited(self) -> None:
        if self.folder.isModified():
            self.folder.setModified(False)
            self._ask_plan()

    def _build(self) -> None:
        self.setWindowTitle("Publish")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        for format_name, words in FORMATS:
            self.format.addItem(words, format_name)
        self.format.setAccessibleName("What to write")
        self.folder.setAccessibleName("Into this folder")
        self.folder.setPlaceholderText("Choose a folder for it")
        self.choose.setIcon(icons.icon("folder-open", role="link"))
        self.publish.setIcon(icons.icon("globe", role="on_accent"))
        self.open_button.setIcon(icons.icon("globe", role="on_accent"))
        for button in (self.choose, self.publish, self.open_button):
            button.setIconSize(QSize(fonts.px(20), fonts.px(16)))
        kinds = {"primary": (self.publish, self.open_button), "secondary": (self.choose, self.cancel)}
        for kind, alike in kinds.items():
            for button in alike:
                style.mark(button, kind=kind)
        for button in (self.choose, self.cancel, self.publish, self.open_button):
            button.setAutoDefault(False)
        self.open_button.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(32, 24, 32, 24)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        column.addSpacing(4)
        column.addLayout(self._choices())
        for box in (self.held_back, self.looked, self.progress, self.outcome):
            column.addWidget(box)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.cancel, self.publish, self.open_button):
            buttons.addWidget(button)
        column.addLayout(buttons)
        self.resize(fonts.px(720), fonts.px(620))

    def _choices(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for place, (words, field) in enumerate((("What to write", self.format), ("Into this folder", self.folder))):
            above = label(words, "label")
            above.setBuddy(field)
            grid.addWidget(above, 0, place)
            grid.addWidget(field, 1, place)
        grid.addWidget(self.choose, 1, 2)
        grid.setColumnStretch(1, 1)
        return grid
