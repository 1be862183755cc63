"""Every key on one page: what the menus hold, menu by menu, and what the fields answer themselves."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.translation import _
from app.ui.actions import spoken
from app.ui.look import fonts, key_caps, style

Line = tuple[str, tuple[str, ...]]
_COLUMN = 330
_ALWAYS: tuple[Line, ...] = (
    (_("Next control"), ("Tab",)),
    (_("Control before"), ("Shift", "Tab")),
    (_("Press the button"), (_("Space"),)),
    (_("Open the chosen summary"), ("Enter",)),
    (_("Close what lies over the window"), ("Esc",)),
)

_EXPLAINED: tuple[Line, ...] = (
    (_("Take an alternative"), ("1",)),
    (_("Leave it here"), ("H",)),
    (_("Leave it in this summary"), ("S",)),
    (_("Leave it everywhere"), ("L",)),
    (_("Leave it with a reason"), ("R",)),
    (_("Add to the glossary"), ("G",)),
)
"""What works while the box of “Explain here” has the keyboard."""


class KeysDialog(QDialog):
    """A page of small tables in as many columns as there is room for."""

    def __init__(self, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("All keys"))
        self._groups = [_group(title, lines) for title, lines in key_groups(actions)]
        self._columns = 0
        heading = QLabel(_("All keys"))
        style.mark(heading, kind="page-heading")
        hint = QLabel(_("Every action is also in the menus, and Ctrl+K finds it by its name."), wordWrap=True)
        style.mark(hint, kind="hint")
        self._page = QWidget()
        self._row = QHBoxLayout(self._page)
        self._row.setContentsMargins(8, 4, 8, 4)  # the ring of the keyboard stands clear of the words
        self._row.setSpacing(36)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(self._page)
        scroll.setAccessibleName(_("All keys"))  # it has the keyboard, so that the arrows move the page
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 22, 20, 18)
        column.setSpacing(10)
        for part in (heading, hint):
            column.addWidget(part)
        column.addWidget(scroll, 1)
        column.addWidget(buttons)
        self._spread(3)
        room = parent.size() if parent else QSize(1280, 900)
        self.resize(min(fonts.px(_COLUMN) * 3 + 130, room.width() - 40), min(fonts.px(660), room.height() - 40))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)
        self._spread(max(1, min(3, (self.width() - 60) // (fonts.px(_COLUMN) + 20))))

    def _spread(self, count: int) -> None:
        """Deal the groups to columns of about equal length, in the order of the menus."""
        if count == self._columns:
            return
        self._columns = count
        while self._row.count():
            old = self._row.takeAt(0)
            layout = old.layout() if old else None
            while layout is not None and layout.count():
                layout.takeAt(0)
        whole = sum(_height(group) for group in self._groups)
        columns = [QVBoxLayout() for _ in range(count)]
        done = 0
        for group in self._groups:
            middle = done + _height(group) / 2
            columns[min(count - 1, int(middle * count / whole))].addWidget(group)
            done += _height(group)
        for column in columns:
            column.setSpacing(20)
            column.addStretch(1)
            self._row.addLayout(column, 1)


def key_groups(actions: Iterable[QAction]) -> list[tuple[str, list[Line]]]:
    """The keys by menu: (menu, [(name, keys)]); what works everywhere comes last."""
    groups: dict[str, list[Line]] = {}
    for action in actions:
        if keys := key_caps.of_action(action):
            groups.setdefault(action.property("menu") or "", []).append((spoken(action), keys))
    groups["Where a mark is explained"] = list(_EXPLAINED)
    groups["Everywhere"] = list(_ALWAYS)
    return list(groups.items())


def _height(group: QWidget) -> int:
    return group.sizeHint().height() + 20


def _group(title: str, lines: Sequence[Line]) -> QWidget:
    group = QWidget()
    grid = QGridLayout(group)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setVerticalSpacing(6)
    heading = QLabel(title)
    style.mark(heading, kind="panel-heading")
    grid.addWidget(heading, 0, 0, 1, 2)
    for place, (name, keys) in enumerate(lines, start=1):
        label = QLabel(name, wordWrap=True)
        label.setAccessibleDescription(" ".join(keys))
        grid.addWidget(label, place, 0)
        grid.addLayout(_caps(keys), place, 1)
    grid.setColumnStretch(0, 1)
    return group


def _caps(keys: tuple[str, ...]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(key_caps.GAP)
    row.addStretch(1)
    for key in keys:
        cap = QLabel(key)
        style.mark(cap, kind="key")
        row.addWidget(cap)
    return row
