"""What two writers changed differently, side by side: mine, theirs or both, part by part. Esc leaves all as it is."""

from __future__ import annotations

from functools import partial
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QBoxLayout,
    QButtonGroup,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.model.merge import BOTH, MINE, THEIRS, Clash
from app.text.difference import ADDED, REMOVED, SAME, Piece, difference
from app.ui.look import colours, fonts, labels, style
from app.ui.look.spoken_label import SpokenLabel
from app.ui.words import exchange as words
from app.ui.words import history
from app.work.exchange import Meeting

_LARGE = 150
"""From this text size in per cent on, what stood in a row stands one below the other."""
_MANY = 3
"""From so many clashes on there is a short way for whoever trusts one side in all of them."""


class ClashDialog(QDialog):
    """Window-modal. `settled` carries what was chosen, by field; it can only be said when all is decided."""

    settled = Signal(object)

    def __init__(self, meeting: Meeting, writer: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._meeting, self._writer = meeting, writer
        self.choices: dict[str, str] = {}
        self.radios: dict[str, dict[str, QRadioButton]] = {}
        self.setWindowTitle(words.HEADING)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        style.mark(self, surface="paper")
        self.sentence = labels.wrapped(words.clash_words(meeting.title, writer, meeting))
        self.decided = SpokenLabel()
        style.mark(self.decided, kind="hint")
        self.merge, self.cancel = QPushButton(words.MERGE), QPushButton(words.CANCEL)
        self.all_mine, self.all_theirs = QPushButton(words.ALL_MINE), QPushButton(words.ALL_THEIRS)
        self.area = QScrollArea()
        self._build()
        self.merge.clicked.connect(self._on_merge)
        self.cancel.clicked.connect(self.reject)
        self.all_mine.clicked.connect(partial(self._choose_all, MINE))
        self.all_theirs.clicked.connect(partial(self._choose_all, THEIRS))
        self._show_decided()
        next(iter(self.radios[meeting.clashes[0].field].values())).setFocus()

    def _on_merge(self) -> None:
        self.accept()
        self.settled.emit(dict(self.choices))

    def _choose_all(self, choice: str) -> None:
        for radios in self.radios.values():
            radios[choice].setChecked(True)

    def _on_chosen(self, field: str, choice: str, is_chosen: bool) -> None:
        if is_chosen:
            self.choices[field] = choice
            self._show_decided()

    def _show_decided(self) -> None:
        of = len(self._meeting.clashes)
        self.decided.setText(words.decided_words(len(self.choices), of))
        self.merge.setEnabled(len(self.choices) == of)

    def _card(self, clash: Clash) -> QFrame:
        card = QFrame()
        style.mark(card, kind="card")
        card.setAccessibleName(words.field_name(clash.field))
        column = QVBoxLayout(card)
        column.setContentsMargins(14, 10, 14, 10)
        column.addWidget(labels.wrapped(words.field_name(clash.field), "strong"))
        mine, theirs = (words.field_text(clash.field, value) for value in (clash.mine, clash.theirs))
        pieces = difference(theirs, mine)
        row = QHBoxLayout()
        row.setSpacing(18)
        sides = ((words.MINE, mine, (SAME, ADDED)), (words.theirs(self._writer), theirs, (SAME, REMOVED)))
        for name, whole, kinds in sides:
            row.addWidget(_side(name, words.field_name(clash.field), whole, pieces, kinds), 1)
        column.addLayout(row)
        column.addSpacing(2)
        column.addLayout(self._choice(card, clash))
        return card

    def _choice(self, card: QFrame, clash: Clash) -> QBoxLayout:
        group, row = QButtonGroup(card), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(20)
        if fonts.px(100) >= _LARGE:
            row.setDirection(QBoxLayout.Direction.TopToBottom)
            row.setSpacing(4)
        offered = {MINE: words.KEEP_MINE, THEIRS: words.take_theirs(self._writer)}
        if clash.both is not None:
            offered[BOTH] = words.KEEP_BOTH
        self.radios[clash.field] = {}
        for choice, name in offered.items():
            radio = QRadioButton(name)
            radio.setAccessibleName(words.choice_name(clash, name))
            radio.setMinimumHeight(fonts.px(24))
            radio.toggled.connect(partial(self._on_chosen, clash.field, choice))
            group.addButton(radio)
            row.addWidget(radio)
            self.radios[clash.field][choice] = radio
        row.addStretch(1)
        return row

    def _build(self) -> None:
        inside = QWidget()
        style.mark(inside, surface="paper")
        cards = QVBoxLayout(inside)
        cards.setContentsMargins(0, 0, 6, 0)
        cards.setSpacing(10)
        for clash in self._meeting.clashes:
            cards.addWidget(self._card(clash))
        cards.addStretch(1)
        self.area.setWidget(inside)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setAccessibleName(self.sentence.text())
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(labels.wrapped(words.HEADING, "panel-heading"))
        column.addWidget(self.sentence)
        column.addWidget(self.area, 1)
        column.addLayout(self._short_ways())
        column.addWidget(labels.wrapped(words.NOTHING_LOST, "hint"))
        column.addLayout(self._buttons())
        self.setMinimumWidth(480)
        self._fit(inside)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for button, kind in ((self.cancel, "quiet"), (self.all_mine, "secondary"), (self.all_theirs, "secondary"),
                             (self.merge, "primary")):  # fmt: skip
            style.mark(button, kind=kind)
            button.setAutoDefault(False)
        for button in (self.all_mine, self.all_theirs):
            button.setVisible(len(self._meeting.clashes) >= _MANY)
        row.addWidget(self.cancel)
        row.addStretch(1)
        self.decided.setWordWrap(False)
        row.addWidget(self.decided)
        row.addWidget(self.merge)
        return row

    def _short_ways(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.addWidget(self.all_mine)
        row.addWidget(self.all_theirs)
        row.addStretch(1)
        return row

    def _fit(self, inside: QWidget) -> None:
        """As tall as what is asked, within the window behind."""
        width = fonts.px(760)
        layout = inside.layout()
        needed = layout.totalHeightForWidth(width - 60) if layout else 0
        parent = self.parentWidget()
        most = parent.window().size() if parent else None
        height = min(needed + fonts.px(220), fonts.px(620))
        self.resize(
            min(width, most.width() - 40) if most else width, min(height, most.height() - 60) if most else height
        )


def _side(name: str, field: str, whole: str, pieces: tuple[Piece, ...], kinds: tuple[str, ...]) -> QLabel:
    mark = f"background:{colours.name('mist2')};color:{colours.name('link')};text-decoration:underline"
    shown = history.marked(pieces, mark, mark, kinds) if whole else f"<i>{words.NOTHING}</i>"
    label = QLabel(f"<b>{escape(name)}</b><br>{shown}", wordWrap=True)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setAlignment(Qt.AlignmentFlag.AlignTop)
    label.setAccessibleName(f"{field}, {name}: {whole or words.NOTHING}")
    label.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    return label
