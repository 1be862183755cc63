"""Settings: every row comes from the one list, holds at once, and can be searched and reset."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from app.settings import Settings
from app.translation import _
from app.ui.dialogs.settings_row import SettingRow
from app.ui.dialogs.settings_table import LIBRARY_LINKS, TABLE, is_found
from app.ui.look import fonts, style

_SIZE = (720, 640)
_DEFAULTS = Settings()


class SettingsDialog(QDialog):
    """Window-modal. `edited` names a setting and its new value; its owner answers with `show_settings`."""

    edited = Signal(str, object)
    action_requested = Signal(str)
    """One of LIBRARY_LINKS is wanted."""

    def __init__(self, settings: Settings, *, has_library: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Settings"))
        self.search = QLineEdit(placeholderText=_("Search the settings"))
        self.search.setAccessibleName(_("Search the settings"))
        self.rows = {setting.name: SettingRow(setting) for setting in TABLE}
        self.links = {name: QPushButton(words) for name, (words, _hint) in LIBRARY_LINKS.items()}
        self.reset_all = QPushButton(_("Reset all settings"))
        self._headings: dict[str, QLabel] = {}
        self._library = QWidget()
        self._nothing = QLabel(_("No setting is called that. The Help menu has a search too."), wordWrap=True)
        style.mark(self._nothing, kind="hint")
        self._lay_out(has_library)
        self._connect_parts()
        self.show_settings(settings)
        self._on_search("")
        room = parent.size() if parent else self.size()
        width, height = (fonts.px(side) for side in _SIZE)
        self.resize(min(width, max(480, room.width() - 40)), min(height, max(320, room.height() - 40)))

    def show_settings(self, settings: Settings) -> None:
        """Show what holds."""
        for name, row in self.rows.items():
            row.show_value(getattr(settings, name), is_default=getattr(settings, name) == getattr(_DEFAULTS, name))
        self.reset_all.setEnabled(any(row.reset.isEnabled() for row in self.rows.values()))

    def _on_search(self, wanted: str) -> None:
        shown = {name for name, row in self.rows.items() if is_found(row.setting, wanted)}
        for name, row in self.rows.items():
            row.setVisible(name in shown)
        for part, heading in self._headings.items():
            heading.setVisible(any(self.rows[name].setting.part == part for name in shown))
        words = " ".join(f"{title} {hint}" for title, hint in LIBRARY_LINKS.values()).casefold() + _(" this library")
        has_links = all(word in words for word in wanted.casefold().split())
        self._library.setVisible(has_links)
        self._nothing.setVisible(not shown and not has_links)

    def _on_reset(self, name: str) -> None:
        self.edited.emit(name, getattr(_DEFAULTS, name))

    def _on_reset_all(self) -> None:
        for name, row in self.rows.items():
            if row.reset.isEnabled():
                self._on_reset(name)

    def _on_link(self) -> None:
        name = self.sender().objectName()
        self.accept()
        self.action_requested.emit(name)

    def _connect_parts(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.reset_all.clicked.connect(self._on_reset_all)
        for row in self.rows.values():
            row.edited.connect(self.edited)
            row.reset_requested.connect(self._on_reset)
        for name, link in self.links.items():
            link.setObjectName(name)
            link.clicked.connect(self._on_link)

    def _lay_out(self, has_library: bool) -> None:
        page = QWidget()
        rows = QVBoxLayout(page)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(12)
        rows.addWidget(self._nothing)
        for setting in TABLE:
            if setting.part not in self._headings:
                self._headings[setting.part] = _heading(setting.part)
                rows.addWidget(self._headings[setting.part])
            rows.addWidget(self.rows[setting.name])
        self._lay_out_library(has_library)
        rows.addWidget(self._library)
        rows.addStretch(1)
        scroll = QScrollArea(widgetResizable=True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        foot = QHBoxLayout()
        foot.addWidget(self.reset_all)
        foot.addWidget(buttons, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 16, 16)
        column.setSpacing(12)
        column.addWidget(self.search)
        column.addWidget(scroll, 1)
        column.addLayout(foot)
        self.reset_all.setAutoDefault(False)

    def _lay_out_library(self, has_library: bool) -> None:
        column = QVBoxLayout(self._library)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(_heading(_("This library")))
        hint = QLabel(_("These belong to the library and travel with its file."), wordWrap=True)
        style.mark(hint, kind="hint")
        column.addWidget(hint)
        row = QHBoxLayout()
        for name, link in self.links.items():
            link.setEnabled(has_library)
            link.setToolTip(LIBRARY_LINKS[name][1] if has_library else _("Open a library first"))
            link.setAutoDefault(False)
            row.addWidget(link)
        row.addStretch(1)
        column.addLayout(row)


def _heading(words: str) -> QLabel:
    heading = QLabel(words)
    style.mark(heading, kind="panel-heading")
    return heading
