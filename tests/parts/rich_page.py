"""A form around a writing field, and what a writer does in it: keys, pastes."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from app.model.finding import Finding
from app.ui.fields.rich_field import RichField

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Page(QWidget):
    """A form of three fields, the rich one in the middle; it keeps what the field told and passed on."""

    def __init__(self) -> None:
        super().__init__()
        self.before, self.field, self.after = QLineEdit(), RichField("simple_explanation"), QLineEdit()
        self.edits: list[str] = []
        self.notices: list[str] = []
        self.passed_on: list[tuple[int, Qt.KeyboardModifier]] = []
        column = QVBoxLayout(self)
        for widget in (self.before, self.field, self.after):
            column.addWidget(widget)
        column.addStretch(1)
        self.field.edited.connect(self.edits.append)
        self.field.pasted.connect(self.notices.append)

    def keyPressEvent(self, event: object) -> None:
        self.passed_on.append((event.key(), event.modifiers()))

    @property
    def edit(self) -> QWidget:
        return self.field.edit


def type_(page: Page, text: str) -> None:
    """Type, with Enter for each line end."""
    for number, line in enumerate(text.split("\n")):
        if number:
            QTest.keyClick(page.edit, Qt.Key.Key_Return)
        QTest.keyClicks(page.edit, line)


def press(page: Page, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(page.edit, key, held)


def paste(page: Page, text: str = "", html: str = "") -> None:
    data = QMimeData()
    if text:
        data.setText(text)
    if html:
        data.setHtml(html)
    QApplication.clipboard().setMimeData(data)
    press(page, Qt.Key.Key_V, CTRL)


def caret(page: Page) -> int:
    return page.field.edit.textCursor().position()


def finding(markdown: str, text: str, code: str = "hard-word", **facts: object) -> Finding:
    start = markdown.index(text)
    return Finding(code, "warning", "simple_explanation", start, start + len(text), text, facts)
