"""The writing field: Markdown in, Markdown out, and the writer sees neither stars nor brackets."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFocusEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.text.rich_text import BULLET, NUMBER, Written, blocks, write
from app.text.sentences import sentences
from app.ui.fields import found, marks, rich_document
from app.ui.fields.link_editor import LinkEditor
from app.ui.fields.pointing import Pointing
from app.ui.fields.rich_edit import RichEdit
from app.ui.fields.rich_foot import RichFoot
from app.ui.fields.rich_toolbar import RichToolbar
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
        self.toolbar = RichToolbar(self) if has_toolbar else None
        self.foot = RichFoot()  # comes into the field after the text, also for Tab
        self._written = Written("", (0,))
        self._given = ""
        self._findings: tuple[Finding, ...] = ()
        self._matches: tuple[tuple[int, int], ...] = ()
        self._commented: tuple[tuple[int, int], ...] = ()
        self._wash: tuple[int, int] | None = None
        self.misspelt: tuple[tuple[int, int], ...] = ()
        self._hidden_shapes: frozenset[str] = frozenset()
        self.shapes: tuple[str, ...] = ()
        self._pointing = Pointing(self)
        self._pointing.rested.connect(self.hovered)
        style.mark(self.edit, writing=writing or str(size))
        self.edit.setPlaceholderText(placeholder)
        self.edit.setAccessibleName(name or section.replace("_", " "))
        self.edit.set_least_lines(least_lines)
        self.setFocusProxy(self.edit)
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
        self._mark()

    def text(self) -> str:
        """The Markdown as it stands."""
        return self._written.markdown

    def show_findings(self, findings: Iterable[Finding]) -> None:
        """Mark these findings of this section; they shift with the text until the next ones come."""
        shown = tuple(finding for finding in findings if finding.start is not None)
        if shown != self._findings:
            self._findings = shown
            self._mark()

    def show_matches(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark what a search found (code points of the Markdown)."""
        self._matches = tuple(spans)
        self._mark()

    def show_commented(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark the words that have an open comment (code points of the Markdown)."""
        if (shown := tuple(spans)) != self._commented:
            self._commented = shown
            self._mark()

    def show_misspelt(self, spans: Iterable[tuple[int, int]]) -> None:
        """Mark words that may be slips (code points of the Markdown); they shift with the text as findings do."""
        if (shown := tuple(spans)) != self.misspelt:
            self.misspelt = shown
            self._mark()

    def show_wash(self, span: tuple[int, int] | None) -> None:
        """Lay a quiet wash under the sentence that a panel speaks of."""
        self._wash = span
        self._mark()

    def show_limits(self, limits: tuple[int, int] | None) -> None:
        """Count words against these limits, or do not count."""
        if self.toolbar:
            self.toolbar.limits = limits
            self._show_count()

    # Where the caret is

    def place_caret(self, offset: int, end: int | None = None) -> None:
        """Put the caret at a code point of the Markdown, selecting up to `end` where one is given."""
        cursor = self.edit.textCursor()
        cursor.setPosition(self._position(offset))
        if end is not None:
            cursor.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
        self.edit.setTextCursor(cursor)
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def found(self, pattern: re.Pattern[str]) -> list[tuple[int, int]]:
        """Where a pattern is found in the words as they are seen, as code points of the Markdown."""
        place = self._written.written
        return [(place(match.start()), place(match.end())) for match in pattern.finditer(self._seen())]

    def caret(self) -> int:
        """The caret's place, as a code point of the Markdown."""
        return self._offset(self.edit.textCursor().position())

    def chosen_span(self) -> tuple[int, int]:
        """What is chosen, as code points of the Markdown; both the caret's place when nothing is."""
        cursor = self.edit.textCursor()
        return self._offset(cursor.selectionStart()), self._offset(cursor.selectionEnd())

    def caret_rect(self) -> QRect:
        """Where the caret is on this field, for whoever scrolls."""
        rect = self.edit.cursorRect()
        return QRect(self.edit.viewport().mapTo(self, rect.topLeft()), rect.size())

    def finding_at_caret(self) -> Finding | None:
        """The finding whose words are chosen, else the one under the caret, the shortest where several lie there."""
        cursor = self.edit.textCursor()
        if cursor.hasSelection():
            chosen = (self._offset(cursor.selectionStart()), self._offset(cursor.selectionEnd()))
            if there := next((each for each in self._findings if (each.start, each.end) == chosen), None):
                return there
        return found.at_place(self._findings, self.caret())

    def now(self, finding: Finding) -> Finding | None:
        """A finding of this section where its words stand now, or None when they are gone."""
        return found.now(finding, self._findings, self.text())

    def rect_of(self, finding: Finding) -> QRect:
        """Where the sentence around a finding's words is on the edit; only the words where the sentence is long."""
        start, end = finding.start or 0, finding.end or 0
        spans = [span for span in sentences(self.text()) if span[0] < end and span[1] > start]
        first, last = (spans[0][0], spans[-1][1]) if spans else (start, end)
        words = self.edit.stretch_rect(self._position(start), self._position(end))
        around = self.edit.stretch_rect(self._position(first), self._position(last))
        if around.height() > _TALLEST * self.edit.fontMetrics().lineSpacing():
            around = words
        return QRect(words.left(), around.top(), max(around.right() - words.left(), 1), around.height())

    def replace(self, start: int, end: int, text: str) -> None:
        """Put other words in the place of some (code points of the Markdown), as the writer's own edit."""
        cursor = self.edit.textCursor()
        cursor.setPosition(self._position(start))
        cursor.setPosition(self._position(end), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text)
        self.edit.setTextCursor(cursor)

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
        self.edit.currentCharFormatChanged.connect(self._show_state)
        self.edit.focused.connect(self._on_focused)
        self.edit.pasted.connect(self.pasted)
        self.edit.links_offered.connect(self.links_offered)
        self.edit.installEventFilter(self)
        self.foot.shapes_hidden.connect(self._on_shapes_hidden)
        self.edit.link_requested.connect(self._on_link)
        self.edit.explain_requested.connect(self._on_explain)
        self.edit.menu_opened.connect(self._on_menu)
        self.edit.pointed.connect(self._on_pointed)
        if self.toolbar:
            self.toolbar.bold.clicked.connect(self.edit.toggle_bold)
            self.toolbar.italic.clicked.connect(self.edit.toggle_italic)
            self.toolbar.bullets.clicked.connect(self._on_bullets)
            self.toolbar.numbers.clicked.connect(self._on_numbers)
            self.toolbar.link.clicked.connect(self._on_link)

    def _on_text_changed(self) -> None:
        self._show_state()
        written = write(rich_document.blocks_of(self.edit.document()))
        if written.markdown == self._written.markdown:
            self._written = written
            return
        self._shift_spans(written)
        self._written, self._given = written, written.markdown
        self._show_count()
        self._mark()
        self.edited.emit(written.markdown)

    def _shift_spans(self, written: Written) -> None:
        edit = found.Edit(self._written.markdown, written.markdown)
        self._findings = edit.findings(self._findings)
        self.misspelt = edit.spans(self.misspelt)
        self._commented = edit.spans(self._commented)
        self._wash = None
        self._pointing.show(None)

    def _on_caret_moved(self) -> None:
        self._show_state()
        self.caret_moved.emit(self.caret())

    def _show_state(self) -> None:
        if self.toolbar:
            cursor = self.edit.textCursor()
            kind, is_link = rich_document.kind_of(cursor.block()), cursor.charFormat().isAnchor()
            self.toolbar.show_state(self.edit.is_bold(), self.edit.is_italic(), kind, is_link)

    def _on_focused(self) -> None:
        self.focused.emit()

    def eventFilter(self, watched: object, event: object) -> bool:
        """The box around the text wears the accent edge while the writer is in it."""
        if watched is self.edit and isinstance(event, QFocusEvent):
            is_here = event.type() == QFocusEvent.Type.FocusIn
            style.mark(self, active="true" if is_here else "false")
            if not is_here and event.reason() != Qt.FocusReason.PopupFocusReason:
                self.left.emit()
        return False

    def _on_bullets(self) -> None:
        self.edit.toggle_list(BULLET)

    def _on_numbers(self) -> None:
        self.edit.toggle_list(NUMBER)

    def _on_link(self) -> None:
        LinkEditor(self.edit).open_at_caret()

    def _on_explain(self) -> None:
        if finding := self.finding_at_caret():
            self.explain_requested.emit(finding)

    def _on_pointed(self, position: int) -> None:
        self._pointing.show(found.at_place(self._findings, self._offset(position)) if position >= 0 else None)

    def _on_menu(self, menu: QMenu, position: int) -> None:
        self.menu_opened.emit(menu, self._offset(position))

    def hide_shapes(self, shapes: frozenset[str]) -> None:
        """Leave marks of these shapes unpainted."""
        self._on_shapes_hidden(shapes)

    def _on_shapes_hidden(self, shapes: frozenset[str]) -> None:
        self._hidden_shapes = shapes
        self._mark()

    def _show_count(self) -> None:
        if self.toolbar:
            self.toolbar.show_count(len(self.edit.toPlainText().split()))

    def _mark(self) -> None:
        place = self._places()
        shown = [
            marks.Mark(
                marks.shape_of(found),
                place(found.start or 0),
                place(found.end or 0),
                _count_of(found),
            )
            for found in self._findings
            if marks.shape_of(found) != marks.NONE
        ]
        shown += [marks.Mark(marks.WAVE, place(a), place(b)) for a, b in self.misspelt]
        shown = list(marks.one_under_a_word(shown))
        shapes = tuple(mark.shape for mark in shown)
        if self.toolbar:  # short texts have no room for a foot each: what is around them has one for all
            self.foot.show_marks(shapes)
        if shapes != self.shapes:
            self.shapes = shapes
            self.shapes_changed.emit()
        shown = [mark for mark in shown if mark.shape not in self._hidden_shapes]
        shown += [marks.Mark(marks.MATCH, place(a), place(b)) for a, b in self._matches]
        shown += [marks.Mark(marks.COMMENT, place(a), place(b)) for a, b in self._commented]
        if self._wash:
            shown.append(marks.Mark(marks.WASH, place(self._wash[0]), place(self._wash[1])))
        self.edit.show_marks(tuple(shown))

    def _position(self, offset: int) -> int:
        return self._places()(offset)

    def _places(self) -> Callable[[int], int]:
        """From a code point of the Markdown to the document's position: Qt counts UTF-16 units."""
        text, written = self._seen(), self._written
        if len(text.encode("utf-16-le", "surrogatepass")) == 2 * len(text):
            return written.seen
        return lambda offset: len(text[: written.seen(offset)].encode("utf-16-le", "surrogatepass")) // 2

    def _offset(self, position: int) -> int:
        units = self._seen().encode("utf-16-le")[: position * 2]
        return self._written.written(len(units.decode("utf-16-le", "ignore")))

    def _seen(self) -> str:
        return self.edit.toPlainText()


def _count_of(found: Finding) -> int:
    """How many words a sentence has; other findings tell the words themselves under the same name."""
    words = found.facts.get("words")
    return words if isinstance(words, int) else 0
