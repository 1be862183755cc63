"""Opens a Word file that came back, whoever wrote it: Word, LibreOffice, or somebody who means harm."""

from __future__ import annotations

import json

from lxml import etree

from app.errors import BadInput
from app.review_copy.returned import Returned, ReturnedComment
from app.review_copy.word_package import MAIN, Package
from app.review_copy.word_parts import BASE_TAG
from app.review_copy.word_text import W, WordText
from app.translation import _

_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_W15 = "{http://schemas.microsoft.com/office/word/2012/wordml}"
_SIGNS = {f"{W}br": "\n", f"{W}cr": "\n", f"{W}tab": "\t", f"{W}noBreakHyphen": "-"}
_MOST_COMMENTS = 5_000


def opened_word(content: bytes, name: str) -> Returned:
    """What a review copy holds. `name` names the file in a sentence. Raises BadInput when it is none."""
    package = Package(content, name)
    main = package.part(MAIN)
    assert main is not None
    text = WordText(main, _links(package))
    base, sent = _our_part(package)
    if not text.summary_mark or not text.sections:
        raise BadInput(
            _(
                "{name} is not a review copy of Plainspoken, or it was put together anew, so nothing says which words "
                "belong to which section. Bring back the file that was sent out."
            ).format(name=name)
        )
    return Returned(text.summary_mark, text.sections, tuple(_comments(package, text)), base, sent, _saved_by(package))


def _links(package: Package) -> dict[str, str]:
    root = package.part("word/_rels/document.xml.rels")
    return {} if root is None else {one.get("Id") or "": one.get("Target") or "" for one in root}


def _comments(package: Package, text: WordText) -> list[ReturnedComment]:
    root = package.part("word/comments.xml")
    if root is None:
        return []
    parents, done = _threads(package)
    numbers = {_paragraph_id(one): one.get(f"{W}id") or "" for one in root.iter(f"{W}comment")}
    return [_comment(one, text, numbers, parents, done) for one in list(root.iter(f"{W}comment"))[:_MOST_COMMENTS]]


def _comment(
    one: etree._Element, text: WordText, numbers: dict[str, str], parents: dict[str, str], done: set[str]
) -> ReturnedComment:
    number, place = one.get(f"{W}id") or "", _paragraph_id(one)
    made = ReturnedComment(
        number,
        _said(one),
        one.get(f"{W}author") or "",
        one.get(f"{W}date") or "",
        words=text.words(number),
        parent=numbers.get(parents.get(place) or "-", ""),
        is_done=place in done,
    )
    start, end = text.starts.get(number), text.ends.get(number)
    if start is None or not start.section:
        return made
    is_one = end is not None and end.section == start.section
    last = end.letter if is_one and end else len(text.sections[start.section].text)
    return ReturnedComment(
        made.number,
        made.text,
        made.by,
        made.at,
        start.section,
        start.letter,
        last,
        made.words,
        made.parent,
        made.is_done,
    )


def _said(comment: etree._Element) -> str:
    lines = []
    for paragraph in comment.iter(f"{W}p"):
        parts = paragraph.iter(*_SIGNS, f"{W}t")
        lines.append("".join(_SIGNS.get(str(one.tag)) or one.text or "" for one in parts))
    return "\n".join(lines).strip()


def _paragraph_id(comment: etree._Element) -> str:
    paragraphs = list(comment.iter(f"{W}p"))
    return (paragraphs[-1].get(f"{_W14}paraId") or "").upper() if paragraphs else ""


def _threads(package: Package) -> tuple[dict[str, str], set[str]]:
    """Which comment answers which, and which are settled, by the ids of their paragraphs."""
    root = package.part("word/commentsExtended.xml")
    parents: dict[str, str] = {}
    done: set[str] = set()
    for one in root.iter(f"{_W15}commentEx") if root is not None else ():
        place = (one.get(f"{_W15}paraId") or "").upper()
        if parent := one.get(f"{_W15}paraIdParent"):
            parents[place] = parent.upper()
        if one.get(f"{_W15}done") in ("1", "true"):
            done.add(place)
    return parents, done


def _our_part(package: Package) -> tuple[bytes, tuple[tuple[str, str, str], ...]]:
    for name in package.names("customXml/item"):
        if "Props" in name or "_rels" in name:
            continue
        root = package.part(name)
        if root is None or etree.QName(root).localname != BASE_TAG:
            continue
        try:
            held = json.loads(root.text or "")
            sent = tuple((str(a), str(b), str(c)) for a, b, c in held.get("comments") or ())
            base = held.get("summary")
            return json.dumps(base).encode() if isinstance(base, dict) else b"", sent
        except (ValueError, TypeError, AttributeError, RecursionError):
            break
    return b"", ()


def _saved_by(package: Package) -> str:
    root = package.part("docProps/core.xml")
    for one in root if root is not None else ():
        if isinstance(one.tag, str) and etree.QName(one).localname == "lastModifiedBy":
            return (one.text or "").strip()
    return ""
