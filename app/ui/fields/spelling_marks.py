"""Spelling marks in the writing fields, looked for when the writer pauses; the field's menu offers what is meant."""

from __future__ import annotations

from collections.abc import Iterable

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from app.model.house_style import Term
from app.model.summary import Summary
from app.settings import Settings
from app.text import spelling
from app.text.markup import plain
from app.translation import _
from app.ui.fields.rich_field import RichField

PAUSE_MS = 400
_NEXT_MS = 15


class SpellingMarks(QObject):
    """Looks through fields that have changed, one at a time, and leaves the word at the caret alone."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: dict[int, RichField] = {}
        self._watched: list[RichField] = []
        self._known: frozenset[str] = frozenset()
        self._let_be: set[str] = set()
        self._is_english = True
        self._summary: Summary | None = None
        self._latest: Summary | None = None
        self._glossary: tuple[str, ...] = ()
        self._own: tuple[str, ...] = ()
        self._timer = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)

    def watch(self, field: RichField) -> None:
        """Mark this field from now on, for as long as it lives."""
        self._watched.append(field)
        field.edit.textChanged.connect(lambda field=field: self._wait_for(field))
        field.edit.cursorPositionChanged.connect(lambda field=field: self._wait_for(field))
        field.menu_opened.connect(lambda menu, place, field=field: self._offer(field, menu, place))
        self._wait_for(field)

    def show_summary(self, summary: Summary) -> None:
        """Know the words that a summary brings with it; look anew where they have changed."""
        self._summary = self._latest = summary
        self._timer.start(PAUSE_MS)

    def show_glossary(self, terms: Iterable[Term]) -> None:
        """Know the words of the library's glossary too."""
        self._glossary = tuple(text for term in terms for text in (term.term, term.plain))
        if self._latest is not None:
            self.show_summary(self._latest)

    def show_settings(self, settings: Settings) -> None:
        """Know the words that are right in every library of this writer."""
        if settings.spelling_words != self._own:
            self._own = settings.spelling_words
            if self._latest is not None:
                self.show_summary(self._latest)

    def _learn(self, summary: Summary) -> None:
        known, is_english = (
            spelling.known_words(summary, (*self._glossary, *self._own)),
            summary.language.startswith("en"),
        )
        if (known, is_english) != (self._known, self._is_english):
            self._known, self._is_english = known, is_english
            self._look_again()

    def _look_again(self) -> None:
        self._watched = [field for field in self._watched if shiboken6.isValid(field)]
        for field in self._watched:
            self._wait_for(field)

    def _wait_for(self, field: RichField) -> None:
        self._waiting[id(field)] = field
        self._timer.start(PAUSE_MS)

    def _on_pause(self) -> None:
        if not spelling.is_ready():
            QThreadPool.globalInstance().start(spelling.warm_up)
            self._timer.start(PAUSE_MS)
            return
        if self._summary is not None:
            self._learn(self._summary)
            self._summary = None
        if self._waiting:
            _key, field = self._waiting.popitem()
            if shiboken6.isValid(field):
                field.show_misspelt(self._found(field))
        if self._waiting:
            self._timer.start(_NEXT_MS)

    def _found(self, field: RichField) -> list[tuple[int, int]]:
        if not self._is_english:
            return []
        text = plain(field.text())
        spans = [text.span(*span) for span in spelling.misspelt(text.text, self._known | self._let_be)]
        caret = field.caret() if field.edit.hasFocus() else -1
        return [(start, end) for start, end in spans if not start <= caret <= end]

    def _offer(self, field: RichField, menu: QMenu, place: int) -> None:
        """Put what may be meant at the head of a field's menu."""
        span = next((span for span in field.misspelt if span[0] <= place <= span[1]), None)
        if span is None:
            return
        word = field.text()[slice(*span)]
        made = [self._replacement(field, span, meant, menu) for meant in spelling.suggestions(word)]
        if not made:
            made = [QAction(_("No suggestions"), menu, enabled=False)]
        leave = QAction(_("Leave “{word}” as it is").format(word=word), menu)
        leave.triggered.connect(lambda: self._leave(word))
        between, after = QAction(menu), QAction(menu)
        between.setSeparator(True)
        after.setSeparator(True)
        menu.insertActions(menu.actions()[0], [*made, between, leave, after])

    def _replacement(self, field: RichField, span: tuple[int, int], meant: str, menu: QMenu) -> QAction:
        action = QAction(meant, menu)
        action.triggered.connect(lambda: field.replace(*span, meant))
        return action

    def _leave(self, word: str) -> None:
        """Let a word be, everywhere, until the program ends."""
        self._let_be.add(word.replace("’", "'").lower().removesuffix("'s"))
        self._look_again()
