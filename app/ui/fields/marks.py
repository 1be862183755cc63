"""Marks under the words: shape first, colour second. Painted over the text, so that they are no change to it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from operator import itemgetter

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QTextBlock, QTextDocument

from app.model.finding import Finding
from app.translation import _, counted
from app.ui.look import colours, fonts

DOTS, DASHES, DOUBLE, BRACKET, LINE, WAVE, WASH, MATCH, COMMENT = (
    "dots", "dashes", "double", "bracket", "line", "wave", "wash", "match", "comment",
)  # fmt: skip
NONE = ""
UNDER = (WASH, MATCH, COMMENT)
"""What lies under the text."""
_UNDER_ROLES = {WASH: "mist2", MATCH: "match", COMMENT: "sand"}
_SHAPES = {
    "reading-level": NONE,  # of the whole text: a line under all of it would say nothing
    "long-sentence": BRACKET,
    "hard-word": DOTS,
    "short-form-undefined": DASHES,
    "short-forms-nearly-alike": DASHES,
    "rate-differs": DOUBLE,
    "number-not-in-paper": DOUBLE,
    "number-unit-differs": DOUBLE,
}
_ROLES = {DOTS: "amber", DASHES: "link", DOUBLE: "brick", BRACKET: "amber", LINE: "amber", WAVE: "brick"}
_MARGIN, _SLIM, _LEAST = 64, 14, 400


def margin(width: int) -> int:
    """The room at the right of a text of this width that belongs to brackets, whether there are any or not, in pixels.

    A narrow text has room for the bracket, but not for its count.
    """
    return fonts.px(_MARGIN) if width >= fonts.px(_LEAST) else _SLIM


@dataclass(frozen=True, slots=True)
class Mark:
    """A shape on a stretch of the document (its own positions). `count` is what a bracket says."""

    shape: str
    start: int
    end: int
    count: int = 0


def shape_of(finding: Finding) -> str:
    """The shape that a finding is marked with; NONE for one that is about a text as a whole."""
    return _SHAPES.get(finding.code, DOUBLE if finding.severity == "error" else LINE)


def name_of(shape: str, count: int) -> str:
    """“3 long sentences”: what the foot of a field says."""
    return {
        DOTS: counted("{n} hard word", "{n} hard words", count),
        DASHES: counted("{n} short form not explained", "{n} short forms not explained", count),
        DOUBLE: counted("{n} must be mended", "{n} must be mended", count),
        BRACKET: counted("{n} long sentence", "{n} long sentences", count),
        LINE: counted("{n} to look at", "{n} to look at", count),
        WAVE: counted("{n} spelling to check", "{n} spellings to check", count),
    }[shape]


def one_under_a_word(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """At most one line under a word: the worst shape wins."""
    order = (DOUBLE, WAVE, DASHES, DOTS, LINE)
    taken: list[Mark] = []
    lines: list[tuple[int, int]] = []  # of those taken, in the order of the text; none meets another
    for mark in sorted(marks, key=lambda mark: order.index(mark.shape) if mark.shape in order else -1):
        if mark.shape in order:
            place = bisect_left(lines, mark.end, key=itemgetter(0))  # the first line after the mark
            if place and lines[place - 1][1] > mark.start:
                continue
            lines.insert(place, (mark.start, mark.end))
        taken.append(mark)
    return tuple(taken)


def paint_washes(painter: QPainter, document: QTextDocument, marks: Iterable[Mark], shift: QPointF) -> None:
    """What lies under the text: the current sentence, matches of a search, words with a comment and its bar."""
    painter.setPen(Qt.PenStyle.NoPen)
    for mark in marks:
        if mark.shape in UNDER:
            painter.setBrush(colours.colour(_UNDER_ROLES[mark.shape]))
            for left, right, top, baseline, height in _stretches(document, mark.start, mark.end):
                del baseline
                rect = QRectF(left - 2, top + 1, right - left + 4, height - 2).translated(shift)
                painter.drawRoundedRect(rect, 4, 4)
                if mark.shape == COMMENT:  # the bar in the margin carries it without colour
                    room = document.rootFrame().frameFormat().rightMargin()
                    x = document.textWidth() - max(room - 1, 3) + shift.x()
                    painter.fillRect(QRectF(x, rect.top(), 3, rect.height()), colours.colour("span"))


def paint_lines(painter: QPainter, document: QTextDocument, marks: Iterable[Mark], shift: QPointF) -> None:
    """What lies over the text: lines under words, brackets in the margin."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in marks:
        if mark.shape == BRACKET:
            _bracket(painter, document, mark, shift)
        elif mark.shape not in UNDER:
            for left, right, _top, baseline, _height in _stretches(document, mark.start, mark.end):
                paint_shape(painter, mark.shape, left + shift.x(), right + shift.x(), baseline + shift.y() + 5)


def paint_shape(painter: QPainter, shape: str, left: float, right: float, y: float) -> None:
    """One line of a shape between two places, as under a word."""
    colour = colours.colour(_ROLES[shape])
    pen = QPen(colour, 2)
    if shape == DOTS:
        pen = QPen(colour, 2.4, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.RoundCap)
        pen.setDashPattern([0.01, 2])
    elif shape == DASHES:
        pen.setStyle(Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([3, 1.7])
    elif shape in (DOUBLE, WAVE):
        pen.setWidthF(1.4)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if shape == WAVE:
        _wave(painter, left, right, y - 1)
    elif shape == BRACKET:
        middle = (left + right) / 2
        painter.drawPolyline([QPointF(middle - 3, y - 9), QPointF(middle + 2, y - 9)])
        painter.drawPolyline([QPointF(middle + 2, y - 9), QPointF(middle + 2, y + 1), QPointF(middle - 3, y + 1)])
    else:
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    if shape == DOUBLE:
        painter.drawLine(QPointF(left, y + 3), QPointF(right, y + 3))


def _wave(painter: QPainter, left: float, right: float, y: float) -> None:
    path = QPainterPath(QPointF(left, y))
    x, up = left, True
    while x < right:
        path.lineTo(min(x + 2.5, right), y - 2.5 if up else y)
        x, up = x + 2.5, not up
    painter.drawPath(path)


def _bracket(painter: QPainter, document: QTextDocument, mark: Mark, shift: QPointF) -> None:
    stretches = list(_stretches(document, mark.start, mark.end))
    if not stretches:
        return
    room = document.rootFrame().frameFormat().rightMargin()
    is_slim = room < fonts.px(_MARGIN)
    x = document.textWidth() - room + (10 if is_slim else 14) + shift.x()
    top, bottom = stretches[0][2] + shift.y() + 4, stretches[-1][2] + stretches[-1][4] + shift.y() - 4
    painter.setPen(QPen(colours.colour("amber"), 2))
    painter.drawPolyline([QPointF(x - 5, top), QPointF(x, top), QPointF(x, bottom), QPointF(x - 5, bottom)])
    if is_slim:
        return
    painter.setFont(fonts.sans(13, 600))
    metrics = QFontMetricsF(painter.font())
    middle = (top + bottom) / 2
    painter.drawText(QPointF(x + 7, middle - 1), str(mark.count))
    painter.setFont(fonts.sans(13))
    painter.drawText(QPointF(x + 7, middle - 1 + metrics.height() - 2), _("words"))


def bounds(document: QTextDocument, start: int, end: int) -> QRect:
    """The rectangle around a stretch, in the document's coordinates; empty for an empty stretch."""
    around = QRectF()
    for left, right, top, _baseline, height in _stretches(document, start, end):
        around = around.united(QRectF(left, top, max(right - left, 1), height))
    return around.toAlignedRect()


def _stretches(document: QTextDocument, start: int, end: int) -> Iterator[tuple[float, float, float, float, float]]:
    """Left, right, top, baseline and height of each line of a stretch, in the document's coordinates."""
    block = document.findBlock(start)
    while block.isValid() and block.position() < end:
        yield from _lines(document, block, start, end)
        block = block.next()


def _lines(
    document: QTextDocument, block: QTextBlock, start: int, end: int
) -> Iterator[tuple[float, float, float, float, float]]:
    corner = document.documentLayout().blockBoundingRect(block).topLeft()
    layout = block.layout()
    corner = corner + layout.position() - document.documentLayout().blockBoundingRect(block).topLeft()
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first = max(start - block.position(), line.textStart())
        last = min(end - block.position(), line.textStart() + line.textLength())
        if first < last:
            left, right = _x(line.cursorToX(first)), _x(line.cursorToX(last))
            top = corner.y() + line.y()
            yield corner.x() + left, corner.x() + right, top, top + line.ascent(), line.height()


def _x(place: object) -> float:
    return float(place[0]) if isinstance(place, (tuple, list)) else float(place)  # type: ignore[arg-type]
