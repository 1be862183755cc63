"""Paints a listing's cells: two lines of words, the state's icon, the small band, what is open."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from app.model.listing import Listing
from app.model.site import Targets
from app.translation import _
from app.ui.library.states import STATES
from app.ui.library.table_model import LISTING, Column, ListingsModel
from app.ui.look import band, colours, fonts, icons
from app.ui.look.mirror import after, first, middle_square, short_of

PAD = 14
"""Pixels between the edge of the row's wash and its words."""
ICON = 17
MOST_CUT = 5000
"""Cut words kept; with more the painter starts afresh."""
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class RowPainter(QStyledItemDelegate):
    """One painter for the whole table: no widgets in rows, so that 10,000 cost as much as ten."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.targets = Targets()
        self.hovered_row = -1
        self.shows_paper = True
        self._pens: dict[str, Pen] = {}
        self._cells: dict[int, Callable[[QPainter, QRect, Listing, bool], None]] = {
            Column.TITLE: self._title,
            Column.CATEGORIES: self._categories,
            Column.STATE: self._state,
            Column.GRADE: self._grade,
            Column.JOURNAL: self._journal,
            Column.FINDINGS: self._findings,
            Column.EDITED: self._edited,
        }

    def measure(self) -> None:
        """Take the fonts afresh: the text size has changed."""
        self._pens = {
            "title": Pen(fonts.sans(16, 600)),
            "text": Pen(fonts.sans(14)),
            "slanted": Pen(fonts.sans(14, is_italic=True)),
            "strong": Pen(fonts.sans(14, 600)),
            "state": Pen(fonts.sans(15, 600)),
        }

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one cell, with its part of the row's wash."""
        rect: QRect = option.rect  # type: ignore[attr-defined]
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)  # type: ignore[attr-defined]
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setClipRect(rect)
        self._row(painter, rect, index.row(), is_chosen)
        self._cells[index.column()](painter, short_of(after(rect, PAD), 2), index.data(LISTING), is_chosen)
        painter.restore()

    def _row(self, painter: QPainter, cell: QRect, row: int, is_chosen: bool) -> None:
        header = self._table.horizontalHeader()
        whole = QRectF(-header.offset(), cell.top() + 2, header.length(), cell.height() - 5)
        if is_chosen or row == self.hovered_row:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("mist2" if is_chosen else "mist"))
            painter.drawRoundedRect(whole, 10, 10)
        if row == self._table.currentIndex().row() and self._table.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(whole.adjusted(0.75, 0.75, -0.75, -0.75), 10, 10)
        if not is_chosen:
            left = max(cell.left(), PAD - header.offset())
            painter.fillRect(left, cell.bottom(), cell.right() - left + 1, 1, colours.colour("line"))

    def _title(self, painter: QPainter, rect: QRect, listing: Listing, _is_chosen: bool) -> None:
        room = short_of(rect, 8)
        title, pen = listing.title or _("Untitled"), self._pens["title"]
        if self.shows_paper and listing.paper_title and listing.paper_title != title:
            _two_lines(painter, room, (title, pen, "ink"), (listing.paper_title, self._pens["text"], "soft"))
            return
        first, rest = _first_line(pen, title, room.width())
        _two_lines(painter, room, (first, pen, "ink"), (rest, pen, "ink"))

    def _categories(self, painter: QPainter, rect: QRect, listing: Listing, _is_chosen: bool) -> None:
        names, pen = listing.categories, self._pens["text"]
        second = names[1] if len(names) > 1 else ""
        if len(names) > 2:
            second += f" +{len(names) - 2}"
        _two_lines(painter, rect, (names[0] if names else "", pen, "ink"), (second, pen, "soft"))

    def _state(self, painter: QPainter, rect: QRect, listing: Listing, _is_chosen: bool) -> None:
        look = STATES[listing.status]
        _icon(painter, rect, look.icon, look.role)
        _line(painter, after(rect, fonts.px(ICON) + 6), look.word, self._pens["state"], look.role)

    def _grade(self, painter: QPainter, rect: QRect, listing: Listing, _is_chosen: bool) -> None:
        if not listing.is_graded:
            return  # its turn comes in a moment, and until then nothing is known
        if listing.grade is None:
            _line(painter, rect, _("Too short to score"), self._pens["text"], "faint")
            return
        pen = self._pens["state"]
        _line(painter, rect, str(round(listing.grade)), pen, "ink")
        room = pen.metrics.horizontalAdvance("00") + 14
        track = first(after(rect, room), min(fonts.px(88), rect.width() - room - 8))
        track = QRect(track.left(), rect.center().y() - 9, track.width(), 18)
        if track.width() > 30:
            band.paint_small(painter, track, listing.grade, self.targets.grade)

    def _journal(self, painter: QPainter, rect: QRect, listing: Listing, _is_chosen: bool) -> None:
        year = (str(listing.year or ""), self._pens["text"], "soft")
        _two_lines(painter, rect, (listing.journal, self._pens["slanted"], "ink"), year)

    def _findings(self, painter: QPainter, rect: QRect, listing: Listing, _is_chosen: bool) -> None:
        if not (listing.is_graded or listing.errors or listing.warnings or listing.comments):
            return
        if not listing.errors and not listing.warnings and not listing.comments:
            _icon(painter, rect, "check", "link")
            _line(painter, after(rect, fonts.px(ICON) + 5), _("None open"), self._pens["text"], "soft")
            return
        pen = self._pens["strong"]
        open_ones = (
            (listing.errors, "octagon-alert", "brick"),
            (listing.warnings, "triangle-alert", "amber"),
            (listing.comments, "message-square", "link"),
        )
        for number, icon, role in open_ones:
            if number:
                _icon(painter, rect, icon, role)
                rect = after(rect, fonts.px(ICON) + 5)
                _line(painter, rect, str(number), pen, role)
                rect = after(rect, pen.metrics.horizontalAdvance(str(number)) + 13)

    def _edited(self, painter: QPainter, rect: QRect, listing: Listing, is_chosen: bool) -> None:
        model = self._table.model()
        assert isinstance(model, ListingsModel)
        _line(painter, rect, model.edited(listing), self._pens["text"], "ink" if is_chosen else "soft")


class Pen:
    """A font with its metrics, and the cut words it has measured: measuring costs as much as painting."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self.metrics = QFontMetrics(font)
        self._cut: dict[tuple[str, int], str] = {}

    def cut(self, text: str, width: int) -> str:
        """The text, cut with an ellipsis where it is too wide."""
        key = (text, width)
        if key not in self._cut:
            if len(self._cut) > MOST_CUT:
                self._cut.clear()
            self._cut[key] = self.metrics.elidedText(text, Qt.TextElideMode.ElideRight, width)
        return self._cut[key]


Words = tuple[str, Pen, str]
"""A text, its pen and the role of its colour."""


def _icon(painter: QPainter, rect: QRect, name: str, role: str) -> None:
    icons.paint(painter, name, middle_square(first(rect, fonts.px(ICON))), role)


def _line(painter: QPainter, rect: QRect, text: str, pen: Pen, role: str) -> None:
    painter.setFont(pen.font)
    painter.setPen(colours.colour(role))
    painter.drawText(rect, _LEFT, pen.cut(text, rect.width()))


def _two_lines(painter: QPainter, rect: QRect, first: Words, second: Words) -> None:
    """Two lines close together about the middle, or one line in the middle when the second is empty."""
    if not second[0]:
        _line(painter, rect, *first)
        return
    heights = [pen.metrics.height() + 1 for _text, pen, _role in (first, second)]
    top = rect.center().y() - sum(heights) // 2 + 1
    _line(painter, QRect(rect.left(), top, rect.width(), heights[0]), *first)
    _line(painter, QRect(rect.left(), top + heights[0], rect.width(), heights[1]), *second)


def _first_line(pen: Pen, text: str, width: int) -> tuple[str, str]:
    """The words that fit on one line, and the rest."""
    words = text.split()
    line = ""
    for number, word in enumerate(words):
        longer = f"{line} {word}".strip()
        if line and pen.metrics.horizontalAdvance(longer) > width:
            return line, " ".join(words[number:])
        line = longer
    return line, ""
