"""A word for the glossary, in one small dialog: Enter keeps it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.model.house_style import Term
from app.text.glossary import key_of
from app.translation import _
from app.ui.dialogs.term_fields import TermFields
from app.ui.look import fonts, style
from app.ui.look.spoken_label import SpokenLabel

_MOST_IDEAS = 3


class TermDialog(QDialog):
    """Window-modal. `saved` hands out the term, and the word under which the glossary has it already ("" for none).

    `ideas` are plain words that the lists know; the first one stands in the field, ready to be written over.
    """

    saved = Signal(object, str)

    def __init__(
        self, term: Term, ideas: tuple[str, ...] = (), *, is_known: bool = False, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self._old = term.term if is_known else ""
        self.fields = TermFields()
        self.save = QPushButton(_("Save the changes") if is_known else _("Add to the glossary"))
        self.cancel = QPushButton(_("Cancel"))
        self._error = SpokenLabel(_("Write the word that this is about."))
        self._build(_("In your glossary") if is_known else _("Add to the glossary"))
        is_idea = bool(ideas and not is_known and not term.plain)
        self.fields.show_term(Term(term.term, ideas[0] if is_idea else term.plain, term.explanation, term.do_not_flag))
        self.fields.show_ideas(ideas[1:_MOST_IDEAS] if is_idea else ideas[:_MOST_IDEAS])
        first = self.fields.plain if term.term else self.fields.word
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        first.selectAll()
        self.fields.entered.connect(self._on_save)
        self.save.clicked.connect(self._on_save)
        self.cancel.clicked.connect(self.reject)

    def _on_save(self) -> None:
        term = self.fields.term()
        if not key_of(term.term):
            self._error.show()
            style.mark(self.fields.word, wrong="true")
            self.fields.word.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.saved.emit(term, self._old)
        self.accept()

    def _build(self, heading: str) -> None:
        self.setWindowTitle(heading)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        title = QLabel(heading)
        style.mark(title, kind="card-heading")
        style.mark(self._error, kind="error")
        self._error.hide()
        style.mark(self.cancel, kind="secondary")
        style.mark(self.save, kind="primary")
        for button in (self.cancel, self.save):
            button.setAutoDefault(False)
        foot = QHBoxLayout()
        foot.addWidget(self._error, 1)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(26, 20, 26, 20)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(self._area(), 1)
        column.addLayout(foot)
        width, height = fonts.px(520), self.fields.sizeHint().height() + fonts.px(130)
        over = self.parentWidget()
        room = over.window() if over else None
        self.resize(
            min(width, room.width() - 32) if room else width, min(height, room.height() - 24) if room else height
        )

    def _area(self) -> QScrollArea:
        """The fields, which scroll where the screen is low."""
        area = QScrollArea(widgetResizable=True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        style.mark(self.fields, surface="paper")
        area.setWidget(self.fields)
        return area
