"""The pages that an export will change, a row each, with the texts before and after opening in place."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from app.publish.plan import PlannedPage, PublishPlan, SectionChange
from app.translation import _
from app.ui.dialogs.publish_words import page_words, section_words
from app.ui.look import fonts, labels, style
from app.ui.look.disclosure import Disclosure
from app.ui.look.icon_label import IconLabel

MOST_ROWS = 60
"""Rows shown; more are only counted, for nobody reads them one by one."""
MOST_LETTERS = 600
"""Letters of a text shown before and after; the rest is cut with an ellipsis."""
_LEAST, _MOST = 124, 296
"""Pixels of the list at the usual text size: two rows, five rows."""
_KINDS = {"new": (_("New"), "plus"), "changed": (_("Changed"), "pencil"), "removed": (_("Taken away"), "trash-2")}


class PublishList(QScrollArea):
    """Rows of pages in a scroll area that is as tall as it needs, within reason."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Pages that change"))
        self.rows: list[PageRow] = []
        self._plan: PublishPlan | None = None
        self._room = fonts.px(_MOST)
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self._fit)

    def show_plan(self, plan: PublishPlan) -> None:
        """Show what is new, changed and taken away, in this order. The same plan again leaves the rows alone."""
        if plan == self._plan:
            return
        self._plan = plan
        inside = QWidget()
        style.mark(inside, surface="paper")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        kinds = (("new", plan.new), ("changed", plan.changed), ("removed", plan.removed))
        pages = [(kind, page) for kind, some in kinds for page in some]
        self.rows = [PageRow(kind, page) for kind, page in pages[:MOST_ROWS]]
        for row in self.rows:
            column.addWidget(row)
            row.compare.opened.connect(self._fitting.start)
        if more := len(pages) - len(self.rows):
            column.addWidget(labels.wrapped(_("and {more:,} more").format(more=more), "hint"))
        column.addStretch(1)
        self.setWidget(inside)
        self.setVisible(bool(pages))
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As tall as up to five rows, where there is room for them; never less than two."""
        return QSize(600, min(self._needed(), max(self._room, fonts.px(_LEAST)), fonts.px(_MOST)))

    def give_room(self, height: int) -> None:
        """So many pixels are there for the rows."""
        if height != self._room:
            self._room = height
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """At least one row."""
        return QSize(240, min(self.sizeHint().height(), fonts.px(62)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower rows are higher."""
        super().resizeEvent(event)
        self._fitting.start()

    def _fit(self) -> None:
        """Take the room there is, but no more than the rows fill."""
        self.setMaximumHeight(max(1, self._needed()))

    def _needed(self) -> int:
        inside = self.widget()
        rows = inside.layout() if inside else None
        return rows.totalHeightForWidth(max(240, self.viewport().width())) if rows else 0


class PageRow(QWidget):
    """One page: what happens to it, its title, where it changes, and Compare."""

    def __init__(self, kind: str, page: PlannedPage) -> None:
        super().__init__()
        self._changes = [change for change in page.changes if change.before or change.after]
        self.compare = Disclosure(_("Compare"))
        style.mark(self.compare, kind="quiet", size="small")
        self.compare.setVisible(bool(self._changes))
        self.compare.call(
            _("Compare {title}").format(title=page.title), _("Hide the comparison of {title}").format(title=page.title)
        )
        self.compare.opened.connect(self._on_compare)
        self.texts: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(self._head(kind, page))
        line = QFrame()
        line.setFixedHeight(1)
        style.mark(line, kind="line")
        self._column.addWidget(line)

    def _on_compare(self, is_open: bool) -> None:
        if self.texts is None:
            self.texts = _compared(self._changes)
            self._column.insertWidget(1, self.texts)
        self.texts.setVisible(is_open)
        self.compare.setText(_("Hide") if is_open else _("Compare"))

    def _head(self, kind: str, page: PlannedPage) -> QHBoxLayout:
        word, icon = _KINDS[kind]
        title = labels.wrapped(page.title, "strong")
        where = _("Leaves the website") if kind == "removed" else page_words(page)
        words = QVBoxLayout()
        words.setSpacing(1)
        words.addWidget(title)
        words.addWidget(labels.wrapped(where, "hint"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 7, 0, 7)
        row.setSpacing(12)
        row.addWidget(_badge(word, icon), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.compare)
        return row


def _badge(word: str, icon: str) -> QFrame:
    frame = QFrame()
    style.mark(frame, kind="chip")
    frame.setFixedHeight(fonts.px(30))
    row = QHBoxLayout(frame)
    row.setContentsMargins(10, 3, 12, 3)
    row.setSpacing(6)
    drawing = IconLabel(icon, "link", 14)
    row.addWidget(drawing)
    label = QLabel(word)
    style.mark(label, kind="good")
    label.ensurePolished()
    widest = max(label.fontMetrics().horizontalAdvance(str(other)) for other, _icon in _KINDS.values())
    label.setMinimumWidth(max(widest + 2, fonts.px(66)))  # titles stand in one line under each other, in any language
    row.addWidget(label, 1)
    return frame


def _compared(changes: list[SectionChange]) -> QWidget:
    """Every changed section with its text in the folder and its text here, side by side."""
    box = QWidget()
    grid = QGridLayout(box)
    grid.setContentsMargins(0, 0, 0, 10)
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(4)
    for number, change in enumerate(changes):
        grid.addWidget(labels.wrapped(section_words(change.section), "label"), number * 2, 0, 1, 2)
        grid.addWidget(_text(_("In the folder now"), change.before, "blush"), number * 2 + 1, 0)
        grid.addWidget(_text(_("After publishing"), change.after, "mist"), number * 2 + 1, 1)
    grid.setColumnStretch(0, 1)
    grid.setColumnStretch(1, 1)
    return box


def _text(caption: str, text: str, kind: str) -> QFrame:
    frame = QFrame()
    style.mark(frame, kind=kind)
    column = QVBoxLayout(frame)
    column.setContentsMargins(12, 8, 12, 10)
    column.addWidget(labels.wrapped(caption, "hint"))
    shown = text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rstrip() + "…"
    column.addWidget(labels.wrapped(shown or _("Nothing"), "body"))
    column.addStretch(1)
    return frame
