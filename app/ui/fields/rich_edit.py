"""The text area of a rich field: keys, lists, paste and the painting of marks. It knows blocks, not Markdown files."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
)
from PySide6.QtWidgets import QFrame, QTextEdit

from app.text.rich_text import BULLET, LITERAL, NUMBER, PARAGRAPH
from app.ui.fields import marks, rich_document, rows
from app.ui.fields.base import is_undo_or_redo
from app.ui.fields.paste import paste_of

_AUTOLIST = re.compile(r"([-*•]|1[.)])$")


class RichEdit(QTextEdit):
    """A QTextEdit without an undo of its own that grows with its text."""

    focused = Signal()
    link_requested = Signal()
    links_offered = Signal(tuple)
    """The addresses in a paste, as Sources."""
    explain_requested = Signal()
    pointed = Signal(int)
    """The pointer is at a position of the document; -1 when it is not on the text, or a button is held."""
    menu_opened = Signal(object, int)
    """The menu before it is shown, and the position in the document that it is about."""
    pasted = Signal(str)
    """A quiet sentence about what a paste left out."""

    def __init__(self) -> None:
        super().__init__()
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setAcceptRichText(True)
        self.setProperty("kind", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self.document().setIndentWidth(22)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setMouseTracking(True)
        self.marks: tuple[marks.Mark, ...] = ()
        self.is_one_line = False
        self._least_lines = 1
        rich_document.set_kind(self.textCursor(), PARAGRAPH)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)
        self.cursorPositionChanged.connect(self._on_caret)

    def set_least_lines(self, lines: int) -> None:
        """How many lines are there even when nothing is written."""
        self._least_lines = lines
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Leave undo and redo to the program."""
        if is_undo_or_redo(event):
            event.ignore()
            return False
        return bool(super().event(event))

    def viewportEvent(self, event: QEvent) -> bool:
        """Say where the pointer is."""
        if event.type() == QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            self.pointed.emit(self._pointed_at(event.position().toPoint()) if not event.buttons() else -1)
        elif event.type() in (QEvent.Type.Leave, QEvent.Type.MouseButtonPress):
            self.pointed.emit(-1)
        return bool(super().viewportEvent(event))

    def _pointed_at(self, place: QPoint) -> int:
        cursor = self.cursorForPosition(place)
        is_on_text = self.cursorRect(cursor).adjusted(-12, 0, 12, 6).contains(place)
        return cursor.position() if is_on_text else -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep room for brackets: as much as the width allows, never more or less because of what is marked."""
        super().resizeEvent(event)
        self._keep_margin()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Say that the writer is here."""
        super().focusInEvent(event)
        self.focused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Backspace mind lists; “- ” and “1. ” at the start of a line begin one."""
        key = event.key()
        is_enter = key in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if is_enter and self.is_one_line:
            self.focusNextChild()
        elif is_enter and not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier:
            self._break_line()
        elif key == Qt.Key.Key_Backspace and self._leaves_list():
            rich_document.set_kind(self.textCursor(), PARAGRAPH)
        elif key == Qt.Key.Key_Space and self._begins_list():
            pass
        elif rows.wish(event):
            event.ignore()  # the list around the field answers
        elif not self._formats(event):
            super().keyPressEvent(event)

    def _formats(self, event: QKeyEvent) -> bool:
        """Whether the key was one of the toolbar's."""
        if self.is_one_line:
            return False
        held, key = event.modifiers(), event.key()
        control = Qt.KeyboardModifier.ControlModifier
        if held == control | Qt.KeyboardModifier.ShiftModifier:
            actions = {Qt.Key.Key_N: self.toggle_numbers, Qt.Key.Key_K: self.link_requested.emit}
        elif held == control:
            actions = {
                Qt.Key.Key_B: self.toggle_bold,
                Qt.Key.Key_I: self.toggle_italic,
                Qt.Key.Key_L: self.toggle_bullets,
                Qt.Key.Key_Period: self.explain_requested.emit,
            }
        else:
            return False
        if action := actions.get(Qt.Key(key)):
            action()
        return action is not None

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The usual menu, without an undo that is not the program's."""
        is_by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        cursor = self.textCursor() if is_by_key else self.cursorForPosition(event.pos())
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for action in menu.actions():
            if action.objectName() in ("edit-undo", "edit-redo"):
                menu.removeAction(action)
        if menu.actions() and menu.actions()[0].isSeparator():
            menu.removeAction(menu.actions()[0])
        self.menu_opened.emit(menu, cursor.position())
        place = self.viewport().mapToGlobal(self.cursorRect().bottomLeft()) if is_by_key else event.globalPos()
        menu.popup(place)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Text and HTML, no pictures. A file that is dropped belongs to the window, not its path into the text."""
        if any(url.isLocalFile() for url in source.urls()):
            return False
        return source.hasText() or source.hasHtml()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste structure without styling; what is left out is said quietly."""
        paste = paste_of(source, is_one_line=self.is_one_line)
        cursor = self.textCursor()
        paste.insert(cursor, is_one_line=self.is_one_line)
        self.setTextCursor(cursor)
        for sentence in paste.said:
            self.pasted.emit(sentence)
        if paste.links:
            self.links_offered.emit(paste.links)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Washes below the text, lines above it."""
        shift = QPointF(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        if any(mark.shape in marks.UNDER for mark in self.marks):
            painter = QPainter(self.viewport())
            marks.paint_washes(painter, self.document(), self.marks, shift)
            painter.end()
        super().paintEvent(event)
        if self.marks:
            painter = QPainter(self.viewport())
            marks.paint_lines(painter, self.document(), self.marks, shift)
            painter.end()

    def show_marks(self, shown: tuple[marks.Mark, ...]) -> None:
        """Paint these marks from now on."""
        if shown != self.marks:
            self.marks = shown
            self.viewport().update()

    def stretch_rect(self, start: int, end: int) -> QRect:
        """The rectangle around a stretch of the document, in this widget's coordinates."""
        rect = marks.bounds(self.document(), start, end)
        corner = QPoint(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        return rect.translated(self.viewport().mapTo(self, corner))

    def _keep_margin(self) -> None:
        frame = self.document().rootFrame()
        form = frame.frameFormat()
        if form.rightMargin() != (width := marks.margin(self.width())):
            form.setRightMargin(width)
            frame.setFrameFormat(form)

    def is_bold(self) -> bool:
        """Whether all of the selection, or what is typed next, is bold."""
        return all(form.fontWeight() > QFont.Weight.Medium for form in self._chosen_formats())

    def is_italic(self) -> bool:
        """Whether all of the selection, or what is typed next, is italic."""
        return all(form.fontItalic() for form in self._chosen_formats())

    def toggle_bold(self) -> None:
        """Make the selection bold, or not."""
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.Normal if self.is_bold() else QFont.Weight.DemiBold)
        self.mergeCurrentCharFormat(form)

    def toggle_italic(self) -> None:
        """Make the selection italic, or not."""
        form = QTextCharFormat()
        form.setFontItalic(not self.is_italic())
        self.mergeCurrentCharFormat(form)

    def _chosen_formats(self) -> list[QTextCharFormat]:
        """The formats in the selection; without one, the format of what is typed next."""
        cursor = self.textCursor()
        found = rich_document.formats_between(self.document(), cursor.selectionStart(), cursor.selectionEnd())
        return found or [self.currentCharFormat()]

    def _on_caret(self) -> None:
        """What is typed behind a link, or behind a sign that is kept as it stands, does not belong to it."""
        cursor = self.textCursor()
        if not cursor.hasSelection() and rich_document.leaves_stretch(cursor):
            self.setCurrentCharFormat(rich_document.plain_format(cursor.charFormat()))

    def toggle_list(self, kind: str) -> None:
        """Make the lines of the selection a list of a kind, or paragraphs again."""
        present = rich_document.kind_of(self.textCursor().block())
        rich_document.set_kind(self.textCursor(), PARAGRAPH if present == kind else kind)

    def toggle_bullets(self) -> None:
        """Make the lines of the selection a list with dots, or paragraphs again."""
        self.toggle_list(BULLET)

    def toggle_numbers(self) -> None:
        """Make the lines of the selection a list with numbers, or paragraphs again."""
        self.toggle_list(NUMBER)

    def _break_line(self) -> None:
        cursor = self.textCursor()
        kind = rich_document.kind_of(cursor.block())
        if kind in (BULLET, NUMBER) and not cursor.block().text():
            rich_document.set_kind(cursor, PARAGRAPH)
            return
        cursor.insertBlock()
        if kind == LITERAL:
            cursor.setBlockFormat(rich_document.block_format(PARAGRAPH))
        self.setTextCursor(cursor)

    def _leaves_list(self) -> bool:
        cursor = self.textCursor()
        is_list = rich_document.kind_of(cursor.block()) in (BULLET, NUMBER)
        return is_list and cursor.atBlockStart() and not cursor.hasSelection()

    def _begins_list(self) -> bool:
        cursor = self.textCursor()
        text = cursor.block().text()[: cursor.positionInBlock()]
        match = _AUTOLIST.fullmatch(text)
        if not match or rich_document.kind_of(cursor.block()) != PARAGRAPH:
            return False
        cursor.beginEditBlock()
        cursor.setPosition(cursor.block().position(), QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        rich_document.set_kind(cursor, NUMBER if match[1].startswith("1") else BULLET)
        cursor.endEditBlock()
        return True

    def _fit(self, _size: object = None) -> None:
        least = self.fontMetrics().lineSpacing() * rich_document.LINE_HEIGHT / 100 * self._least_lines
        height = round(max(least, self.document().size().height()))
        if self.height() != height or self.minimumHeight() != height:
            self.setFixedHeight(height)
