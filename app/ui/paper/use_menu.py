"""The menu for selected words of the paper: the fields into which they can go."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.evidence.quotations import TARGETS
from app.model.finding import PassageSpan
from app.ui.words.attached import FIELDS
from app.work.beside import SentenceHere

_LETTERS = {"study_duration": "Study &Duration", "study_limitations": "Study &Limitations"}
"""Where the first letter is another field's."""


class UseMenu(QObject):
    """Makes the menu and says what was chosen in it."""

    use_requested = Signal(str, object)
    confirmed = Signal(object)
    copy_requested = Signal()

    def open(self, span: PassageSpan, sentence: SentenceHere | None, over: QWidget) -> QMenu:
        """The menu for these words, not shown yet."""
        menu = QMenu("Use in…", over)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setProperty("span", (span.start, span.end, span.text))
        self._span = span
        for target in TARGETS:
            action = menu.addAction(f"Use in {_LETTERS.get(target, '&' + FIELDS[target])}")
            action.setProperty("target", target)
            action.triggered.connect(self._on_use)
        menu.addSeparator()
        if sentence is not None:
            menu.addAction(f"Sentence {sentence.number} comes from &here").triggered.connect(self._on_from_here)
        menu.addAction("&Copy").triggered.connect(self.copy_requested)
        return menu

    def _on_use(self) -> None:
        self.use_requested.emit(self.sender().property("target"), self._span)

    def _on_from_here(self) -> None:
        self.confirmed.emit(self._span)
