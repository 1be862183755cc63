"""The menu that orders the rows: what a click on a heading does, for keys, switches and voices."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from app.model.listing import Filter
from app.translation import _
from app.ui.library.order_words import falls_first, order_choices


class OrderMenu(QMenu):
    """Each order once; the one that holds is checked, and chosen again it turns round."""

    chosen = Signal(str, bool)
    """The order, and whether it falls."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Order by"), parent)
        self._wanted = Filter()
        self._group = QActionGroup(self)
        for order, words in order_choices():
            action = self.addAction(words)
            action.setCheckable(True)
            action.setData(order)
            self._group.addAction(action)
        self._group.triggered.connect(self._on_chosen)

    def show_order(self, wanted: Filter) -> None:
        """Check the order that holds."""
        self._wanted = wanted
        for action in self.actions():
            action.setChecked(action.data() == wanted.order)

    def _on_chosen(self, action: QAction) -> None:
        order = action.data()
        is_same = order == self._wanted.order
        self.chosen.emit(order, not self._wanted.is_descending if is_same else falls_first(order))
