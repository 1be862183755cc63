"""The four fields of a glossary term: the word, plain words for it, an explanation, and whether it is flagged."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLayout,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.model.house_style import Term
from app.text.glossary_csv import LONGEST_TERM, LONGEST_TEXT, tidied
from app.translation import _
from app.ui.look import fonts, labels, style

_PLAIN_HINT = _("Offered first. Put a semicolon between several.")
_EXPLANATION_HINT = _("Readers see it beside the word and under “Words explained”.")
_MARK_HINT = _("No hint for this word, its plural, or as a short form.")


class TermFields(QWidget):
    """`edited` says that a field was left, or its Enter pressed, with other words than were shown."""

    edited = Signal()
    entered = Signal()
    """Enter was pressed in one of the fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Term("")
        self.word, self.plain, self.explanation = QLineEdit(), QLineEdit(), _Lines()
        self.mark = QCheckBox(_("Do not flag this word"))
        self._ideas = QHBoxLayout()
        self._build()
        for line in (self.word, self.plain):
            line.editingFinished.connect(self._on_left)
            line.returnPressed.connect(self.entered)
            line.installEventFilter(self)
        self.explanation.left.connect(self._on_left)
        self.explanation.entered.connect(self._on_enter)
        self.explanation.installEventFilter(self)
        self.mark.clicked.connect(self._on_left)

    def show_term(self, term: Term) -> None:
        """Show a term."""
        self._shown = term
        for line, text in ((self.word, term.term), (self.plain, term.plain)):
            if line.text() != text:
                line.setText(text)
                line.setCursorPosition(0)
        if self.explanation.toPlainText() != term.explanation:
            self.explanation.setPlainText(term.explanation)
        self.mark.setChecked(term.do_not_flag)

    def term(self) -> Term:
        """The term as the fields have it."""
        explanation = self.explanation.toPlainText()[:LONGEST_TEXT]
        return tidied(Term(self.word.text(), self.plain.text(), explanation, self.mark.isChecked()))

    def show_ideas(self, ideas: tuple[str, ...]) -> None:
        """Offer plain words to take with a click."""
        before: QWidget = self.plain
        for idea in ideas:
            chip = QPushButton(idea)
            chip.setAccessibleName(_("{idea}: take these plain words").format(idea=idea))
            chip.setAutoDefault(False)
            style.mark(chip, kind="chip")
            chip.clicked.connect(self._on_idea)
            self._ideas.addWidget(chip)
            QWidget.setTabOrder(before, chip)
            before = chip
        QWidget.setTabOrder(before, self.explanation)
        self._ideas.addStretch(1)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Esc gives back what was shown, where that differs."""
        is_key = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if is_key and event.key() == Qt.Key.Key_Escape and self._shown.term and self.term() != self._shown:  # type: ignore[attr-defined]
            self.show_term(self._shown)
            return True
        return False

    def _on_left(self) -> None:
        if self.term() != self._shown:
            self.edited.emit()

    def _on_enter(self) -> None:
        self._on_left()
        self.entered.emit()

    def _on_idea(self) -> None:
        chip = self.sender()
        if isinstance(chip, QPushButton):
            self.plain.setText(chip.text())
            self.plain.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_left()

    def _build(self) -> None:
        self.word.setMaxLength(LONGEST_TERM)
        self.plain.setMaxLength(LONGEST_TEXT)
        self.explanation.setTabChangesFocus(True)
        self.explanation.setFixedHeight(fonts.px(88))
        self.mark.setAccessibleDescription(_MARK_HINT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(5)
        self._add(column, _("Word"), self.word)
        self._add(column, _("Plain words"), self.plain, _PLAIN_HINT, self._ideas)
        self._add(column, _("Explanation for readers"), self.explanation, _EXPLANATION_HINT)
        column.addWidget(self.mark)
        column.addWidget(labels.label(_MARK_HINT, "hint"))

    def _add(self, column: QVBoxLayout, name: str, field: QWidget, hint: str = "", more: QLayout | None = None) -> None:
        label = labels.label(name, "label")
        label.setBuddy(field)
        field.setAccessibleName(name)
        column.addWidget(label)
        column.addWidget(field)
        if more:
            column.addLayout(more)
        if hint:
            field.setAccessibleDescription(hint)
            column.addWidget(labels.label(hint, "hint"))
        column.addSpacing(8)


class _Lines(QPlainTextEdit):
    """One paragraph: Enter is for the dialog, and says so; leaving the field is told."""

    left = Signal()
    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter ends the writing."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Say that the keyboard has left."""
        super().focusOutEvent(event)
        self.left.emit()
