"""Lucide icons in the window's colours, sharp at every scale and right after a change of scheme."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app import paths
from app.ui.look import colours
from app.ui.look.mirror import first, is_mirrored


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    svg = paths.resources().joinpath("icons").joinpath(f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(svg.replace("currentColor", colour).encode()))


POINTING = ("arrow-left", "arrow-right", "chevron-left", "chevron-right", "undo-2", "redo-2", "panel-right")
"""Icons that show a way back or on, or a side: a window from right to left has them the other way round."""


def paint(painter: QPainter, name: str, rect: QRect | QRectF, role: str = "ink") -> None:
    """Paint an icon into a rectangle, in the colour of a role."""
    place = QRectF(rect)
    is_turned = name in POINTING and is_mirrored()
    if is_turned:
        painter.save()
        painter.translate(place.left() + place.right(), 0)
        painter.scale(-1, 1)
    _renderer(name, colours.name(role)).render(painter, place)
    if is_turned:
        painter.restore()


class _Engine(QIconEngine):
    """Draws from the SVG each time, so that scale and scheme are always today's."""

    def __init__(self, name: str, role: str, on_role: str) -> None:
        super().__init__()
        self._name, self._role, self._on_role = name, role, on_role

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._on_role if state == QIcon.State.On else self._role
        # A wider icon size leaves room between the icon and a button's words, which style sheets cannot set.
        side = min(rect.width(), rect.height())
        square = QRect(first(rect, side).left(), rect.top() + (rect.height() - side) // 2, side, side)
        paint(painter, self._name, square, "faint" if mode == QIcon.Mode.Disabled else role)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:  # type: ignore[override]
        pixmap = QPixmap(size * scale)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, QRect(QPoint(0, 0), pixmap.size()), mode, state)
        painter.end()
        pixmap.setDevicePixelRatio(scale)
        return pixmap

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._on_role)


def icon(name: str, role: str = "ink", on_role: str = "") -> QIcon:
    """An icon by its Lucide name. `on_role` colours it while its button is checked."""
    return QIcon(_Engine(name, role, on_role or role))
