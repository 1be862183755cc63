"""A review copy as a Word file: the text with its comments, what the checks found, and the sources."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import Any, cast
from xml.sax.saxutils import escape

import docx
from docx.document import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Emu, Pt, RGBColor
from docx.text.paragraph import Paragraph
from docx.text.run import Run as WordRun

from app.review_copy import word_parts
from app.review_copy.seen import NOT_XML, seen
from app.review_copy.sheet import END_MARK, Sheet, SheetComment, SheetSection, Table, mark_of, summary_mark
from app.text.rich_blocks import blocks
from app.text.rich_text import BULLET, NUMBER, Run

_STYLES = {BULLET: "List Bullet", NUMBER: "List Number"}
_INK, _GREY, _LINK = RGBColor(0x1D, 0x2B, 0x33), RGBColor(0x4A, 0x55, 0x5C), RGBColor(0x0B, 0x5C, 0x7A)
_LEAST_LETTERS, _MOST_LETTERS = 20, 60
"""What the narrowest and the widest column of a table ask for."""


def word_file(sheet: Sheet) -> bytes:
    """The .docx file of a review copy."""
    document = docx.Document()
    _set_up(document, sheet)
    title = document.add_paragraph(clean(sheet.title), style="Title")
    word_parts.bookmark(title, summary_mark(sheet.summary_id), 1)
    for line in sheet.lines:
        _small(document.add_paragraph(clean(line)))
    document.add_paragraph(clean(sheet.how_to), style="Intense Quote")
    group = ""
    for count, section in enumerate(sheet.sections):
        if section.group and section.group != group:
            above = document.add_paragraph(clean(section.group), style="Heading 1")
            word_parts.bookmark(above, f"{END_MARK}_{count}", 10_000 + count)
        group = section.group
        _add_section(
            document, section, count + 2, [one for one in sheet.comments if one.comment.section == section.name]
        )
    first = True
    for table in sheet.tables:
        heading = document.add_paragraph(clean(table.heading), style="Heading 1")
        if first:
            word_parts.bookmark(heading, END_MARK, len(sheet.sections) + 2)
            first = False
        _add_table(document, table)
    if first:
        word_parts.bookmark(document.add_paragraph(), END_MARK, len(sheet.sections) + 2)
    word_parts.attach(document, _our_part(sheet))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def clean(text: str) -> str:
    """A text without the signs that no XML file may hold."""
    return text.translate(NOT_XML).replace("\r\n", "\n").replace("\r", "\n")


def _our_part(sheet: Sheet) -> bytes:
    sent = [[one.comment.id, clean(one.comment.by), clean(one.text)] for one in sheet.comments]
    held = json.dumps({"summary": json.loads(sheet.base or b"null"), "comments": sent}, ensure_ascii=True)
    tag = word_parts.BASE_TAG
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<{tag} xmlns="urn:{tag}">{escape(held)}</{tag}>'.encode()


def _set_up(document: Document, sheet: Sheet) -> None:
    known = document.core_properties
    known.title, known.author, known.comments = clean(sheet.title)[:255], "", ""
    known.last_modified_by = ""
    known.created = known.modified = datetime.now(UTC).replace(tzinfo=None)
    for name, size in (("Normal", 11), ("Title", 22), ("Heading 1", 15), ("Heading 2", 12), ("Intense Quote", 10.5)):
        style = document.styles[name]
        style.font.name, style.font.size, style.font.color.rgb = "Calibri", Pt(size), _INK
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{theme}"), None)
    document.styles["Normal"].paragraph_format.space_after = Pt(6)


def _small(paragraph: Paragraph) -> None:
    for run in paragraph.runs:
        run.font.size, run.font.color.rgb = Pt(9.5), _GREY
    paragraph.paragraph_format.space_after = Pt(2)


def _add_section(document: Document, section: SheetSection, number: int, comments: list[SheetComment]) -> None:
    heading = document.add_paragraph(clean(section.heading), style="Heading 2" if section.group else "Heading 1")
    word_parts.bookmark(heading, mark_of(section.name), number)
    letters = seen(section.markdown)
    shown: list[tuple[int, Paragraph]] = []
    at, list_number, kind = 0, 0, ""
    for block in blocks(clean(section.markdown)):
        paragraph = document.add_paragraph(style=_STYLES.get(block.kind))
        if block.kind == NUMBER:
            list_number = list_number if kind == NUMBER else word_parts.list_from_one(document, "List Number")
            word_parts.number(paragraph, list_number)
        for run in block.runs:
            _add_run(paragraph, run)
        shown.append((at, paragraph))
        at, kind = at + len(block.text) + 1, block.kind
    for one in comments:
        start, end = letters.at(one.comment.start), letters.at(one.comment.end)
        runs = _cut_runs(shown, start, end) if start < end else []
        _add_comment(document, runs or heading.runs, one)


def _add_run(paragraph: Paragraph, run: Run) -> None:
    made = paragraph.add_run(run.text)
    made.bold, made.italic = run.is_bold or None, run.is_italic or None
    if run.href.lower().startswith(("http://", "https://", "mailto:")):
        made.font.underline, made.font.color.rgb = True, _LINK
        word_parts.link(paragraph, clean(run.href)).append(made._r)


def _cut_runs(paragraphs: list[tuple[int, Paragraph]], start: int, end: int) -> list[WordRun]:
    """The runs that hold exactly the letters from `start` to `end`, cut where they must be."""
    found: list[WordRun] = []
    for begins, paragraph in paragraphs:
        at = begins
        for run in list(_runs_of(paragraph)):
            size = len(run.text)
            cuts = sorted({0, size, min(size, max(0, start - at)), min(size, max(0, end - at))})
            for low, high in pairwise(cuts):
                rest = word_parts.split_run(run, high - low) if high < size else None
                if start <= at + low and at + high <= end:
                    found.append(run)
                run = rest or run
            at += size
    return found


def _runs_of(paragraph: Paragraph) -> Iterator[WordRun]:
    return (WordRun(cast(Any, element), paragraph) for element in paragraph._p.iter(qn("w:r")))


def _add_comment(document: Document, runs: list[WordRun], one: SheetComment) -> None:
    by = clean(one.comment.by)
    initials = "".join(word[0] for word in by.split())[:3].upper()
    made = document.add_comment(_outside(runs), clean(one.text), author=by or "?", initials=initials)
    if one.comment.at:
        made._comment_elm.set(qn("w:date"), one.comment.at)


def _outside(runs: list[WordRun]) -> Any:
    """The runs between which the marks of a comment can stand: those of a link are marked around the link."""
    return _Ends(runs[0], runs[-1])


class _Ends(list[WordRun]):
    def __init__(self, first: WordRun, last: WordRun) -> None:
        super().__init__([_Marked(first._r, first._parent), _Marked(last._r, last._parent)])


class _Marked(WordRun):
    """A run whose comment marks stand outside of the link that holds it."""

    def mark_comment_range(self, last_run: WordRun, comment_id: int) -> None:
        first, last = _top(self._r), _top(last_run._r)
        start, end, reference = (
            OxmlElement(f"w:{name}") for name in ("commentRangeStart", "commentRangeEnd", "commentReference")
        )
        for element in (start, end, reference):
            element.set(qn("w:id"), str(comment_id))
        run = OxmlElement("w:r")
        run.append(reference)
        first.addprevious(start)
        last.addnext(end)
        end.addnext(run)


def _top(element: Any) -> Any:
    parent = element.getparent()
    return parent if parent.tag == qn("w:hyperlink") else element


def _add_table(document: Document, table: Table) -> None:
    if not table.rows:
        document.add_paragraph(clean(table.empty))
        return
    made = document.add_table(rows=1, cols=len(table.columns), style="Table Grid")
    header = OxmlElement("w:tblHeader")
    made.rows[0]._tr.get_or_add_trPr().append(header)
    for cell, name in zip(made.rows[0].cells, table.columns, strict=True):
        cell.paragraphs[0].add_run(clean(name)).bold = True
    for row in table.rows:
        for cell, text in zip(made.add_row().cells, row, strict=True):
            cell.paragraphs[0].add_run(clean(text)).font.size = Pt(10)
    made.autofit = False
    page = document.sections[0]
    room = (page.page_width or 0) - (page.left_margin or 0) - (page.right_margin or 0)
    for column, share in zip(made.columns, _shares(table), strict=True):
        column.width = Emu(int(room * share))  # LibreOffice goes by the column, Word by its cells
        for cell in column.cells:
            cell.width = column.width
    document.add_paragraph()


def _shares(table: Table) -> list[float]:
    """Of the page's width, for each column: as much as its longest text asks for, within reason."""
    texts = zip(table.columns, *table.rows, strict=True)
    asked = [max(_LEAST_LETTERS, min(_MOST_LETTERS, max(map(len, column)))) for column in texts]
    return [letters / sum(asked) for letters in asked]
