"""The welcome page: the ways into a library, the sample first, so that Enter opens it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from app.translation import _
from app.ui.look import fonts, style
from app.ui.look.icon_label import IconLabel
from app.ui.welcome_picture import WelcomePicture

NARROW, LOW = 960, 600
"""Below this width in pixels at the usual text size the picture goes, below this height the second lines."""
_COLUMN = 520


class WelcomePanel(QWidget):
    """Name, what it is for, three ways in, and where the work stays."""

    sample_requested = Signal()
    new_library_requested = Signal()
    open_library_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sample_button = WayButton(
            "book-open", _("Look around a sample library"), _("Three finished summaries to read, change and break.")
        )
        self.new_button = WayButton(
            "plus", _("Start my own library"), _("An empty one. You choose where the file lives.")
        )
        self.open_button = WayButton(
            "folder-open", _("Open a library"), _("A file that you or your group already have.")
        )
        self._ways = (self.sample_button, self.new_button, self.open_button)
        self.sample_button.clicked.connect(self.sample_requested)
        self.new_button.clicked.connect(self.new_library_requested)
        self.open_button.clicked.connect(self.open_library_requested)
        self._name = QLabel("Plainspoken")
        style.mark(self._name, kind="welcome-name")
        self._lead = QLabel(_("Explain research so that people can use it."), wordWrap=True)
        style.mark(self._lead, kind="lead")
        self._picture = WelcomePicture()
        self._lay_out()
        self.setFocusProxy(self.sample_button)

    def showEvent(self, event: QShowEvent) -> None:
        """Enter opens the sample."""
        super().showEvent(event)
        self.sample_button.setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A small window keeps the ways in, and leaves the rest out."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        """Larger letters make the same window a small one."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def _fit(self) -> None:
        is_low, is_narrow = self.height() < fonts.px(LOW), self.width() < fonts.px(NARROW)
        self._picture.setVisible(not is_narrow)
        margin = 40 if is_low or is_narrow else 100
        self._column.setContentsMargins(margin, 12 if is_low else 40, margin, 12 if is_low else 40)
        self._column.setSpacing(6 if is_low else 10)
        for way in self._ways:
            way.setMaximumWidth(fonts.px(_COLUMN))
            way.show_hint(not is_low)

    def _lay_out(self) -> None:
        self._column = QVBoxLayout()
        self._column.addStretch(1)
        self._column.addWidget(self._name)
        self._column.addWidget(self._lead)
        self._column.addSpacing(12)
        for way in self._ways:
            self._column.addWidget(way)
        self._column.addSpacing(12)
        self._column.addLayout(_safety())
        self._column.addStretch(1)
        ways = QWidget()
        ways.setLayout(self._column)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(ways)
        halves = QHBoxLayout()
        halves.setSpacing(0)
        halves.addWidget(scroll, 1)
        halves.addWidget(self._picture, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(halves, 1)


class WayButton(QPushButton):
    """A large button: icon, title, one line of explanation, arrow."""

    def __init__(self, icon: str, title: str, hint: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        style.mark(self, kind="way")
        self.setAccessibleName(title)
        self.setAccessibleDescription(hint)
        self.setAutoDefault(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._title = QLabel(title, wordWrap=True)
        style.mark(self._title, kind="way")
        self._hint = QLabel(hint, wordWrap=True)
        style.mark(self._hint, kind="hint")
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 14, 20, 14)
        row.setSpacing(16)
        row.addWidget(IconLabel(icon, "link", 26))
        row.addLayout(words, 1)
        row.addWidget(IconLabel("arrow-right", "link", 20))
        for label in (self._title, self._hint):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def show_hint(self, is_shown: bool) -> None:
        """Show the explanation below the title, or in the tooltip only."""
        self._hint.setVisible(is_shown)
        self.setToolTip("" if is_shown else self._hint.text())
        layout = self.layout()
        if layout is not None:
            layout.setContentsMargins(20, 14 if is_shown else 7, 20, 14 if is_shown else 7)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """What the labels need: a push button knows only its own text."""
        layout = self.layout()
        height = layout.minimumSize().height() if layout is not None else 0
        return QSize(fonts.px(_COLUMN), height)

    def minimumSizeHint(self) -> QSize:
        """As high as its words, as narrow as the window needs."""
        return QSize(240, self.sizeHint().height())


def _safety() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(10)
    words = QLabel(_("Your work stays on this computer until you publish it."), wordWrap=True)
    style.mark(words, kind="hint")
    row.addWidget(IconLabel("shield-check", "link", 20))
    row.addWidget(words, 1)
    return row
