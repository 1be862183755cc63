"""“Look a paper up”: one field that takes any number or link of a paper, how far the lookup is, and what went wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.papers.identifiers import identifier_in
from app.translation import _
from app.ui.dialogs.citation_boxes import OtherBox, fit
from app.ui.dialogs.lookup_parts import AskingBox, FaultBox, SentPage
from app.ui.look import fonts, labels, style

NO_IDENTIFIER = _(
    "There is no DOI, PubMed id or PMC id in this. A DOI looks like 10.1186/s13041-021-00787-6; "
    "it stands on the first page of the paper."
)


class LookupDialog(QDialog):
    """Window-modal. Its owner answers `asked` with `show_progress` and at the end `show_fault`, or closes it."""

    asked = Signal(object)
    """The Identifier to look up."""
    agreed = Signal(str)
    """The writer was told what is sent and goes on; with their mail address, or ""."""
    cancel_requested = Signal()
    open_requested = Signal(str)
    """The id of another summary of this paper."""

    def __init__(self, *, may_look_up: bool, mail: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._may_look_up = may_look_up
        self._is_wanted = False
        self.is_asking = False
        self.field = QLineEdit()
        self.fault = FaultBox()
        self.asking = AskingBox()
        self.other = OtherBox()
        self.sent = SentPage(mail)
        self.what_is_sent = QPushButton(_("What is sent?"))
        self.behind = QPushButton(_("Keep writing meanwhile"))
        self.cancel = QPushButton(_("Cancel"))
        self.look_up = QPushButton(_("Look up"))
        self._pages = QStackedWidget()
        self._build()
        self._show_state()
        self.field.setFocus()

    def start(self, words: str) -> None:
        """Put words into the field and look them up, after the writer was told what is sent."""
        self.field.setText(words)
        self._on_look_up()

    def show_progress(self, done: int, of: int) -> None:
        """Show which service is asked."""
        if self.is_asking:
            self.asking.show_progress(done, of)

    def show_asking(self, words: str) -> None:
        """Show a lookup that is running already."""
        self.field.setText(words)
        self.is_asking = True
        self.asking.start()
        self._show_state()

    def show_fault(self, sentence: str) -> None:
        """Say why there is no answer; the words stay in the field to be mended."""
        self.is_asking = False
        self.fault.show_fault(sentence)
        self._show_state()
        self.field.setFocus()
        self.field.selectAll()

    def show_other(self, summary_id: str, title: str) -> None:
        """Say that another summary of this paper is in the library; an empty id takes it back."""
        self.other.show_other(summary_id, title)

    def reject(self) -> None:
        """Esc and Cancel stop a lookup first, then close; on the page of what is sent they lead back."""
        if self.is_asking:
            self.is_asking = False
            self.cancel_requested.emit()
            self._show_state()
            self.field.setFocus()
        elif self._is_telling() and self._may_look_up:
            self._pages.setCurrentIndex(0)
            self._show_state()
            self.field.setFocus()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's close button gives a lookup up as well."""
        if self.is_asking:
            self.is_asking = False
            self.cancel_requested.emit()
        super().closeEvent(event)

    def _is_telling(self) -> bool:
        return self._pages.currentIndex() == 1

    def _on_look_up(self) -> None:
        if self._is_telling():
            self._on_agreed()
            return
        self.fault.hide()
        self.other.hide()
        identifier = identifier_in(self.field.text())
        if identifier is None:
            is_empty = not self.field.text().strip()
            self.show_fault(_("Write or paste the paper’s DOI, PubMed id or link here.") if is_empty else NO_IDENTIFIER)
        elif not self._may_look_up:
            self._is_wanted = True
            self._tell()
        else:
            self.is_asking = True
            self.asking.start()
            self._show_state()
            self.cancel.setFocus()
            self.asked.emit(identifier)

    def _on_agreed(self) -> None:
        self._may_look_up = True
        self.agreed.emit(self.sent.mail.text().strip())
        self._pages.setCurrentIndex(0)
        self._show_state()
        if self._is_wanted:
            self._is_wanted = False
            self._on_look_up()
        else:
            self.field.setFocus()

    def _tell(self) -> None:
        self._pages.setCurrentIndex(1)
        self._show_state()
        self.look_up.setFocus()

    def _show_state(self) -> None:
        is_telling = self._is_telling()
        self.field.setEnabled(not self.is_asking)
        self.asking.setVisible(self.is_asking)
        self.behind.setVisible(self.is_asking)
        self.what_is_sent.setVisible(not self.is_asking and not is_telling)
        self.look_up.setVisible(not self.is_asking)
        self.look_up.setText(_("Go on") if is_telling else _("Look up"))

    def _on_edited(self) -> None:
        self.fault.hide()
        self.other.hide()

    def _on_open(self, summary_id: str) -> None:
        if self.is_asking:
            self.is_asking = False
            self.cancel_requested.emit()
        self.reject()
        self.open_requested.emit(summary_id)

    def _build(self) -> None:
        self.setWindowTitle(_("Look a paper up"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self.field.setAccessibleName(_("DOI, PubMed id, PMC id or link"))
        self.field.setPlaceholderText(_("For instance 10.1186/s13041-021-00787-6"))
        self.field.setMinimumHeight(fonts.px(34))
        self.field.textEdited.connect(self._on_edited)
        above = labels.label(_("DOI, PubMed id, PMC id or link"), "label")
        above.setBuddy(self.field)
        ask = QWidget()
        column = QVBoxLayout(ask)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(labels.label(_("Look a paper up"), "page-heading"))
        column.addWidget(labels.label(_("The citation fills itself. You see every change before it is made."), "count"))
        column.addSpacing(4)
        for part in (above, self.field, labels.label(_("Any address will do that holds one of them."), "hint")):
            column.addWidget(part)
        for box in (self.other, self.fault, self.asking):
            column.addWidget(box)
        column.addStretch(1)
        self._pages.addWidget(ask)
        self._pages.addWidget(self.sent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(32, 24, 32, 24)
        outer.setSpacing(14)
        outer.addWidget(self._pages, 1)
        outer.addLayout(self._buttons())
        fit(self, 600, 400)

    def _buttons(self) -> QHBoxLayout:
        kinds = {"quiet": (self.what_is_sent, self.behind), "secondary": (self.cancel,), "primary": (self.look_up,)}
        for kind, alike in kinds.items():
            for button in alike:
                style.mark(button, kind=kind)
                button.setAutoDefault(False)
        self.look_up.setDefault(True)
        self.what_is_sent.clicked.connect(self._tell)
        self.behind.clicked.connect(self.accept)
        self.cancel.clicked.connect(self.reject)
        self.look_up.clicked.connect(self._on_look_up)
        self.other.open_requested.connect(self._on_open)
        row = QHBoxLayout()
        row.addWidget(self.what_is_sent)
        row.addWidget(self.behind)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.look_up)
        return row
