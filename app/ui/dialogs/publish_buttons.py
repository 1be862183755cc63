"""The buttons at the foot of the publish dialog, and which of them can be pressed now."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.translation import _, counted
from app.ui.look import fonts, icons, style


class PublishButtons(QWidget):
    """Undo, trust, cancel, publish, open. The dialog connects them."""

    def __init__(self) -> None:
        super().__init__()
        self.undo = QPushButton(_("Undo this publish"))
        self.trust = QPushButton(_("This is the right key"))
        self.cancel = QPushButton(_("Close"))
        self.publish = QPushButton(_("Publish"))
        self.open = QPushButton(_("Open the website"))
        for button in (self.publish, self.open):
            style.mark(button, kind="primary")
            button.setIcon(icons.icon("globe", role="on_accent"))
            button.setIconSize(QSize(fonts.px(20), fonts.px(16)))
        for button in (self.cancel, self.undo, self.trust):
            style.mark(button, kind="secondary")
        row = QHBoxLayout(self)
        row.setContentsMargins(32, 0, 32, 0)
        row.addStretch(1)
        for button in (self.undo, self.trust, self.cancel, self.publish, self.open):
            button.setAutoDefault(False)
            row.addWidget(button)
        for button in (self.undo, self.trust, self.open):
            button.hide()

    def show_changes(self, changes: int, *, can_publish: bool, has_place: bool) -> None:
        """Say on the button what it will do, and whether it can."""
        self.publish.setText(
            counted("Publish {n:,} change", "Publish {n:,} changes", changes) if changes else _("Publish")
        )
        self.publish.setEnabled(can_publish and has_place)
        self.publish.setToolTip("" if has_place else _("Say first where to"))

    def show_running(self, is_running: bool) -> None:
        """Cancel stops what is running; else it closes."""
        self.cancel.setText(_("Cancel") if is_running else _("Close"))

    def show_done(self, *, can_open: bool, is_site: bool) -> None:
        """Offer to open what was written, where it lies on this computer."""
        self.open.setText(_("Open the website") if is_site else _("Open the folder"))
        self.open.setVisible(can_open)
        self.publish.setVisible(not can_open)

    def show_again(self) -> None:
        """As before a publish."""
        self.trust.hide()
        self.open.hide()
        self.publish.show()

    def show_undo(self, can_undo: bool, *, is_this: bool) -> None:
        """Whether the last publish into this place can be undone, and whether it has just ended."""
        self.undo.setText(_("Undo this publish") if is_this else _("Undo the last publish"))
        self.undo.setVisible(can_undo)
