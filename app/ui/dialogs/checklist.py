"""The checklist of a summary: twenty questions, an answer and a note to each, and the score as it grows."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.checks.checklist_hints import ChecklistHint
from app.model.checklist import ChecklistAnswer, score
from app.text.clear_communication import Question, questions
from app.translation import _
from app.ui.look import labels, room, style
from app.ui.look.choice import Choice
from app.ui.words import checklist as words


class ChecklistDialog(QDialog):
    """Every answer holds at once and is a step that can be undone; Close only closes."""

    answered = Signal(str, str, str)
    """The id of a question, its answer ("" for none), and the note."""

    def __init__(self, hints: Mapping[str, ChecklistHint], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Checklist"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        self.rows: dict[str, Row] = {}
        self.score = labels.wrapped("", "panel-heading")
        self._lay_out(hints)
        self.show_answers(())
        self.resize(room.fitted(700, 640, self.parentWidget()))
        next(iter(self.rows.values())).answer.setFocus()

    def show_answers(self, answers: tuple[ChecklistAnswer, ...]) -> None:
        """Show what is answered."""
        given = {one.question: one for one in answers}
        for name, row in self.rows.items():
            row.show_answer(given.get(name, ChecklistAnswer(name)))
        self.score.setText(words.score_words(score(answers, self.rows)))

    def _lay_out(self, hints: Mapping[str, ChecklistHint]) -> None:
        inside, area = QWidget(), QScrollArea()
        style.mark(inside, surface="paper")
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(24, 4, 18, 12)
        rows.setSpacing(14)
        part = ""
        for number, question in enumerate(questions(), 1):
            if question.part != part:
                part = question.part
                rows.addWidget(labels.wrapped(_(part), "part"))
            row = self.rows[question.id] = Row(number, question, hints.get(question.id))
            row.answered.connect(self.answered)
            rows.addWidget(row)
        area.setWidget(inside)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area = area
        close = QPushButton(_("Close"))
        style.mark(close, kind="secondary")
        close.clicked.connect(self.accept)
        close.setAutoDefault(False)
        head, foot = QVBoxLayout(), QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 8)
        head.addWidget(self.score)
        head.addWidget(labels.wrapped(words.ABOUT, "hint"))
        foot.setContentsMargins(24, 8, 24, 16)
        foot.addStretch(1)
        foot.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(head)
        column.addWidget(area, 1)
        column.addLayout(foot)
        for row in self.rows.values():
            row.entered.connect(self._show_row)

    def _show_row(self, row: QWidget) -> None:
        self._area.ensureWidgetVisible(row, 0, 20)


class Row(QWidget):
    """One question."""

    answered = Signal(str, str, str)
    entered = Signal(QWidget)

    def __init__(self, number: int, question: Question, hint: ChecklistHint | None) -> None:
        super().__init__()
        self._id, self._hint = question.id, ""
        self.answer, self.note = Choice(), QLineEdit()
        for value, name in words.ANSWERS.items():
            self.answer.addItem(name, value)
        self.answer.setAccessibleName(_(question.text))
        self.answer.setMinimumWidth(150)
        self.answer.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.answer.installEventFilter(_Still(self))
        self.note.setPlaceholderText(_("Note (optional)"))
        self.note.setAccessibleName(_("Note on question {number}").format(number=number))
        text = labels.wrapped(f"{number}.  {_(question.text)}", "plain")
        top = QHBoxLayout()
        top.setSpacing(16)
        top.addWidget(text, 1)
        top.addWidget(self.answer, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(top)
        if hint is not None:
            self._hint = words.hint_words(hint)
            column.addWidget(labels.wrapped(self._hint, "small"))
        column.addWidget(self.note)
        self.given = labels.wrapped("", "small")
        self.given.hide()
        column.addWidget(self.given)
        self.answer.activated.connect(self._on_answer)
        self.note.editingFinished.connect(self._on_answer)

    def show_answer(self, given: ChecklistAnswer) -> None:
        """Show the answer; a note that somebody is writing stays."""
        self.answer.setCurrentIndex(max(0, self.answer.findData(given.answer)))
        if not self.note.hasFocus():
            self.note.setText(given.note)
        said = words.given_words(given, datetime.now().astimezone())
        self.given.setText(said)
        self.given.setVisible(bool(said))
        self.answer.setAccessibleDescription(" ".join(filter(None, (self._hint, said))))

    def _on_answer(self) -> None:
        self.answered.emit(self._id, self.answer.currentData(), self.note.text())


class _Still(QObject):
    """Keeps the wheel from changing an answer while the list is scrolled; the list gets it."""

    def __init__(self, row: Row) -> None:
        super().__init__(row)
        self._row = row

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Leave the wheel to the list, and bring the row into view that the keyboard enters."""
        if event.type() == QEvent.Type.FocusIn:
            self._row.entered.emit(self._row)
        if event.type() == QEvent.Type.Wheel and not self._row.answer.hasFocus():
            event.ignore()
            return True
        return False
