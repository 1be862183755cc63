"""The saving status in the header: always in words, and two ways out when a save failed."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from app.translation import _, amid
from app.ui.library.edited import edited_words
from app.ui.look import fonts, icons, style
from app.ui.look.elided_label import ElidedLabel
from app.ui.look.icon_label import IconLabel
from app.ui.look.plain_tip import plain_tip
from app.work.saving import SaveState

NARROW = 900
_LOOKS = {
    "saved": ("check", "link", "hint"),
    "unsaved": ("pencil", "soft", "hint"),
    "saving": ("loader", "link", "hint"),
    "failed": ("octagon-alert", "brick", "mend"),
    "read-only": ("eye", "link", "good"),
}


class SavingStatus(QWidget):
    """Shows a SaveState. Try again and Save a copy appear only when the last save failed."""

    retry_requested = Signal()
    copy_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._state = SaveState()
        self._is_roomy = True
        self._icon = IconLabel("check", "link", 18)
        self._words = _Words()
        self.retry_button = QPushButton()
        self.retry_button.setAccessibleName(_("Try again"))
        self.copy_button = QPushButton(_("Save a copy…"))
        style.mark(self.copy_button, kind="quiet", size="small")
        self.retry_button.clicked.connect(self.retry_requested)
        self.copy_button.clicked.connect(self.copy_requested)
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 0, 0, 0)
        row.setSpacing(6)
        for part in (self._icon, self._words, self.retry_button, self.copy_button):
            row.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.show_state(self._state)

    def text(self) -> str:
        """What the status says."""
        return self._words.text()

    def show_state(self, state: SaveState) -> None:
        """Show how safe the open summary is; nothing while no summary is open."""
        self._state = state
        is_open = state.kind in _LOOKS
        has_failed = state.kind == "failed"
        for part in (self._icon, self._words):
            part.setVisible(is_open)
        self.retry_button.setVisible(has_failed)
        self.copy_button.setVisible(has_failed and self._is_roomy)
        self.retry_button.setText(_("Try again") if self._is_roomy else "")
        self.retry_button.setIcon(QIcon() if self._is_roomy else icons.icon("rotate-ccw", role="link"))
        self.retry_button.setToolTip("" if self._is_roomy else _("Try again to save"))
        style.mark(self.retry_button, size="small", kind="secondary" if self._is_roomy else "icon")
        if not is_open:
            return
        icon, role, kind = _LOOKS[state.kind]
        self._icon.show_icon(icon, role)
        style.mark(self._words, kind=kind)
        words = saving_words(state, datetime.now().astimezone())
        if has_failed and not self._is_roomy:
            words = _("Not saved")  # the notice and the tooltip say why
        if words != self._words.text():
            self._words.setText(words)
            self.setAccessibleName(words)
        self._words.setToolTip(plain_tip(state.reason))

    def show_room(self, window_px: int) -> None:
        """In a narrow window say less: the copy stays in the menu."""
        is_roomy = window_px >= NARROW
        if is_roomy != self._is_roomy:
            self._is_roomy = is_roomy
            self.show_state(self._state)


class _Words(ElidedLabel):
    """A time is never cut; a long reason gives way, but only after the summary's title has."""

    def minimumSizeHint(self) -> QSize:
        """Room for “Saved 14:32”, and in a wide window for a reason."""
        whole = self.sizeHint()
        return QSize(min(whole.width(), max(fonts.px(120), self.window().width() // 6)), whole.height())


def saving_words(state: SaveState, now: datetime) -> str:
    """`Saved 14:32`, `Saving`, `Not saved: The disk is full`, in the time zone of `now`."""
    if state.kind == "saved":
        when = edited_words(state.at, now).removeprefix(_("Today, "))
        return _("Saved {when}").format(when=amid(when)) if when else _("Nothing written yet")
    if state.kind == "failed":
        return _failed_words(state.reason)
    return {
        "unsaved": _("Not saved yet"),
        "saving": _("Saving"),
        "read-only": _("Read only: open in another window"),
    }.get(state.kind, "")


def _failed_words(reason: str) -> str:
    """The first sentence of the reason; the whole stands in the notice and in the tooltip."""
    first = reason.partition(". ")[0].removesuffix(".").removeprefix(_("Not saved: "))
    return _("Not saved: {first}").format(first=amid(first)) if first else _("Not saved")
