"""The publish dialog: what an export will change, where it goes, how far it is, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from app.model.place import FOLDER, ZIP, Place, Places
from app.model.vocabulary import PUBLISHED
from app.publish.nowhere import NowhereLink
from app.publish.plan import PublishPlan
from app.translation import _
from app.ui.dialogs.publish_body import PublishBody
from app.ui.dialogs.publish_boxes import HeldBackBox, OutcomeBox, ProgressBox, labelled
from app.ui.dialogs.publish_buttons import PublishButtons
from app.ui.dialogs.publish_list import PublishList
from app.ui.dialogs.publish_looked import LookedBox
from app.ui.dialogs.publish_nowhere import NowhereBox
from app.ui.dialogs.publish_place import PlaceForm, is_same_place
from app.ui.dialogs.publish_words import FORMATS, HEADINGS, done_words, plan_words
from app.ui.look import labels, room, style
from app.ui.look.choice import Choice
from app.work.look_again import News


class PublishDialog(QDialog):
    """Window-modal. Its owner answers `plan_requested` with `show_plan`, and `publish_requested` with `show_progress`
    and at the end `show_done`, `show_cancelled` or `show_error`."""

    plan_requested = Signal(str, object)
    """Format and Place (its address empty when none is chosen yet): what would an export change?"""
    publish_requested = Signal(str, object, str, bool)
    """Format, Place, password ("" when none was typed), and whether the keyring shall keep it."""
    check_requested = Signal(object, str)
    """Place and password: can it be reached?"""
    take_back_requested = Signal(str)
    """The password that was typed, if any."""
    cancel_requested = Signal()
    open_requested = Signal(str, str)
    """Format and folder of a finished export, to be opened in the browser or the file manager."""
    go_requested = Signal(object)
    """A NowhereLink whose words the writer wants to mend; the dialog has closed."""
    status_requested = Signal(tuple, str)
    """Ids of summaries that are ready, and the state they shall have: published."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plan = PublishPlan()
        self.is_writing = False
        self._heading = labels.label(HEADINGS["site"], "page-heading")
        self.words = labels.label(_("Looking at what has changed…"), "count")
        self.list = PublishList()
        self.format = Choice()
        self.where = PlaceForm()
        self.folder, self.choose = self.where.address, self.where.choose
        self._host_key = ""
        self._undo_place: Place | None = None
        self._has_published = False
        self.buttons = PublishButtons()
        self.undo_button, self.trust_button = self.buttons.undo, self.buttons.trust
        self.cancel, self.publish, self.open_button = self.buttons.cancel, self.buttons.publish, self.buttons.open
        self.held_back = HeldBackBox()
        self.looked = LookedBox()
        self.progress = ProgressBox()
        self.outcome = OutcomeBox()
        self._body = PublishBody()
        self.nowhere = NowhereBox()
        self._build()
        self._connect_parts()
        self._show_state()

    def chosen_format(self) -> str:
        """`site`, `html` or `json`."""
        return str(self.format.currentData())

    def show_folder(self, folder: str) -> None:
        """Put an address into the field, shortened by `~`, and ask what would change there."""
        self.where.show_address(folder)
        self._ask_plan()

    def show_places(self, places: Places, can_keep: bool) -> None:
        """Start from the places and the format of last time. `can_keep`: there is a keyring for passwords."""
        self.format.blockSignals(True)
        self.format.setCurrentIndex(max(0, self.format.findData(places.form)))
        self.format.blockSignals(False)
        self.where.show_places(places, can_keep)
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
        kind = self.where.place().kind
        self._has_published = True
        self._stop(done_words(written, unchanged, removed))
        is_near = kind in (FOLDER, ZIP)
        self.buttons.show_done(can_open=is_near, is_site=self.chosen_format() == "site" and kind == FOLDER)
        (self.open_button if is_near else self.cancel).setFocus()

    def show_sending(self, done: int, total: int) -> None:
        """Show how many files have travelled to another machine."""
        if self.is_writing:
            self.progress.show_progress(done, total, _("Sending files"))

    def show_checked(self) -> None:
        """Say that the place can be reached."""
        self._stop(_("The connection works, and the place can be written. Nothing was changed there."))

    def show_host(self, key: str, sentence: str) -> None:
        """Show a server's key: the writer has to agree before anything is sent."""
        self._host_key = key
        self._stop(sentence, "triangle-alert", "amber", "sand")
        self.trust_button.show()
        self.trust_button.setFocus()

    def show_password_wanted(self, sentence: str) -> None:
        """Say that the place wants a password, and bring the keyboard to its field."""
        self._stop(sentence, "triangle-alert", "amber", "sand")
        field = self.where.lines["password"]
        if field.isVisible():
            field.setFocus()
            field.selectAll()

    def show_undo(self, place: Place | None) -> None:
        """Which place's last publish can be taken back, if any."""
        self._undo_place = place
        self._show_state()

    def show_nowhere(self, links: tuple[NowhereLink, ...]) -> None:
        """Name the links of what has just gone out that lead nowhere."""
        self.nowhere.show_links(links)
        if links:
            self._body.show_part(self.nowhere)

    def show_nowhere_ahead(self, links: tuple[NowhereLink, ...]) -> None:
        """Name the links that would lead nowhere, before anything goes out; nothing moves in the dialog for it."""
        if not self.is_writing and not self._has_published:
            self.nowhere.show_links(links)

    def show_taken_back(self) -> None:
        """Say that the place is as it was before the publish."""
        self._stop(_("Taken back. The site is as it was before that publish."))
        self._undo_place = None
        self.nowhere.hide()
        self._ask_plan(keeps_outcome=True)

    def show_cancelled(self) -> None:
        """Say that nothing was changed."""
        where = "folder" if self.where.place().kind == FOLDER else "site"
        self._stop(_("Cancelled. The {where} is as it was.").format(where=where), "info")

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

    def _ask_plan(self, *, keeps_outcome: bool = False) -> None:
        self._heading.setText(HEADINGS[self.chosen_format()])
        if not keeps_outcome:
            self.outcome.hide()
            self.nowhere.hide()
        self._has_published = False
        self.buttons.show_again()
        self.plan_requested.emit(self.chosen_format(), self.where.place())
        self._show_state()

    def _on_format(self) -> None:
        self._ask_plan()

    def _on_publish(self) -> None:
        self._start()
        keeps = self.where.keeps_password.isChecked() and self.where.keeps_password.isEnabled()
        self.publish_requested.emit(self.chosen_format(), self.where.place(), self.where.password(), keeps)

    def _on_check(self) -> None:
        if self.where.place().address:
            self._start()
            self.check_requested.emit(self.where.place(), self.where.password())

    def _on_trust(self) -> None:
        self.where.trust(self._host_key)
        self.trust_button.hide()
        self._on_check()

    def _on_take_back(self) -> None:
        self._start()
        self.take_back_requested.emit(self.where.password())

    def _on_go(self, link: NowhereLink) -> None:
        self.accept()
        self.go_requested.emit(link)

    def _on_open(self) -> None:
        self.open_requested.emit(self.chosen_format(), self.where.place().address)

    def _on_publish_ready(self, ids: tuple[str, ...]) -> None:
        self.status_requested.emit(ids, PUBLISHED)
        self._ask_plan()

    def _start(self) -> None:
        self.is_writing = True
        self.outcome.hide()
        self.trust_button.hide()
        self.nowhere.hide()
        self.progress.start()
        self._body.show_part(self.progress)
        self._show_state()
        self.cancel.setFocus()

    def _stop(self, *outcome: str) -> None:
        self.is_writing = False
        self.progress.hide()
        self.outcome.show_outcome(*outcome)
        self._body.show_part(self.outcome)
        self._show_state()

    def _show_state(self) -> None:
        """Enable what can be done now, and say on the button what it will do."""
        for part in (self.format, self.where, self.held_back, self.looked):
            part.setEnabled(not self.is_writing)
        can_publish = not self.is_writing and bool(self._plan.goes_out or self._plan.changes)
        here = self.where.place()
        self.buttons.show_changes(self._plan.changes, can_publish=can_publish, has_place=bool(here.address))
        self.buttons.show_running(self.is_writing)
        can_undo = not self.is_writing and self._undo_place is not None and is_same_place(self._undo_place, here)
        self.buttons.show_undo(can_undo, is_this=self._has_published)

    def _connect_parts(self) -> None:
        self.format.currentIndexChanged.connect(self._on_format)
        self.where.changed.connect(self._on_format)
        self.where.check_requested.connect(self._on_check)
        self.folder.textEdited.connect(self._show_state)
        self.trust_button.clicked.connect(self._on_trust)
        self.undo_button.clicked.connect(self._on_take_back)
        self.nowhere.go_requested.connect(self._on_go)
        self.held_back.publish_ready_requested.connect(self._on_publish_ready)
        self.cancel.clicked.connect(self.reject)
        self.publish.clicked.connect(self._on_publish)
        self.open_button.clicked.connect(self._on_open)

    def _build(self) -> None:
        self.setWindowTitle(_("Publish"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        for format_name, words in FORMATS:
            self.format.addItem(words, format_name)
        self.format.setAccessibleName(_("What to write"))
        column = self._body.column
        column.addWidget(self._heading)
        column.addWidget(self.words)
        column.addWidget(self.list, 1)
        self._body.give_way(self.list)
        column.addSpacing(4)
        column.addLayout(labelled(_("What to write"), self.format))
        column.addWidget(self.where)
        for box in (self.held_back, self.looked, self.progress, self.outcome, self.nowhere):
            column.addWidget(box)
        column.addStretch(0)  # takes the room of the list where there is nothing to list
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 24)
        whole.setSpacing(10)
        whole.addWidget(self._body, 1)
        whole.addWidget(self.buttons)
        self.resize(room.fitted(720, 620, self.parentWidget()))
