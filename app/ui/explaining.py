"""Why the words at the caret are marked, and what could stand there instead: opened with Ctrl+. beside the caret."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from app.model.finding import Finding
from app.ui import words
from app.ui.fields.rich_field import RichField
from app.ui.look import fonts, icons, style
from app.ui.look.icon_label import IconLabel
from app.ui.popover import Popover

_LOOKS = {"error": ("octagon-alert", "brick"), "warning": ("triangle-alert", "amber"), "notice": ("info", "link")}
_WIDTH = 370
_MOST = 3
_LONGEST = 30


def explain(field: RichField, finding: Finding) -> None:
    """Open the box for a finding at the caret of a field. A chosen alternative is the writer's own edit."""
    box = Explaining(finding, field.edit)

    def take(instead: str) -> None:
        field.replace(finding.start or 0, finding.end or 0, instead)

    box.taken.connect(take)
    rect = field.edit.cursorRect()
    rect.moveTopLeft(field.edit.viewport().mapTo(field.edit, rect.topLeft()))
    box.open_beside(rect, box.first())


class Explaining(Popover):
    """What, why, what to do, and up to three alternatives that 1 to 3 take. Esc returns to the same caret."""

    taken = Signal(str)

    def __init__(self, finding: Finding, anchor: QWidget) -> None:
        super().__init__(anchor)
        told = words.explanation(finding)
        self.setAccessibleName(told.headline)
        self.setAccessibleDescription(f"{told.why} {told.what_to_do}".strip())
        self.inside.addLayout(self._head(finding, _heading(finding, told.headline)))
        if self.accessibleDescription():
            self.inside.addWidget(_paragraph(self.accessibleDescription()))
        self.ways = [self._way(place, text) for place, text in enumerate(finding.suggestions[:_MOST], start=1)]
        for way in self.ways:
            self.inside.addWidget(way)
        self.frame.setFixedWidth(min(fonts.px(_WIDTH), anchor.window().width() - 32))

    def first(self) -> QWidget:
        """What gets the keyboard: the first alternative, else Close."""
        return self.ways[0] if self.ways else self.close_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 3 take an alternative, the arrows go from one to the next."""
        place = event.key() - Qt.Key.Key_1
        if 0 <= place < len(self.ways) and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.ways[place].click()
        else:
            super().keyPressEvent(event)

    def _take(self, text: str) -> None:
        self.close_and_return()
        self.taken.emit(text)

    def _head(self, finding: Finding, headline: str) -> QHBoxLayout:
        icon, role = _LOOKS[finding.severity]
        heading = QLabel(headline, wordWrap=True)
        style.mark(heading, kind="strong")
        self.close_button = QPushButton(icons.icon("x", role="link"), "")
        self.close_button.setIconSize(QSize(16, 16))
        self.close_button.setAccessibleName("Close")
        self.close_button.setToolTip("Close (Esc)")
        self.close_button.setAutoDefault(True)
        style.mark(self.close_button, kind="icon")
        self.close_button.clicked.connect(self.close_and_return)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(IconLabel(icon, role, 18))
        row.addWidget(heading, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _way(self, place: int, text: str) -> QPushButton:
        way = QPushButton()
        way.setAccessibleName(f"Use “{text}”")
        way.setAutoDefault(True)
        way.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        way.setMinimumHeight(fonts.px(34))
        style.mark(way, kind="alternative")
        name, key = QLabel(text), QLabel(str(place))
        style.mark(name, kind="alternative")
        style.mark(key, kind="key")
        row = QHBoxLayout(way)
        row.setContentsMargins(10, 0, 6, 0)
        row.addWidget(name, 1)
        row.addWidget(key)
        for label in (name, key):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        way.clicked.connect(lambda: self._take(text))
        return way


def _heading(finding: Finding, headline: str) -> str:
    """“Hard word: vehicle”; a long stretch needs no repeating, the caret is in it."""
    text = " ".join((finding.text or "").split())
    return f"{headline}: {text}" if 0 < len(text) <= _LONGEST and text not in headline else headline


def _paragraph(text: str) -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    style.mark(label, kind="hint")
    return label
