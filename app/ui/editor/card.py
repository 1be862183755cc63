"""The card of a section: heading, status in words, a good example that opens in place, purpose, and its fields."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.translation import _
from app.ui.editor.definitions import definitions
from app.ui.editor.state import SectionState
from app.ui.look import icons, style
from app.ui.look.disclosure import Disclosure
from app.ui.look.icon_label import IconLabel

WIDEST = 760


class SectionCard(QFrame):
    """Shows its section's state; the one that is written in wears the accent edge."""

    def __init__(self, name: str, body: QWidget) -> None:
        super().__init__()
        self.name = name
        words = definitions()[name]
        self.setAccessibleName(words.title)
        self.setMaximumWidth(WIDEST)
        style.mark(self, kind="card", active="false")
        heading = QLabel(words.title)
        style.mark(heading, kind="card-heading")
        self._status_icon, self._status = IconLabel("circle-check", size=17), QLabel()
        self._state: SectionState | None = None
        self._example_button = Disclosure(_(" Good example"), icons.icon("lightbulb", role="link"))
        self._example_button.call(_("Good example of {title}").format(title=words.title))
        style.mark(self._example_button, kind="quiet", size="small")
        self._purpose = QLabel(words.purpose, wordWrap=True)
        style.mark(self._purpose, kind="hint")
        self._example = _example_box(words.example)
        self._example.hide()
        self._example_button.opened.connect(self._example.setVisible)
        state = QHBoxLayout()
        state.setSpacing(6)
        state.addWidget(self._status_icon)
        state.addWidget(self._status, 1)
        state.addWidget(self._example_button)
        self._top = top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setSpacing(6)
        top.addWidget(heading, 1)
        top.addLayout(state)
        self._layout = layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 17, 24, 20)
        layout.setSpacing(11)
        layout.addLayout(top)
        layout.addWidget(self._purpose)
        layout.addWidget(self._example)
        layout.addWidget(body)

    def show_state(self, state: SectionState) -> None:
        """Say how the section stands."""
        if state == self._state:
            return
        self._state = state
        role, kind, icon = {
            "error": ("brick", "mend", "octagon-alert"),
            "warning": ("amber", "look", "triangle-alert"),
        }.get(state.worst, ("link", "good", "circle-check" if state.is_complete else ""))
        self._status.setText(state.words())
        style.mark(self._status, kind=kind)
        self._status_icon.setVisible(bool(icon))
        if icon:
            self._status_icon.show_icon(icon, role)

    def show_active(self, is_active: bool) -> None:
        """Wear the accent edge, or not; the inside does not move."""
        style.mark(self, active="true" if is_active else "false")

    def show_tight(self, is_tight: bool) -> None:
        """Put the state below the heading where both have no room side by side."""
        direction = QBoxLayout.Direction.TopToBottom if is_tight else QBoxLayout.Direction.LeftToRight
        self._top.setDirection(direction)

    def show_narrow(self, is_narrow: bool) -> None:
        """The purpose goes into a tip where there is little room."""
        self._purpose.setVisible(not is_narrow)
        self.setToolTip(self._purpose.text() if is_narrow else "")
        self._example_button.setText("" if is_narrow else _(" Good example"))
        self._example_button.setToolTip(_("Good example") if is_narrow else "")
        side = 16 if is_narrow else 24
        self._layout.setContentsMargins(side, 17, side, 20)


class Fold(QWidget):
    """Fields that are seldom wanted, behind a line that opens them."""

    opened = Signal(bool)

    def __init__(self, title: str, body: QWidget) -> None:
        super().__init__()
        self.button = Disclosure(f" {title}", icons.icon("chevron-right", role="link"))
        style.mark(self.button, kind="quiet")
        self._body = body
        body.hide()
        self.button.opened.connect(self._on_opened)
        row = QHBoxLayout()
        row.addWidget(self.button)
        row.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(row)
        layout.addWidget(body)

    def _on_opened(self, is_open: bool) -> None:
        self.button.setIcon(icons.icon("chevron-down" if is_open else "chevron-right", role="link"))
        self._body.setVisible(is_open)
        self.opened.emit(is_open)


def _example_box(text: str) -> QFrame:
    box = QFrame()
    style.mark(box, kind="mist")
    picture = IconLabel("lightbulb", "link", 18)
    words = QLabel(text, wordWrap=True)
    row = QHBoxLayout(box)
    row.setContentsMargins(14, 12, 14, 12)
    row.setSpacing(10)
    row.addWidget(picture)
    row.addWidget(words, 1)
    return box
