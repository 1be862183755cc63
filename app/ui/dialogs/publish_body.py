"""What stands above the buttons of the publish dialog; on a small screen it scrolls, and the buttons stay."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.dialogs.publish_list import PublishList
from app.ui.look import style


class PublishBody(QScrollArea):
    """A column in a scroll area that asks for all the height it needs, and is content with little."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._inside = QWidget()
        style.mark(self._inside, surface="paper")
        self.column = QVBoxLayout(self._inside)
        self.column.setContentsMargins(32, 24, 32, 4)
        self.column.setSpacing(10)
        self.setWidget(self._inside)
        self._shown: QWidget | None = None
        self._list: PublishList | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._scroll)

    def give_way(self, pages: PublishList) -> None:
        """Let this list be the shorter, the less room there is: one bar scrolls then, and the rest stays in sight."""
        self._list = pages

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the new room."""
        super().resizeEvent(event)
        self._share()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A part of the column came, went or changed its height."""
        if watched is self._inside and event.type() == QEvent.Type.LayoutRequest:
            self._share()
        return super().eventFilter(watched, event)

    def show_part(self, part: QWidget) -> None:
        """Scroll to a part once the column has found its place for it."""
        self._shown = part
        self._later.start(0)

    def sizeHint(self) -> QSize:
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return QSize(self._inside.minimumSizeHint().width(), 200)

    def _share(self) -> None:
        if self._list is not None:
            whole = self.column.totalHeightForWidth(self.viewport().width())
            self._list.give_room(self.viewport().height() - whole + self._list.sizeHint().height())

    def _scroll(self) -> None:
        if self._shown is not None and self._shown.isVisible():
            self.ensureWidgetVisible(self._shown, 0, 8)
