"""Keys in sentences as a Mac shows them: “Ctrl+Shift+K” in our texts is ⇧⌘K there, as Qt has it in the menus."""

from __future__ import annotations

import re
import sys

IS_MAC = sys.platform == "darwin"
_SIGNS = {"Ctrl": "⌘", "Strg": "⌘", "Alt": "⌥", "Shift": "⇧", "Umschalt": "⇧"}
_ORDER = "⌥⇧⌘"
_KEYS = {
    "Enter": "↩", "Return": "↩", "Eingabe": "↩", "Backspace": "⌫", "Rücktaste": "⌫", "Delete": "⌦", "Entf": "⌦",
    "Up": "↑", "Down": "↓", "Pfeil hoch": "↑", "Pfeil runter": "↓", "Home": "↖", "Pos1": "↖",
    "PgUp": "⇞", "PgDown": "⇟",
}  # fmt: skip
_HELD = "|".join(_SIGNS)
_CHORD = re.compile(rf"\b((?:(?:{_HELD})\+)+)(Pfeil \w+|\w+|[^\s\w])")
_ALONE = re.compile(r"\b(?:Ctrl|Strg)\b")


def as_on_a_mac(text: str) -> str:
    """The text with the signs of a Mac's keyboard; “Alt” and “Shift” alone stand on its keys as words."""
    return _ALONE.sub("⌘", _CHORD.sub(_chord, text))


def native(text: str) -> str:
    """The text with the keys of this computer."""
    return as_on_a_mac(text) if IS_MAC else text


def _chord(match: re.Match[str]) -> str:
    held = sorted((_SIGNS[name] for name in match[1].rstrip("+").split("+")), key=_ORDER.index)
    return "".join(held) + _KEYS.get(match[2], match[2])
