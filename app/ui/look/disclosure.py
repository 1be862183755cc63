"""A button that opens and closes what stands beside it, and says which it is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QPushButton

from app.translation import _
from app.ui.look import style


class Disclosure(QPushButton):
    """Closed at first. Its name says whether it is open: a button of Qt that can be checked is told as “checked”.

    The name changes with it, and begins with the words on the button, so that it can be pressed by voice.
    """

    opened = Signal(bool)

    def __init__(self, text: str, icon: QIcon | None = None) -> None:
        super().__init__(text)
        if icon is not None:
            self.setIcon(icon)
        self._is_open = False
        self._when_closed = self._when_open = ""
        self.call(text.strip())
        self.clicked.connect(self._on_clicked)

    @property
    def is_open(self) -> bool:
        """Whether what it opens is in sight."""
        return self._is_open

    def call(self, name: str, when_open: str = "") -> None:
        """Its name, or those that it has while closed and open where the verb on the button says which."""
        self._when_closed = name if when_open else _("{name}, closed").format(name=name)
        self._when_open = when_open or _("{name}, open").format(name=name)
        self._show()

    def open(self, is_open: bool = True) -> None:
        """Open or close."""
        if is_open != self._is_open:
            self._is_open = is_open
            self._show()
            self.opened.emit(is_open)

    def _on_clicked(self) -> None:
        self.open(not self._is_open)

    def _show(self) -> None:
        name = self._when_open if self._is_open else self._when_closed
        if name != self.accessibleName():  # else it would be said again
            self.setAccessibleName(name)
        style.mark(self, on="true" if self._is_open else "false")
