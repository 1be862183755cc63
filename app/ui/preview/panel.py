"""The preview: the very page that the export writes, at the width of a phone or of a desk."""

from __future__ import annotations

import os
from pathlib import Path

from PySide6.QtCore import QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QAccessible, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.translation import _
from app.ui.look import colours, fonts, icons
from app.ui.look.style import mark

PHONE, DESKTOP = "phone", "desktop"
AFTER_PAINT_MS = 50
ROOM_FOR_NOTE = 420
WIDTHS = {PHONE: 390, DESKTOP: 1280}
"""CSS pixels; the page is scaled to fit where the panel is narrower."""


class PreviewPanel(QWidget):
    """Shows a page, and works without the browser engine: then a button opens the page outside."""

    section_clicked = Signal(str)
    link_clicked = Signal(QUrl)
    open_requested = Signal()
    """Open the page in the browser."""
    width_changed = Signal(str)

    def __init__(self, *folders: Path, parent: QWidget | None = None) -> None:
        """The folders are where the themes' files stand."""
        super().__init__(parent)
        self._folders = folders
        self._width = PHONE
        self._page = self._section = ""
        self._engine: QWidget | None = None
        self._body = QFrame()
        self._body.setObjectName("preview-body")
        self._waiting = QLabel(_("The page appears here in a moment."), self._body, alignment=_MIDDLE, wordWrap=True)
        mark(self._waiting, kind="hint")
        self._outside = QPushButton(_("Open the page in the browser"), self._body)
        self._outside.hide()
        mark(self._outside, kind="secondary")
        self._outside.clicked.connect(self.open_requested)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.setContentsMargins(16, 8, 16, 16)
        layout.addLayout(self._head())
        layout.addWidget(self._body, 1)
        self._body.installEventFilter(self)
        self.show_width(PHONE)

    def show_page(self, html: str) -> None:
        """Show the page; typing keeps its place."""
        self._page = html
        if self._engine is not None:
            self._engine.show_page(html)  # type: ignore[attr-defined]

    def show_section(self, card: str) -> None:
        """Outline the section that is being written."""
        self._section = card
        if self._engine is not None:
            self._engine.show_section(card)  # type: ignore[attr-defined]

    def show_width(self, width: str) -> None:
        """Show the page as on a "phone" or on a "desktop"."""
        self._width = width
        self._phone.setChecked(width == PHONE)
        self._desktop.setChecked(width == DESKTOP)
        self._lay_out()

    def load_engine(self) -> bool:
        """Load the browser engine, once; call it when the window can already be used. False when there is none."""
        if self._engine is not None:
            return True
        try:
            if _is_refused():
                raise ImportError
            _let_the_page_be_heard()
            from app.ui.preview.engine import Engine
        except ImportError:
            self._waiting.setText(_("This computer has no browser engine for Plainspoken, so the page opens outside."))
            self._outside.show()
            self._lay_out()
            return False
        engine = Engine(self._folders, self._body)
        engine.set_backdrop(colours.colour("paper"))
        engine.setAccessibleName(_("The page as it will be published"))
        engine.setAccessibleDescription(
            _("To read it in the browser, press “Open the page in the browser”. Esc leaves the page.")
        )
        leave = QShortcut(QKeySequence("Esc"), engine)  # the page takes all keys that are not asked for before it
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._on_leave)
        engine.section_clicked.connect(self.section_clicked)
        engine.link_clicked.connect(self.link_clicked)
        engine.is_painted.connect(self._waiting.hide)
        self._engine = engine
        self._lay_out()
        engine.show()
        self.show_section(self._section)
        if self._page:
            engine.show_page(self._page)
        return True

    def load_engine_soon(self) -> None:
        """Load the browser engine when the window has been painted and answers."""
        QTimer.singleShot(AFTER_PAINT_MS, self, self.load_engine)

    def choose_phone(self) -> None:
        """Phone width, as the writer wants it."""
        self.show_width(PHONE)
        self.width_changed.emit(PHONE)

    def choose_desktop(self) -> None:
        """Desktop width, as the writer wants it."""
        self.show_width(DESKTOP)
        self.width_changed.emit(DESKTOP)

    def close_engine(self) -> None:
        """Let the engine go, before the program ends."""
        if self._engine is not None:
            self._engine.close_engine()  # type: ignore[attr-defined]
            self._engine.deleteLater()
            self._engine = None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the page as wide as its paper."""
        super().resizeEvent(event)
        self._note.setVisible(self.width() >= fonts.px(ROOM_FOR_NOTE))
        self._lay_out()

    def _on_leave(self) -> None:
        self._open.setFocus(Qt.FocusReason.BacktabFocusReason)

    def _head(self) -> QHBoxLayout:
        self._phone = self._width_button(_("Phone"), "smartphone", PHONE)
        self._desktop = self._width_button(_("Desktop"), "monitor", DESKTOP)
        self._note = QLabel(_("As it will be published"))
        mark(self._note, kind="hint")
        self._open = outside = QPushButton(icons.icon("external-link"), "")
        outside.setToolTip(_("Open the page in the browser"))
        outside.setAccessibleName(_("Open the page in the browser"))
        mark(outside, kind="icon")
        outside.clicked.connect(self.open_requested)
        head = QHBoxLayout()
        head.setSpacing(4)
        for widget in (self._phone, self._desktop):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self._note)
        head.addWidget(outside)
        return head

    def _width_button(self, text: str, icon: str, width: str) -> QPushButton:
        button = QPushButton(icons.icon(icon, role="link"), f" {text}")
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAccessibleName(_("{text} width").format(text=text))
        button.setToolTip(_("The page at {widths} pixels").format(widths=WIDTHS[width]))
        mark(button, kind="quiet", size="small")
        button.clicked.connect(self.choose_phone if width == PHONE else self.choose_desktop)
        return button

    def _lay_out(self) -> None:
        if (layout := self.layout()) is not None:
            layout.activate()
        room = self._body.contentsRect().adjusted(1, 1, -1, -1)
        self._waiting.setGeometry(QRect(room.left() + 24, room.top() + 40, max(room.width() - 48, 0), 60))
        hint = self._outside.sizeHint()
        self._outside.setGeometry(QRect(room.center().x() - hint.width() // 2, 120, hint.width(), hint.height()))
        if self._engine is None or room.width() < 20:
            return
        wanted = WIDTHS[self._width]
        width = min(room.width(), wanted)
        self._engine.setGeometry(QRect(room.left() + (room.width() - width) // 2, room.top(), width, room.height()))
        self._engine.setZoomFactor(min(1.0, max(0.25, width / wanted)))  # type: ignore[attr-defined]


def _is_refused() -> bool:
    """The engine ends the whole program when root starts it with its sandbox on."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return is_root and "QTWEBENGINE_DISABLE_SANDBOX" not in os.environ


def _let_the_page_be_heard() -> None:
    """A screen reader that listens already hears the page too; who has none pays nothing for it.

    WORKAROUND: the engine of Qt 6.11 tells its page only to a listener that comes after its start. Can go when it asks
    at its start whether one is there.
    """
    flags = os.environ.get(_FLAGS, "").split()
    if QAccessible.isActive() and _HEARD not in flags:
        os.environ[_FLAGS] = " ".join((*flags, _HEARD))


_FLAGS, _HEARD = "QTWEBENGINE_CHROMIUM_FLAGS", "--force-renderer-accessibility"
_MIDDLE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
