"""A list to drop down that a screen reader can name."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget


class Choice(QComboBox):
    """Tells its accessible name, the list that drops down too.

    WORKAROUND: on Linux Qt 6.11 tells screen readers what is chosen in place of the name, and leaves the name to a
    label that stands beside it and has it for a buddy. Where no such label is seen there is an unseen one.
    Can go when Qt tells the name.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._told_by: QLabel | None = None

    def showEvent(self, event: QShowEvent) -> None:
        """Be named before anybody asks."""
        super().showEvent(event)
        self.view().setAccessibleName(self.accessibleName())
        beside = self.parentWidget()
        if self._told_by is None and beside is not None and not _has_label(self, beside):
            self._told_by = QLabel(beside)
            self._told_by.setBuddy(self)
            self._told_by.hide()
        if self._told_by is not None:
            self._told_by.setText(self.accessibleName())


class StillChoice(Choice):
    """A wheel that scrolls past it chooses nothing."""

    def wheelEvent(self, event: object) -> None:
        """Leave the wheel to what scrolls."""
        event.ignore()  # type: ignore[attr-defined]


def _has_label(choice: QComboBox, beside: QWidget) -> bool:
    return any(isinstance(child, QLabel) and child.buddy() is choice for child in beside.children())
