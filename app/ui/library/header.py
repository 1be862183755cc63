"""The library's header: the program's name, the search field, and the three things a writer starts from here."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSizePolicy, QWidget

from app.translation import _
from app.ui.look import fonts, icons, style
from app.ui.look.icon_label import IconLabel
from app.ui.look.mirror import after, first, middle_square

SEARCH_PAUSE_MS = 120
_PUBLISH_TIP = _("See what is new and write the website")
_TO_ROWS = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LibraryHeader(QWidget):
    """`searched` says the words after a short pause in typing; Enter and Down go on to the rows."""

    searched = Signal(str)
    rows_requested = Signal()
    find_action_requested = Signal()
    publish_requested = Signal()
    new_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.mark(self, surface="chrome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.search = _SearchField()
        self.find_action = _button(_("Find an action"), "search", "quiet", _("Find any action by its name"))
        self.publish = _button(_("Publish website…"), "globe", "secondary", _PUBLISH_TIP)
        self.new_summary = _button(_("New summary"), "plus", "primary", _("Start a new summary (Ctrl+N)"))
        self._keys = [_key(_("Ctrl")), _key("K")]
        self._name = QLabel("Plainspoken")
        self._pause = QTimer(self)
        self._row = QHBoxLayout(self)
        self._build()

    def search_text(self) -> str:
        """The words in the search field, without spaces around them."""
        return self.search.text().strip()

    def show_search(self, text: str) -> None:
        """Put words into the search field without announcing them."""
        if text != self.search_text():
            self._pause.stop()
            self.search.setText(text)
            self._pause.stop()

    def show_since(self, words: str) -> None:
        """Say at the Publish button how the library differs from its website."""
        self.publish.setToolTip(words or _PUBLISH_TIP)
        self.publish.setAccessibleDescription(words)

    def show_width(self, width: int) -> None:
        """Leave out what a narrow window has no room for."""
        for key in self._keys:
            key.setVisible(width >= 1080)
        self._name.setVisible(width >= 780)
        self.search.setMaximumWidth(fonts.px(440))
        self.find_action.setText(_("Find an action") if width >= 900 else "")
        self.publish.setText(_("Publish website…") if width >= 1000 else _("Publish…"))
        self._name.setFixedWidth(max(fonts.px(216 if width >= 1100 else 150), self._name.sizeHint().width()))

    def show_height(self, height: int) -> None:
        """Be 60 px high, and 46 in a window under 600."""
        margin = 5 if height < 600 else 12
        self._row.setContentsMargins(20, margin, 20, margin)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter and Down leave the search field for the rows, Esc empties it."""
        if watched is self.search and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in _TO_ROWS:
                self._say()
                self.rows_requested.emit()
                return True
            if event.key() == Qt.Key.Key_Escape and self.search.text():
                self.search.clear()
                self._say()
                return True
        return super().eventFilter(watched, event)

    def _say(self) -> None:
        self._pause.stop()
        self.searched.emit(self.search_text())

    def _build(self) -> None:
        style.mark(self._name, kind="app-name")
        self.search.setPlaceholderText(_("Search titles and every word of every text"))
        self.search.setAccessibleName(_("Search summaries"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(120)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.search.installEventFilter(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(SEARCH_PAUSE_MS)
        self._pause.timeout.connect(self._say)
        self.search.textChanged.connect(self._pause.start)
        self.find_action.clicked.connect(self.find_action_requested)
        self.publish.clicked.connect(self.publish_requested)
        self.new_summary.clicked.connect(self.new_requested)
        row = self._row
        self.show_height(800)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self.search, 3)
        row.addStretch(1)
        row.addWidget(self.find_action)
        for key in self._keys:
            row.addWidget(key, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addSpacing(8)
        row.addWidget(self.publish)
        row.addWidget(self.new_summary)


class _SearchField(QLineEdit):
    """A field with the magnifying glass in it, in the middle of its height at every text size."""

    def __init__(self) -> None:
        super().__init__()
        style.mark(self, kind="search")
        self._glass = IconLabel("search", "soft", 17, self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        side = fonts.px(17)
        self._glass.setGeometry(middle_square(first(after(self.rect(), 12), side)))


def _button(text: str, icon: str, kind: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    style.mark(button, kind=kind)
    role = "on_accent" if kind == "primary" else "link"
    button.setIcon(icons.icon(icon, role=role))
    button.setIconSize(QSize(fonts.px(20), fonts.px(16)))
    button.setToolTip(tip)
    button.setAccessibleName(text)
    return button


def _key(name: str) -> QLabel:
    label = QLabel(name)
    style.mark(label, kind="key")
    return label
