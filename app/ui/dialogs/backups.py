"""The backups of the library: when each was made and what is in it; make one now, or bring one back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from app.translation import _
from app.ui.look import fonts, labels, style
from app.ui.look.spoken_label import SpokenLabel
from app.ui.words.so_many import so_many
from app.ui.words.two_texts import when

_ABOUT = _("One is made when you start and something has changed, and before an update changes the library.")
_FOLDER = _("They are in {folder}.")
_AFTER = _("Bringing one back keeps the library as it is now beside it, and can be undone.")
_NONE = _("There is no backup yet. Back up now makes the first one.")


class BackupsDialog(QDialog):
    """Window-modal. What it asks for is answered with `show_backups` or `show_state`."""

    back_up_requested = Signal()
    restore_requested = Signal(object)
    """The path of the backup that shall take the library's place."""

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Backups"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        style.mark(self, surface="paper")
        self.rows = QListWidget()
        self.rows.setAccessibleName(_("Backups, newest first"))
        self.state = SpokenLabel(_("Looking …"))
        style.mark(self.state, kind="hint")
        self.now, self.restore, self.close_button = (
            QPushButton(_("Back up now")),
            QPushButton(_("Bring this one back")),
            QPushButton(_("Close")),
        )
        for button, kind in ((self.now, "secondary"), (self.restore, "secondary"), (self.close_button, "primary")):
            style.mark(button, kind=kind)
            button.setAutoDefault(False)
        self.restore.setEnabled(False)
        self.now.clicked.connect(self.back_up_requested)
        self.restore.clicked.connect(self._on_restore)
        self.close_button.clicked.connect(self.accept)
        self.rows.currentRowChanged.connect(self._on_row)
        buttons = QHBoxLayout()
        buttons.addWidget(self.now)
        buttons.addWidget(self.restore)
        buttons.addStretch(1)
        buttons.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        said = f"{_ABOUT} {_FOLDER.format(folder=folder)}"
        for part in (labels.wrapped(_("Backups"), "panel-heading"), labels.wrapped(said, "hint"), self.rows, self.state,
                     labels.wrapped(_AFTER, "hint")):  # fmt: skip
            column.addWidget(part)
        column.setStretchFactor(self.rows, 1)
        column.addLayout(buttons)
        self.rows.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.rows.setWordWrap(True)
        self.rows.setMinimumHeight(fonts.px(90))
        self._fit()

    def _fit(self) -> None:
        """Large enough for the letters, and within the window behind."""
        behind = self.parentWidget()
        most = behind.window().size() if behind else QSize(1240, 900)
        self.resize(min(fonts.px(600), most.width() - 40), min(fonts.px(460), most.height() - 40))

    def show_backups(self, backups: Sequence[tuple[datetime, Path, int, int | None]]) -> None:
        """Moment, path, bytes and number of summaries (None: cannot be opened) of each, newest first."""
        self.rows.clear()
        now = datetime.now().astimezone()
        for moment, path, size, count in backups:
            held = _("cannot be opened") if count is None else so_many(count, "summary")
            row = QListWidgetItem(
                _("{when} · {held} · {max:,} KB").format(
                    when=when(moment.isoformat(), now), held=held, max=max(1, size // 1000)
                )
            )
            row.setData(Qt.ItemDataRole.UserRole, str(path) if count is not None else "")
            self.rows.addItem(row)
        self.show_state("" if backups else _NONE)
        if backups:
            self.rows.setCurrentRow(0)
            self.rows.setFocus()

    def show_state(self, sentence: str) -> None:
        """Say what goes on, or what did not work."""
        self.state.setText(sentence)
        self.state.setVisible(bool(sentence))

    def _on_row(self) -> None:
        row = self.rows.currentItem()
        self.restore.setEnabled(row is not None and bool(row.data(Qt.ItemDataRole.UserRole)))

    def _on_restore(self) -> None:
        self.restore_requested.emit(Path(self.rows.currentItem().data(Qt.ItemDataRole.UserRole)))
