"""Formulas of MathML on one line: fractions with a stroke, raised and lowered signs, roots."""

from __future__ import annotations

from lxml import etree

from app.papers.scripts import lowered, raised
from app.papers.xml_source import children, local


def math_line(element: etree._Element) -> str:
    """The formula as text, such as `(a+b)/c` or `x²`."""
    name, parts = local(element), children(element)
    if name in ("mi", "mn", "mo", "mtext", "ms"):
        return " ".join("".join(str(piece) for piece in element.itertext()).split())
    if name in ("annotation", "annotation-xml"):
        return ""
    if name == "semantics":
        return math_line(parts[0]) if parts else ""
    if name == "mspace":
        return " "
    texts = [math_line(part) for part in parts]
    if name == "mfrac" and len(texts) == 2:
        return f"{_held(texts[0])}/{_held(texts[1])}"
    if name in ("msup", "mover") and len(texts) == 2:
        return texts[0] + (raised(texts[1], texts[0]) if name == "msup" else texts[1])
    if name in ("msub", "munder") and len(texts) == 2:
        return texts[0] + lowered(texts[1], texts[0])
    if name in ("msubsup", "munderover") and len(texts) == 3:
        return texts[0] + lowered(texts[1], texts[0]) + raised(texts[2], texts[0])
    if name in ("msqrt", "mroot"):
        return f"√({''.join(texts[:1] if name == 'mroot' else texts)})"
    if name == "mfenced":
        return element.get("open", "(") + ", ".join(texts) + element.get("close", ")")
    between = " " if name in ("mtr", "mtable") else ""
    return between.join(texts)


def _held(text: str) -> str:
    return text if text.isalnum() or len(text) < 2 else f"({text})"
