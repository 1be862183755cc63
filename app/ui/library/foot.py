"""The line under the table: what is listed, in words, and the keys that work on it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from app.translation import _
from app.ui.fields.rows import announce
from app.ui.look import labels, style
from app.ui.look.elided_label import ElidedLabel

_HINTS = (
    ((_("Enter"),), _("open")),
    ((_("Ctrl"), "D"), _("duplicate")),
    ((_("Del"),), _("move to trash")),
    (("F1",), _("help")),
)
_DROP = _("Drop them anywhere: they come in as summaries.")


class LibraryFoot(QWidget):
    """Words at the left, keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ElidedLabel()
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        style.mark(self._words, kind="hint")
        self._listed = ""
        self._is_awaited = False
        self._hints = QWidget()
        keys = QHBoxLayout(self._hints)
        keys.setContentsMargins(0, 0, 0, 0)
        keys.setSpacing(6)
        for names, meaning in _HINTS:
            for name in names:
                keys.addWidget(labels.label(name, "key"), 0, Qt.AlignmentFlag.AlignVCenter)
            keys.addWidget(labels.label(meaning, "hint", wraps=False))
            keys.addSpacing(10)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 0, 8)
        row.addWidget(self._words, 1)
        row.addWidget(self._hints)
        self._has_keys = True
        self._is_wide = True

    def say_next(self) -> None:
        """Somebody asked for other rows: what comes is said, too, to whoever listens."""
        self._is_awaited = True

    def show_words(self, words: str, *, has_keys: bool) -> None:
        """Show what is listed. Where the keys do nothing they are not offered."""
        if self._is_awaited:
            announce(self, words)
        self._is_awaited = False
        self._listed = words
        self._has_keys = has_keys
        self._words.setText(words)
        self._hints.setVisible(self._is_wide and has_keys)

    def show_drop(self, is_over: bool) -> None:
        """Say what will happen while files are held over the screen."""
        self._words.setText(_DROP if is_over else self._listed)

    def show_width(self, width: int) -> None:
        """Leave the keys out where there is no room."""
        self._is_wide = width >= 900
        self._hints.setVisible(self._is_wide and self._has_keys)
