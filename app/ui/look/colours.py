"""The colours of the window by role: light, dark, and both with high contrast; and which of the four is in force."""

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
    "match": ("#FFCF3F", "#6B5200"),
    "accent_hover": ("#0A6673", "#93D6D9"),
    "zone": ("#93AEAE", "#3F7276"),
    "span": ("#D3C0A0", "#5C4B27"),
    "scroll": ("#CFC9B9", "#3A484F"),
}
CONTRAST: dict[str, tuple[str, str]] = {
    "paper": ("#FFFFFF", "#000000"),
    "chrome": ("#FFFFFF", "#000000"),
    "card": ("#FFFFFF", "#000000"),
    "sunk": ("#FFFFFF", "#000000"),
    "hover": ("#E6F0FF", "#1E2A33"),
    "line": ("#4A4A4A", "#B5B5B5"),
    "track": ("#E2E2E2", "#2C2C2C"),
    "mist": ("#EAF3F5", "#0E2226"),
    "mist2": ("#CFE6EA", "#173A41"),
    "sand": ("#FFF4D6", "#2B2000"),
    "blush": ("#FFE9E4", "#330F08"),
    "ink": ("#000000", "#FFFFFF"),
    "soft": ("#1A1A1A", "#F0F0F0"),
    "faint": ("#333333", "#DCDCDC"),
    "link": ("#003A46", "#9DEBF2"),
    "accent": ("#003A46", "#9DEBF2"),
    "on_accent": ("#FFFFFF", "#000000"),
    "amber": ("#4A2C00", "#FFD98A"),
    "brick": ("#7A1208", "#FFC2B6"),
    "edge": ("#333333", "#D0D0D0"),
    "focus": ("#FFCF3F", "#FFCF3F"),
    "match": ("#FFCF3F", "#5E4700"),
    "accent_hover": ("#00505F", "#C4F5F9"),
    "zone": ("#4C7A7A", "#6FB0B4"),
    "span": ("#8A6A2B", "#B08F45"),
    "scroll": ("#555555", "#B5B5B5"),
}
"""The same roles for eyes that need more: text of 7:1 and more on every surface, edges and lines that carry."""
_asked = "system"


def ask_for(scheme: str) -> None:
    """Use "light", "dark", either with "contrast_" before it, or whatever the "system" uses."""
    global _asked
    _asked = scheme


def is_dark() -> bool:
    """Whether dark colours are in force."""
    if _asked != "system":
        return _asked in ("dark", "contrast_dark")
    hints = QGuiApplication.styleHints()
    return hints is not None and hints.colorScheme() == Qt.ColorScheme.Dark


def is_high_contrast() -> bool:
    """Whether high contrast is in force: chosen here, or by the system where the colours follow it and Qt tells."""
    if _asked != "system":
        return _asked.startswith("contrast_")
    hints = QGuiApplication.styleHints()
    return hints is not None and hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast


def name(role: str) -> str:
    """The colour of a role as `#RRGGBB`."""
    return (CONTRAST if is_high_contrast() else ROLES)[role][1 if is_dark() else 0]


def colour(role: str) -> QColor:
    """The colour of a role. Raises KeyError for a role that the table does not have."""
    return QColor(name(role))
