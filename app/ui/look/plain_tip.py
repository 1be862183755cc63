"""Tooltips with words from outside: shown as they are, never taken for markup."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """The text as a tooltip. Qt takes a tooltip in which a tag stands for markup, which could show a file's picture."""
    if "<" not in text and "&lt;" not in text:
        return text
    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>")
