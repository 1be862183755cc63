"""Where a link leads: a small box at the caret with one field."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QTextEdit, QVBoxLayout

from app.text.rich_text import Run
from app.translation import _
from app.ui.fields.rich_document import char_format
from app.ui.look import style
from app.ui.look.spoken_label import SpokenLabel


class LinkEditor(QFrame):
    """Makes the selection (or the word, or the link, at the caret) a link. Esc leaves everything as it was."""

    def __init__(self, edit: QTextEdit) -> None:
        super().__init__(edit.window(), Qt.WindowType.Popup)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._edit = edit
        self._cursor = _stretch(edit.textCursor())
        self.address = QLineEdit(self._cursor.charFormat().anchorHref())
        self.address.setPlaceholderText(_("https://…"))
        self.address.setAccessibleName(_("Address of the link"))
        self.address.setMinimumWidth(320)
        self._error = SpokenLabel(_("A link begins with https:// or mailto:"))
        style.mark(self._error, kind="error")
        self._error.hide()
        style.mark(self, kind="popover")
        label = QLabel(_("Address of the link"))
        style.mark(label, kind="label")
        keep, remove = QPushButton(_("Set link")), QPushButton(_("Remove link"))
        style.mark(keep, kind="primary")
        style.mark(remove, kind="quiet")
        remove.setVisible(bool(self.address.text()))
        row = QHBoxLayout()
        row.addWidget(keep)
        row.addWidget(remove)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 14)
        for part in (label, self.address, self._error):
            layout.addWidget(part)
        layout.addLayout(row)
        self.address.returnPressed.connect(self._on_keep)
        keep.clicked.connect(self._on_keep)
        remove.clicked.connect(self._on_remove)

    def open_at_caret(self) -> None:
        """Show the box under the caret, or over it where the screen ends, with the keyboard in it."""
        self.show()
        self.address.setFocus(Qt.FocusReason.PopupFocusReason)
        self.address.selectAll()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now the parts are dressed and know their size."""
        self._place()
        super().showEvent(event)

    def _place(self) -> None:
        rect = self._edit.cursorRect()
        self.adjustSize()
        here = self._edit.viewport().mapToGlobal(rect.bottomLeft())
        room = self._edit.screen().availableGeometry()
        if here.y() + self.height() > room.bottom():
            over = here.y() - rect.height() - self.height()
            here.setY(max(room.top(), min(over, room.bottom() - self.height())))
        here.setX(max(room.left(), min(here.x(), room.right() - self.width())))
        self.move(here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def _on_keep(self) -> None:
        address = self.address.text().strip()
        if address and "://" not in address and not address.startswith("mailto:"):
            address = f"mailto:{address}" if "@" in address else f"https://{address}"
        if not address.startswith(("https://", "http://", "mailto:")) or len(address) < 9:
            self._error.show()
            self._place()
            return
        if self._cursor.hasSelection():
            form = QTextCharFormat()
            form.merge(char_format(Run("", href=address)))
            form.clearProperty(QTextCharFormat.Property.FontWeight)
            form.clearProperty(QTextCharFormat.Property.FontItalic)
            self._cursor.mergeCharFormat(form)
        else:
            self._cursor.insertText(address, char_format(Run("", href=address)))
        self.close()

    def _on_remove(self) -> None:
        bold, italic = self._cursor.charFormat().fontWeight() > 500, self._cursor.charFormat().fontItalic()
        self._cursor.setCharFormat(char_format(Run("", bold, italic)))
        self.close()


def _stretch(cursor: QTextCursor) -> QTextCursor:
    """The selection; else the whole link at the caret; else its word."""
    if cursor.hasSelection():
        return cursor
    href = cursor.charFormat().anchorHref()
    if not href:
        cursor.select(QTextCursor.SelectionType.WordUnderCursor)
        return cursor
    first = last = cursor.position()
    probe = QTextCursor(cursor)
    while not probe.atBlockStart() and probe.charFormat().anchorHref() == href:
        probe.movePosition(QTextCursor.MoveOperation.Left)
        first = probe.position()
    probe.setPosition(last)
    while probe.movePosition(QTextCursor.MoveOperation.Right) and probe.charFormat().anchorHref() == href:
        last = probe.position()
    cursor.setPosition(first)
    cursor.setPosition(last, QTextCursor.MoveMode.KeepAnchor)
    return cursor
