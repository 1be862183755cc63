"""The rows of the reading panel: each is one button that goes to a place, by click, Enter or Space."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QWidget

from app.model.finding import Finding
from app.model.score import Driver
from app.translation import _, number
from app.ui import words
from app.ui.fields import marks
from app.ui.look import colours, fonts, labels
from app.ui.look.elided_label import ElidedLabel
from app.ui.look.icon_label import IconLabel
from app.ui.look.plain_tip import plain_tip
from app.ui.look.style import mark
from app.ui.reading import sentences

Place = tuple[int, int]


class Row(QAbstractButton):
    """A line between two hairlines that can be chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A wash below the pointer, a hairline at the foot."""
        painter = QPainter(self)
        if self.underMouse() or self.isDown():
            painter.fillRect(self.rect(), colours.colour("mist2" if self.isDown() else "mist"))
        painter.fillRect(QRectF(0, self.height() - 1, self.width(), 1), colours.colour("line"))


class SentenceRow(Row):
    """A costly sentence: its rank, its first words, where to split, and the grade now and then."""

    def __init__(self, rank: int) -> None:
        super().__init__()
        self.driver: Driver | None = None
        self._rank = rank
        self._text, self._advice, self._grades = labels.slim("", ""), labels.slim("", "hint"), _figures()
        self._is_narrow = False
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(0, 8, 0, 9)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.addWidget(_Disc(rank), 0, 0, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._text, 0, 1)
        grid.addWidget(self._grades, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._advice, 1, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def set_narrow(self, is_narrow: bool) -> None:
        """Put the grades below the words, or beside them."""
        if is_narrow != self._is_narrow:  # the grid is not asked: PySide would hold the part that it tells of
            self._is_narrow = is_narrow
            row, column = (2, 1) if is_narrow else (0, 2)
            self._grid.addWidget(self._grades, row, column, Qt.AlignmentFlag.AlignTop)

    def show_driver(self, driver: Driver) -> None:
        """Show a sentence."""
        self.driver = driver
        now, then = number(driver.grade_now, ".1f"), number(driver.grade_then, ".1f")
        advice = sentences.split_advice(driver)
        self._text.setText(sentences.beginning(driver.text))
        self._advice.setText(advice)
        self._grades.setText(_("<span style='font-weight:400'>{now} to</span> {then}").format(now=now, then=then))
        self.setToolTip(_("Go to this sentence"))
        self.setAccessibleName(
            _("Sentence {rank}: {beginning}").format(rank=self._rank, beginning=sentences.beginning(driver.text))
        )
        self.setAccessibleDescription(_("{advice} Grade {now} to {then}.").format(advice=advice, now=now, then=then))


class WordRow(Row):
    """A costly word, a plainer one, and what the exchange would gain."""

    def __init__(self) -> None:
        super().__init__()
        self.driver: Driver | None = None
        self._word, self._instead = ElidedLabel(), ElidedLabel()
        self._gain = _figures()
        mark(self._word, kind="strong")
        mark(self._instead, kind="hint")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 6, 0, 7)
        line.setSpacing(9)
        line.addWidget(_Dots())
        line.addWidget(self._word)
        line.addWidget(self._instead)
        line.addStretch(1)
        line.addWidget(self._gain)

    def show_driver(self, driver: Driver, *, is_first: bool) -> None:
        """Show a word; the first row names the unit."""
        self.driver = driver
        gain = sentences.gain(driver)
        self._word.setText(driver.text)
        self._instead.setText(driver.suggestion)
        self._gain.setText(_("{gain} grades").format(gain=gain) if is_first else gain)
        self.setToolTip(plain_tip(f"{driver.text}: {driver.suggestion}"))
        self.setAccessibleName(_("{text}: say “{suggestion}”").format(text=driver.text, suggestion=driver.suggestion))
        self.setAccessibleDescription(_("Gains {gain} grades.").format(gain=gain))


class MissingRow(Row):
    """Something that must be mended before the summary is ready."""

    def __init__(self) -> None:
        super().__init__()
        self.finding: Finding | None = None
        self._headline, self._place = labels.slim("", ""), labels.slim("", "hint")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 7, 0, 8)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(0)
        grid.addWidget(IconLabel("octagon-alert", "brick", 18), 0, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._headline, 0, 1)
        grid.addWidget(self._place, 1, 1)
        grid.setColumnStretch(1, 1)

    def show_finding(self, finding: Finding) -> None:
        """Show a finding."""
        self.finding = finding
        told = words.explanation(finding)
        self._headline.setText(told.headline)
        self._place.setText(told.what_to_do or words.section_name(finding.section))
        self.setToolTip(plain_tip(told.why))
        self.setAccessibleName(f"{told.headline}, {words.section_name(finding.section)}")
        self.setAccessibleDescription(told.what_to_do)


class _Disc(QWidget):
    """A number in a ring."""

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        """Grows with the text."""
        return QSize(fonts.px(28), fonts.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ring and number."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colours.colour("amber"), 1.6))
        painter.drawEllipse(QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5))
        painter.setFont(fonts.sans(14, 600))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, str(self._number))


class _Dots(QWidget):
    """The mark that hard words have in the text."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(20, 12)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dots as under a word."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        marks.paint_shape(painter, marks.DOTS, 2, 19, 7)


def _figures() -> QLabel:
    made = QLabel()
    made.setTextFormat(Qt.TextFormat.RichText)
    mark(made, kind="good")
    return made
