"""A page of HTML as the bytes of a PDF: A4, page numbers, the title in the file. Nothing is fetched."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument

_MARGINS_MM = QMarginsF(20, 18, 20, 20)
_DPI = 300
_FOOT_POINTS = 9


def pdf_file(html: str, title: str, font: QFont) -> bytes:
    """The PDF of a page of our own HTML, in this font."""
    out = QBuffer()
    out.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(out)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator("Plainspoken")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS_MM, QPageLayout.Unit.Millimeter)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setHtml(html)
    _paint(document, writer, title)
    out.close()
    return bytes(out.data().data())


def _paint(document: QTextDocument, writer: QPdfWriter, title: str) -> None:
    area = QRectF(writer.pageLayout().paintRectPixels(_DPI))
    size = QSizeF(area.width(), area.height() - _DPI * 0.35)
    document.setPageSize(size)
    painter = QPainter(writer)
    foot = QFont(document.defaultFont())
    foot.setPointSizeF(_FOOT_POINTS)
    count = document.pageCount()
    for page in range(count):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * size.height())
        document.drawContents(painter, QRectF(0, page * size.height(), size.width(), size.height()))
        painter.restore()
        painter.setFont(foot)
        painter.setPen(QColor("#4a555c"))
        line = QRectF(0, area.height() - _DPI * 0.2, size.width(), _DPI * 0.2)
        width = line.width() * 0.8
        shown = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.drawText(line, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{page + 1} / {count}")
    painter.end()
