"""Words on a panel or in a dialog, of one kind of the style sheet. What writers and services wrote is never markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.ui.look import style

_SENTENCES = ("body", "hint", "count", "small", "error")


def label(text: str, kind: str, *, wraps: bool | None = None) -> QLabel:
    """Plain words. Kinds that sentences have take the lines that they need, names and headings one, unless told."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(kind in _SENTENCES if wraps is None else wraps)
    if kind:
        style.mark(made, kind=kind)
    return made


def wrapped(text: str, kind: str = "") -> QLabel:
    """Plain words of any kind that take the lines that they need."""
    return label(text, kind, wraps=True)


def slim(text: str, kind: str = "") -> QLabel:
    """Plain words that wrap and never widen what they stand in."""
    made = wrapped(text, kind)
    made.setMinimumWidth(1)
    return made
