"""For selected words of the paper: a button, and the menu of fields into which they can go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from app.evidence.quotations import TARGETS
from app.model.finding import PassageSpan
from app.translation import _
from app.ui.look.style import mark
from app.ui.paper.text_view import PaperTextView
from app.ui.words.attached import FIELDS
from app.work.beside import SentenceHere

_LETTERS = {"study_duration": _("Study &Duration"), "study_limitations": _("Study &Limitations")}
"""Where the first letter is another field's."""


class UseButton(QPushButton):
    """Floats in the lower corner of the paper's words while some of them are selected."""

    def __init__(self, over: PaperTextView) -> None:
        super().__init__(_("Use in…"), over)
        mark(self, kind="primary", size="small")
        self.setToolTip(_("Put the selected words into a field (Ctrl+U)"))
        self._over = over
        over.resized.connect(self._place)
        self.hide()

    def showEvent(self, event: QShowEvent) -> None:
        """Begin in the corner."""
        super().showEvent(event)
        self._place()

    def _place(self) -> None:
        self.adjustSize()
        # Asked for at each use: Qt may let go of the viewport that was kept, and a fault here ends the program.
        corner = self._over.viewport().geometry().bottomRight()
        self.move(corner.x() - self.width() - 10, corner.y() - self.height() - 10)


class UseMenu(QObject):
    """Makes the menu and says what was chosen in it."""

    use_requested = Signal(str, object)
    confirmed = Signal(object)
    copy_requested = Signal()

    def open(self, span: PassageSpan, sentence: SentenceHere | None, over: QWidget) -> QMenu:
        """The menu for these words, not shown yet."""
        menu = QMenu(_("Use in…"), over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setProperty("span", (span.start, span.end, span.text))
        self._span = span
        for target in TARGETS:
            action = menu.addAction(_("Use in {letters}").format(letters=_LETTERS.get(target, "&" + FIELDS[target])))
            action.setProperty("target", target)
            action.triggered.connect(self._on_use)
        menu.addSeparator()
        if sentence is not None:
            menu.addAction(_("Sentence {number} comes from &here").format(number=sentence.number)).triggered.connect(
                self._on_from_here
            )
        menu.addAction(_("&Copy")).triggered.connect(self.copy_requested)
        return menu

    def _on_use(self) -> None:
        self.use_requested.emit(self.sender().property("target"), self._span)

    def _on_from_here(self) -> None:
        self.confirmed.emit(self._span)
