"""What stands in the table's place when there is nothing to list: the first step, or why nothing was found."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.translation import _
from app.ui.dialogs.file_questions import files_to_open
from app.ui.look import colours, fonts, icons, labels, style

FILES = _("Summaries (*.json *.html *.htm *.txt *.zip);;All files (*)")
"""The kinds of file that can be brought in."""


class EmptyLibrary(QWidget):
    """A picture, one sentence, one field: how a first summary begins."""

    start_requested = Signal(str)
    new_requested = Signal()
    import_requested = Signal(list)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = QLineEdit()
        self.start = _button(_("Start"), "arrow-right", "primary")
        self.choose_file = _button(_("Choose a file…"), "folder-open", "quiet")
        self.without_paper = _button(_("start without a paper"), "pencil", "quiet")
        self._picture = _Pages(self)
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As wide as the letters need, also when they have grown since."""
        super().resizeEvent(event)
        self._block.setMaximumWidth(fonts.px(640))

    def show_height(self, height: int) -> None:
        """Leave the picture out where it would push the field off the window."""
        self._picture.setVisible(height >= 520)

    def _on_start(self) -> None:
        if text := self.field.text().strip():
            self.start_requested.emit(text)
            self.field.clear()
        else:
            self.field.setFocus()

    def _on_choose(self) -> None:
        paths = files_to_open(self, _("Bring in summaries"), FILES)
        if paths:
            self.import_requested.emit(paths)

    def _build(self) -> None:
        heading = _label(_("Start with a paper"), "page-heading")
        sentence = _label(
            _(
                "Write its DOI, PubMed link or title here: a new summary opens with it filled in. "
                "Or drop summaries you already have anywhere in this window."
            ),
            "lead",
        )
        sentence.setWordWrap(True)
        self.field.setPlaceholderText(_("A DOI, a PubMed link or the paper’s title"))
        self.field.setAccessibleName(_("DOI, PubMed link or title of the paper"))
        self.field.setMinimumWidth(160)
        self.field.returnPressed.connect(self._on_start)
        self.start.clicked.connect(self._on_start)
        self.choose_file.clicked.connect(self._on_choose)
        self.without_paper.clicked.connect(self.new_requested)
        self._block = block = QWidget()
        column = QVBoxLayout(block)
        column.setSpacing(12)
        column.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(heading)
        column.addWidget(sentence)
        column.addLayout(_row(self.field, self.start))
        ways = QHBoxLayout()
        ways.addStretch(1)
        for part in (self.choose_file, _label(_("or"), "hint"), self.without_paper):
            ways.addWidget(part)
        ways.addStretch(1)
        column.addLayout(ways)
        middle = QHBoxLayout(self)
        middle.setContentsMargins(16, 8, 16, 8)
        middle.addStretch(1)
        middle.addWidget(block, 100, Qt.AlignmentFlag.AlignVCenter)
        middle.addStretch(1)


class NothingFound(QWidget):
    """One sentence on why the list is empty, and a way out."""

    clear_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentence = _label("", "lead")
        self._sentence.setWordWrap(True)
        self.clear = _button(_("Show all summaries"), "x", "secondary")
        self.clear.clicked.connect(self.clear_requested)
        column = QVBoxLayout(self)
        column.setSpacing(14)
        column.addStretch(2)
        column.addWidget(self._sentence)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(3)

    def show_sentence(self, sentence: str, way_out: str) -> None:
        """Show the sentence, and the words of the button that leads out ("" for none)."""
        self._sentence.setText(sentence)
        self.clear.setText(way_out)
        self.clear.setVisible(bool(way_out))


class _Pages(QWidget):
    """A paper's page and its plain summary, side by side."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(QSize(300, 220))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint both pages with soft shadows."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.save()
        painter.translate(79, 112)
        painter.rotate(-5)
        self._sheet(painter, QRectF(-62, -83, 124, 166))
        self._paper(painter)
        painter.restore()
        painter.translate(212, 108)
        painter.rotate(4)
        self._sheet(painter, QRectF(-66, -95, 132, 190))
        self._summary(painter)

    def _sheet(self, painter: QPainter, page: QRectF) -> None:
        for spread in range(8):
            painter.setBrush(QColor(0, 0, 0, 4))
            painter.drawRoundedRect(page.adjusted(-spread, -spread + 3, spread, spread + 3), 8 + spread, 8 + spread)
        painter.setBrush(colours.colour("card"))
        painter.drawRoundedRect(page, 7, 7)

    def _paper(self, painter: QPainter) -> None:
        painter.setBrush(colours.colour("edge"))
        for top, width in ((-68, 84), (-57, 62)):
            painter.drawRoundedRect(QRectF(-48, top, width, 4), 2, 2)
        painter.setBrush(colours.colour("track"))
        for left in (-48, 4):
            for line in range(18):
                width = 26 if line in (5, 12, 17) else 44
                painter.drawRoundedRect(QRectF(left, -42 + line * 6.4, width, 2.4), 1.2, 1.2)

    def _summary(self, painter: QPainter) -> None:
        painter.setBrush(colours.colour("accent"))
        for top, width in ((-76, 88), (-63, 58)):
            painter.drawRoundedRect(QRectF(-50, top, width, 7), 3.5, 3.5)
        painter.setBrush(colours.colour("mist2"))
        painter.drawRoundedRect(QRectF(-54, -46, 108, 56), 6, 6)
        painter.setBrush(colours.colour("link"))
        for line, width in enumerate((86, 78, 88, 50)):
            painter.drawRoundedRect(QRectF(-44, -36 + line * 10, width, 3.4), 1.7, 1.7)
        for line, width in enumerate((72, 78, 48)):
            middle = 27 + line * 20
            painter.setBrush(colours.colour("accent"))
            painter.drawEllipse(QRectF(-52, middle - 5, 10, 10))
            painter.setBrush(colours.colour("edge"))
            painter.drawRoundedRect(QRectF(-34, middle - 1.7, width, 3.4), 1.7, 1.7)


def _label(text: str, kind: str) -> QLabel:
    label = labels.label(text, kind, wraps=False)
    label.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter)
    return label


def _button(text: str, icon: str, kind: str) -> QPushButton:
    button = QPushButton(text)
    style.mark(button, kind=kind)
    button.setIcon(icons.icon(icon, role="on_accent" if kind == "primary" else "link"))
    button.setIconSize(QSize(fonts.px(20), fonts.px(16)))
    return button


def _row(field: QWidget, button: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(8)
    row.addWidget(field, 1)
    row.addWidget(button)
    return row
