"""The lines of the Checks panel for Qt. Lines that stay are not touched, so that nothing in the list jumps."""

from __future__ import annotations

from difflib import SequenceMatcher
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from app.ui.checks.lines import HEADING, Key, Line

LINE = Qt.ItemDataRole.UserRole
_MOST_COMPARED = 400
_NOWHERE = QModelIndex()


class LinesModel(QAbstractListModel):
    """Shows lines, known by their keys."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: tuple[Line, ...] = ()
        self._rows: dict[Key, int] = {}

    def row_of(self, key: Key) -> int:
        """Where a line stands; -1 where it is not."""
        return self._rows.get(key, -1)

    def show_lines(self, lines: tuple[Line, ...]) -> bool:
        """Show these lines in the place of those before, by as few steps as there are differences.

        False when every line says what it said before: then nothing needs to be measured anew.
        """
        old = self.lines
        first = _same(old, lines)
        last = _same(old[first:][::-1], lines[first:][::-1])
        self._exchange(first, len(old) - last, lines[first : len(lines) - last])
        self.lines = lines
        self._rows = {line.key: row for row, line in enumerate(lines)}
        if _said(old) == _said(lines):
            return False
        if lines:
            self.dataChanged.emit(self.index(0), self.index(len(lines) - 1))
        return True

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NOWHERE) -> int:
        """How many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The Line; its words for display and for those who listen."""
        if not index.isValid() or index.row() >= len(self.lines):
            return None
        line = self.lines[index.row()]
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return f"{line.title}, {line.below}" if line.below else f"{line.title}, {line.count}"
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if index.isValid() and self.lines[index.row()].kind == HEADING:
            return Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _exchange(self, first: int, end: int, new: tuple[Line, ...]) -> None:
        """Put new lines in the place of those from `first` to `end`; those in both stay."""
        old = self.lines[first:end]
        if len(old) > _MOST_COMPARED or len(new) > _MOST_COMPARED:
            steps = [("replace", 0, len(old), 0, len(new))]
        else:
            matcher = SequenceMatcher(None, [line.key for line in old], [line.key for line in new], autojunk=False)
            steps = list(matcher.get_opcodes())
        for kind, old_from, old_to, new_from, new_to in reversed(steps):  # from below: what is above keeps its place
            if kind == "equal":
                continue
            at = first + old_from
            if old_to > old_from:
                self.beginRemoveRows(QModelIndex(), at, first + old_to - 1)
                self.lines = (*self.lines[:at], *self.lines[first + old_to :])
                self.endRemoveRows()
            if new_to > new_from:
                self.beginInsertRows(QModelIndex(), at, at + new_to - new_from - 1)
                self.lines = (*self.lines[:at], *new[new_from:new_to], *self.lines[at:])
                self.endInsertRows()


def _said(lines: tuple[Line, ...]) -> list[tuple[Key, str, str, int]]:
    return [(line.key, line.title, line.below, line.count) for line in lines]


def _same(some: tuple[Line, ...], others: tuple[Line, ...]) -> int:
    """How many lines at the start are the same ones."""
    count = 0
    for one, other in zip(some, others, strict=False):
        if one.key != other.key:
            break
        count += 1
    return count
