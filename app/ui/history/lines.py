"""The lines of the History panel: days, versions and states, newest first; and the model that hands them to Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.text.changes import PartChange
from app.translation import _, amid
from app.ui.library.states import STATES
from app.ui.words import history as words

LINE = Qt.ItemDataRole.UserRole
DAY, VERSION, STATE = "day", "version", "state"
_ROOT = QModelIndex()
Index = QModelIndex | QPersistentModelIndex


class Version(Protocol):
    """A kept version as the library hands it out."""

    @property
    def number(self) -> int: ...
    @property
    def kind(self) -> str: ...
    @property
    def saved(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def writer(self) -> str: ...
    @property
    def name(self) -> str: ...


class StateChange(Protocol):
    """A state as the library hands it out."""

    @property
    def status(self) -> str: ...
    @property
    def moment(self) -> str: ...
    @property
    def writer(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Line:
    """One line. `badge` says why a version is kept for good; `number` is 0 for what is no version."""

    kind: str
    title: str
    badge: str = ""
    writer: str = ""
    number: int = 0
    is_newest: bool = False


def lines_of(versions: Sequence[Version], states: Sequence[StateChange], today: datetime) -> tuple[Line, ...]:
    """Every line in its order: versions and states by their moment, each day under its heading."""
    events = [(version.saved, 1, _version(version, version is versions[0])) for version in versions]
    events += [(state.moment, 0, _state(state)) for state in states[:-1]]  # the first one is how it began
    lines: list[Line] = []
    day = ""
    for saved, _kind, line in sorted(events, key=lambda event: event[:2], reverse=True):
        name = words.day_name(words.moment(saved), today)
        if name != day:
            lines.append(Line(DAY, name))
            day = name
        lines.append(line)
    return tuple(lines)


def _version(version: Version, is_newest: bool) -> Line:
    badge = version.name or words.KIND_NAMES.get(version.kind, "")
    time = words.time_name(words.moment(version.saved))
    return Line(VERSION, time, badge, version.writer, version.number, is_newest)


def _state(state: StateChange) -> Line:
    word = STATES[state.status].word if state.status in STATES else state.status
    time = words.time_name(words.moment(state.moment))
    return Line(STATE, _("{time}  State: {word}").format(time=time, word=amid(word)), writer=state.writer)


class LinesModel(QAbstractListModel):
    """`changes_of` tells what a version changed; it is asked when the line is looked at."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self.changes_of: Callable[[int], Sequence[PartChange] | None] = lambda _number: None

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        """Show these lines."""
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def describe(self, number: int) -> str:
        """What a version changed, in one line."""
        return words.described(self.changes_of(number))

    def rowCount(self, parent: Index = _ROOT) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The Line for the painter, words for display and for those who listen."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            below = self.describe(line.number) if line.number else ""
            newest = _("newest") if line.is_newest else ""
            return ", ".join(part for part in (line.title, line.badge, below, line.writer, newest) if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Only versions can be chosen."""
        if index.isValid() and self.lines[index.row()].kind != VERSION:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
