"""XML of services and publishers, parsed without entities, network or endless depth; and small ways to walk it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from lxml import etree

from app.errors import BadInput
from app.papers.source_text import MOST_BYTES, shown
from app.translation import _

_ENTITY = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_OWN = frozenset((b"amp", b"lt", b"gt", b"quot", b"apos"))


def parsed_xml(content: bytes, name: str) -> etree._Element:
    """The root of an XML file. Named signs of HTML (`&nbsp;`) are known; entities of the file's own are refused.

    Raises BadInput with the line where the file breaks.
    """
    if len(content) > MOST_BYTES:
        raise BadInput(
            _("{shown} is larger than {most_bytes} MB. Bring in a part of it.").format(
                shown=shown(name), most_bytes=MOST_BYTES // 1000000
            )
        )
    _refuse_entities(content, name)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(_with_numbers(content).lstrip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 1
        raise BadInput(
            _("{shown} is not whole XML (line {line}: {reason}). Fetch it again.").format(
                shown=shown(name), line=line, reason=_reason(error)
            )
        ) from error
    if root is None:
        raise BadInput(_("{shown} holds no XML. Fetch it again.").format(shown=shown(name)))
    return root


def local(element: etree._Element) -> str:
    """An element's name without its namespace; "" for what is no element."""
    return etree.QName(element).localname if isinstance(element.tag, str) else ""


def children(element: etree._Element, *names: str) -> list[etree._Element]:
    """The child elements of these names, all of them without a name."""
    return [child for child in element if isinstance(child.tag, str) and (not names or local(child) in names)]


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first element down a path of names; None where the path ends."""
    for name in path:
        if element is None:
            return None
        element = next(iter(children(element, name)), None)
    return element


def everywhere(element: etree._Element, *names: str) -> Iterator[etree._Element]:
    """Every element of these names at any depth, in order."""
    return (found for found in element.iter("{*}*") if local(found) in names)


def _refuse_entities(content: bytes, name: str) -> None:
    # UTF-16 hides the letters behind zero bytes.
    head = content.replace(b"\0", b"")
    if (place := head.find(b"<!ENTITY")) >= 0:
        line = head.count(b"\n", 0, place) + 1
        raise BadInput(
            _("{shown} declares entities of its own (line {line}), which is not safe. It was not read.").format(
                shown=shown(name), line=line
            )
        )


def _with_numbers(content: bytes) -> bytes:
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content
    return _ENTITY.sub(_numbered, content)


def _numbered(match: re.Match[bytes]) -> bytes:
    signs = html5.get(match[1].decode("ascii") + ";")
    if match[1] in _OWN or not signs:
        return match[0]
    return b"".join(b"&#%d;" % ord(sign) for sign in signs)


def _reason(error: Exception) -> str:
    return str(error).split(", line ")[0].rstrip(".").replace("\n", " ")[:120] or "nothing in it"
