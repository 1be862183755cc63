"""The header of the editor: back to the library, which summary, its state, how safe it is, what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMenu, QPushButton, QWidget

from app.model.summary import Summary, title_of
from app.model.vocabulary import STATUSES
from app.translation import _
from app.ui.actions import Actions
from app.ui.history.lines import StateChange
from app.ui.library.states import STATES
from app.ui.look import fonts, icons
from app.ui.look.plain_tip import plain_tip
from app.ui.look.style import mark
from app.ui.saving import SavingStatus
from app.ui.words.comments import state_since

NARROW = 1100
TINY = 760


class EditorHeader(QFrame):
    """Shows the open summary's title and state; its buttons trigger the window's actions."""

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, surface="chrome")
        self.saving = SavingStatus()
        self._title = ElidedLabel()
        mark(self._title, kind="summary-title")
        self._state = QPushButton()
        mark(self._state, kind="chip")
        self._state.setMenu(self._state_menu(actions))
        self._find = self._button(actions["find_action"], _("Find an action"), "search", "quiet")
        self._keys = [_key(_("Ctrl")), _key("K")]
        self._lay_out(actions)

    def show_summary(self, summary: Summary) -> None:
        """Show the title and state of the open summary."""
        self._title.setText(title_of(summary))
        self._title.setToolTip(plain_tip(title_of(summary)))
        state = STATES[summary.status]
        self._state.setText(f" {state.word}")
        self._state.setIcon(icons.icon(state.icon, role="link"))
        self._state.setAccessibleName(_("{word}, state").format(word=state.word))

    def show_states(self, _versions: object, states: Sequence[StateChange]) -> None:
        """Say at the state since when it is so, and who gave it. The newest of `states` stands first."""
        said = state_since(states[0], datetime.now().astimezone()) if states else ""
        self._state.setToolTip(plain_tip(said))
        self._state.setAccessibleDescription(said)

    def show_panel_button(self, is_shown: bool) -> None:
        """Offer the side panel while it is hidden."""
        self._panel.setVisible(is_shown)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A long title gives way, the buttons stay."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """The letters may have grown."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        width = round(self.width() * 15 / fonts.px(15))
        is_wide = width >= NARROW
        self.saving.show_room(width)
        self._find.setText(_(" Find an action") if is_wide else "")
        self._publish.setText(_(" Publish…") if width >= TINY else "")
        self._back.setText(_(" Library") if width >= TINY else "")
        for key in self._keys:
            key.setVisible(is_wide)

    def _lay_out(self, actions: Actions) -> None:
        self.setMinimumHeight(54)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 16, 0)
        row.setSpacing(8)
        self._back = self._button(actions["back_to_library"], _("Library"), "arrow-left", "quiet")
        row.addWidget(self._back)
        row.addWidget(self._title)
        row.addWidget(self._state)
        row.addWidget(self.saving)
        row.addStretch(1)
        row.addWidget(self._button(actions["undo"], "", "undo-2", "icon"))
        row.addWidget(self._button(actions["redo"], "", "redo-2", "icon"))
        row.addWidget(self._find)
        for key in self._keys:
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        self._publish = self._button(actions["publish"], _("Publish…"), "globe", "secondary")
        row.addWidget(self._publish)
        self._panel = self._button(actions["side_panel"], "", "panel-right", "icon")
        row.addWidget(self._panel)

    def _button(self, action: QAction, text: str, icon: str, kind: str) -> QPushButton:
        button = QPushButton(icons.icon(icon, role="link" if text else "soft"), f" {text}" if text else "")
        button.setIconSize(QSize(fonts.px(18), fonts.px(18)))
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


class ElidedLabel(QLabel):
    """One line that gives way: what does not fit ends in “…”."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)

    def minimumSizeHint(self) -> QSize:
        """A few letters."""
        return QSize(80, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw what fits, in the colour and font of the style."""
        painter = QPainter(self)
        text = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _key(text: str) -> QLabel:
    label = QLabel(text)
    mark(label, kind="key")
    return label


def _with_key(action: QAction) -> str:
    key = action.shortcut().toString()
    return f"{action.toolTip()} ({key})" if key else action.toolTip()
