"""The foot of the Checks panel: how many findings were dismissed, the way to them, and the key for the next one."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.model.finding import SetAside
from app.translation import _
from app.ui.fields.flow import Flow
from app.ui.look import fonts, style
from app.ui.look.disclosure import Disclosure
from app.ui.look.icon_label import IconLabel
from app.ui.words import leaving


class ChecksFoot(QFrame):
    """Counts; the list itself is above it."""

    shown = Signal(bool)
    """Whether the dismissed ones shall be in the list."""

    def __init__(self) -> None:
        super().__init__()
        self._count = QLabel()
        self.show_button = Disclosure(_("Show"))
        self.show_button.call(_("Show what was dismissed"), _("Hide what was dismissed"))
        style.mark(self._count, kind="hint")
        style.mark(self.show_button, kind="quiet", size="small")
        self.show_button.opened.connect(self._on_opened)
        self._left = QWidget()
        _row(self._left, IconLabel("archive", "soft", 17), self._count, self.show_button)
        keys = QWidget()
        words, key = QLabel(_("Next")), QLabel("F8")
        keys.setToolTip(_("F8 goes to the next finding of the page, Shift+F8 to the one before"))
        style.mark(words, kind="hint")
        style.mark(key, kind="key")
        _row(keys, words, key)
        line, both = QFrame(), QWidget()
        style.mark(line, kind="line")
        flow = Flow(both, spacing=12)
        flow.setContentsMargins(16, 7, 12, 7)
        flow.addWidget(self._left)
        flow.addWidget(keys)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(line)
        column.addWidget(both)
        self.show_aside(())

    def show_aside(self, aside: tuple[SetAside, ...]) -> None:
        """Count what was dismissed."""
        with_reason = sum(bool(each.by.reason) for each in aside)
        self._count.setText(leaving.count_words(len(aside), with_reason))
        self._left.setVisible(bool(aside))
        if not aside:
            self.show_button.open(False)

    def _on_opened(self, is_on: bool) -> None:
        self.show_button.setText(_("Hide") if is_on else _("Show"))
        self.shown.emit(is_on)


def _row(box: QWidget, *parts: QWidget) -> None:
    box.setMinimumHeight(fonts.px(30))
    row = QHBoxLayout(box)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(7)
    for part in parts:
        row.addWidget(part)
