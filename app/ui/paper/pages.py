"""The pages of a PDF as they were printed. Qt's PDF part is loaded when pages are first looked at."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLoggingCategory, QPointF, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QStackedLayout, QWidget

from app.translation import _
from app.ui.look import colours
from app.ui.look.style import mark


class PagesView(QWidget):
    """Shows the file handed in, fitted to the width; goes to a page, from 1."""

    def __init__(self) -> None:
        super().__init__()
        self._view: Any = None
        self._document: Any = None
        self._buffer: QBuffer | None = None
        self._page = 1
        self._words = QLabel("", wordWrap=True, alignment=Qt.AlignmentFlag.AlignCenter)
        mark(self._words, kind="hint")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._words)

    @property
    def page(self) -> int:
        """The page in sight, from 1."""
        return int(self._view.pageNavigator().currentPage()) + 1 if self._view is not None else self._page

    @property
    def page_count(self) -> int:
        """How many pages are shown."""
        return int(self._document.pageCount()) if self._document is not None else 0

    def show_file(self, content: bytes) -> None:
        """Show a PDF, at the page that was asked for."""
        from PySide6.QtPdf import QPdfDocument
        from PySide6.QtPdfWidgets import QPdfView

        QLoggingCategory.setFilterRules("qt.pdf.links.warning=false")  # half of all papers have links to nowhere
        self.forget()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(content))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        if self._document.status() != QPdfDocument.Status.Ready:
            self._words.setText(_("The pages cannot be shown. The text is still here."))
            return
        self._view = QPdfView(self)
        self._view.setPageMode(QPdfView.PageMode.MultiPage)
        self._view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self._view.setAccessibleName(_("The paper’s pages"))
        palette = self._view.palette()
        palette.setColor(QPalette.ColorRole.Dark, colours.colour("track"))
        self._view.setPalette(palette)
        self._view.setDocument(self._document)
        self._stack.addWidget(self._view)
        self._stack.setCurrentWidget(self._view)
        self.setFocusProxy(self._view)
        self.show_page(self._page)

    def show_page(self, page: int) -> None:
        """Go to a page; before the file is there, it is remembered."""
        self._page = page
        if self._view is not None and self.page != page:
            self._view.pageNavigator().jump(page - 1, QPointF(), 0)

    def forget(self) -> None:
        """Let go of the file."""
        if self._view is not None:
            self._stack.removeWidget(self._view)
            self.setFocusProxy(None)  # type: ignore[arg-type]
            self._view.setDocument(None)
            self._view.deleteLater()
        if self._document is not None:
            self._document.close()
            self._document.deleteLater()
        if self._buffer is not None:
            self._buffer.close()
            self._buffer.deleteLater()
        self._view = self._document = self._buffer = None
        self._words.setText("")
