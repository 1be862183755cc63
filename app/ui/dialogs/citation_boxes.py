"""The parts of the citation dialogs: the table of differences, the notices of a paper, another summary of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.model.paper import Notice
from app.papers.citation_diff import FieldDifference
from app.translation import _
from app.ui.look import fonts, labels, style
from app.ui.look.icon_label import IconLabel
from app.ui.words.citation import FIELD_NAMES, notice_advice, notice_headline, value_words

MOST_LETTERS = 240
"""Letters of a value that are shown; the rest is cut with an ellipsis."""
_LOOKS = {
    "retraction": ("octagon-alert", "brick", "blush"),
    "concern": ("triangle-alert", "amber", "sand"),
    "correction": ("info", "link", "mist"),
}


class NoticeBox(QWidget):
    """Retraction, concern, correction: each a box of its own, the gravest first. Hidden where there are none."""

    def __init__(self, notices: Sequence[Notice] = ()) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for notice in notices:
            self._column.addWidget(_notice_frame(notice))
        self.setVisible(bool(notices))


class OtherBox(QFrame):
    """Says that another summary of the paper is in the library, and leads there. Hidden until it is told of one."""

    open_requested = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, kind="sand")
        self._id = ""
        self.words = labels.label("", "body")
        self.open = QPushButton(_("Open that one"))
        style.mark(self.open, kind="quiet", size="small")
        self.open.setAutoDefault(False)
        self.open.clicked.connect(self._on_open)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 10, 10, 10)
        row.setSpacing(10)
        row.addWidget(IconLabel("copy", "amber", 18))
        row.addWidget(self.words, 1)
        row.addWidget(self.open)
        self.hide()

    def show_other(self, summary_id: str, title: str) -> None:
        """Name the other summary; an empty id hides the box."""
        self._id = summary_id
        self.words.setText(_("This paper is already in your library: “{title}”.").format(title=title))
        self.setVisible(bool(summary_id))

    def _on_open(self) -> None:
        self.open_requested.emit(self._id)


class DifferenceTable(QWidget):
    """Two columns. Fields that would be overwritten come first, each with its box; then those that are filled."""

    ticked_changed = Signal()
    focused = Signal(QWidget)
    """A box has the keyboard: scroll there."""

    def __init__(self, differences: Sequence[FieldDifference], sources: Mapping[str, str]) -> None:
        super().__init__()
        style.mark(self, surface="paper")
        self.boxes: dict[str, QCheckBox] = {}
        self._sources = sources
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnMinimumWidth(0, fonts.px(150))
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(2, 1)
        if differences:
            self._add_heads()
        for each in sorted(differences, key=lambda each: each.is_filled):
            self._add(each)
        self._grid.setRowStretch(self._grid.rowCount(), 1)

    def ticked(self) -> set[str]:
        """The fields that shall be overwritten."""
        return {field for field, box in self.boxes.items() if box.isChecked()}

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the box that has the keyboard in sight."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QWidget):
            self.focused.emit(watched)
        return super().eventFilter(watched, event)

    def _add_heads(self) -> None:
        for column, words in ((1, _("You have")), (2, _("The record says"))):
            self._grid.addWidget(labels.label(words, "label"), 0, column)
        self._add_line(1)

    def _add(self, each: FieldDifference) -> None:
        row = self._grid.rowCount()
        name = FIELD_NAMES[each.field]
        old, new = (_short(value_words(value)) for value in (each.old, each.new))
        if each.is_filled:
            head: QWidget = labels.label(name, "label")
            before = labels.label(_("nothing yet") if not each.old else old, "hint")
        else:
            head = self.boxes[each.field] = QCheckBox(name)
            head.setAccessibleName(_("{name}: replace it").format(name=name))
            head.setAccessibleDescription(_("You have: {old}. The record says: {new}.").format(old=old, new=new))
            head.toggled.connect(partial(self._on_tick, each.field))
            head.installEventFilter(self)
            before = labels.label(old, "body")
            before.setContentsMargins(0, 3, 0, 0)  # in line with the words of the box
        self._grid.addWidget(head, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(before, row, 1, Qt.AlignmentFlag.AlignTop)
        said = self._said(each.field, new)
        said.setContentsMargins(0, 0 if each.is_filled else 3, 0, 0)
        self._grid.addLayout(said, row, 2)
        self._add_line(row + 1)

    def _on_tick(self, _field: str, _is_ticked: bool) -> None:
        self.ticked_changed.emit()

    def _said(self, field: str, words: str) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(1)
        value = labels.label(words, "body")
        value.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(value)
        if source := self._sources.get(field):
            column.addWidget(labels.label(source, "small"))
        column.addStretch(1)
        return column

    def _add_line(self, row: int) -> None:
        line = QFrame()
        style.mark(line, kind="line")
        self._grid.addWidget(line, row, 0, 1, 3)


def fit(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its size (px at 100 %), but never more than the window that it stands over."""
    above = dialog.parentWidget()
    wide, high = (above.width() - 20, above.height() - 20) if above is not None else (10_000, 10_000)
    dialog.resize(min(fonts.px(width), max(wide, 360)), min(fonts.px(height), max(high, 300)))


def _notice_frame(notice: Notice) -> QFrame:
    icon, role, kind = _LOOKS.get(notice.kind, _LOOKS["correction"])
    frame = QFrame()
    style.mark(frame, kind=kind)
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(labels.label(notice_headline(notice), "panel-heading"))
    advice = " ".join(
        filter(None, (notice_advice(notice), _("The notice: {doi}").format(doi=notice.doi) if notice.doi else ""))
    )
    told = labels.label(advice, "body")
    told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    words.addWidget(told)
    row = QHBoxLayout(frame)
    row.setContentsMargins(14, 12, 14, 12)
    row.setSpacing(12)
    row.addWidget(IconLabel(icon, role, 22), 0, Qt.AlignmentFlag.AlignTop)
    row.addLayout(words, 1)
    return frame


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1].rstrip() + "…"
