"""Tab through the whole window, from control to control in the order in which they were built, and round again."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def go_on(window: QWidget, is_next: bool) -> bool:
    """Give the keyboard to the next control of a window, or the one before. False when there is no other.

    WORKAROUND: Qt 6.11 does not go on to the header after the window's last control, but back into the field that
    the editor hands its focus to. Can go when Tab from the last control of a panel reaches the header without it.
    """
    here = window.focusWidget()
    there = _beside(here, is_next) if here is not None else None
    while there is not None and there is not here and not _is_stop(there, window):
        there = _beside(there, is_next)
    if there is None or there is here:
        return False
    there.setFocus(Qt.FocusReason.TabFocusReason if is_next else Qt.FocusReason.BacktabFocusReason)
    return True


def _beside(widget: QWidget, is_next: bool) -> QWidget | None:
    return widget.nextInFocusChain() if is_next else widget.previousInFocusChain()


def _is_stop(widget: QWidget, window: QWidget) -> bool:
    has_policy = bool(widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value)
    can_be_used = widget.isVisible() and widget.isEnabled() and widget.window() is window
    return has_policy and can_be_used and widget.focusProxy() is None
