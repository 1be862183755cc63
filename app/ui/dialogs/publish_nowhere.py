"""The box of the publish dialog that names links which lead nowhere, each with a way to its words."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from app.publish.nowhere import NowhereLink
from app.translation import _
from app.ui.dialogs.publish_words import nowhere_title, nowhere_words
from app.ui.look import fonts, labels, style
from app.ui.look.icon_label import IconLabel

MOST_ROWS = 40
"""Rows shown; more are only counted."""
_MOST_PX = 150
"""Pixels at 100 %: about three rows and a half, so that it shows where more wait."""


class NowhereBox(QFrame):
    """Hidden while there is nothing to name. `go_requested` hands out the NowhereLink to go to."""

    go_requested = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, kind="sand")
        self.title = labels.label("", "strong")
        self.rows: list[QPushButton] = []
        self._area = _Rows()
        head = QHBoxLayout()
        head.addWidget(IconLabel("triangle-alert", "amber", 18))
        head.addWidget(self.title, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 10, 10, 10)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._area)
        self.hide()

    def show_links(self, links: tuple[NowhereLink, ...]) -> None:
        """Show them, or nothing."""
        self.title.setText(nowhere_title(len(links)))
        inside = QWidget()
        style.mark(inside, surface="sand")
        column = QVBoxLayout(inside)
        column.setContentsMargins(26, 0, 4, 0)
        column.setSpacing(0)
        self.rows = []
        for link in links[:MOST_ROWS]:
            column.addLayout(self._row(link))
        if len(links) > MOST_ROWS:
            column.addWidget(labels.label(_("and {count:,} more").format(count=len(links) - MOST_ROWS), "hint"))
        column.addStretch(1)
        self._area.setWidget(inside)
        self._area.fit()
        self.setVisible(bool(links))

    def _row(self, link: NowhereLink) -> QHBoxLayout:
        title, where = nowhere_words(link)
        go = QPushButton(_("Go there"))
        style.mark(go, kind="quiet", size="small")
        go.setAutoDefault(False)
        go.setAccessibleName(_("Go there: {title}").format(title=title))
        go.setAccessibleDescription(where)
        go.clicked.connect(partial(self.go_requested.emit, link))
        self.rows.append(go)
        words = QVBoxLayout()
        words.setSpacing(0)
        for text, kind in ((title, "body"), (where, "hint")):
            line = labels.label("", kind)
            line.setTextFormat(Qt.TextFormat.PlainText)
            line.setText(text)
            words.addWidget(line)
        row = QHBoxLayout()
        row.setContentsMargins(0, 4, 0, 4)
        row.addLayout(words, 1)
        row.addWidget(go, 0, Qt.AlignmentFlag.AlignTop)
        return row


class _Rows(QScrollArea):
    """As tall as about three rows, at most."""

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Links that lead nowhere"))

        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.fit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrower rows are higher."""
        super().resizeEvent(event)
        self._fitting.start()

    def fit(self) -> None:
        """Be as high as the rows are at this width."""
        inside = self.widget()
        rows = inside.layout() if inside else None
        if rows is not None:
            needed = rows.totalHeightForWidth(max(240, self.viewport().width()))
            self.setFixedHeight(max(0, min(needed, fonts.px(_MOST_PX))))

    def sizeHint(self) -> QSize:
        """Wide enough for most titles."""
        return QSize(600, self.maximumHeight())
