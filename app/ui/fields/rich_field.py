"""The writing field: Markdown in, Markdown out, and the writer sees neither stars nor brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.text.rich_blocks import blocks
from app.text.rich_markdown import write
from app.text.rich_text import Written
from app.translation import _
from app.ui.fields import found, rich_document
from app.ui.fields.link_editor import LinkEditor
from app.ui.fields.marked import Marked
from app.ui.fields.places import Places
from app.ui.fields.pointing import Pointing
from app.ui.fields.rich_edit import RichEdit
from app.ui.fields.rich_foot import RichFoot
from app.ui.fields.rich_toolbar import RichToolbar
from app.ui.fields.rows import announce
from app.ui.look import style

_TALLEST = 9
"""Lines of a sentence that a box can keep clear of."""


class RichField(QFrame):
    """A section's text. `section` names it for findings, claims and undo."""

    edited = Signal(str)
    """The Markdown after something the writer did."""
    focused = Signal()
    left = Signal()
    caret_moved = Signal(int)
    """The caret's place, as a code point of the Markdown."""
    explain_requested = Signal(object)
    hovered = Signal(object)
    """The pointer rests on the words of a Finding; None when it has left them."""
    shapes_changed = Signal()
    """Other marks are in the text than before."""
    pasted = Signal(str)
    links_offered = Signal(tuple)
    menu_opened = Signal(object, int)
    """The menu of the field before it is shown, and the place it is about (a code point of the Markdown)."""

    def __init__(
        self,
        section: str,
        *,
        has_toolbar: bool = True,
        placeholder: str = "",
        name: str = "",
        size: int = 18,
        least_lines: int = 1,
        is_bare: bool = False,
        writing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.section = section
        self.edit = RichEdit()
        self.toolbar = RichToolbar(self.edit, self, field=name) if has_toolbar else None
        self.foot = RichFoot()  # comes into the field after the text, also for Tab
        self.foot.setAccessibleName(name)
        self._written = Written("", (0,))
        self._given = ""
        self._marked = Marked()
        self._hidden_shapes: frozenset[str] = frozenset()
        self.shapes: tuple[str, ...] = ()
        self._pointing = Pointing(self)
        self._pointing.rested.connect(self.hovered)
        style.mark(self.edit, writing=writing or str(size))
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name or section.replace("_", " "))
        self.edit.set_least_lines(least_lines)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._build(is_bare)
        self._connect()

    # What it shows

    def show_text(self, markdown: str) -> None:
        """Show a text. Does nothing when it is shown already; else changes only what differs."""
        if markdown in (self._given, self._written.markdown):
            return
        self._given = markdown
        content = blocks(markdown)
        written = write(content)
        if written.markdown == self._written.markdown:
            return
        self._written = written
        end = rich_document.show_blocks(self.edit.document(), content)
        if self.edit.hasFocus() and end:
            cursor = self.edit.textCursor()
            cursor.setPosition(min(end, self.edit.document().characterCount() - 1))
            self.edit.setTextCursor(cursor)
        self._show_count()
        self._paint_marks()

    def text(self) -> str:
        """The Markdown as it stands."""
        return self._written.markdown

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings that are marked, where they stand now."""
        return self._marked.findings

    @property
    def misspelt(self) -> tuple[tuple[int, int], ...]:
        """The words that may be slips, where they stand now (code points of the Markdown)."""
        return self._marked.misspelt

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Mark these findings of this section; they shift with the text until the next ones come."""
        self._mark(replace(self._marked, findings=tuple(each for each in findings if each.start is not None)))

    def show_matches(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark what a search found (code points of the Markdown)."""
        self._mark(replace(self._marked, matches=tuple(spans)))

    def show_commented(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark the words that have an open comment (code points of the Markdown)."""
        self._mark(replace(self._marked, commented=tuple(spans)))

    def show_misspelt(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark words that may be slips (code points of the Markdown); they shift with the text as findings do."""
        self._mark(replace(self._marked, misspelt=tuple(spans)))

    def show_wash(self, span: tuple[int, int] | None) -> None:
        """Lay a quiet wash under the sentence that a panel speaks of."""
        self._mark(replace(self._marked, wash=span))

    def hide_shapes(self, shapes: frozenset[str]) -> None:
        """Leave marks of these shapes unpainted."""
        self._hidden_shapes = shapes
        self._paint_marks()

    def show_limits(self, limits: tuple[int, int] | None) -> None:
        """Count words against these limits, or do not count."""
        if self.toolbar:
            self.toolbar.limits = limits
            self._show_count()

    # Where the caret is

    def place_caret(self, offset: int, end: int | None = None) -> None:
        """Put the caret at a code point of the Markdown, selecting up to `end` where one is given."""
        cursor = self.edit.textCursor()
        cursor.setPosition(self._places().position(offset))
        if end is not None:
            cursor.setPosition(self._places().position(end), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def found(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Where a pattern is found in the words as they are seen, as code points of the Markdown."""
        place = self._written.written
        return [(place(match.start()), place(match.end())) for match in pattern.finditer(self.edit.toPlainText())]

    def caret(self) -> int:
        """The caret's place, as a code point of the Markdown."""
        return self._places().offset(self.edit.textCursor().position())

    def chosen_span(self) -> tuple[int, int]:
        """What is chosen, as code points of the Markdown; both the caret's place when nothing is."""
        cursor = self.edit.textCursor()
        places = self._places()
        return places.offset(cursor.selectionStart()), places.offset(cursor.selectionEnd())

    def caret_rect(self) -> QRect:
        """Where the caret is on this field, for whoever scrolls."""
        rect = self.edit.cursorRect()
        return QRect(self.edit.viewport().mapTo(self, rect.topLeft()), rect.size())

    def finding_at_caret(self) -> Finding | None:
        """The finding whose words are chosen, else the one under the caret, the shortest where several lie there."""
        chosen = self.chosen_span()
        there = (each for each in self.findings if (each.start, each.end) == chosen) if chosen[0] < chosen[1] else ()
        return next(iter(there), None) or found.at_place(self.findings, self.caret())

    def now(self, finding: Finding) -> Finding | None:
        """A finding of this section where its words stand now, or None when they are gone."""
        return found.now(finding, self.findings, self.text())

    def rect_of(self, finding: Finding) -> QRect:
        """Where the sentence around a finding's words is on the edit; only the words where the sentence is long."""
        place = self._places().positions()
        first, last = found.sentence_around(finding, self.text())
        words = self.edit.stretch_rect(place(finding.start or 0), place(finding.end or 0))
        around = self.edit.stretch_rect(place(first), place(last))
        if around.height() > _TALLEST * self.edit.fontMetrics().lineSpacing():
            around = words
        return QRect(words.left(), around.top(), max(around.right() - words.left(), 1), around.height())

    def replace(self, start: int, end: int, text: str) -> None:
        """Put other words in the place of some (code points of the Markdown), as the writer's own edit."""
        cursor = self.edit.textCursor()
        cursor.setPosition(self._places().position(start))
        cursor.setPosition(self._places().position(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.edit.setTextCursor(cursor)
        announce(self.edit, _("It says “{words}” now.").format(words=text))

    # Inside

    def _build(self, is_bare: bool) -> None:
        style.mark(self, kind="bare" if is_bare else "box")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        if self.toolbar:
            layout.addWidget(self.toolbar)
        inside = QVBoxLayout()
        inside.setContentsMargins(*((0, 0, 0, 0) if is_bare else (15, 13 if self.toolbar else 9, 13, 9)))
        inside.addWidget(self.edit)
        layout.addLayout(inside)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        self.edit.textChanged.connect(self._on_text_changed)
        self.edit.cursorPositionChanged.connect(self._on_caret_moved)
        self.edit.focused.connect(self.focused)
        self.edit.pasted.connect(self.pasted)
        self.edit.links_offered.connect(self.links_offered)
        self.edit.installEventFilter(self)
        self.foot.shapes_hidden.connect(self.hide_shapes)
        self.edit.link_requested.connect(self._on_link)
        self.edit.explain_requested.connect(self._on_explain)
        self.edit.menu_opened.connect(self._on_menu)
        self.edit.pointed.connect(self._on_pointed)

    def _on_text_changed(self) -> None:
        written = write(rich_document.blocks_of(self.edit.document()))
        if written.markdown == self._written.markdown:
            self._written = written
            return
        self._marked = self._marked.after(found.Edit(self._written.markdown, written.markdown))
        self._pointing.show(None)
        self._written, self._given = written, written.markdown
        self._show_count()
        self._paint_marks()
        self.edited.emit(written.markdown)

    def _on_caret_moved(self) -> None:
        self.caret_moved.emit(self.caret())

    def eventFilter(self, watched: object, event: object) -> bool:
        """The box around the text wears the accent edge while the writer is in it."""
        if watched is self.edit and isinstance(event, QFocusEvent):
            is_here = event.type() == QFocusEvent.Type.FocusIn
            style.mark(self, active="true" if is_here else "false")
            if not is_here and event.reason() != Qt.FocusReason.PopupFocusReason:
                self.left.emit()
        return False

    def _on_link(self) -> None:
        LinkEditor(self.edit).open_at_caret()

    def _on_explain(self) -> None:
        if finding := self.finding_at_caret():
            self.explain_requested.emit(finding)
        else:
            announce(self.edit, _("Nothing is marked here."))

    def _on_pointed(self, position: int) -> None:
        self._pointing.show(found.at_place(self.findings, self._places().offset(position)) if position >= 0 else None)

    def _on_menu(self, menu: QMenu, position: int) -> None:
        self.menu_opened.emit(menu, self._places().offset(position))

    def _show_count(self) -> None:
        if self.toolbar:
            self.toolbar.show_count(len(self.edit.toPlainText().split()))

    def _mark(self, marked: Marked) -> None:
        if marked != self._marked:
            self._marked = marked
            self._paint_marks()

    def _paint_marks(self) -> None:
        place = self._places().positions()
        lines = self._marked.lines(place)
        shapes = tuple(mark.shape for mark in lines)
        if self.toolbar:  # short texts have no room for a foot each: what is around them has one for all
            self.foot.show_marks(shapes)
        if shapes != self.shapes:
            self.shapes = shapes
            self.shapes_changed.emit()
        seen = tuple(mark for mark in lines if mark.shape not in self._hidden_shapes)
        self.edit.show_marks((*seen, *self._marked.washes(place)))

    def _places(self) -> Places:
        return Places(self._written, self.edit.toPlainText())
