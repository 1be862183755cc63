"""Any action by its name: type a few letters, Enter does it. Every name here is also a menu item."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QAction, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.ui.actions import spoken
from app.ui.look.style import mark

WIDTH, MOST_SHOWN = 620, 7
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class Palette(QDialog):
    """Lists the actions that can be done now; the field keeps the keyboard while the arrows choose."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.FramelessWindowHint | Qt.WindowType.Dialog)
        self.setWindowTitle("Find an action")
        self._actions = [action for action in actions if action.isEnabled()]
        self.field = QLineEdit()
        self.field.setPlaceholderText("Find an action")
        self.field.setAccessibleName("Find an action")
        self.field.textChanged.connect(self._show_matches)
        self.field.returnPressed.connect(self._do)
        self.field.installEventFilter(self)
        self.rows = QListWidget()
        self.rows.setAccessibleName("Actions")
        self.rows.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.itemClicked.connect(self._do)
        foot = QLabel("Say or type a few letters. Each name here is also in the menus. Esc closes.")
        foot.setWordWrap(True)
        mark(foot, kind="small")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 12)
        column.setSpacing(8)
        for part in (self.field, self.rows, foot):
            column.addWidget(part)
        mark(self, kind="popover")
        self._show_matches("")
        self._place(parent)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows choose a row while the field keeps the keyboard."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _MOVES:
            self._move(event.key())
            return True
        return super().eventFilter(watched, event)

    def _move(self, key: int) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -MOST_SHOWN}.get(Qt.Key(key), MOST_SHOWN)
        row = self.rows.currentRow() + step
        self.rows.setCurrentRow(max(0, min(row, self.rows.count() - 1)))

    def _show_matches(self, text: str) -> None:
        self.rows.clear()
        for action in matching(self._actions, text):
            item = QListWidgetItem(self.rows)
            row = _Row(action)
            item.setSizeHint(row.sizeHint())
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(action))
            item.setData(Qt.ItemDataRole.UserRole, action.objectName())
            self.rows.setItemWidget(item, row)
        self.rows.setCurrentRow(0)

    def _do(self) -> None:
        item = self.rows.currentItem()
        if item is None:
            return
        name = item.data(Qt.ItemDataRole.UserRole)
        action = next(action for action in self._actions if action.objectName() == name)
        self.accept()
        action.trigger()

    def _place(self, window: QWidget) -> None:
        height = min(470, max(280, window.height() - 120))
        self.setFixedSize(min(WIDTH, window.width() - 40), height)
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 96)


class _Row(QWidget):
    """An action's name, its menu and its keys."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        name = QLabel(spoken(action))
        mark(name, kind="strong")
        menu = QLabel(str(action.property("menu") or ""))
        mark(menu, kind="small")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 7, 12, 7)
        row.setSpacing(8)
        row.addWidget(name)
        row.addWidget(menu)
        row.addStretch(1)
        for key in key_names(action):
            label = QLabel(key)
            mark(label, kind="key")
            label.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            row.addWidget(label)


def matching(actions: Sequence[QAction], text: str) -> list[QAction]:
    """The actions whose name or menu holds all the words typed; names that begin so come first."""
    words = text.lower().split()
    found = [
        action
        for action in actions
        if all(word in f"{spoken(action)} {action.property('menu')}".lower() for word in words)
    ]
    return sorted(found, key=lambda action: not spoken(action).lower().startswith(text.lower().strip()))


def key_names(action: QAction) -> list[str]:
    """The names of the keys that do the action: Ctrl, K."""
    sequence = QKeySequence(action.property("field_key")) if action.property("field_key") else action.shortcut()
    text = sequence.toString(QKeySequence.SequenceFormat.NativeText)
    if not text:
        return []
    *modifiers, last = text.removesuffix("+").split("+")
    return [*modifiers, "+" if text.endswith("+") and not last else last or "+"]
