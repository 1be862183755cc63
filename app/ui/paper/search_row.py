"""The row above the paper: search with count and steps, Text or Pages, and the list of headings."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from app.translation import _
from app.ui.look import fonts, icons
from app.ui.look.icon_label import IconLabel
from app.ui.look.style import mark

TEXT, PAGES, HEADINGS = "text", "pages", "headings"


class SearchField(QLineEdit):
    """Enter goes to the next match, Shift+Enter to the one before, Esc empties."""

    stepped = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        mark(self, kind="search")
        self.setPlaceholderText(_("Search the paper"))
        self.setAccessibleName(_("Search the paper"))
        self._icon = IconLabel("search", "soft", 16, self)
        self.count = QLabel(self)
        mark(self.count, kind="small")

    def show_count(self, words: str) -> None:
        """“3 of 14”, inside the field at its right."""
        self.count.setText(words)
        self.count.setAccessibleName(words)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep icon and count in their places."""
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        """Another text size: as high as its words."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.minimumHeight() != fonts.px(36):
            self.setMinimumHeight(fonts.px(36))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Step through what was found."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        self._icon.adjustSize()
        self._icon.move(fonts.px(12), (self.height() - self._icon.height()) // 2)
        self.count.adjustSize()
        self.count.move(self.width() - self.count.width() - 12, (self.height() - self.count.height()) // 2)
        self.setTextMargins(0, 0, self.count.width() + 6 if self.count.text() else 0, 0)


class SearchRow(QWidget):
    """Says what is searched for and which way the paper is looked at."""

    searched = Signal(str)
    stepped = Signal(int)
    view_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = SearchField()
        self.previous = _icon_button("chevron-up", _("Match before (Shift+Enter)"))
        self.next = _icon_button("chevron-down", _("Next match (Enter)"))
        self.text, self.pages = _choice("type", _(" Text")), _choice("file-text", _(" Pages"))
        self.headings = _icon_button("list", _("Headings of the paper"))
        self.headings.setCheckable(True)
        self.views = {TEXT: self.text, PAGES: self.pages, HEADINGS: self.headings}
        group = QButtonGroup(self)
        for button in self.views.values():
            group.addButton(button)
        self.text.setChecked(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 12, 4)
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        for button in (self.previous, self.next, self.text, self.pages, self.headings):
            row.addWidget(button)
        self.show_count(-1, 0)
        self._connect()

    def show_count(self, at: int, of: int) -> None:
        """Say which match is shown; nothing is searched for at (-1, 0)."""
        is_searching = bool(self.field.text())
        self.field.show_count(
            (_("{at:,} of {count:,}").format(at=at + 1, count=of) if of else _("Not found")) if is_searching else ""
        )
        for button in (self.previous, self.next):
            button.setVisible(is_searching)
            button.setEnabled(of > 0)

    def show_view(self, view: str) -> None:
        """Check the button of the view that is shown."""
        self.views[view].setChecked(True)

    def show_pages(self, has_pages: bool, reason: str) -> None:
        """Offer the pages, or say why there are none."""
        self.pages.setEnabled(has_pages)
        self.pages.setToolTip("" if has_pages else reason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the words of the choice go into tips."""
        super().resizeEvent(event)
        is_wide = self.width() >= fonts.px(430)
        for button, words in ((self.text, _("Text")), (self.pages, _("Pages"))):
            button.setText(f" {words}" if is_wide else "")

    def _connect(self) -> None:
        self.field.textChanged.connect(self.searched)
        self.field.stepped.connect(self.stepped)
        self.next.clicked.connect(self._on_next)
        self.previous.clicked.connect(self._on_previous)
        for button in self.views.values():
            button.clicked.connect(self._on_view)

    def _on_next(self) -> None:
        self.stepped.emit(1)

    def _on_previous(self) -> None:
        self.stepped.emit(-1)

    def _on_view(self) -> None:
        self.view_chosen.emit(next(view for view, button in self.views.items() if button is self.sender()))


def _icon_button(icon: str, name: str) -> QPushButton:
    button = QPushButton(icons.icon(icon, role="soft", on_role="link"), "")
    button.setIconSize(QSize(fonts.px(18), fonts.px(18)))
    button.setToolTip(name)
    button.setAccessibleName(name)
    mark(button, kind="icon")
    return button


def _choice(icon: str, words: str) -> QPushButton:
    button = QPushButton(icons.icon(icon, role="soft", on_role="link"), words)
    button.setCheckable(True)
    button.setIconSize(QSize(fonts.px(16), fonts.px(16)))
    button.setAccessibleName(_("{words} of the paper").format(words=words.strip()))
    mark(button, kind="quiet", size="small")
    return button
