"""Find in the open summary: a field, how many places there are, and steps from one to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton

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
        self.field.setPlaceholderText("Find in this summary")
        self.field.setAccessibleName("Find in this summary")
        self._count = QLabel()
        style.mark(self._count, kind="hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 7, 14, 7)
        row.addWidget(self.field, 1)
        row.addWidget(self._count)
        for icon, name, slot in (
            ("chevron-up", "Previous match (Shift+F3)", self._back),
            ("chevron-down", "Next match (F3)", self._on),
            ("x", "Close (Esc)", self._close),
        ):
            button = QToolButton()
            button.setIcon(icons.icon(icon, role="soft"))
            button.setAccessibleName(name)
            button.setToolTip(name)
            style.mark(button, kind="icon")
            button.clicked.connect(slot)
            row.addWidget(button)
        self.field.textChanged.connect(self.searched)
        self.field.returnPressed.connect(self._on)
        self.hide()

    def open(self) -> None:
        """Show the bar with the keyboard in its field."""
        self.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()
        self.searched.emit(self.field.text())

    def show_count(self, at: int, count: int) -> None:
        """“2 of 7”."""
        self._count.setText("" if not self.field.text() else f"{at} of {count}" if count else "Not found")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; Shift+Enter goes back."""
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        elif event.key() == Qt.Key.Key_Return and event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self._back()
        else:
            super().keyPressEvent(event)

    def _on(self) -> None:
        self.stepped.emit(1)

    def _back(self) -> None:
        self.stepped.emit(-1)

    def _close(self) -> None:
        self.hide()
        self.closed.emit()
