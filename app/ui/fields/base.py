"""What every text field has in common: undo belongs to the program, and paste brings no invisible signs."""

from __future__ import annotations

import re

from PySide6.QtCore import QEvent
from PySide6.QtGui import QKeyEvent, QKeySequence

_INVISIBLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\u200b\u2060\ufffc-\ufffe\ud800-\udfff]")


def is_undo_or_redo(event: QEvent) -> bool:
    """Whether a text widget wants to keep Ctrl+Z or Ctrl+Y for itself: the one undo of the program must get it."""
    if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
        return False
    return event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)


def clean(text: str) -> str:
    """Text from outside without control characters, with ordinary line ends and spaces."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u00a0", " ")
    return _INVISIBLE.sub("", text)
