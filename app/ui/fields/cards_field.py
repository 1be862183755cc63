"""Practical Implications as cards with a heading and a text: three across as on the page, fewer when it is narrow."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.summary import Implication
from app.translation import _
from app.ui.fields import rows
from app.ui.fields.handle import RowButton
from app.ui.fields.rich_field import RichField
from app.ui.fields.shared_foot import SharedFoot
from app.ui.look import fonts, icons, style

LEAST_CARD = 170
SECTION = "practical_implications"


class CardsField(QWidget):
    """`changed` carries what was done, the card, the part (heading or text) and the new cards."""

    changed = Signal(str, int, str, tuple)
    row_made = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._values: tuple[Implication, ...] = ()
        self._cards: list[Card] = []
        self._wished = -1
        self._columns = 3
        self._grid = QGridLayout()
        self._grid.setSpacing(12)
        self._tab_place = rows.TabPlace(self)
        self.add_button = QPushButton(icons.icon("plus", role="link"), _(" Add a card"))
        self.add_button.setAccessibleName(_("Add a card"))
        style.mark(self.add_button, kind="quiet")
        self.add_button.clicked.connect(self._on_add)
        self.legend = SharedFoot()
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._grid)
        layout.addLayout(foot)
        layout.addWidget(self.legend)

    @property
    def fields(self) -> list[RichField]:
        """Every field, in reading order."""
        return [field for card in self._cards for field in (card.heading, card.body)]

    def show_cards(self, values: tuple[Implication, ...]) -> None:
        """Show these cards; cards that stay keep their carets."""
        self._values = values
        while len(self._cards) > len(values):
            card = self._cards.pop()
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        has_grown = len(self._cards) < len(values)
        while len(self._cards) < len(values):
            self._cards.append(self._made_card(len(self._cards)))
        self._place()
        if has_grown:
            self._tab_place.put(self._cards)
        for card, value in zip(self._cards, values, strict=True):
            card.heading.show_text(value.heading)
            card.body.show_text(value.text)
        if 0 <= self._wished < len(self._cards):
            self._cards[self._wished].heading.edit.setFocus(Qt.FocusReason.OtherFocusReason)
        self._wished = -1

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many across as leave each card its least width."""
        super().resizeEvent(event)
        columns = 3 if self.width() >= 3 * fonts.px(LEAST_CARD) + 24 else 1
        if columns != self._columns:
            self._columns = columns
            self._place()

    def do(self, what: str, index: int) -> None:
        """Add a card after this one, remove or move it."""
        values = self._values
        if what == "add":
            self._ask("add", index + 1, (*values[: index + 1], Implication(), *values[index + 1 :]), index + 1)
        elif what == "remove" and values:
            if len(values) == 1:
                self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._ask("remove", index, values[:index] + values[index + 1 :], min(index, len(values) - 2))
        elif what in ("up", "down"):
            to = index + (-1 if what == "up" else 1)
            if 0 <= to < len(values):
                self._ask(what, index, rows.moved(values, index, to), to)
                rows.announce(self, _("Card {to} of {count}").format(to=to + 1, count=len(values)))

    def _ask(self, what: str, index: int, values: tuple[object, ...], then: int) -> None:
        self._wished = then
        self.changed.emit(what, index, "", values)

    def _place(self) -> None:
        for index, card in enumerate(self._cards):
            self._grid.addWidget(card, index // self._columns, index % self._columns)
            card.show_way(is_across=self._columns > 1)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < self._columns else 0)

    def _made_card(self, index: int) -> Card:
        card = Card(index)
        card.heading.edited.connect(lambda text, i=index: self._on_edited(i, "heading", text))
        card.body.edited.connect(lambda text, i=index: self._on_edited(i, "text", text))
        card.wished.connect(self.do)
        for field in (card.heading, card.body):
            self.legend.follow(field)
            self.row_made.emit(field)
        return card

    def _on_edited(self, index: int, part: str, text: str) -> None:
        value = replace(self._values[index], **{part: text})
        self.changed.emit("edit", index, part, (*self._values[:index], value, *self._values[index + 1 :]))

    def _on_add(self) -> None:
        self.do("add", len(self._values) - 1)


class Card(QFrame):
    """A heading, a text, and the buttons that move or remove the card."""

    wished = Signal(str, int)

    def __init__(self, index: int) -> None:
        super().__init__()
        self._index = index
        style.mark(self, kind="box")
        number = index + 1
        self.heading = RichField(
            f"{SECTION}[{index}].heading", has_toolbar=False, placeholder=_(
                "Heading"
            ), name=_("Heading of card {number}").format(number=number),
            size=16, is_bare=True, writing="card",
        )  # fmt: skip
        self.body = RichField(
            f"{SECTION}[{index}].text", has_toolbar=False, placeholder=_("What it could mean"),
            name=_("Text of card {number}").format(number=number), size=16, is_bare=True, least_lines=2,
        )  # fmt: skip
        self._movers: list[RowButton] = []
        buttons = QHBoxLayout()
        buttons.setSpacing(0)
        buttons.addStretch()
        for icon, name, what in (
            ("arrow-left", _("Move card {number} back").format(number=number), "up"),
            ("arrow-right", _("Move card {number} on").format(number=number), "down"),
            ("trash-2", _("Remove card {number}").format(number=number), "remove"),
        ):
            button = RowButton()
            button.setIcon(icons.icon(icon, role="soft"))
            button.setIconSize(QSize(fonts.px(16), fonts.px(16)))
            button.setAccessibleName(name)
            button.setToolTip(name)
            style.mark(button, kind="icon")
            button.clicked.connect(lambda _checked=False, what=what: self.wished.emit(what, self._index))
            buttons.addWidget(button)
            if what != "remove":
                self._movers.append(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(13, 11, 9, 7)
        layout.setSpacing(4)
        layout.addWidget(self.heading)
        layout.addWidget(self.body)
        layout.addStretch()
        layout.addLayout(buttons)
        for field in (self.heading, self.body):
            field.focused.connect(self._on_entered)
            field.left.connect(self._on_left)

    def show_way(self, *, is_across: bool) -> None:
        """Let the buttons that move the card point where it goes: beside its neighbours, or above and below them."""
        ways = ("arrow-left", "arrow-right") if is_across else ("arrow-up", "arrow-down")
        for button, way in zip(self._movers, ways, strict=True):
            button.setIcon(icons.icon(way, role="soft"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys that the fields passed on."""
        if what := rows.wish(event):
            self.wished.emit(what, self._index)
        else:
            super().keyPressEvent(event)

    def _on_entered(self) -> None:
        style.mark(self, active="true")

    def _on_left(self) -> None:
        style.mark(self, active="false")
