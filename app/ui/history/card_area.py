"""Cards that are built anew whenever what they show has changed, without losing the keyboard's way through them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFrame, QScrollArea, QWidget

from app.ui.fields.rows import TabPlace


class CardArea(QScrollArea):
    """Tab goes through the cards in their place; cards that are replaced end when the key that did it is done."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._tab_place = TabPlace(self)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(name)

    def put(self, cards: QWidget) -> None:
        """Show these cards at the height at which those before stood."""
        place = self.verticalScrollBar().value()
        before = self.takeWidget()
        if before is not None:  # a field of it may just be answering Enter: ended now, it would take the program along
            before.setParent(self)
            before.deleteLater()
        self.setWidget(cards)
        self._tab_place.put([cards])
        self.verticalScrollBar().setValue(place)

    def focused(self) -> QWidget | None:
        """What has the keyboard in the cards, if anything has."""
        focus = QApplication.focusWidget()
        return focus if focus is not None and focus is not self and self.isAncestorOf(focus) else None
