"""XML that is always well formed: characters that XML forbids are left out."""

from __future__ import annotations

import re
from xml.etree import ElementTree

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class Element:
    """An element to which children with texts and attributes are added."""

    def __init__(self, name: str, attributes: dict[str, str] | None = None, text: str = "") -> None:
        clean = {key: _clean(value) for key, value in (attributes or {}).items()}
        self.node = ElementTree.Element(name, clean)
        self.node.text = _clean(text) or None

    def add(self, name: str, text: str = "", **attributes: str) -> Element:
        """Add a child and return it."""
        child = Element(name, attributes, text)
        self.node.append(child.node)
        return child


def document(root: Element) -> bytes:
    """The document, indented, in UTF-8, with LF and a newline at its end."""
    ElementTree.indent(root.node, space="  ")
    text = ElementTree.tostring(root.node, encoding="unicode", short_empty_elements=True)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{text}\n'.encode()


def escaped(text: str) -> str:
    """A text as it stands in an element."""
    return _clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _clean(text: str) -> str:
    return _FORBIDDEN.sub("", text)
