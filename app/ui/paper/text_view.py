"""The paper's words to read, search and choose from. The passage that is spoken of wears a bar and a numbered disc."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit

from app.model.finding import PassageSpan
from app.model.paper_text import PaperText
from app.translation import _
from app.ui.look import colours, fonts
from app.ui.look.style import mark
from app.ui.paper.laid_out import LaidOut

MOST_MARKED = 400
"""How many matches of a search are coloured at a time: those around the one that is chosen."""
_DISC = 11


class PaperTextView(QTextEdit):
    """Shows a PaperText, read-only. Every place it takes and gives is a code point of the paper's whole text."""

    chosen = Signal(object)
    """The PassageSpan of the selected words, or None."""
    menu_requested = Signal(object)
    """The place on the screen at which a menu for the selection is wanted."""
    resized = Signal()
    """More or less of the words is in sight."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The paper’s text"))
        self.setTabChangesFocus(True)
        mark(self, kind="bare")
        self.document().setDocumentMargin(0)
        self.text, self.size_px = PaperText(), 16
        self._laid_out: LaidOut | None = None
        self._look = ("", 0, 0)
        self.passage: PassageSpan | None = None
        self._number = self._words = ""
        self._matches: Sequence[tuple[int, int]] = ()
        self._at = -1
        self._choosing = QTimer(self, singleShot=True, interval=0)
        self._choosing.timeout.connect(self._tell_choice)
        self.selectionChanged.connect(self._choosing.start)

    def show_text(self, text: PaperText, size: int) -> None:
        """Show a paper's text in words of `size` pixels; the same text keeps its place."""
        look = (colours.name("ink"), fonts.px(100), size)
        if text is self.text and look == self._look:
            return
        is_other = text is not self.text
        top = 0 if is_other else self.first_in_sight()
        self.text, self.size_px, self._look = text, size, look
        self._laid_out = LaidOut(self.document(), text, size)
        if is_other:
            self.passage, self._matches, self._at = None, (), -1
        self.setTextCursor(self._cursor(top))  # the words were written behind the caret, which stands at their end now
        self._show_marks()
        if is_other:
            self.verticalScrollBar().setValue(0)
        elif top:
            self.scroll_to(top)

    def show_passage(self, passage: PassageSpan | None, number: str = "", words: str = "") -> None:
        """Mark a passage, with the number of the sentence that it stands behind, and bring it into sight.

        `words` of it are underlined: those that differ from what was written.
        """
        self.passage, self._number, self._words = passage, number, words
        self._show_marks()
        if passage is not None:
            self.scroll_to(passage.start, passage.end)

    def show_matches(self, matches: Sequence[tuple[int, int]], at: int) -> None:
        """Mark what a search found and bring the one at `at` into sight."""
        self._matches, self._at = matches, at
        self._show_marks()
        if 0 <= at < len(matches):
            self.scroll_to(*matches[at])

    def whole(self) -> str:
        """The text as it is shown, for searching."""
        return self._laid_out.whole() if self._laid_out else ""

    def choice(self) -> PassageSpan | None:
        """The selected words; None when there are none."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or self._laid_out is None:
            return None
        start, end = self._laid_out.offset(cursor.selectionStart()), self._laid_out.offset(cursor.selectionEnd())
        words = self.text.whole()[start:end]
        trimmed = words.strip()
        if not trimmed:
            return None
        start += len(words) - len(words.lstrip())
        return PassageSpan(start, start + len(trimmed), trimmed)

    def choose(self, start: int, end: int) -> None:
        """Select a stretch of the paper."""
        self.setTextCursor(self._cursor(start, end))
        self.ensureCursorVisible()

    def first_in_sight(self) -> int:
        """The first code point that is in sight."""
        cursor = self.cursorForPosition(QPointF(60, 8).toPoint())
        return self._laid_out.offset(cursor.position()) if self._laid_out else 0

    def scroll_to(self, start: int, end: int | None = None) -> None:
        """Bring a stretch into sight, a third down from the top; nothing moves when all of it is in sight."""
        first, last = self._rect(start), self._rect(end if end is not None else start)
        height, bar = self.viewport().height(), self.verticalScrollBar()
        if first.top() >= 4 and last.bottom() <= height - 4:
            return
        air = 12 if last.bottom() - first.top() > height * 2 // 3 else height // 4
        bar.setValue(bar.value() + round(first.top()) - air)

    def scroll_to_top(self, start: int) -> None:
        """Bring a place to the top, with the caret at it."""
        self.setTextCursor(self._cursor(start))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(self._rect(start).top()) - 6)

    def changeEvent(self, event: QEvent) -> None:
        """Another colour scheme or text size: the words are laid out again where they are."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self._laid_out is not None:
            self.show_text(self.text, self.size_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell it: the button for chosen words stays in the corner."""
        super().resizeEvent(event)
        self.resized.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The same menu as the key for “Use in…”."""
        self.menu_requested.emit(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, then bar and disc beside the passage."""
        super().paintEvent(event)
        if self.passage is None or self._laid_out is None:
            return
        top, bottom = self._rect(self.passage.start).top() + 3, self._rect(self.passage.end).bottom() - 3
        if bottom < 0 or top > self.viewport().height():
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(colours.colour("accent"), 4)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawLine(QPointF(28, top + 2), QPointF(28, max(top + 3, bottom - 2)))
        if self._number:
            self._paint_disc(painter, top + 10)
        painter.end()

    def _paint_disc(self, painter: QPainter, middle: float) -> None:
        disc = QRectF(17 - _DISC, middle - _DISC, 2 * _DISC, 2 * _DISC)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent"))
        painter.drawEllipse(disc)
        painter.setPen(colours.colour("on_accent"))
        font = fonts.sans(13, 600)
        font.setPixelSize(13)  # the disc does not grow with the text
        painter.setFont(font)
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self._number)

    def _tell_choice(self) -> None:
        self.chosen.emit(self.choice())

    def _rect(self, offset: int) -> QRectF:
        return QRectF(self.cursorRect(self._cursor(offset)))

    def _cursor(self, start: int, end: int | None = None) -> QTextCursor:
        cursor = QTextCursor(self.document())
        if self._laid_out is not None:
            cursor.setPosition(self._laid_out.position(start))
            if end is not None:
                cursor.setPosition(self._laid_out.position(end), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _show_marks(self) -> None:
        low = max(0, self._at - MOST_MARKED // 2)
        shown = [
            self._marked(start, end, colours.colour("mist2" if low + index != self._at else "focus"))
            for index, (start, end) in enumerate(self._matches[low : low + MOST_MARKED])
        ]
        if self.passage is not None:
            shown.insert(0, self._marked(self.passage.start, self.passage.end, colours.colour("mist2")))
            shown[1:1] = self._underlined()
        self.setExtraSelections(shown)
        self.viewport().update()

    def _underlined(self) -> list[QTextEdit.ExtraSelection]:
        if self.passage is None or not self._words:
            return []
        at = self.text.whole().find(self._words, self.passage.start, self.passage.end)
        if at < 0:
            return []
        selection = self._marked(at, at + len(self._words), colours.colour("blush"))
        selection.format.setFontUnderline(True)
        selection.format.setUnderlineColor(colours.colour("brick"))
        return [selection]

    def _marked(self, start: int, end: int, wash: QColor) -> QTextEdit.ExtraSelection:
        selection = QTextEdit.ExtraSelection()
        selection.cursor = self._cursor(start, end)
        selection.format.setBackground(wash)
        if wash == colours.colour("focus"):
            selection.format.setForeground(QColor("#1C2B33"))  # yellow is light in both schemes
        return selection
