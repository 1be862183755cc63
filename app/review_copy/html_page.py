"""A review copy as one HTML page, to be printed as a PDF: comments stand as numbered notes after the text."""

from __future__ import annotations

from html import escape
from itertools import pairwise

from app.review_copy.seen import seen
from app.review_copy.sheet import Sheet, SheetSection, Table
from app.text.rich_blocks import blocks
from app.text.rich_text import BULLET, NUMBER, Block, Run

_STYLE = """
body { font-size: 10.5pt; color: #1d2b33; }
h1 { font-size: 21pt; font-weight: 600; margin-bottom: 4pt; }
h2 { font-size: 14pt; font-weight: 600; margin-top: 14pt; margin-bottom: 3pt; }
h3 { font-size: 11pt; font-weight: 600; margin-top: 6pt; margin-bottom: 1pt; }
p, li { line-height: 135%; margin-top: 0; margin-bottom: 7pt; }
p.small { font-size: 9pt; color: #4a555c; margin-bottom: 2pt; }
td, th { padding: 4pt; font-size: 9.5pt; }
th { text-align: left; background-color: #e7eef1; }
a { color: #0b5c7a; }
span.said { background-color: #fbf0d0; }
sup { color: #7a3e00; font-weight: 600; }
"""
_LISTS = {BULLET: "ul", NUMBER: "ol"}


def html_page(sheet: Sheet) -> str:
    """The page of a review copy, whole and without any address that is fetched."""
    parts = [f"<html><head><style>{_STYLE}</style></head><body><h1>{_text(sheet.title)}</h1>"]
    parts += [f'<p class="small">{_text(line)}</p>' for line in sheet.lines]
    notes: list[str] = []
    group = ""
    for section in sheet.sections:
        if section.group and section.group != group:
            parts.append(f"<h2>{_text(section.group)}</h2>")
        group = section.group
        parts.append(_section(sheet, section, notes))
    if notes:
        parts.append(f"<h2>{_text(sheet.comments_heading)}</h2>")
        parts += [f"<p>{note}</p>" for note in notes]
    parts += [_table(table) for table in sheet.tables]
    return "".join(parts) + "</body></html>"


def _section(sheet: Sheet, section: SheetSection, notes: list[str]) -> str:
    letters = seen(section.markdown)
    marks: list[tuple[int, int, int]] = []
    head = ""
    for one in (one for one in sheet.comments if one.comment.section == section.name):
        start, end = letters.at(one.comment.start), letters.at(one.comment.end)
        number = len(notes) + 1
        quoted = f"“{_text(letters.text[start:end])}” " if start < end else ""
        by = f" <b>{_text(one.comment.by)}</b>" if one.comment.by else ""
        notes.append(
            f"<sup>{number}</sup>{by} · {_text(section.heading)}<br>{quoted}{'<br>' if quoted else ''}{_text(one.text)}"
        )
        if start < end:
            marks.append((start, end, number))
        else:
            head += f"<sup>{number}</sup>"
    tag = "h3" if section.group else "h2"
    return f"<{tag}>{_text(section.heading)}{head}</{tag}>" + _blocks(blocks(section.markdown), marks)


def _blocks(content: tuple[Block, ...], marks: list[tuple[int, int, int]]) -> str:
    parts: list[str] = []
    at, kind = 0, ""
    for block in content:
        if block.kind != kind and kind in _LISTS:
            parts.append(f"</{_LISTS[kind]}>")
        if block.kind != kind and block.kind in _LISTS:
            parts.append(f"<{_LISTS[block.kind]}>")
        tag = "li" if block.kind in _LISTS else "p"
        parts.append(f"<{tag}>{_runs(block, at, marks)}</{tag}>")
        at, kind = at + len(block.text) + 1, block.kind
    return "".join(parts) + (f"</{_LISTS[kind]}>" if kind in _LISTS else "")


def _runs(block: Block, at: int, marks: list[tuple[int, int, int]]) -> str:
    parts: list[str] = []
    for run in block.runs:
        stop = at + len(run.text)
        cuts = sorted({at, stop} | {place for mark in marks for place in mark[:2] if at < place < stop})
        for low, high in pairwise(cuts):
            text = _styled(run, run.text[low - at : high - at])
            is_said = any(start <= low and high <= end for start, end, _number in marks)
            parts.append(f'<span class="said">{text}</span>' if is_said else text)
            parts += [f"<sup>{number}</sup>" for _start, end, number in marks if end == high]
        at = stop
    return "".join(parts)


def _styled(run: Run, text: str) -> str:
    made = _text(text)
    made = f"<b>{made}</b>" if run.is_bold else made
    made = f"<i>{made}</i>" if run.is_italic else made
    is_address = run.href.lower().startswith(("http://", "https://", "mailto:"))
    return f'<a href="{escape(run.href)}">{made}</a>' if is_address else made


def _table(table: Table) -> str:
    if not table.rows:
        return f"<h2>{_text(table.heading)}</h2><p>{_text(table.empty)}</p>"
    head = "".join(f"<th>{_text(name)}</th>" for name in table.columns)
    rows = "".join("<tr>" + "".join(f"<td>{_text(text)}</td>" for text in row) + "</tr>" for row in table.rows)
    return (
        f'<h2>{_text(table.heading)}</h2><table border="1" cellspacing="0" cellpadding="14" width="100%">'
        f"<thead><tr>{head}</tr></thead>{rows}</table>"
    )


def _text(text: str) -> str:
    return escape(text).replace("\n", "<br>")
