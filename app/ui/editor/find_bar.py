"""Find in the open summary: a field, how many places there are, and steps from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

from app.translation import _
from app.ui.fields.rows import announce
from app.ui.look import icons, style


class FindBar(QFrame):
    """`searched` carries what to find; `stepped` 1 or -1; `closed` when the writer has done with it."""

    searched = Signal(str)
    stepped = Signal(int)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, surface="chrome")
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in this summary"))
        self.field.setAccessibleName(_("Find in this summary"))
        self._count = QLabel()
        style.mark(self._count, kind="hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 14, 7)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for icon, name, tip, slot in (
            ("chevron-up", _("Previous match"), _("Previous match (Shift+F3)"), self._back),
            ("chevron-down", _("Next match"), _("Next match (F3)"), self._on),
            ("x", _("Close"), _("Close (Esc)"), self._close),
        ):
            button = QToolButton()
            button.setIcon(icons.icon(icon, role="soft"))
            button.setAccessibleName(name)
            button.setToolTip(tip)
            style.mark(button, kind="icon")
            button.clicked.connect(slot)
            row.addWidget(button)
        self.field.textChanged.connect(self.searched)
        self.hide()

    def open(self) -> None:
        """Show the bar with the keyboard in its field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.searched.emit(self.field.text())

    def show_count(self, at: int, count: int) -> None:
        """“7 found”, “2 of 7”, “Not found”; `at` counts from 1, 0 is nowhere yet."""
        found = _("{at:,} of {count:,}").format(at=at, count=count) if at else _("{count} found").format(count=count)
        before = self._count.text()
        self._count.setText("" if not self.field.text() else found if count else _("Not found"))
        if self.isVisible() and self._count.text() not in ("", before):
            announce(self.field, self._count.text())

    def count(self) -> str:
        """What the bar says about how much was found."""
        return self._count.text()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, Shift+Enter back, Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        else:
            super().keyPressEvent(event)

    def _on(self) -> None:
        self.stepped.emit(1)

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
