"""Raised and lowered signs as plain text: 10⁵ must never become 105, and CO₂ stays readable."""

from __future__ import annotations

_RAISED = dict(zip("0123456789+-−–=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻⁼⁽⁾ⁿⁱ", strict=True))
_LOWERED = dict(zip("0123456789+-−–=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₋₌₍₎", strict=True))
_KEPT = ",. *†‡§¶#/;:·"


def raised(text: str, before: str = "") -> str:
    """A superscript in signs of its own (⁵, ²⁺); words as they are; `^(…)` where a digit before would swallow it."""
    return _changed(text, before, _RAISED, "^")


def lowered(text: str, before: str = "") -> str:
    """A subscript in signs of its own (₂); words as they are; `_(…)` where a digit before would swallow it."""
    return _changed(text, before, _LOWERED, "_")


def _changed(text: str, before: str, signs: dict[str, str], mark: str) -> str:
    core = text.strip()
    has_sign = any(char.isdigit() or char in "+-−–" for char in core)
    if core and (has_sign or core in signs) and all(char in signs or char in _KEPT for char in core):
        return text.replace(core, "".join(signs.get(char, char) for char in core))
    is_swallowed = before[-1:].isdigit() and core[:1].isdigit()
    return f"{mark}({core})" if is_swallowed else text
