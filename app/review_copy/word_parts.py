"""The parts of a Word file that python-docx has no words for: bookmarks, lists that begin at 1, links, our own part."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

BASE_TAG = "plainspoken-review-copy"
_CUSTOM_XML = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml"


def bookmark(paragraph: Paragraph, name: str, number: int) -> None:
    """Put a hidden bookmark around a paragraph."""
    start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
    start.set(qn("w:id"), str(number))
    start.set(qn("w:name"), name)
    end.set(qn("w:id"), str(number))
    place = 1 if paragraph._p.pPr is not None else 0
    paragraph._p.insert(place, start)
    paragraph._p.append(end)


def link(paragraph: Paragraph, address: str) -> Any:
    """A link to an address at the end of a paragraph; its runs are to be moved into it."""
    number = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    element = OxmlElement("w:hyperlink")
    element.set(qn("r:id"), number)
    paragraph._p.append(element)
    return element


def list_from_one(document: Document, style: str) -> int:
    """A new numbered list like the style's own that begins at 1: its number, for `number`."""
    numbering = document.part.numbering_part.element
    properties = document.styles[style].element.pPr.numPr
    ours = numbering.num_having_numId(properties.numId.val)
    new = numbering.add_num(ours.abstractNumId.val)
    new.add_lvlOverride(ilvl=0).add_startOverride(1)
    return int(new.numId)


def number(paragraph: Paragraph, list_number: int) -> None:
    """Make a paragraph an item of a numbered list."""
    holder: Any = paragraph._p.get_or_add_pPr()
    properties = holder.get_or_add_numPr()
    properties.get_or_add_ilvl().val = 0
    properties.get_or_add_numId().val = list_number


def split_run(run: Run, at: int) -> Run:
    """Cut a run of plain text in two after `at` letters; the second half is returned."""
    text = run.text
    copied = deepcopy(run._r)
    run._r.addnext(copied)
    second = Run(copied, run._parent)
    run.text, second.text = text[:at], text[at:]
    return second


def attach(document: Document, content: bytes) -> None:
    """Keep an XML file of our own inside the Word file, which Word and LibreOffice carry along."""
    package = document.part.package
    part = Part(package.next_partname("/customXml/item%d.xml"), "application/xml", content, package)
    document.part.relate_to(part, _CUSTOM_XML)
