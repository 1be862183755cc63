"""The picture of the welcome page: a dense paper and the page that it becomes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.look import colours

_WIDTH, _HEIGHT = 560.0, 400.0


class WelcomePicture(QWidget):
    """Two sheets on a calm ground. It says nothing that the words beside it do not say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Fill the half with mist and lay the two sheets in its middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), colours.colour("mist"))
        scale = min(1.05, self.width() / (_WIDTH + 60), self.height() / (_HEIGHT + 60))
        painter.translate(QRectF(self.rect()).center())
        painter.scale(scale, scale)
        _lay(painter, QPointF(-136, 10), -5, QRectF(-114, -150, 228, 300), _paint_paper)
        _lay(painter, QPointF(136, 0), 4, QRectF(-123, -172, 246, 344), _paint_page)


def _lay(
    painter: QPainter, at: QPointF, degrees: float, sheet: QRectF, paint_sheet: Callable[[QPainter, QRectF], None]
) -> None:
    painter.save()
    painter.translate(at)
    painter.rotate(degrees)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(0, 0, 0, 2))  # black: tinted layers of little alpha turn blue
    for spread in range(14, 0, -1):
        painter.drawRoundedRect(sheet.adjusted(-spread, 6 - spread, spread, 6 + spread), 14 + spread, 14 + spread)
    painter.setPen(QPen(colours.colour("line"), 1.2))
    painter.setBrush(colours.colour("card"))
    painter.drawRoundedRect(sheet, 14, 14)
    painter.setPen(Qt.PenStyle.NoPen)
    paint_sheet(painter, sheet)
    painter.restore()


def _paint_paper(painter: QPainter, sheet: QRectF) -> None:
    left, top = sheet.left() + 28, sheet.top() + 30
    _bar(painter, left, top, 158, 8, "edge", 0.8)
    _bar(painter, left, top + 15, 115, 8, "edge", 0.8)
    for column in range(2):
        for row in range(21):
            is_last = row in (5, 13, 19) if column == 0 else row in (4, 10, 16)
            _bar(painter, left + column * 94, top + 38 + row * 10.6, 40 if is_last else 82, 3.6, "edge", 0.4)


def _paint_page(painter: QPainter, sheet: QRectF) -> None:
    left, top = sheet.left() + 30, sheet.top() + 34
    _bar(painter, left, top, 166, 13, "accent")
    _bar(painter, left, top + 24, 110, 13, "accent")
    box = QRectF(sheet.left() + 18, top + 58, 206, 102)
    painter.setBrush(colours.colour("mist2"))
    painter.drawRoundedRect(box, 12, 12)
    for row, width in enumerate((156, 166, 143, 97)):
        _bar(painter, box.left() + 22, box.top() + 20 + row * 18, width, 6, "accent", 0.75)
    for row, width in enumerate((140, 154, 100)):
        painter.setBrush(colours.colour("accent"))
        painter.drawEllipse(QPointF(left + 8, box.bottom() + 34 + row * 37), 10, 10)
        _bar(painter, left + 32, box.bottom() + 31 + row * 37, width, 6, "edge", 0.6)


def _bar(
    painter: QPainter, left: float, top: float, width: float, height: float, role: str, strength: float = 1
) -> None:
    painter.setBrush(colours.colour(role))
    painter.setOpacity(strength)
    painter.drawRoundedRect(QRectF(left, top, width, height), height / 2.4, height / 2.4)
    painter.setOpacity(1)
