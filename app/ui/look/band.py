"""The reading band: a track of grades, the target as a bracketed zone, and where the text stands."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.translation import _
from app.ui.look import colours, fonts

LOWEST, HIGHEST = 3.0, 19.0


def paint_small(painter: QPainter, track: QRect, grade: float | None, target: tuple[float, float]) -> None:
    """A band for a table row: track, zone with posts, disc inside the target, diamond outside. Any rectangle."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = track.center().y() + 0.5
    _bar(painter, QRectF(track.left(), middle - 3, track.width(), 6), "track")
    _zone(painter, track, middle, target, thickness=6, post=16)
    if grade is not None:
        inside = min(max(_x(track, grade), track.left() + 6.5), track.right() - 6.5)
        _here(painter, QPointF(inside, middle), grade, target, 5.5)
    painter.restore()


class Band(QWidget):
    """The big band of the reading panel, with numbers below it and words above."""

    def __init__(self, parent: QWidget | None = None, *, is_big: bool = True) -> None:
        super().__init__(parent)
        self._is_big = is_big
        self._grade: float | None = None
        self._range: tuple[float, float] | None = None
        self._target = (6.0, 8.0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Reading grade"))

    def show_grade(
        self, grade: float | None, target: tuple[float, float], range_: tuple[float, float] | None = None
    ) -> None:
        """Show a grade (None while there is too little text), the target, and the likely range."""
        self._grade, self._target, self._range = grade, target, range_
        where = _("too little text to score") if grade is None else _("grade {grade:.1f}").format(grade=grade)
        self.setAccessibleDescription(
            _("{where}; target {target:g} to {target_2:g}").format(where=where, target=target[0], target_2=target[1])
        )
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room; high enough for the words above and the numbers below."""
        return QSize(240, fonts.px(74) if self._is_big else 20)

    def minimumSizeHint(self) -> QSize:
        """The least width at which the numbers do not touch."""
        return QSize(160 if self._is_big else 60, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Small: the band alone. Big: words, band, numbers."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if not self._is_big:
            paint_small(painter, self.rect().adjusted(7, 0, -7, 0), self._grade, self._target)  # a mark may hang over
            return
        track = QRect(10, fonts.px(28), self.width() - 20, 12)
        middle = track.center().y() + 0.5
        _bar(painter, QRectF(track), "track")
        if self._range:
            left, right = (_x(track, grade) for grade in self._range)
            _bar(painter, QRectF(left, track.top(), right - left, 12), "span")
        _zone(painter, track, middle, self._target, thickness=12, post=26)
        if self._grade is not None:
            _here(painter, QPointF(_x(track, self._grade), middle), self._grade, self._target, 10, "paper")
        self._write(painter, track)

    def _write(self, painter: QPainter, track: QRect) -> None:
        painter.setFont(fonts.sans(14))
        painter.setPen(colours.colour("soft"))
        for grade in range(4, 19, 2):
            _centred(painter, _x(track, grade), track.bottom() + fonts.px(6), str(grade), self.width())
        painter.setFont(fonts.sans(14, 600))
        low, high = self._target
        target, here = _("Target {low:g} to {high:g}").format(low=low, high=high), _("You are here")
        metrics = painter.fontMetrics()
        sizes = metrics.horizontalAdvance(target), metrics.horizontalAdvance(here)
        middle = (_x(track, low) + _x(track, high)) / 2
        at = _x(track, self._grade) if self._grade is not None else None
        lefts = beside(middle, at, sizes, self.width())
        for left, text, role in zip(lefts, (target, here), ("link", self._role()), strict=False):
            painter.setPen(colours.colour(role))
            painter.drawText(QPointF(left, metrics.ascent()), text)

    def _role(self) -> str:
        """An easier text than asked for is nothing to warn of."""
        return "link" if self._grade is None or self._grade <= self._target[1] else "amber"


def beside(target: float, here: float | None, sizes: tuple[int, int], room: int, gap: int = 12) -> tuple[float, ...]:
    """Where the words over the target and over the text's own place begin: each over its middle where both fit.

    Else the words of the text's place stand on the side where it is, and the target's give way at the room's edge.
    """
    left = min(max(target - sizes[0] / 2, 0), room - sizes[0])
    if here is None:
        return (left,)
    own = min(max(here - sizes[1] / 2, 0), room - sizes[1])
    if left - own < sizes[1] + gap and own - left < sizes[0] + gap:
        if here < target:
            own = max(left - gap - sizes[1], 0)
            left = max(left, own + sizes[1] + gap)
        else:
            own = min(left + sizes[0] + gap, room - sizes[1])
            left = min(left, own - gap - sizes[0])
    return left, own


def _x(track: QRect, grade: float) -> float:
    share = (min(max(grade, LOWEST), HIGHEST) - LOWEST) / (HIGHEST - LOWEST)
    return track.left() + share * track.width()


def _bar(painter: QPainter, rect: QRectF, role: str) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour(role))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)


def _zone(
    painter: QPainter, track: QRect, middle: float, target: tuple[float, float], *, thickness: float, post: float
) -> None:
    left, right = (_x(track, grade) for grade in target)
    painter.fillRect(QRectF(left, middle - thickness / 2, right - left, thickness), colours.colour("zone"))
    painter.setPen(QPen(colours.colour("accent"), 2))
    for x in (left, right):
        painter.drawLine(QPointF(x, middle - post / 2), QPointF(x, middle + post / 2))


def _here(
    painter: QPainter, at: QPointF, grade: float, target: tuple[float, float], radius: float, edge: str = ""
) -> None:
    is_inside = grade <= target[1]
    painter.setPen(QPen(colours.colour(edge), 2) if edge else Qt.PenStyle.NoPen)
    painter.setBrush(colours.colour("accent" if is_inside else "amber"))
    if is_inside:
        painter.drawEllipse(at, radius, radius)
        return
    painter.drawPolygon(QPolygonF([at + QPointF(x * radius * 1.15, y * radius * 1.15) for x, y in _DIAMOND]))


_DIAMOND = ((0, -1), (1, 0), (0, 1), (-1, 0))


def _centred(painter: QPainter, x: float, top: float, text: str, width: int) -> None:
    metrics = painter.fontMetrics()
    advance = metrics.horizontalAdvance(text)
    left = min(max(x - advance / 2, 0), width - advance)
    painter.drawText(QPointF(left, top + metrics.ascent()), text)
