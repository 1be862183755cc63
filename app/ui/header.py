"""The header of the editor: back to the library, which summary, its state, how safe it is, what to do with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QSizePolicy, QWidget

from app.model.summary import Summary, title_of
from app.model.vocabulary import STATUSES
from app.ui.actions import Actions
from app.ui.library.states import STATES
from app.ui.look import icons
from app.ui.look.style import mark
from app.ui.saving import SavingStatus

NARROW = 900


class EditorHeader(QFrame):
    """Shows the open summary's title and state; its buttons trigger the window's actions."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="chrome")
        self.saving = SavingStatus()
        self._title = QLabel()
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        mark(self._title, kind="summary-title")
        self._full_title = ""
        self._state = QPushButton()
        mark(self._state, kind="chip")
        self._state.setMenu(self._state_menu(actions))
        self._find = self._button(actions["find_action"], "Find an action", "search", "quiet")
        self._keys = [_key("Ctrl"), _key("K")]
        self._lay_out(actions)

    def show_summary(self, summary: Summary) -> None:
        """Show the title and state of the open summary."""
        self._full_title = title_of(summary)
        self._title.setToolTip(self._full_title)
        state = STATES[summary.status]
        self._state.setText(state.word)
        self._state.setIcon(icons.icon(state.icon, role="link"))
        self._state.setAccessibleName(f"State: {state.word}")
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long title gives way, the buttons stay."""
        super().resizeEvent(event)
        is_wide = self.width() >= NARROW
        self._find.setText("Find an action" if is_wide else "")
        for key in self._keys:
            key.setVisible(is_wide)
        self._elide()

    def _elide(self) -> None:
        fonts = self._title.fontMetrics()
        room = max(120, self.width() - self._taken() - 80)
        self._title.setText(fonts.elidedText(self._full_title, Qt.TextElideMode.ElideRight, room))
        self._title.setFixedWidth(min(room, fonts.horizontalAdvance(self._title.text()) + 4))

    def _taken(self) -> int:
        layout = self.layout()
        widgets = (layout.itemAt(index).widget() for index in range(layout.count()))
        return sum(
            widget.sizeHint().width() + layout.spacing()
            for widget in widgets
            if widget is not None and widget is not self._title and not widget.isHidden()
        )

    def _lay_out(self, actions: Actions) -> None:
        self.setFixedHeight(54)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 16, 0)
        row.setSpacing(8)
        row.addWidget(self._button(actions["back_to_library"], "Library", "arrow-left", "quiet"))
        row.addWidget(self._title)
        row.addWidget(self._state)
        row.addWidget(self.saving)
        row.addStretch(1)
        row.addWidget(self._button(actions["undo"], "", "undo-2", "icon"))
        row.addWidget(self._button(actions["redo"], "", "redo-2", "icon"))
        row.addWidget(self._find)
        for key in self._keys:
            row.addWidget(key)
        row.addWidget(self._button(actions["publish"], "Publish…", "globe", "secondary"))

    def _button(self, action: QAction, text: str, icon: str, kind: str) -> QPushButton:
        button = QPushButton(icons.icon(icon, role="link" if text else "soft"), text)
        button.setIconSize(QSize(18, 18))
        mark(button, kind=kind)
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(_with_key(action))
            button.setAccessibleName(text or action.toolTip())

        action.changed.connect(follow)
        follow()
        return button

    def _state_menu(self, actions: Actions) -> QMenu:
        menu = QMenu(self)
        for status in STATUSES:
            menu.addAction(actions[f"state_{status}"])
        return menu


def _key(text: str) -> QLabel:
    label = QLabel(text)
    mark(label, kind="key")
    return label


def _with_key(action: QAction) -> str:
    key = action.shortcut().toString()
    return f"{action.toolTip()} ({key})" if key else action.toolTip()
