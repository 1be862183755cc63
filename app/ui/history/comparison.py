"""Two versions beside each other: what was removed and added in each section, in one text or in two."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QCheckBox,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.text.changes import PartChange
from app.text.difference import ADDED, REMOVED, SAME
from app.translation import _
from app.ui.fields.flow import Flow
from app.ui.history.card_area import CardArea
from app.ui.look import colours, icons, labels
from app.ui.look.choice import Choice
from app.ui.look.style import mark
from app.ui.words import history as words

NOW = 0
TWO_COLUMNS = 520
"""From this width in pixels the two texts stand side by side, below it one under the other."""


class Compared(Protocol):
    """What is different between two versions, by their numbers (0: what the writer sees now)."""

    @property
    def older(self) -> int: ...
    @property
    def newer(self) -> int: ...
    @property
    def parts(self) -> tuple[PartChange, ...]: ...


class ComparisonView(QWidget):
    """Shows a comparison; asks for others, and for bringing back all or one part of the older version."""

    compare_requested = Signal(int, int)
    """The numbers of the older and the newer version, 0 for now."""
    bring_back_requested = Signal(int)
    bring_back_part_requested = Signal(int, str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.compared: Compared | None = None
        """What is shown."""
        self._backs: list[QPushButton] = []
        self.back = QPushButton(icons.icon("arrow-left", role="link"), _(" All versions"))
        self.back.setAccessibleName(_("All versions"))
        self.heading = labels.wrapped("", "panel-heading")
        self.other, self.side = Choice(), QCheckBox(_("Side by side"))
        self.all = QPushButton(_("Bring all of it back"))
        self.area = CardArea(_("What is different"))
        self._lay_out()
        self.back.clicked.connect(self.closed)
        self.other.activated.connect(self._on_other)
        self.side.toggled.connect(self._show)
        self.all.clicked.connect(self._on_all)

    def show_versions(self, choices: Sequence[tuple[int, str]]) -> None:
        """The versions to compare with, by number and words, newest first."""
        self.other.clear()
        self.other.addItem(_("what you see now"), NOW)
        for number, name in choices:
            self.other.addItem(name, number)

    def show_comparison(self, compared: Compared, name: str) -> None:
        """Show what is different; `name` is the older version in words."""
        self.compared = compared
        self.heading.setText(name)
        self.other.setCurrentIndex(max(0, self.other.findData(compared.newer)))
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to all versions."""
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two texts side by side need room."""
        super().resizeEvent(event)
        if (event.oldSize().width() < TWO_COLUMNS) != (self.width() < TWO_COLUMNS) and self.side.isChecked():
            self._show()

    def changeEvent(self, event: QEvent) -> None:
        """Colours stand in the texts themselves."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.compared is not None and self.isVisible():
            self._show()

    def _lay_out(self) -> None:
        mark(self.back, kind="quiet", size="small")
        mark(self.all, kind="secondary", size="small")
        mark(self.side, kind="small")
        self.other.setAccessibleName(_("Compare with"))
        self.other.setMinimumContentsLength(14)
        self.other.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        top = QHBoxLayout()
        top.addWidget(self.back)
        top.addStretch(1)
        top.addWidget(self.side)
        against = QHBoxLayout()
        against.addWidget(labels.wrapped(_("against"), "hint"))
        against.addWidget(self.other, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 10)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self.heading)
        column.addLayout(against)
        column.addWidget(self.area, 1)
        column.addWidget(self.all, 0, Qt.AlignmentFlag.AlignLeft)

    def _show(self) -> None:
        compared = self.compared
        if compared is None:
            return
        inside = QWidget()
        mark(inside, surface="paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 4, 6, 4)
        column.setSpacing(10)
        self.all.setVisible(bool(compared.parts))
        if not compared.parts:
            column.addWidget(labels.wrapped(words.NOTHING_DIFFERS, "hint"))
        for change in compared.parts:
            column.addWidget(self._part(change))
        column.addStretch(1)
        focus = self.area.focused()
        at = [one.property("part") for one in self._backs].index(focus.property("part")) if focus in self._backs else -1
        self.area.put(inside)
        self._backs = [one for one in inside.findChildren(QPushButton) if one.property("part")]
        if at >= 0:  # the section that was brought back is gone: on to the next one
            (self._backs[min(at, len(self._backs) - 1)] if self._backs else self.back).setFocus()

    def _part(self, change: PartChange) -> QFrame:
        card = QFrame()
        mark(card, kind="card")
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 10)
        column.setSpacing(5)
        head = QWidget()
        row = Flow(head, spacing=8)
        row.addWidget(labels.label(words.part_name(change.part), "strong", wraps=False))
        row.addWidget(labels.label(words.counts(change), "small", wraps=False))
        column.addWidget(head)
        column.addLayout(self._texts(change))
        back = QPushButton(_("Bring this section back"))
        back.setAccessibleName(_("Bring back {part_name} as it was").format(part_name=words.part_name(change.part)))
        back.setProperty("part", change.part)
        mark(back, kind="quiet", size="small")
        back.clicked.connect(self._on_part)
        column.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _texts(self, change: PartChange) -> QBoxLayout:
        gone = f"background:{colours.name('blush')};color:{colours.name('brick')};text-decoration:line-through"
        new = f"background:{colours.name('mist2')};color:{colours.name('link')};text-decoration:underline"
        is_wide = self.width() >= TWO_COLUMNS
        row = QBoxLayout(QBoxLayout.Direction.LeftToRight if is_wide else QBoxLayout.Direction.TopToBottom)
        row.setSpacing(14 if is_wide else 6)
        kinds = ((SAME, REMOVED), (SAME, ADDED)) if self.side.isChecked() else ((SAME, REMOVED, ADDED),)
        for at, shown in enumerate(kinds):
            text = words.marked(change.pieces, gone, new, shown)
            if len(kinds) == 2:
                text = f"<b>{(_('Then'), _('Now'))[at]}</b><br>{text}" if not self._is_two_versions() else text
            label = QLabel(text or "—", wordWrap=True)
            label.setTextFormat(Qt.TextFormat.RichText)
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            label.setAccessibleName(f"{words.part_name(change.part)}. {words.spoken(change.pieces)}")
            row.addWidget(label, 1)
        return row

    def _is_two_versions(self) -> bool:
        return self.compared is not None and self.compared.newer != NOW

    def _on_other(self) -> None:
        if self.compared is not None:
            self.compare_requested.emit(self.compared.older, self.other.currentData())

    def _on_all(self) -> None:
        if self.compared is not None:
            self.bring_back_requested.emit(self.compared.older)

    def _on_part(self) -> None:
        if self.compared is not None:
            self.bring_back_part_requested.emit(self.compared.older, self.sender().property("part"))
