"""An icon that stands beside words, painted afresh so that it is always in today's colours and scale."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import fonts, icons


class IconLabel(QWidget):
    """A Lucide icon in the colour of a role. It says nothing: the words beside it do."""

    def __init__(self, name: str, role: str = "soft", size: int = 16, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._role, self._size = name, role, size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_icon(self, name: str, role: str) -> None:
        """Show another icon or colour."""
        self._name, self._role = name, role
        self.update()

    def sizeHint(self) -> QSize:
        """A square that grows with the text."""
        return QSize(fonts.px(self._size), fonts.px(self._size))

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: another square."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the icon."""
        icons.paint(QPainter(self), self._name, self.rect(), self._role)
