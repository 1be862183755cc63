"""The colours of the window by role, light and dark, and which of the two is in force."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication

# role: (light, dark). Contrast was measured on every surface; see the window's design.
ROLES: dict[str, tuple[str, str]] = {
    "paper": ("#FBFAF6", "#10171B"),
    "chrome": ("#F4F1E9", "#0C1316"),
    "card": ("#FFFFFF", "#172026"),
    "sunk": ("#F7F5EF", "#121A1F"),
    "hover": ("#ECE8DD", "#1F2A30"),
    "line": ("#E6E2D8", "#273238"),
    "track": ("#E4E1D8", "#2B373D"),
    "mist": ("#EAF1EF", "#14292D"),
    "mist2": ("#DCE9E6", "#1B383D"),
    "sand": ("#FAF1E0", "#2B2415"),
    "blush": ("#FBECE7", "#33201C"),
    "ink": ("#1C2B33", "#E7ECEC"),
    "soft": ("#43525A", "#B9C4C6"),
    "faint": ("#5A676E", "#9AA7AB"),
    "link": ("#074E5B", "#8AD0D3"),
    "accent": ("#08545F", "#7CC8CC"),
    "on_accent": ("#FFFFFF", "#0B1B1E"),
    "amber": ("#6E4300", "#F0C67A"),
    "brick": ("#97281B", "#FFA797"),
    "edge": ("#7F8B93", "#74828A"),
    "focus": ("#FFCF3F", "#FFCF3F"),
    "accent_hover": ("#0A6673", "#93D6D9"),
    "zone": ("#93AEAE", "#3F7276"),
    "span": ("#D3C0A0", "#5C4B27"),
    "scroll": ("#CFC9B9", "#3A484F"),
}
_asked = "system"


def ask_for(scheme: str) -> None:
    """Use "light", "dark", or whatever the "system" uses."""
    global _asked
    _asked = scheme


def is_dark() -> bool:
    """Whether the dark colours are in force."""
    if _asked != "system":
        return _asked == "dark"
    hints = QGuiApplication.styleHints()
    return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark


def name(role: str) -> str:
    """The colour of a role as `#RRGGBB`."""
    return ROLES[role][1 if is_dark() else 0]


def colour(role: str) -> QColor:
    """The colour of a role. Raises KeyError for a role that the table does not have."""
    return QColor(name(role))
